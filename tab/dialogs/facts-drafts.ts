import type { PlanFacts } from '../../bot/plan/contract.ts';
import { type Facts, factFields, factsOf, isSameFact } from './facts.ts';
import { createKept, type Shelf } from './kept.ts';
import { mergeThree } from './merge.ts';

/** What somebody has changed of a plan's facts and not saved yet. */
export type KeptFacts = {
  facts: Facts;
  /** The version that it was changed from. */
  base: PlanFacts;
  /** When; ISO 8601. */
  at: string;
};

const nameOf = (person: string, planId: string): string =>
  `four-ways/settings/${[person, planId].map(encodeURIComponent).join('/')}`;

const isFacts = (read: object): boolean => factFields.every((field) => field in read);
const isKept = (read: object): read is KeptFacts =>
  'facts' in read && isFacts(Object(read.facts)) && 'base' in read && isFacts(Object(read.base));

/**
 * Keeps unsaved settings of a plan, as drafts of actions are kept.
 * @param shelf null where the browser refuses its storage
 */
export const createFactsDrafts = (shelf: Shelf | null, now: () => number = Date.now) => {
  const kept = createKept(shelf, now);
  const find = (person: string, planId: string): KeptFacts | null => {
    const read = kept.find(nameOf(person, planId));
    return read && isKept(read) ? read : null;
  };
  return {
    find,
    /** What the form begins with; `at` is null where nothing was kept. With a clash the older version stays beneath. */
    begin(person: string, plan: PlanFacts): Omit<KeptFacts, 'at'> & { at: string | null } {
      const draft = find(person, plan.id);
      if (draft === null) return { facts: factsOf(plan), base: plan, at: null };
      const merged = mergeThree(factsOf(draft.base), draft.facts, factsOf(plan), factFields, isSameFact);
      return { ...draft, facts: merged.values, base: merged.clashes.length === 0 ? plan : draft.base };
    },
    keep: (person: string, draft: KeptFacts): void => kept.keep(nameOf(person, draft.base.id), draft),
    drop: (person: string, planId: string): void => kept.drop(nameOf(person, planId)),
  };
};
