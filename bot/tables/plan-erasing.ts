import { odata } from '@azure/data-tables';
import type { Erasure } from '../plan/store.ts';
import { atOnce } from './at-once.ts';
import { StorageFault } from './faults.ts';
import { rowsOfAction } from './plan-filing.ts';
import { type IndexEntity, partitions } from './plan-index.ts';
import { actionRow, endOf, headRow, historyStart, planPartition, removedRow } from './plan-keys.ts';
import { actionFilingOf, actionFrom, planEntity, planFilingOf, planFrom } from './plan-rows.ts';
import { sizeLimits } from './sizes.ts';
import type { Change, Row, Table } from './table.ts';

/**
 * Erasing for good. Every transaction here rewrites the plan's row as it is, under its ETag, as each change of the
 * plan does: an erasing and a restoring at the same moment take turns, and whoever comes second finds out.
 */

const tries = 20;
const room = sizeLimits.transactionRows - 1;

type Keys = { partitionKey: string; rowKey: string };

const rewritten = (head: Row): Change => {
  const kept = planFrom(head);
  return { do: 'replace', entity: planEntity(kept.value, planFilingOf(kept)), etag: head.etag };
};

const removal = ({ partitionKey, rowKey }: Keys): Change => ({
  do: 'remove',
  entity: { partitionKey, rowKey },
});

/**
 * Erases a deleted action with its history, a hundred rows at a time. The action goes first, so that there is never
 * one without its history: what a stop leaves over belongs to nothing, and erasing again goes on with it. An action
 * that stands is left alone.
 *
 * @param which `leftovers` erases only a history whose action is gone
 */
export const eraseAction = async (
  table: Table,
  planId: string,
  actionId: string,
  which: 'all' | 'leftovers' = 'all',
): Promise<void> => {
  const partition = planPartition(planId);
  const read = (rowKey: string) => table.read(partition, rowKey);
  for (let refused = 0; refused < tries; ) {
    // The head first: what is read after it and has changed since makes the transaction fail.
    const head = await read(headRow);
    if (head === null) return;
    const [standing, removed] = await atOnce(2, [actionRow(actionId), removedRow(actionId)], read);
    if (standing || (removed && which === 'leftovers')) return;
    const start = historyStart(actionId);
    const filter = odata`PartitionKey eq ${partition} and RowKey ge ${start} and RowKey lt ${endOf(start)}`;
    const rows = [...(removed ? [removed] : []), ...(await first(table, filter, room))].slice(0, room);
    if (rows.length === 0) return;
    const written = await table.transact([rewritten(head), ...rows.map(removal)]);
    if (!written.ok) refused += 1;
    else if (rows.length < room) return;
  }
  throw new StorageFault(`erase in ${table.name}`, `the plan changed ${tries} times meanwhile`, null);
};

/**
 * Erases some of what a plan being emptied holds, in all at most a hundred rows: actions, standing and deleted, with
 * their index rows, and the histories of actions. Index rows go first, as nothing would find them later, but only
 * once it is certain that the actions were read while the emptying was under way.
 *
 * @returns whether there is more
 */
export const eraseSome = async (table: Table, planId: string): Promise<boolean> => {
  const partition = planPartition(planId);
  const head = await table.read(partition, headRow);
  if (head === null || planFrom(head).value.emptying === null) return false;
  const found = await first(table, emptyingFilter(partition), room);
  if (found.length === 0) return false;
  const { rows, entries } = affordable(planId, found);
  const now = await table.read(partition, headRow);
  if (now?.etag !== head.etag) return true;
  await atOnce(8, entries, ({ partitionKey, rowKey }) => table.remove(partitionKey, rowKey));
  const written = await table.transact([rewritten(head), ...rows.map(removal)]);
  return !written.ok || rows.length === room || rows.length < found.length;
};

/**
 * Takes out an entry of `erase` that was seen to. One about an action is the last that names it, so what a stop has
 * left of its history goes first. One about a plan may belong to an emptying that another server is just asking for:
 * rewriting the plan's row makes that one ask anew, with an entry of its own.
 */
export const settleErasure = async (table: Table, { key, planId, actionId }: Erasure): Promise<void> => {
  if (actionId !== null) await eraseAction(table, planId, actionId, 'leftovers');
  else {
    const head = await table.read(planPartition(planId), headRow);
    if (head !== null) {
      if (planFrom(head).value.emptying !== null) return;
      const written = await table.transact([rewritten(head)]);
      if (!written.ok) return;
    }
  }
  await table.remove(partitions.erase, key);
};

/** Everything but the plan itself, its own history and the place of its card. */
const emptyingFilter = (partition: string): string => {
  const ranges = ['action:', 'history:action:', 'removed:'].map(
    (start) => odata`(RowKey ge ${start} and RowKey lt ${endOf(start)})`,
  );
  return `${odata`PartitionKey eq ${partition}`} and (${ranges.join(' or ')})`;
};

/** As many of the rows as fit into a call with their index rows, one at least. */
const affordable = (planId: string, found: readonly Row[]): { rows: Row[]; entries: IndexEntity[] } => {
  const rows: Row[] = [];
  const entries: IndexEntity[] = [];
  for (const row of found) {
    const own = row.rowKey.startsWith('history:') ? [] : entriesOf(planId, row);
    if (rows.length > 0 && rows.length + entries.length + own.length >= room) break;
    rows.push(row);
    entries.push(...own);
  }
  return { rows, entries };
};

const entriesOf = (planId: string, row: Row): IndexEntity[] => {
  const action = actionFrom(row);
  return rowsOfAction(planId, action.value.id, actionFilingOf(planId, action));
};

const first = async (table: Table, filter: string, count: number): Promise<Row[]> => {
  const rows: Row[] = [];
  for await (const row of table.rows(filter, count)) {
    rows.push(row);
    if (rows.length === count) break;
  }
  return rows;
};
