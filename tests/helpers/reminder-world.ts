import type { Day } from '../../bot/calendar/days.ts';
import { workingDays } from '../../bot/calendar/working-days.ts';
import type { Named } from '../../bot/plan/contract.ts';
import type { Action, Plan } from '../../bot/plan/record.ts';
import type { PlanStore } from '../../bot/plan/store.ts';
import type { Digest } from '../../bot/reminders/digest.ts';
import type { Reminders } from '../../bot/reminders/record.ts';
import { standardReminders } from '../../bot/reminders/record.ts';
import { createSweep, type SendDigest, type SweepParts } from '../../bot/reminders/sweep.ts';
import type { Swept } from '../../bot/reminders/swept.ts';
import { planMemory } from './plan-memory.ts';
import { reflectionMemory, reminderMemory } from './reminder-memory.ts';

export const ann: Named = { id: 'ann', name: 'Ann' };
export const ben: Named = { id: 'ben', name: 'Ben' };
export const cat: Named = { id: 'cat', name: 'Cat' };
export const north = '19:north@thread.tacv2';
export const south = '19:south@thread.tacv2';

/** England's bank holidays around the cases. */
const holidays = new Set(['2026-12-25', '2026-12-28', '2027-01-01', '2027-03-26', '2027-03-29']);
export const isWorking = workingDays((day) => holidays.has(day));

let changes = 0;
const newChange = (): string => `change-${++changes}`;

/** Writes a plan's facts; what is left out stays. */
export const putPlan = async (plans: PlanStore, id: string, more: Partial<Plan> = {}): Promise<void> => {
  const before = await plans.readPlan(id);
  const known = before?.value ?? newPlan(id);
  const after = { ...known, ...more, change: newChange() };
  await saved(plans.commit({ plan: { before, after }, action: null, entry: null }));
};

/** Writes an action, and its plan where there is none; what is left out stays. */
export const putAction = async (
  plans: PlanStore,
  planId: string,
  id: string,
  more: Partial<Action> = {},
): Promise<void> => {
  if ((await plans.readPlan(planId)) === null) await putPlan(plans, planId);
  const { plan, action } = await plans.readAction(planId, id);
  if (plan === null) throw new Error('no plan');
  const change = newChange();
  const after = { ...(action?.value ?? newAction(id)), ...more, change };
  await saved(
    plans.commit({
      plan: { before: plan, after: { ...plan.value, change } },
      action: { before: action, after },
      entry: null,
    }),
  );
};

const saved = async (commit: Promise<'saved' | 'conflict'>): Promise<void> => {
  if ((await commit) !== 'saved') throw new Error('not saved');
};

const newPlan = (id: string): Plan => ({
  id,
  name: 'North Locality',
  managers: [cat],
  guestsRead: false,
  tabChannel: null,
  left: [],
  createdAt: '2026-03-02T09:00:00.000Z',
  emptying: null,
  open: 0,
  actions: 0,
  factsChange: '',
  change: '',
});

const newAction = (id: string): Action => ({
  id,
  area: 'Meetings',
  activities: '',
  who: [ann],
  support: '',
  dueOn: null,
  heldUntil: null,
  timescale: '',
  outcome: '',
  status: 'todo',
  outcomeMet: null,
  outcomeSeen: '',
  createdBy: ann,
  createdAt: '2026-03-02T09:00:00.000Z',
  updatedBy: ann,
  updatedAt: '2026-03-02T09:00:00.000Z',
  removed: null,
  fingerprint: '',
  change: '',
});

export type Outcome = Awaited<ReturnType<SendDigest>>;

/** Plans and reminders in memory, a Teams that does as it is told, and servers that sweep. */
export const reminderWorld = () => {
  const plans = planMemory();
  const reminders = reminderMemory();
  const reflections = reflectionMemory();
  const clock = { now: '2026-10-01T06:00:00.000Z' };
  const sent: Digest[] = [];
  const reported: unknown[] = [];
  let ids = 0;

  const place = (person: string) => ({
    serviceUrl: 'https://teams.test/',
    conversationId: `chat of ${person}`,
    activityId: `digest ${sent.length}`,
  });
  const world = {
    plans,
    reminders,
    reflections,
    clock,
    /** What Teams took, in order. */
    sent,
    reported,
    /** What becomes of a digest; `taken` unless told otherwise. */
    teams: (async () => 'taken') as (digest: Digest) => Promise<'taken' | Outcome>,
    parts: null as unknown as SweepParts,
    put: (id: string, more: Partial<Action> = {}, planId = north) => putAction(plans, planId, id, more),
    plan: (more: Partial<Plan>, planId = north) => putPlan(plans, planId, more),
    choose: (person: string, more: Partial<Reminders>) =>
      reminders.people.set(person, { ...(reminders.people.get(person) ?? standardReminders), ...more }),
    of: (person: string): Reminders => reminders.people.get(person) ?? standardReminders,
    /** What this person was sent of, as `kind action`, by day. */
    heard: (person: string): Record<Day, string[]> =>
      Object.fromEntries(
        sent
          .filter((digest) => digest.person === person)
          .map(({ day, lines }) => [day, lines.map(({ actionId, kind }) => `${kind} ${actionId}`)]),
      ),
    server: (more: Partial<SweepParts> = {}) => createSweep({ ...world.parts, ...more }),
    /** A sweep at half past eight in London (winter and summer differ by an hour), or at the given time in UTC. */
    sweep: (day: Day, time = '08:30') => {
      clock.now = `${day}T${time}:00.000Z`;
      return world.server()(clock.now, { dryRun: false });
    },
    /** All sweeps of these days, in order. */
    sweepAll: async (days: readonly Day[]): Promise<Swept[]> => {
      const swept: Swept[] = [];
      for (const day of days) swept.push(await world.sweep(day));
      return swept;
    },
  };
  world.parts = {
    plans,
    reminders,
    reflections,
    isWorking,
    timeZone: 'Europe/London',
    reminderTime: '08:30',
    now: () => clock.now,
    newId: () => {
      ids += 1;
      return `sweep-${ids}`;
    },
    report: (error) => reported.push(error),
    send: async (digest, still) => {
      if (!(await still())) return 'later';
      const outcome = await world.teams(digest);
      if (outcome !== 'taken') return outcome;
      sent.push(structuredClone(digest));
      return { place: place(digest.person) };
    },
  };
  return world;
};
export type ReminderWorld = ReturnType<typeof reminderWorld>;
