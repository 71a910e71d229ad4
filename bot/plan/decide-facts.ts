import type { PersonId } from '../people/person.ts';
import type { FieldFault, HistoryEntry, Named, PlanDraft } from './contract.ts';
import { fault } from './internal/faults.ts';
import { areSamePeople, pair } from './internal/moves.ts';
import type { Circumstances } from './internal/moving.ts';
import type { Entry, Plan } from './record.ts';

/** What of a plan's facts is to be changed, the managers with their names. */
export type Facts = Partial<Pick<Plan, 'name' | 'managers' | 'guestsRead'> & { tabChannel: string }>;

type FactField = keyof Facts & keyof PlanDraft;

/** How somebody who edits stands towards the plan's facts. */
export type Standing = { isManager: boolean; mayAppoint: boolean };

export type FactsRuling =
  | { is: 'moved'; plan: Plan; entry: Entry }
  | { is: 'same' }
  | { is: 'notAllowed' }
  | { is: 'unfit'; faults: FieldFault[] };

const factFields = ['name', 'managers', 'guestsRead', 'tabChannel'] as const satisfies FactField[];

/**
 * Sets a plan up (`exists` false), or changes its facts. Managers change all of them; where none is left, whoever
 * edits may appoint; a plan that has never had one is set up by whoever edits. Where the tab stands, anybody who
 * edits may say. Whoever sets facts leaves at least one manager.
 */
export const setFacts = (
  plan: Plan,
  exists: boolean,
  facts: Facts,
  standing: Standing,
  circumstances: Circumstances,
): FactsRuling => {
  const after: Plan = { ...plan, ...facts };
  const fields = changedFacts(plan, after);
  if (!mayChange(plan, fields, standing)) return { is: 'notAllowed' };
  const onlyTheTab = exists && Object.keys(facts).every((field) => field === 'tabChannel');
  if (after.managers.length === 0 && !onlyTheTab)
    return { is: 'unfit', faults: [fault('managers', 'required')] };
  if (exists && fields.length === 0) return { is: 'same' };
  const { now, by, change } = circumstances;
  const appointed = after.managers.filter(({ id }) => !plan.managers.some((one) => one.id === id));
  return {
    is: 'moved',
    plan: stampFacts({ ...after, left: without(plan.left, appointed) }, change),
    entry: { id: change, at: now, by, what: 'set', fields, moved: movedFacts(plan, after), about: null },
  };
};

/** A manager has everything erased: from now on nothing can be changed until that is done. */
export const beginEmptying = (
  plan: Plan,
  { by, now, change }: Circumstances,
): { plan: Plan; entry: Entry } => ({
  plan: stampFacts({ ...plan, emptying: { by, at: now } }, change),
  entry: { id: change, at: now, by, what: 'emptied', fields: [], moved: {}, about: null },
});

/** Nothing of its actions is left. */
export const endEmptying = (plan: Plan, change: string): Plan =>
  stampFacts({ ...plan, emptying: null, open: 0, actions: 0 }, change);

/** Who of the people named in the plan is gone, told anew; the same plan where nothing differs. */
export const markLeft = (plan: Plan, left: readonly PersonId[], change: string): Plan => {
  const now = [...new Set(left)].sort();
  const isSame = now.length === plan.left.length && now.every((id) => plan.left.includes(id));
  return isSame ? plan : stampFacts({ ...plan, left: now }, change);
};

/** These people were just seen in the team, so they have not left it; the same plan where nobody thought so. */
export const markSeen = (plan: Plan, seen: readonly Named[], change: string): Plan =>
  markLeft(plan, without(plan.left, seen), change);

const without = (left: readonly PersonId[], seen: readonly Named[]): PersonId[] =>
  left.filter((id) => !seen.some((one) => one.id === id));

const stampFacts = (plan: Plan, change: string): Plan => ({ ...plan, factsChange: change, change });

const changedFacts = (before: Plan, after: Plan): FactField[] =>
  factFields.filter((field) =>
    field === 'managers' ? !areSamePeople(before.managers, after.managers) : before[field] !== after[field],
  );

const mayChange = (
  plan: Plan,
  fields: readonly FactField[],
  { isManager, mayAppoint }: Standing,
): boolean => {
  if (isManager || plan.managers.length === 0) return true;
  return fields.every((field) => field === 'tabChannel' || (field === 'managers' && mayAppoint));
};

const movedFacts = (before: Plan, after: Plan): HistoryEntry['moved'] => {
  const fields = new Set(changedFacts(before, after));
  return {
    ...(fields.has('managers') ? { managers: pair(before.managers, after.managers) } : {}),
    ...(fields.has('guestsRead') ? { guestsRead: pair(before.guestsRead, after.guestsRead) } : {}),
  };
};
