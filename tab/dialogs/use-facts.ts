import { useRef, useState } from 'react';
import type { FaultCode, PlanFacts } from '../../bot/plan/contract.ts';
import type { Trouble } from '../api/api.ts';
import { useTab } from '../context.ts';
import {
  changedFacts,
  type FactFaults,
  type FactField,
  type Facts,
  factFaultsIn,
  factFields,
  factsOf,
  isSameFact,
} from './facts.ts';
import { mergeThree } from './merge.ts';
import { factsDrafts } from './own-drafts.ts';
import { sendFacts } from './send-facts.ts';
import { useKept } from './use-kept.ts';

type Clash = {
  fields: FactField[];
  mine: Facts;
  current: PlanFacts;
  picks: Partial<Record<FactField, 'mine' | 'theirs'>>;
};

const known: Partial<Record<FaultCode, FactFaults[FactField]>> = {
  required: 'required',
  tooLong: 'tooLong',
  tooMany: 'tooMany',
  notAMember: 'notAMember',
  unreadable: 'unreadable',
};

/** The facts of a plan while somebody changes them; kept while they are unsaved. */
export const useFacts = (plan: PlanFacts, onSaved: (plan: PlanFacts) => void) => {
  const { api, host } = useTab();
  const [start] = useState(() => factsDrafts().begin(host.person, plan));
  const [base, setBase] = useState(start.base);
  const [facts, setFacts] = useState(start.facts);
  const [keptAt, setKeptAt] = useState(start.at);
  const [faults, setFaults] = useState<FactFaults>({});
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [clash, setClash] = useState<Clash | null>(null);
  const [is, setIs] = useState<'writing' | 'saving' | 'saved'>('writing');
  const isSending = useRef(false);
  const changed = changedFacts(factsOf(base), facts);
  const kept = useKept(changed.length > 0, {
    keep: () => factsDrafts().keep(host.person, { facts, base, at: new Date().toISOString() }),
    drop: () => factsDrafts().drop(host.person, plan.id),
  });
  const isChosen = clash === null || clash.fields.every((field) => clash.picks[field]);

  const refused = (found: Trouble): void => {
    if (found.kind !== 'unfit') {
      setTrouble(found);
      return;
    }
    const byField: FactFaults = {};
    for (const { field, code } of found.faults) {
      const name = factFields.find((one) => one === field.split('.')[0]);
      if (name) byField[name] ??= known[code] ?? 'other';
    }
    setFaults(byField);
    if (Object.keys(byField).length === 0) setTrouble({ kind: 'broken', status: 422 });
  };

  return {
    base,
    facts,
    faults,
    trouble,
    clash,
    is,
    isUnsaved: changed.length > 0,
    /** When what stands in the form was typed, where it was kept from before; else null. */
    keptAt,
    /** What was kept is thrown away, and the form shows the plan as it is. */
    dropKept(): void {
      kept.drop();
      kept.goOn();
      setKeptAt(null);
      setBase(plan);
      setFacts(factsOf(plan));
    },
    discard: kept.drop,
    set(patch: Partial<Facts>): void {
      setFacts((before) => ({ ...before, ...patch }));
      setFaults((before) =>
        Object.fromEntries(Object.entries(before).filter(([field]) => !(field in patch))),
      );
      setIs('writing');
    },
    /** The plan was changed by another way than this form; what is unsaved here stays. */
    take(changedPlan: PlanFacts): void {
      const merged = mergeThree(factsOf(base), facts, factsOf(changedPlan), factFields, isSameFact);
      setBase(changedPlan);
      setFacts(merged.values);
    },
    choose(field: FactField, pick: 'mine' | 'theirs'): void {
      if (clash === null) return;
      setClash({ ...clash, picks: { ...clash.picks, [field]: pick } });
      const from = pick === 'mine' ? clash.mine : factsOf(clash.current);
      setFacts((before) => ({ ...before, [field]: from[field] }));
    },
    async save(): Promise<void> {
      if (isSending.current || !isChosen) return;
      // What is not being changed is not held against this person.
      const found = Object.entries(factFaultsIn(facts)).filter(([field]) =>
        changed.some((one) => one === field),
      );
      setFaults(Object.fromEntries(found));
      setTrouble(null);
      if (found.length > 0) return;
      isSending.current = true;
      setIs('saving');
      const sent = await sendFacts(api, base, facts);
      isSending.current = false;
      setIs(sent.did === 'saved' ? 'saved' : 'writing');
      if (sent.did === 'failed') return refused(sent.trouble);
      if (sent.did === 'clashed') {
        setBase(sent.current);
        setFacts(sent.mine);
        return setClash({ fields: sent.clashes, mine: sent.mine, current: sent.current, picks: {} });
      }
      setClash(null);
      setBase(sent.plan);
      setFacts(factsOf(sent.plan));
      setKeptAt(null);
      onSaved(sent.plan);
    },
  };
};

export type FactsEditing = ReturnType<typeof useFacts>;
