import type { Step, Stored } from '../plan/store.ts';
import { atOnce } from './at-once.ts';
import { type Filed, without } from './filing.ts';
import { rowsOfAction, rowsOfPlan } from './plan-filing.ts';
import type { IndexEntity } from './plan-index.ts';
import { headRow, historyRow, planPartition } from './plan-keys.ts';
import { listingOf } from './plan-listing.ts';
import { readAction, readPlan } from './plan-reading.ts';
import { actionFilingOf, isKept, type Kept, planFilingOf, planFrom } from './plan-rows.ts';
import { checkStep, writtenBy } from './plan-step.ts';
import type { Table } from './table.ts';

export type PlanTools = {
  /** Marks the index rows of each attempt; unique for good, so that what comes late from one never meets another. */
  newId(): string;
  /** Told of a clean-up that failed. What it left behind is an index row too many, which later reads pass over. */
  onLeftover(fault: unknown): void;
};

/**
 * Index rows, transaction, clean-up. Once the transaction is through the change is saved, so a clean-up that fails is
 * reported and not thrown: the person would otherwise be told that nothing was kept.
 */
export const commitStep = async (
  table: Table,
  tools: PlanTools,
  step: Step,
): Promise<'saved' | 'conflict'> => {
  checkStep(step);
  const planId = step.plan.after.id;
  const plan = await found(step.plan.before, () => readPlan(table, planId));
  const action = await found(
    step.action?.before ?? null,
    async (id) => (await readAction(table, planId, id)).action,
  );
  if (plan === 'changed' || action === 'changed') return 'conflict';

  const { changes, before, after } = writtenBy(step, { plan, action }, tools.newId());
  const added = without(after, before);
  const superseded = without(before, after);
  // Never cleaned up: also where somebody else began the plan at the same moment it is theirs too.
  const listing = plan === null ? [listingOf(planId)] : [];
  await atOnce(5, [...listing, ...added], (entry) => table.put(entry));
  const answer = await table.transact(changes);
  if (answer.ok || (answer.unsure && (await isOwn(table, step)))) {
    await cleanUp(table, tools, superseded);
    return 'saved';
  }
  await cleanUp(table, tools, answer.unsure ? without(added, await filedNow(table, step)) : added);
  return 'conflict';
};

/**
 * Whether a change whose answer was lost is there. It may have been written upon since: then its line of history
 * still tells. A change without one is nobody's doing, and harmless to decide again.
 */
const isOwn = async (table: Table, { plan: { after }, entry }: Step): Promise<boolean> => {
  const partition = planPartition(after.id);
  const head = await table.read(partition, headRow);
  if (head !== null && planFrom(head).value.change === after.change) return true;
  return (
    entry !== null && (await table.read(partition, historyRow(entry.about, entry.at, after.change))) !== null
  );
};

/**
 * The index rows relied on now. A change whose answer was lost and that has no line may have been saved and written
 * upon unseen: then its rows are those of the others, and stay.
 */
const filedNow = async (table: Table, { plan: { after }, action }: Step): Promise<IndexEntity[]> => {
  const plan = await readPlan(table, after.id);
  const rows = plan ? rowsOfPlan(after.id, planFilingOf(plan)) : [];
  if (!action) return rows;
  const { id } = action.after;
  const now = (await readAction(table, after.id, id)).action;
  return now ? [...rows, ...rowsOfAction(after.id, id, actionFilingOf(after.id, now))] : rows;
};

/** What was read here already knows its filing; a copy that lost it is read again. */
const found = async <T extends { id: string }>(
  before: Stored<T> | null,
  read: (id: string) => Promise<Kept<T> | null>,
): Promise<Kept<T> | null | 'changed'> => {
  if (before === null || isKept(before)) return before;
  const now = await read(before.value.id);
  return now?.etag === before.etag ? now : 'changed';
};

const cleanUp = async (table: Table, tools: PlanTools, rows: readonly Filed[]): Promise<void> => {
  await atOnce(5, rows, async ({ partitionKey, rowKey }) => {
    try {
      await table.remove(partitionKey, rowKey);
    } catch (fault) {
      tools.onLeftover(fault);
    }
  });
};
