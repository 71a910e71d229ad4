import type { PersonId } from '../../people/person.ts';
import type { DeskParts, Turn } from '../desk.ts';
import type { AgreedAction, Participant, Reflection } from '../record.ts';
import { participant, partner } from '../stage.ts';

/** How many of a person's newest reflections are looked through for what the same two agreed the last time. */
const lookedThrough = 20;

/** What a new reflection takes up from an earlier one. */
export const earlier = ({ store }: Pick<DeskParts, 'store'>) => {
  /** A closed reflection of mine, to look at the same relationship again; null where it is none. */
  const mine = async (
    turn: Turn,
    id: string,
  ): Promise<{ reflection: Reflection; me: Participant; other: Participant } | null> => {
    const stored = await store.read(id);
    if (stored === null || stored.reflection.workflow.closedAt === null) return null;
    const { reflection } = stored;
    const [me, other] = [participant(reflection, turn.by.id), partner(reflection, turn.by.id)];
    return me && other ? { reflection, me, other } : null;
  };

  /** What the same two agreed the last time they closed one, whichever relationship it was about. */
  const agreedWith = async (me: PersonId, other: PersonId): Promise<AgreedAction[]> => {
    const { found } = await store.listFor(me, { take: lookedThrough, after: null });
    const last = found.find(
      ({ reflection }) => reflection.workflow.closedAt !== null && partner(reflection, me)?.id === other,
    );
    return last?.reflection.narrative.proposal?.actions ?? [];
  };

  return { mine, agreedWith };
};
