import { useRef, useState } from 'react';
import type { ActionText, FaultCode, PlanAction } from '../../bot/plan/contract.ts';
import type { Trouble } from '../api/api.ts';
import { useTab } from '../context.ts';
import type { Slot } from './drafts.ts';
import { type Faults, faultsFrom, faultsIn } from './faults.ts';
import { type Sent, sendChange } from './send.ts';
import { sendNew } from './send-new.ts';
import type { Standing } from './standing.ts';
import { useTyped } from './use-typed.ts';
import { changedFields, type FormField, newDraftOf, picked, type Values, valuesOf } from './values.ts';

const newKey = (): string => crypto.randomUUID();

/**
 * A form about one action: what is typed, kept while it is unsaved, and sent once at a time.
 * @param preset what the form itself answers, which is nobody's typing
 */
export const useEditing = (options: {
  action: PlanAction | null;
  form: Slot['form'];
  preset?: Partial<Values>;
  onSaved(action: PlanAction): void;
}) => {
  const { api } = useTab();
  const { action, form, preset, onSaved } = options;
  const typed = useTyped(action, form, preset);
  const { base, setBase, values, setValues, newest, setAnew, key, unsure, kept } = typed;
  const [standing, setStanding] = useState<Standing>({ is: 'writing' });
  const isSending = useRef(false);
  const attempts = useRef(0);

  const set = (patch: Partial<Values>): void => {
    setValues((before) => ({ ...before, ...patch }));
    // A fault is looked at again when the answer is sent, but no longer held against what is being mended.
    setStanding((before) => {
      if (before.is !== 'faulty') return before;
      const faults = { ...before.faults };
      for (const field of Object.keys(patch) as FormField[]) delete faults[field];
      return { ...before, faults };
    });
  };

  const faulty = (faults: Faults, others: FaultCode[] = []): void => {
    attempts.current += 1;
    setStanding({ is: 'faulty', faults, others, attempt: attempts.current });
  };

  const refused = (trouble: Trouble): void => {
    if (trouble.kind === 'unfit') {
      const { faults, others } = faultsFrom(trouble.faults);
      faulty(faults, others);
    } else {
      setStanding({ is: 'troubled', trouble });
    }
  };

  const settle = (sent: Sent, was: Values): void => {
    if (sent.did === 'clashed') {
      setStanding({ is: 'clashed', clash: sent });
    } else if (sent.did === 'failed') {
      refused(sent.trouble);
    } else {
      const since = changedFields(was, newest.current);
      if (since.length > 0) {
        unsure.current = null;
        setBase(sent.action);
        setValues({ ...valuesOf(sent.action), ...picked(newest.current, since) });
        setStanding({ is: 'ahead' });
        return;
      }
      kept.drop();
      if (sent.taken.length > 0) setStanding({ is: 'joined', saved: sent });
      else onSaved(sent.action);
    }
  };

  const send = async (over: PlanAction | null, was: Values): Promise<void> => {
    if (isSending.current) return;
    isSending.current = true;
    setStanding({ is: 'saving' });
    let sent: Sent;
    if (over === null) {
      const earlier = unsure.current;
      // Before it is sent: where the page goes while it is under way, nobody hears whether it was added.
      unsure.current = earlier ?? newDraftOf(was);
      kept.now();
      const answer = await sendNew(api, was, key.current, earlier, newKey);
      unsure.current = answer.unsure;
      key.current = answer.key;
      sent = answer.sent;
    } else {
      sent = await sendChange(api, over, was);
    }
    isSending.current = false;
    settle(sent, was);
  };

  return {
    base,
    values,
    set,
    standing,
    isUnsaved: typed.isUnsaved,
    keptAt: typed.keptAt,
    /** @param halfTyped answers whose field holds what is no value yet */
    save(halfTyped: readonly FormField[] = []): void {
      const faults = faultsIn(newest.current, halfTyped);
      if (Object.keys(faults).length > 0) faulty(faults);
      else void send(base, newest.current);
    },
    /** The action was deleted by somebody: all of it again, as another one. */
    addAnew(): void {
      key.current = newKey();
      unsure.current = null;
      setBase(null);
      void send(null, newest.current);
    },
    /** What is written anew while two versions are chosen from. */
    anew: typed.anew,
    writeAnew: (field: ActionText, text: string) => setAnew((before) => ({ ...before, [field]: text })),
    /** What was chosen stands in the form now, over that version. */
    moveOn(over: PlanAction, chosen: Values): void {
      setBase(over);
      setValues(chosen);
      setAnew({});
    },
    /** Back from a choice that was not made. */
    goOn: () => setStanding({ is: 'writing' }),
    dropKept(): void {
      typed.startAfresh();
      setStanding({ is: 'writing' });
    },
    discard: kept.drop,
  };
};

export type Editing = ReturnType<typeof useEditing>;
