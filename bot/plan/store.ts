import type { Day, Moment } from '../calendar/days.ts';
import type { PersonId } from '../people/person.ts';
import type { Action, Entry, Plan } from './record.ts';

/** What was read, with the store's own mark of the version. */
export type Stored<T> = { value: T; etag: string };

/**
 * One change, saved in one transaction or not at all: the plan's row always, at most one action, and the line of
 * history. `before` is null where there was none. An action whose `removed` is set lies apart from those that
 * stand, so that a look at the plan does not read it.
 */
export type Step = {
  plan: { before: Stored<Plan> | null; after: Plan };
  action: { before: Stored<Action> | null; after: Action } | null;
  /** Null for what is nobody's doing: who has left, or that an emptying is done. */
  entry: Entry | null;
};

/** An action as an index names it: a hint, to be checked against the action itself. */
export type ActionRef = { planId: string; actionId: string };

/** The same with what it takes to remove the entry, should it lead nowhere. */
export type IndexHint = ActionRef & {
  index: 'due' | 'undated' | 'unowned';
  key: string;
  writtenAt: Moment;
};

/** Something to be erased: a deleted action whose days are over, or (null) what a plan being emptied holds. */
export type Erasure = { key: string; planId: string; actionId: string | null };

/**
 * Plans and their actions. A plan is one access boundary. Faults of storage are thrown, never turned into
 * "nothing there"; an unknown schema is refused loudly.
 *
 * Indexes are written before the transaction and cleaned up after it: an entry may be too many, never too few.
 */
export interface PlanStore {
  /** The plan alone. One point read. */
  readPlan(planId: string): Promise<Stored<Plan> | null>;

  /**
   * The plan with the actions that stand in it, in no particular order. One query of one partition; from 1,000 actions
   * on it comes in pieces, each of its own moment.
   */
  readWhole(planId: string): Promise<{ plan: Stored<Plan> | null; actions: Stored<Action>[] }>;

  /** The plan and one of its actions, standing or deleted. Two point reads at once, a third for a deleted one. */
  readAction(
    planId: string,
    actionId: string,
  ): Promise<{ plan: Stored<Plan> | null; action: Stored<Action> | null }>;

  /**
   * The plan and, read after it, these of its actions where they stand: while the plan keeps its ETag, so do they. A
   * point read each, and one for the plan.
   */
  readActions(
    planId: string,
    actionIds: readonly string[],
  ): Promise<{ plan: Stored<Plan> | null; actions: (Stored<Action> | null)[] }>;

  /** The deleted actions of a plan, those whose days are over included. */
  readRemoved(planId: string): Promise<Stored<Action>[]>;

  /** The history of one action, or (null) of the plan itself, oldest first. */
  readHistory(planId: string, about: string | null): Promise<Entry[]>;

  /** `conflict` where anything of the plan was changed since `before` was read, or exists already. */
  commit(step: Step): Promise<'saved' | 'conflict'>;

  /** Open actions with this person on them, in all plans; hints. */
  openOf(person: PersonId): AsyncGenerator<ActionRef>;

  /** Ids of the plans that this person manages; hints. */
  managedBy(person: PersonId): AsyncGenerator<string>;

  /** Open actions that are due, or were held until, one of these days, first and last included, by day; hints. */
  due(from: Day, to: Day): AsyncGenerator<IndexHint & { day: Day }>;

  /** Open actions without a date; hints. */
  undated(): AsyncGenerator<IndexHint>;

  /**
   * Open actions with nobody's name on them, and (with an empty `actionId`) plans in which somebody is named who has
   * left; hints.
   */
  unowned(): AsyncGenerator<IndexHint>;

  /**
   * Removes the entry if its action does not rely on it, and it is over an hour old at `now`, which is
   * the real time: a younger one may belong to a change that is just being written. Whether it was removed.
   */
  dropStale(hint: IndexHint, now: Moment): Promise<boolean>;

  /**
   * Ids of all plans behind the given one (null: from the beginning), in an order that stays the same. Reads nothing
   * of the plans themselves; one that was never brought to its end has no plan behind it.
   */
  planIds(after: string | null): AsyncGenerator<string>;

  /**
   * Writes anew the index entries on which the plan and its actions rely and that are not there. A call for each
   * entry that there should be: for a check in the background, at its own pace.
   */
  refile(planId: string): Promise<{ entries: number; missing: number }>;

  /** What is to be erased on that day or was before. */
  erasures(day: Day): AsyncGenerator<Erasure>;

  /**
   * Erases a deleted action and its history for good; does nothing where it stands in the plan again. What was read
   * of the plan before is out of date after it, as after a change.
   */
  eraseAction(planId: string, actionId: string): Promise<void>;

  /**
   * Erases some of what a plan being emptied holds: actions, their histories and index rows. True while there is
   * more. What was read of the plan before is out of date after it.
   */
  eraseSome(planId: string): Promise<boolean>;

  /** The entry was seen to. One whose plan is still being emptied stays. */
  settle(erasure: Erasure): Promise<void>;

  /** Where the plan's summary card stands in the channel, so that the next one can replace it. */
  summaryPlace(planId: string): Promise<SummaryPlace | null>;
  keepSummaryPlace(planId: string, place: SummaryPlace): Promise<void>;
}

export type SummaryPlace = { serviceUrl: string; conversationId: string; activityId: string };
