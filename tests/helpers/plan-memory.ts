import { addDays, type Day } from '../../bot/calendar/days.ts';
import type { Action, Entry, Plan } from '../../bot/plan/record.ts';
import type {
  ActionRef,
  Erasure,
  IndexHint,
  PlanStore,
  Step,
  Stored,
  SummaryPlace,
} from '../../bot/plan/store.ts';

type Partition = {
  plan: Stored<Plan> | null;
  /** Standing and deleted ones. */
  actions: Map<string, Stored<Action>>;
  entries: Entry[];
  summary: SummaryPlace | null;
};

/**
 * A store of plans in memory that keeps what the port promises. It notes its calls, and a test can step in before
 * a commit, add hints that lead nowhere, and make it fail.
 */
export type PlanMemory = PlanStore & {
  calls: string[];
  /** Runs before the next commits; what it throws, the commit throws. */
  beforeCommit: (step: Step) => void | Promise<void>;
  /** Runs before each call but a commit. */
  beforeCall: (what: string) => void;
  /** Hints of openOf beside the true ones. */
  strayHints: ActionRef[];
  /** Hints of `due` beside the true ones. */
  strayDue: (IndexHint & { day: Day })[];
  /** Hints that were dropped as stale. */
  dropped: IndexHint[];
  /** Plans whose index entries were written anew. */
  refiled: string[];
  strayErasures: (Erasure & { day: Day })[];
  /** Erasures that were settled. */
  settled: string[];
  /** How many rows one `eraseSome` takes. */
  batch: number;
  plan(planId: string): Plan | null;
  actions(planId: string): Action[];
  entries(planId: string): Entry[];
};

