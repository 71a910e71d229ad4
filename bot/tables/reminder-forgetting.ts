import { odata } from '@azure/data-tables';
import type { Day } from '../calendar/days.ts';
import { checkDay } from './reminder-rows.ts';
import { sizeLimits } from './sizes.ts';
import type { Change, Row, Table } from './table.ts';

const most = sizeLimits.transactionRows;

/**
 * Erases some of the ledger and the notes of earlier days, at most a hundred rows. Another server may be doing the
 * same: a partition in which it was first is left to the next call.
 *
 * @returns whether there may be more
 */
export const forgetSome = async (table: Table, before: Day): Promise<boolean> => {
  checkDay(before);
  const rows: Row[] = [];
  for (const start of ['ledger:', 'notes:']) {
    const filter = odata`PartitionKey ge ${start} and PartitionKey lt ${`${start}${before}`}`;
    if (rows.length < most) rows.push(...(await first(table, filter, most - rows.length)));
  }
  let all = rows.length < most;
  for (const removals of byPartition(rows)) {
    const written = await table.transact(removals);
    all = all && written.ok;
  }
  return !all;
};

const byPartition = (rows: readonly Row[]): Change[][] => {
  const partitions = new Map<string, Change[]>();
  for (const { partitionKey, rowKey } of rows) {
    const removals = partitions.get(partitionKey) ?? [];
    removals.push({ do: 'remove', entity: { partitionKey, rowKey } });
    partitions.set(partitionKey, removals);
  }
  return [...partitions.values()];
};

const first = async (table: Table, filter: string, count: number): Promise<Row[]> => {
  const rows: Row[] = [];
  for await (const row of table.rows(filter, count)) {
    rows.push(row);
    if (rows.length === count) break;
  }
  return rows;
};
