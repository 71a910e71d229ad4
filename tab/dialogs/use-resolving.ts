import { useEffect, useRef, useState } from 'react';
import {
  type ActionChange,
  type ActionField,
  type ActionText,
  actionTexts,
  type PlanAction,
  planLimits,
} from '../../bot/plan/contract.ts';
import type { Trouble } from '../api/api.ts';
import { useTab } from '../context.ts';
import { bothTexts, clashesIn, type Pick, type Picks, resolved } from './resolve.ts';
import { sendChange } from './send.ts';
import { tidy, type Values, valuesOf, withDraft } from './values.ts';

type State = { is: 'choosing' | 'saving' | 'unchosen' } | { is: 'troubled'; trouble: Trouble };
export type OpenChoice = 'unchosen' | 'required' | 'tooLong';

/** The form behind the choice, which keeps what is written here, also while the page is away. */
export type Keeper = {
  anew: Partial<Record<ActionText, string>>;
  write(field: ActionText, text: string): void;
  /** What was chosen is what this person has typed now, over that version. */
  move(over: PlanAction, chosen: Values): void;
};

/** Choosing between two people's answers, as often as somebody is quicker again. */
export const useResolving = (options: {
  mine: ActionChange;
  base: PlanAction;
  current: PlanAction;
  keeper?: Keeper | undefined;
  onSaved(action: PlanAction): void;
}) => {
  const { api } = useTab();
  const { keeper } = options;
  const [versions, setVersions] = useState(() => ({
    base: options.base,
    current: options.current,
    mine: withDraft(valuesOf(options.base), options.mine, namesIn(options)),
  }));
  const [anew, setAnew] = useState(keeper?.anew ?? {});
  // What was written anew before the page went away was chosen then, too.
  const [picks, setPicks] = useState<Picks>(() =>
    Object.fromEntries(Object.keys(anew).map((field) => [field, 'anew'])),
  );
  const [state, setState] = useState<State>({ is: 'choosing' });
  const [hasWritten, setWritten] = useState(false);
  const isSending = useRef(false);
  const { base, mine, current } = versions;
  const theirs = valuesOf(current);
  const { clashes, others, values } = clashesIn(valuesOf(base), mine, theirs);
  /** Why this one cannot be saved as it is chosen, if so. */
  const openBy = (field: ActionField): OpenChoice | null => {
    if (!picks[field]) return 'unchosen';
    const text = actionTexts.find((one) => one === field);
    if (picks[field] !== 'anew' || !text) return null;
    const written = tidy(anew[text] ?? '');
    if (written.length > planLimits.text) return 'tooLong';
    return text === 'area' && written === '' ? 'required' : null;
  };
  const open = clashes.filter((field) => openBy(field) !== null);

  const send = async (chosen: Values): Promise<void> => {
    if (isSending.current) return;
    isSending.current = true;
    setState({ is: 'saving' });
    // What was chosen is mine now, and the version chosen from is what it stands on.
    const sent = await sendChange(api, current, chosen);
    isSending.current = false;
    if (sent.did === 'saved') return options.onSaved(sent.action);
    if (sent.did === 'failed') {
      // The way on from here leads back to the form, which then holds what was chosen.
      if (sent.trouble.kind === 'gone') keeper?.move(current, chosen);
      return setState({ is: 'troubled', trouble: sent.trouble });
    }
    keeper?.move(sent.base, sent.mine);
    setVersions({ base: sent.base, mine: sent.mine, current: sent.current });
    setPicks({});
    setAnew({});
    setState({ is: 'choosing' });
  };

  const write = (field: ActionText, text: string): void => {
    setWritten(true);
    setAnew((before) => ({ ...before, [field]: text }));
    keeper?.write(field, text);
  };

  const begun = useRef(false);
  useEffect(() => {
    // Nothing that both changed: there is nothing to choose.
    if (begun.current || clashes.length > 0) return;
    begun.current = true;
    void send(values);
  });

  return {
    mine,
    theirs,
    current,
    clashes,
    others,
    picks,
    anew,
    state,
    /** Something was written here that going back would lose. */
    isUnsaved: hasWritten && keeper === undefined,
    /** Clashes for which nothing is chosen yet, or nothing that can be saved. */
    open,
    openBy,
    choose(field: ActionField, pick: Pick): void {
      setPicks((before) => ({ ...before, [field]: pick }));
      const text = actionTexts.find((one) => one === field);
      if (pick === 'anew' && text && anew[text] === undefined) {
        write(text, bothTexts(mine[text], theirs[text]));
      }
    },
    write,
    save(): void {
      if (open.length > 0) setState({ is: 'unchosen' });
      else void send(resolved(values, theirs, clashes, picks, anew));
    },
  };
};

/** The names of people as far as the versions tell them. */
const namesIn = ({ mine, base, current }: { mine: ActionChange; base: PlanAction; current: PlanAction }) => {
  const named = [...base.who, ...current.who];
  for (const person of mine.who ?? []) {
    if ('name' in person && typeof person.name === 'string') named.push({ id: person.id, name: person.name });
  }
  return (id: string): string => named.find((person) => person.id === id)?.name ?? '…';
};
