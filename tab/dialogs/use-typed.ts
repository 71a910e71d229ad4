import { useRef, useState } from 'react';
import type { PlanAction } from '../../bot/plan/contract.ts';
import { useTab } from '../context.ts';
import type { Slot } from './drafts.ts';
import { drafts } from './own-drafts.ts';
import { useKept } from './use-kept.ts';
import { changedFields, emptyValues, type Values, valuesOf } from './values.ts';

/**
 * What stands in a form about one action, and over which version; kept while it is unsaved.
 * @param preset what the form itself answers, which is nobody's typing
 */
export const useTyped = (action: PlanAction | null, form: Slot['form'], preset?: Partial<Values>) => {
  const { host } = useTab();
  const [slot] = useState<Slot>(() => ({
    person: host.person,
    planId: host.place.planId,
    actionId: action?.id ?? null,
    form,
  }));
  const origin = (base: PlanAction | null): Values => ({
    ...(base === null ? emptyValues : valuesOf(base)),
    ...preset,
  });
  const [start] = useState(() => drafts().begin(slot, action, origin(action)));
  const [base, setBase] = useState(start.base);
  const [values, setValues] = useState(start.values);
  const [anew, setAnew] = useState(start.anew);
  const [keptAt, setKeptAt] = useState(start.at);
  const key = useRef(start.key);
  const unsure = useRef(start.unsure);
  const newest = useRef(values);
  newest.current = values;

  const isUnsaved = changedFields(origin(base), values).length > 0;
  const kept = useKept(isUnsaved, {
    keep: () =>
      drafts().keep(slot, {
        values: newest.current,
        base,
        key: key.current,
        unsure: unsure.current,
        anew,
        at: new Date().toISOString(),
      }),
    drop: () => drafts().drop(slot),
  });

  return {
    base,
    setBase,
    values,
    setValues,
    /** The values as they are now, for what began before they were typed. */
    newest,
    anew,
    setAnew,
    /** When what stands in the form was typed, where it was kept from before; else null. */
    keptAt,
    key,
    unsure,
    isUnsaved,
    kept,
    /** What was kept is thrown away, and the form shows the action as it is. */
    startAfresh(): void {
      kept.drop();
      kept.goOn();
      setKeptAt(null);
      setBase(action);
      setValues(origin(action));
      setAnew({});
    },
  };
};
