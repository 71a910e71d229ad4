import type { Moment } from '../calendar/days.ts';
import type { Action } from '../plan/record.ts';
import type { IndexHint } from '../plan/store.ts';
import { atOnce } from './at-once.ts';
import { rowsOfAction, rowsOfPlan } from './plan-filing.ts';
import { type IndexEntity, partitions } from './plan-index.ts';
import { listingOf } from './plan-listing.ts';
import { readAction, readRemoved, readWhole } from './plan-reading.ts';
import { actionFilingOf, type Kept, planFilingOf } from './plan-rows.ts';
import type { Table } from './table.ts';

const hour = 3_600_000;

/**
 * Removes an entry on which its action does not rely. Each attempt to change something writes entries of its own, so
 * one that no action relies on an hour later is relied on by none ever after.
 *
 * @returns whether it was removed
 */
export const dropStale = async (table: Table, hint: IndexHint, now: Moment): Promise<boolean> => {
  const { index, key, planId, actionId, writtenAt } = hint;
  const isOld = Date.parse(now) - Date.parse(writtenAt) > hour;
  if (!isOld) return false;
  const { plan, action } = await readAction(table, planId, actionId);
  const relied = [
    ...(plan === null ? [] : rowsOfPlan(planId, planFilingOf(plan))),
    ...(action === null ? [] : entriesOf(planId, action)),
  ];
  const partition = partitions[index];
  if (relied.some(({ partitionKey, rowKey }) => partitionKey === partition && rowKey === key)) return false;
  await table.remove(partition, key);
  return true;
};

/**
 * Writes the entries that a plan and its actions rely on and that are not there. A change at the same moment may
 * supersede one in between: then it is an entry too many, as any other that a clean-up could not reach.
 */
export const refile = async (table: Table, planId: string): Promise<{ entries: number; missing: number }> => {
  const { plan, actions } = await readWhole(table, planId);
  if (plan === null) return { entries: 0, missing: 0 };
  // What is being erased goes, entries first: nobody is to find it again.
  const kept = plan.value.emptying === null ? [...actions, ...(await readRemoved(table, planId))] : [];
  const wanted = [
    listingOf(planId),
    ...rowsOfPlan(planId, planFilingOf(plan)),
    ...kept.flatMap((action) => entriesOf(planId, action)),
  ];
  const found = await atOnce(5, wanted, async (entry) => {
    if ((await table.read(entry.partitionKey, entry.rowKey)) !== null) return true;
    await table.put(entry);
    return false;
  });
  return { entries: wanted.length, missing: found.filter((isThere) => !isThere).length };
};

const entriesOf = (planId: string, action: Kept<Action>): IndexEntity[] =>
  rowsOfAction(planId, action.value.id, actionFilingOf(planId, action));
