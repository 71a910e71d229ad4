import { useCallback, useRef, useState } from 'react';
import type { Named } from '../../bot/plan/contract.ts';
import { useTab } from '../context.ts';

/** Who is in the team, as far as it is known here. */
export type Roster =
  | { is: 'unasked' }
  | { is: 'asking' }
  | { is: 'known'; people: Named[] }
  | { is: 'unreachable' };

/** The team's people, asked for when they are first needed; each form asks anew, as people come and go. */
export const useRoster = (): { roster: Roster; ask(): void } => {
  const { api } = useTab();
  const [roster, setRoster] = useState<Roster>({ is: 'unasked' });
  const isAsked = useRef(false);
  const ask = useCallback(() => {
    if (isAsked.current) return;
    isAsked.current = true;
    setRoster({ is: 'asking' });
    void api.members().then((answer) => {
      // Nobody at all is no answer either: whoever asks is in the team.
      const isKnown = answer.ok && answer.value.length > 0;
      isAsked.current = isKnown;
      setRoster(isKnown ? { is: 'known', people: answer.value } : { is: 'unreachable' });
    });
  }, [api]);
  return { roster, ask };
};
