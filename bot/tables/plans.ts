import type { Day, Moment } from '../calendar/days.ts';
import type { PersonId } from '../people/person.ts';
import type { Action, Entry, Plan } from '../plan/record.ts';
import type { ActionRef, Erasure, IndexHint, PlanStore, Step, Stored, SummaryPlace } from '../plan/store.ts';
import { commitStep, type PlanTools } from './plan-commit.ts';
import { eraseAction, eraseSome, settleErasure } from './plan-erasing.ts';
import { dueHints, erasureHints, looseHints, managedHints, openHints } from './plan-index.ts';
import { checkPlanId, isActionId, isPlanId } from './plan-keys.ts';
import { listedPlans } from './plan-listing.ts';
import {
  readAction,
  readActions,
  readHistory,
  readPlan,
  readRemoved,
  readSummary,
  readWhole,
} from './plan-reading.ts';
import { dropStale, refile } from './plan-repair.ts';
import { summaryEntity } from './plan-rows.ts';
import type { Table } from './table.ts';

/** Plans in one Azure table, a partition each, with their indexes in partitions beside them. */
export class TablePlans implements PlanStore {
  readonly #table: Table;
  readonly #tools: PlanTools;

  constructor(table: Table, tools: PlanTools) {
    this.#table = table;
    this.#tools = tools;
  }

  readPlan(planId: string): Promise<Stored<Plan> | null> {
    return readPlan(this.#table, planId);
  }

  readWhole(planId: string): Promise<{ plan: Stored<Plan> | null; actions: Stored<Action>[] }> {
    return readWhole(this.#table, planId);
  }

  readAction(
    planId: string,
    actionId: string,
  ): Promise<{ plan: Stored<Plan> | null; action: Stored<Action> | null }> {
    return readAction(this.#table, planId, actionId);
  }

  readActions(
    planId: string,
    actionIds: readonly string[],
  ): Promise<{ plan: Stored<Plan> | null; actions: (Stored<Action> | null)[] }> {
    return readActions(this.#table, planId, actionIds);
  }

  readRemoved(planId: string): Promise<Stored<Action>[]> {
    return readRemoved(this.#table, planId);
  }

  readHistory(planId: string, about: string | null): Promise<Entry[]> {
    return readHistory(this.#table, planId, about);
  }

  commit(step: Step): Promise<'saved' | 'conflict'> {
    return commitStep(this.#table, this.#tools, step);
  }

  openOf(person: PersonId): AsyncGenerator<ActionRef> {
    return openHints(this.#table, person);
  }

  managedBy(person: PersonId): AsyncGenerator<string> {
    return managedHints(this.#table, person);
  }

  due(from: Day, to: Day): AsyncGenerator<IndexHint & { day: Day }> {
    return dueHints(this.#table, from, to);
  }

  undated(): AsyncGenerator<IndexHint> {
    return looseHints(this.#table, 'undated');
  }

  unowned(): AsyncGenerator<IndexHint> {
    return looseHints(this.#table, 'unowned');
  }

  dropStale(hint: IndexHint, now: Moment): Promise<boolean> {
    return dropStale(this.#table, hint, now);
  }

  planIds(after: string | null): AsyncGenerator<string> {
    return listedPlans(this.#table, after);
  }

  refile(planId: string): Promise<{ entries: number; missing: number }> {
    return refile(this.#table, planId);
  }

  erasures(day: Day): AsyncGenerator<Erasure> {
    return erasureHints(this.#table, day);
  }

  async eraseAction(planId: string, actionId: string): Promise<void> {
    if (isPlanId(planId) && isActionId(actionId)) await eraseAction(this.#table, planId, actionId);
  }

  async eraseSome(planId: string): Promise<boolean> {
    return isPlanId(planId) && eraseSome(this.#table, planId);
  }

  settle(erasure: Erasure): Promise<void> {
    return settleErasure(this.#table, erasure);
  }

  summaryPlace(planId: string): Promise<SummaryPlace | null> {
    return readSummary(this.#table, planId);
  }

  async keepSummaryPlace(planId: string, place: SummaryPlace): Promise<void> {
    checkPlanId(planId);
    await this.#table.put(summaryEntity(planId, place));
  }
}
