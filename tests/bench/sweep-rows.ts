import type { Action, Plan } from '../../bot/plan/record.ts';
import { StorageFault } from '../../bot/tables/faults.ts';
import { refileAction, refilePlan, rowsOfAction, rowsOfPlan } from '../../bot/tables/plan-filing.ts';
import { listingOf } from '../../bot/tables/plan-listing.ts';
import { actionEntity, planEntity } from '../../bot/tables/plan-rows.ts';
import { type Entity, sizeLimits } from '../../bot/tables/sizes.ts';
import type { Table } from '../../bot/tables/table.ts';

/** The rows of a new plan with its actions, index rows included, as the product writes them one change at a time. */
export const rowsOfWholePlan = (plan: Plan, actions: readonly Action[]): Entity[] => {
  const filing = refilePlan(null, plan, plan.change);
  return [
    listingOf(plan.id),
    planEntity(plan, filing),
    ...rowsOfPlan(plan.id, filing),
    ...actions.flatMap((action) => {
      const filed = refileAction(null, action, action.change);
      return [actionEntity(plan.id, action, filed), ...rowsOfAction(plan.id, action.id, filed)];
    }),
  ];
};

/** Transactions under way at the same time; more wait for one another, and then too long. */
const width = 3;

/** Writes the rows, a hundred of a partition in each transaction. */
export const writeRows = async (table: Table, rows: Iterable<Entity>): Promise<number> => {
  let count = 0;
  const transactions = inTransactions(rows);
  const writer = async () => {
    for (const entities of transactions) {
      await patiently(() => table.transact(entities.map((entity) => ({ do: 'put', entity }))));
      count += entities.length;
    }
  };
  await Promise.all(Array.from({ length: width }, writer));
  return count;
};

/** Azurite stands still at times while it makes room for so many rows; what was written then is written again. */
const patiently = async (write: () => Promise<unknown>): Promise<void> => {
  for (let left = 5; ; left -= 1) {
    try {
      await write();
      return;
    } catch (error) {
      if (left === 0 || !(error instanceof StorageFault)) throw error;
    }
  }
};

function* inTransactions(rows: Iterable<Entity>): Generator<Entity[]> {
  const waiting = new Map<string, Entity[]>();
  for (const row of rows) {
    const group = waiting.get(row.partitionKey) ?? [];
    waiting.set(row.partitionKey, group);
    group.push(row);
    if (group.length < sizeLimits.transactionRows) continue;
    waiting.delete(row.partitionKey);
    yield group;
  }
  yield* waiting.values();
}