export const planMemory = (): PlanMemory => {
  const partitions = new Map<string, Partition>();
  const settledKeys = new Set<string>();
  let version = 0;
  const stored = <T>(value: T): Stored<T> => {
    version += 1;
    return { value: structuredClone(value), etag: `v${version}` };
  };
  const copy = <T>(given: Stored<T>): Stored<T> => structuredClone(given);
  const at = (planId: string): Partition => {
    const found = partitions.get(planId) ?? { plan: null, actions: new Map(), entries: [], summary: null };
    partitions.set(planId, found);
    return found;
  };
  const all = () => [...partitions.entries()].map(([planId, partition]) => ({ planId, ...partition }));
  const standing = ({ actions }: Pick<Partition, 'actions'>) =>
    [...actions.values()].filter(({ value }) => value.removed === null);
  const openActions = () =>
    all().flatMap((one) =>
      standing(one)
        .filter(({ value }) => value.status !== 'done')
        .map(({ value }) => ({ planId: one.planId, actionId: value.id, value })),
    );
  const called = (what: string) => {
    memory.calls.push(what);
    memory.beforeCall(what);
  };
  const hint = ({ planId, actionId }: ActionRef): ActionRef => ({ planId, actionId });
  const indexed = (index: IndexHint['index'], ref: ActionRef): IndexHint => ({
    ...hint(ref),
    index,
    key: `${index} ${ref.planId} ${ref.actionId}`,
    writtenAt: '2026-01-01T00:00:00.000Z',
  });

  const commit = async (step: Step): Promise<'saved' | 'conflict'> => {
    memory.calls.push('commit');
    await memory.beforeCommit(step);
    const { plan, action, entry } = step;
    const partition = at(plan.after.id);
    const now = action && (partition.actions.get(action.after.id) ?? null);
    if (partition.plan?.etag !== plan.before?.etag) return 'conflict';
    if (action && now?.etag !== action.before?.etag) return 'conflict';
    if (plan.before?.value.change === plan.after.change) throw new Error('A change has an id of its own.');
    partition.plan = stored(plan.after);
    if (action) partition.actions.set(action.after.id, stored(action.after));
    if (entry) partition.entries.push(structuredClone(entry));
    return 'saved';
  };

  const memory: PlanMemory = {
    calls: [],
    beforeCommit: () => {},
    beforeCall: () => {},
    strayHints: [],
    strayDue: [],
    dropped: [],
    refiled: [],
    strayErasures: [],
    settled: [],
    batch: 3,
    plan: (planId) => at(planId).plan?.value ?? null,
    actions: (planId) => [...at(planId).actions.values()].map(({ value }) => value),
    entries: (planId) => at(planId).entries,

    readPlan: async (planId) => {
      called('readPlan');
      const { plan } = at(planId);
      return plan && copy(plan);
    },
    readWhole: async (planId) => {
      called('readWhole');
      const partition = at(planId);
      return { plan: partition.plan && copy(partition.plan), actions: standing(partition).map(copy) };
    },
    readAction: async (planId, actionId) => {
      called('readAction');
      const { plan, actions } = at(planId);
      const action = actions.get(actionId);
      return { plan: plan && copy(plan), action: action ? copy(action) : null };
    },
    readActions: async (planId, actionIds) => {
      called('readActions');
      const { plan, actions } = at(planId);
      const standing = (id: string) => {
        const action = actions.get(id);
        return action && action.value.removed === null ? copy(action) : null;
      };
      return { plan: plan && copy(plan), actions: actionIds.map(standing) };
    },
    readRemoved: async (planId) => {
      called('readRemoved');
      return [...at(planId).actions.values()].filter(({ value }) => value.removed !== null).map(copy);
    },
    readHistory: async (planId, about) => {
      called('readHistory');
      return structuredClone(at(planId).entries.filter((entry) => entry.about === about));
    },
    commit,

    openOf: async function* (person) {
      yield* memory.strayHints;
      for (const one of openActions()) if (one.value.who.some(({ id }) => id === person)) yield hint(one);
    },
    managedBy: async function* (person) {
      for (const { planId, plan } of all()) {
        if (plan?.value.managers.some(({ id }) => id === person)) yield planId;
      }
    },
    due: async function* (from, to) {
      const days = openActions().flatMap((one) =>
        [...new Set([one.value.dueOn, one.value.heldUntil])].flatMap((day) =>
          day === null ? [] : [{ ...indexed('due', one), day }],
        ),
      );
      const found = [...memory.strayDue, ...days].filter(({ day }) => day >= from && day <= to);
      yield* found.sort((a, b) => (a.day < b.day ? -1 : 1));
    },
    undated: async function* () {
      for (const one of openActions()) if (one.value.dueOn === null) yield indexed('undated', one);
    },
    unowned: async function* () {
      for (const one of openActions()) if (one.value.who.length === 0) yield indexed('unowned', one);
      for (const { planId, plan } of all()) {
        if (plan?.value.left.length) yield indexed('unowned', { planId, actionId: '' });
      }
    },
    dropStale: async (stale, now) => {
      const isStray = memory.strayDue.some(({ key }) => key === stale.key);
      if (!isStray || Date.parse(now) - Date.parse(stale.writtenAt) <= 3_600_000) return false;
      memory.strayDue = memory.strayDue.filter(({ key }) => key !== stale.key);
      memory.dropped.push(stale);
      return true;
    },
    planIds: async function* (after) {
      const ids = all().flatMap(({ planId, plan }) => (plan === null ? [] : [planId]));
      yield* ids.sort().filter((id) => after === null || id > after);
    },
    refile: async (planId) => {
      memory.refiled.push(planId);
      return { entries: at(planId).actions.size, missing: 0 };
    },
    erasures: async function* (day) {
      const emptied = all().flatMap(({ planId, plan }) =>
        plan?.value.emptying
          ? [
              {
                key: `plan ${planId}`,
                planId,
                actionId: null,
                day: addDays(plan.value.emptying.at.slice(0, 10), -1),
              },
            ]
          : [],
      );
      const removed = all().flatMap(({ planId, actions }) =>
        [...actions.values()].flatMap(({ value: { id, removed: lying } }) =>
          lying
            ? [
                {
                  key: `action ${planId} ${id} ${lying.until}`,
                  planId,
                  actionId: id,
                  day: addDays(lying.until, 1),
                },
              ]
            : [],
        ),
      );
      for (const { day: due, ...erasure } of [...memory.strayErasures, ...emptied, ...removed]) {
        if (due <= day && !settledKeys.has(erasure.key)) yield erasure;
      }
    },
    eraseAction: async (planId, actionId) => {
      called('eraseAction');
      const partition = at(planId);
      if (partition.actions.get(actionId)?.value.removed == null) return;
      partition.actions.delete(actionId);
      partition.entries = partition.entries.filter(({ about }) => about !== actionId);
    },
    eraseSome: async (planId) => {
      called('eraseSome');
      const partition = at(planId);
      if (!partition.plan?.value.emptying) return false;
      for (const id of [...partition.actions.keys()].slice(0, memory.batch)) {
        partition.actions.delete(id);
        partition.entries = partition.entries.filter(({ about }) => about !== id);
      }
      return partition.actions.size > 0;
    },
    settle: async ({ key }) => {
      memory.settled.push(key);
      settledKeys.add(key);
    },
    summaryPlace: async (planId) => at(planId).summary,
    keepSummaryPlace: async (planId, place) => {
      at(planId).summary = place;
    },
  };
  return memory;
};
