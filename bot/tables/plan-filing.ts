import { z } from 'zod';
import { addDays, type Day } from '../calendar/days.ts';
import type { PersonId } from '../people/person.ts';
import type { Action, Plan } from '../plan/record.ts';
import { type IndexEntity, indexEntity, partitions, personShelf } from './plan-index.ts';
import type { Same } from './shapes.ts';

/**
 * Under which index rows an action is filed, each with the change that wrote it. The row of the action keeps this
 * beside it, so that a clean-up removes exactly the rows that a change superseded, and a change that touches
 * neither date nor people nor state writes no index row at all. `when` is the due day (null: undated), `held` the day
 * until which it is on hold where that is another one, `nobody` says that nobody's name is on it, `erase` is the day
 * on which it is to be erased.
 */
export type ActionFiling = {
  when: [Day | null, string] | null;
  held: [Day, string] | null;
  who: [PersonId, string][];
  nobody: string | null;
  erase: [Day, string] | null;
};

/**
 * The same of a plan: its managers, the day from which it is to be emptied, and whether anybody named in it has left,
 * so that some of its actions may need an owner.
 */
export type PlanFiling = {
  managers: [PersonId, string][];
  erase: [Day, string] | null;
  left: string | null;
};

const text = z.string();
const day = z.tuple([text, text]).nullable();
const people = z.array(z.tuple([text, text]));
export const actionFilingShape = z.strictObject({
  when: z.tuple([text.nullable(), text]).nullable(),
  // Rows that were written before there were holds have none.
  held: day.default(null),
  who: people,
  nobody: text.nullable(),
  erase: day,
});
export const planFilingShape = z.strictObject({
  managers: people,
  erase: day,
  // As with holds.
  left: text.nullable().default(null),
});
true satisfies Same<z.infer<typeof actionFilingShape>, ActionFiling>;
true satisfies Same<z.infer<typeof planFilingShape>, PlanFiling>;

const unfiled: ActionFiling = { when: null, held: null, who: [], nobody: null, erase: null };

/** Only what is open is to be found by day or person; what is deleted is to be found by when it is erased. */
export const refileAction = (before: ActionFiling | null, action: Action, change: string): ActionFiling => {
  const { removed, status, dueOn, heldUntil } = action;
  if (removed) return { ...unfiled, erase: on(before?.erase, addDays(removed.until, 1), change) };
  if (status === 'done') return unfiled;
  const who = peopleOf(before?.who, action.who, change);
  const nobody = who.length === 0 ? (before?.nobody ?? change) : null;
  // Under its due day it is filed anyway.
  const held = heldUntil === null || heldUntil === dueOn ? null : on(before?.held, heldUntil, change);
  return { when: on(before?.when, dueOn, change), held, who, nobody, erase: null };
};

/**
 * An emptying is due at once: the day before the one on which it was asked for in UTC is over in every time zone.
 */
export const refilePlan = (before: PlanFiling | null, plan: Plan, change: string): PlanFiling => {
  const managers = peopleOf(before?.managers, plan.managers, change);
  const { emptying } = plan;
  if (!emptying)
    return { managers, erase: null, left: plan.left.length > 0 ? (before?.left ?? change) : null };
  return { managers, erase: on(before?.erase, addDays(emptying.at.slice(0, 10), -1), change), left: null };
};

/** The index rows of an action. */
export const rowsOfAction = (planId: string, actionId: string, filing: ActionFiling): IndexEntity[] => {
  const { when, held, who, nobody, erase } = filing;
  const row = (partition: string, start: string, change: string) =>
    indexEntity(partition, start, { planId, actionId, change });
  const rows = who.map(([person, change]) => row(personShelf(person), 'action:', change));
  if (when)
    rows.push(
      when[0] === null ? row(partitions.undated, '', when[1]) : row(partitions.due, `${when[0]}:`, when[1]),
    );
  if (held) rows.push(row(partitions.due, `${held[0]}:`, held[1]));
  if (nobody) rows.push(row(partitions.unowned, '', nobody));
  if (erase) rows.push(row(partitions.erase, `${erase[0]}:`, erase[1]));
  return rows;
};

/** The index rows of a plan itself. */
export const rowsOfPlan = (planId: string, { managers, erase, left }: PlanFiling): IndexEntity[] => {
  const row = (partition: string, start: string, change: string) =>
    indexEntity(partition, start, { planId, actionId: null, change });
  const rows = managers.map(([person, change]) => row(personShelf(person), 'manages:', change));
  if (left) rows.push(row(partitions.unowned, '', left));
  if (erase) rows.push(row(partitions.erase, `${erase[0]}:`, erase[1]));
  return rows;
};

/** Who stays keeps the row of the change that brought them in; each person once. */
const peopleOf = (
  before: readonly [PersonId, string][] | undefined,
  people: readonly { id: PersonId }[],
  change: string,
): [PersonId, string][] =>
  [...new Set(people.map(({ id }) => id.toLowerCase()))].map(
    (person) => before?.find(([filed]) => filed === person) ?? [person, change],
  );

/** A row under a day that stays the same stays. */
const on = <D extends Day | null>(
  before: [D, string] | null | undefined,
  day: D,
  change: string,
): [D, string] => (before && before[0] === day ? before : [day, change]);
