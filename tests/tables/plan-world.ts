import { expect } from '@jest/globals';
import type { Action, Plan } from '../../bot/plan/record.ts';
import type { PlanStore, Step } from '../../bot/plan/store.ts';
import { connect } from '../../bot/tables/client.ts';
import { keyFrom } from '../../bot/tables/keys.ts';
import { TablePlans } from '../../bot/tables/plans.ts';
import type { Row, Table } from '../../bot/tables/table.ts';
import { startAzurite } from '../helpers/azurite.ts';
import { actionStep, planStep } from './plan-samples.ts';
import { type Fate, openWire, type Wire } from './wire.ts';

export type PlanWorld = Awaited<ReturnType<typeof openPlanWorld>>;

export const all = async <T>(found: AsyncIterable<T>): Promise<T[]> => {
  const items: T[] = [];
  for await (const item of found) items.push(item);
  return items;
};

/** Stores of plans on a real table service: one behind a wire that can be cut, one past it. */
export const openPlanWorld = async () => {
  const azurite = await startAzurite();
  const wire = await openWire(azurite.port);
  let tables = 0;
  let marks = 0;
  const leftovers: unknown[] = [];
  const tools = { newId: () => `m${++marks}`, onLeftover: (fault: unknown) => leftovers.push(fault) };
  return {
    wire,
    /** Clean-ups that failed. */
    leftovers,
    /** A table of its own. */
    async fresh() {
      tables += 1;
      leftovers.length = 0;
      wire.listen();
      const open = async (connectionString: string) =>
        (await connect({ connectionString }))(`plans${tables}`);
      const table = await open(azurite.connectionString);
      await table.ensure();
      const wired = await open(wire.connectionString);
      const [store, other] = [new TablePlans(wired, tools), new TablePlans(table, tools)];
      return { table, wired, store, other };
    },
    async close() {
      await wire.close();
      await azurite.stop();
    },
  };
};

export const saved = async (store: PlanStore, step: Step): Promise<void> => {
  expect(await store.commit(step)).toBe('saved');
};

export const act = async (store: PlanStore, planId: string, actionId: string, more: Partial<Action> = {}) =>
  saved(store, await actionStep(store, planId, actionId, more));

export const set = async (store: PlanStore, planId: string, more: Partial<Plan> = {}) =>
  saved(store, await planStep(store, planId, more));

export const rowsOf = (table: Table): Promise<Row[]> => all(table.rows("PartitionKey gt ''"));

/** The index rows by partition and key, without the change that wrote each. */
export const indexRows = async (table: Table): Promise<string[]> =>
  (await rowsOf(table))
    .filter(({ partitionKey }) => !partitionKey.startsWith('plan:'))
    .map(({ partitionKey, rowKey }) =>
      partitionKey === 'plans' ? `plans ${rowKey}` : `${partitionKey} ${rowKey.replace(/:[^:]*$/, '')}`,
    )
    .sort();

/** What the plan's own rows ask for in the indexes, each row once. */
export const wantedRows = async (store: PlanStore, planId: string): Promise<string[]> => {
  const { plan, actions } = await store.readWhole(planId);
  const deleted = await store.readRemoved(planId);
  const open = actions.map(({ value }) => value).filter(({ status }) => status !== 'done');
  const rows = open.flatMap(({ id, dueOn, heldUntil, who }) => [
    ...(heldUntil === null || heldUntil === dueOn ? [] : [`due ${heldUntil}:${planId}:${id}`]),
    dueOn === null ? `undated ${planId}:${id}` : `due ${dueOn}:${planId}:${id}`,
    ...who.map((person) => `person:${person.id} action:${planId}:${id}`),
    ...(who.length === 0 ? [`unowned ${planId}:${id}`] : []),
  ]);
  // Deleted until 4 April, so erased from the 5th on; an emptying at once.
  rows.push(...deleted.map(({ value }) => `erase 2026-04-05:${planId}:${value.id}`));
  for (const person of plan?.value.managers ?? []) rows.push(`person:${person.id} manages:${planId}`);
  if (plan) rows.push(`plans ${keyFrom(planId)}`);
  if (plan?.value.emptying) rows.push(`erase 2026-03-05:${planId}`);
  return rows.sort();
};

/** An entry may be too many, never too few. */
export const expectNoneTooFew = async (table: Table, store: PlanStore, planId: string): Promise<void> => {
  expect(await indexRows(table)).toEqual(expect.arrayContaining(await wantedRows(store, planId)));
};

export const expectExact = async (table: Table, store: PlanStore, planId: string): Promise<void> => {
  expect(await indexRows(table)).toEqual(await wantedRows(store, planId));
};

/** What the server saw before it was stopped at its n-th call: everything after it is cut. */
export const stopAfter = (wire: Wire, last: number): void =>
  wire.listen((number) => (number > last ? 'cut' : 'pass'));

/** Just before the n-th call arrives, somebody else does this. Undefined where there was no such call. */
export const meanwhileAt = (wire: Wire, at: number, what: () => Promise<unknown>): { happened: boolean } => {
  const seen = { happened: false };
  wire.listen(async (number): Promise<Fate> => {
    if (number === at) {
      await what();
      seen.happened = true;
    }
    return 'pass';
  });
  return seen;
};
