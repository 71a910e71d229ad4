import { odata } from '@azure/data-tables';
import type { Action, Entry, Plan } from '../plan/record.ts';
import type { SummaryPlace } from '../plan/store.ts';
import { atOnce } from './at-once.ts';
import {
  actionRow,
  endOf,
  headRow,
  historyStart,
  isActionId,
  isPlanId,
  planPartition,
  removedRow,
  summaryRow,
} from './plan-keys.ts';
import { actionFrom, entryFrom, type Kept, planFrom, summaryFrom } from './plan-rows.ts';
import type { Row, Table } from './table.ts';

/** An id that no plan or action can have was never stored: it comes from outside, and is no fault of storage. */
const find = async (table: Table, planId: string, rowKey: string): Promise<Row | null> =>
  isPlanId(planId) ? table.read(planPartition(planId), rowKey) : null;

export const readPlan = async (table: Table, planId: string): Promise<Kept<Plan> | null> => {
  const row = await find(table, planId, headRow);
  return row && planFrom(row);
};

/** The head is the last row of the range that the standing actions begin: one query is the whole. */
export const readWhole = async (
  table: Table,
  planId: string,
): Promise<{ plan: Kept<Plan> | null; actions: Kept<Action>[] }> => {
  let plan: Kept<Plan> | null = null;
  const actions: Kept<Action>[] = [];
  if (!isPlanId(planId)) return { plan, actions };
  const filter = odata`PartitionKey eq ${planPartition(planId)} and RowKey ge ${'action:'} and RowKey le ${headRow}`;
  for await (const row of table.rows(filter)) {
    if (row.rowKey === headRow) plan = planFrom(row);
    else actions.push(actionFrom(row));
  }
  return { plan, actions };
};

/** The action where it stands, or where it lies when it is deleted. */
export const readAction = async (
  table: Table,
  planId: string,
  actionId: string,
): Promise<{ plan: Kept<Plan> | null; action: Kept<Action> | null }> => {
  if (!isActionId(actionId)) return { plan: await readPlan(table, planId), action: null };
  const [head, standing] = await both(find(table, planId, headRow), find(table, planId, actionRow(actionId)));
  const row = standing ?? (head && (await find(table, planId, removedRow(actionId))));
  return { plan: head && planFrom(head), action: row && actionFrom(row) };
};

/** The actions after the plan: none is older than the plan as it is given back. */
export const readActions = async (
  table: Table,
  planId: string,
  actionIds: readonly string[],
): Promise<{ plan: Kept<Plan> | null; actions: (Kept<Action> | null)[] }> => {
  const plan = await readPlan(table, planId);
  if (plan === null) return { plan, actions: actionIds.map(() => null) };
  const rows = await atOnce(8, actionIds, async (id) =>
    isActionId(id) ? find(table, planId, actionRow(id)) : null,
  );
  return { plan, actions: rows.map((row) => row && actionFrom(row)) };
};

export const readRemoved = async (table: Table, planId: string): Promise<Kept<Action>[]> => {
  const found: Kept<Action>[] = [];
  for await (const row of range(table, planId, 'removed:')) found.push(actionFrom(row));
  return found;
};

export const readHistory = async (table: Table, planId: string, about: string | null): Promise<Entry[]> => {
  const entries: Entry[] = [];
  if (about !== null && !isActionId(about)) return entries;
  for await (const row of range(table, planId, historyStart(about))) entries.push(entryFrom(row));
  return entries;
};

export const readSummary = async (table: Table, planId: string): Promise<SummaryPlace | null> => {
  const row = await find(table, planId, summaryRow);
  return row && summaryFrom(row);
};

async function* range(table: Table, planId: string, start: string): AsyncGenerator<Row> {
  if (!isPlanId(planId)) return;
  yield* table.rows(
    odata`PartitionKey eq ${planPartition(planId)} and RowKey ge ${start} and RowKey lt ${endOf(start)}`,
  );
}

/** Both at once; when one fails the other is waited for, so that nothing goes on in the background. */
const both = async <A, B>(a: Promise<A>, b: Promise<B>): Promise<[A, B]> => {
  await Promise.allSettled([a, b]);
  return [await a, await b];
};
