import type { Named } from '../../bot/plan/contract.ts';
import type { Action, Entry, Plan } from '../../bot/plan/record.ts';
import type { PlanStore, Step, Stored } from '../../bot/plan/store.ts';

export const priya: Named = { id: '11111111-0000-4000-8000-000000000001', name: 'Priya Nair' };
export const sam: Named = { id: '22222222-0000-4000-8000-000000000002', name: 'Sam Okoro' };
export const tess: Named = { id: '33333333-0000-4000-8000-000000000003', name: 'Tess Vaughan' };

/** Unique in this process, so that no two changes of any test share an id. */
let changes = 0;
export const newChange = (): string => `c${++changes}`;
/** Moments in the order in which they are asked for. */
const newMoment = (): string => new Date(Date.UTC(2026, 2, 2, 9) + ++changes * 1_000).toISOString();

export const planOf = (id: string, more: Partial<Plan> = {}): Plan => ({
  id,
  name: 'North Locality',
  managers: [sam],
  guestsRead: false,
  tabChannel: null,
  left: [],
  createdAt: '2026-03-02T09:00:00.000Z',
  emptying: null,
  open: 0,
  actions: 0,
  factsChange: 'c0',
  change: newChange(),
  ...more,
});

export const actionOf = (id: string, more: Partial<Action> = {}): Action => ({
  id,
  area: 'How we open meetings',
  activities: 'Ask each family what they would like to happen',
  who: [priya],
  support: 'Time for the buddy',
  dueOn: '2026-04-01',
  heldUntil: null,
  timescale: 'By spring',
  outcome: 'Families speak first',
  status: 'todo',
  outcomeMet: null,
  outcomeSeen: '',
  createdBy: priya,
  createdAt: '2026-03-02T09:00:00.000Z',
  updatedBy: priya,
  updatedAt: '2026-03-02T09:00:00.000Z',
  removed: null,
  fingerprint: 'f'.repeat(64),
  change: newChange(),
  ...more,
});

const counts = (action: Action | undefined, sign: 1 | -1) =>
  !action || action.removed
    ? { open: 0, actions: 0 }
    : { open: action.status === 'done' ? 0 : sign, actions: sign };

const entryOf = (what: Entry['what'], about: string | null, change: string, at: string): Entry => ({
  id: change,
  about,
  at,
  by: priya,
  what,
  fields: about === null ? ['name'] : ['area'],
  moved: {},
});

/** The step that makes the plan's action what is given, from how both are now. */
export const actionStep = async (
  store: PlanStore,
  planId: string,
  actionId: string,
  more: Partial<Action>,
): Promise<Step> => {
  const { plan, action } = await store.readAction(planId, actionId);
  const [change, at] = [newChange(), newMoment()];
  const after: Action = { ...(action?.value ?? actionOf(actionId)), ...more, updatedAt: at, change };
  const before = plan?.value ?? planOf(planId);
  const [gone, come] = [counts(action?.value, -1), counts(after, 1)];
  const planAfter: Plan = {
    ...before,
    open: before.open + gone.open + come.open,
    actions: before.actions + gone.actions + come.actions,
    change,
  };
  const entry = entryOf(action ? 'changed' : 'added', actionId, change, at);
  return { plan: { before: plan, after: planAfter }, action: { before: action, after }, entry };
};

/** The step that changes the plan's own facts. */
export const planStep = async (store: PlanStore, planId: string, more: Partial<Plan>): Promise<Step> => {
  const plan: Stored<Plan> | null = await store.readPlan(planId);
  const change = newChange();
  const after: Plan = { ...(plan?.value ?? planOf(planId)), ...more, factsChange: change, change };
  return { plan: { before: plan, after }, action: null, entry: entryOf('set', null, change, newMoment()) };
};

export const removed = { by: priya, at: '2026-03-05T09:00:00.000Z', until: '2026-04-04' };
export const emptying = { by: sam, at: '2026-03-06T09:00:00.000Z' };
