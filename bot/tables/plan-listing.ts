import { odata } from '@azure/data-tables';
import { keyFrom } from './keys.ts';
import { hintFrom, type IndexEntity, partitions } from './plan-index.ts';
import type { Table } from './table.ts';

/**
 * The row that lists a plan among all plans. It is written before the plan's first change and never taken out, as a
 * plan is never erased itself; so it needs no mark of the change that wrote it, and its order is that of the ids.
 */
export const listingOf = (planId: string): IndexEntity => ({
  partitionKey: partitions.plans,
  rowKey: keyFrom(planId),
  schema: 1,
  planId,
  actionId: '',
});

export async function* listedPlans(table: Table, after: string | null): AsyncGenerator<string> {
  const filter = odata`PartitionKey eq ${partitions.plans} and RowKey gt ${keyFrom(after ?? '')}`;
  for await (const row of table.rows(filter)) yield hintFrom(row).planId;
}
