import { randomUUID } from 'node:crypto';
import { addDays } from '../../bot/calendar/days.ts';
import { workingDays } from '../../bot/calendar/working-days.ts';
import type { ReflectionDays } from '../../bot/reminders/reflection-days.ts';
import { createSweep } from '../../bot/reminders/sweep.ts';
import { connect } from '../../bot/tables/client.ts';
import { TablePeople } from '../../bot/tables/people.ts';
import { TablePlans } from '../../bot/tables/plans.ts';
import { TableReminders } from '../../bot/tables/reminders.ts';
import { teamEntity } from '../../bot/tables/roster-rows.ts';
import type { Entity } from '../../bot/tables/sizes.ts';
import { openWire } from '../tables/wire.ts';
import { type Line, line, median } from './lines.ts';
import { withKeyedAzurite } from './sweep-azurite.ts';
import { farFrom, planWith, teamAt } from './sweep-plans.ts';
import { rowsOfWholePlan, writeRows } from './sweep-rows.ts';

const sizes = { few: 10_000, many: 200_000 } as const;
type Size = keyof typeof sizes;

/** A Monday, on which a sweep looks at most days. */
const monday = '2026-06-08';
/** What each of the first hundred plans has due, so a thousand in all; the same in both sizes. */
const due = { plans: 100, actions: 10 };
const actionsOfPlan = 100;
const owners = 500;
const measured = 5;

/** What a sweep costs where much is kept that is not due, against the same with little of it. */
export const measureSweepScale = (): Promise<Line[]> =>
  withKeyedAzurite(async (azurite) => {
    const from = performance.now();
    const open = await connect(azurite);
    let rows = 0;
    for (const size of ['few', 'many'] as const) {
      const table = open(plansOf[size]);
      await table.ensure();
      rows += await writeRows(table, rowsOf(sizes[size]));
    }
    const directory = open('people');
    await directory.ensure();
    rows += await writeRows(directory, teams(sizes.many));
    const seededInMs = performance.now() - from;

    const wire = await openWire(azurite.port);
    const calls = { few: 0, many: 0 };
    const times: Record<Size, number[]> = { few: [], many: [] };
    try {
      for (const size of ['few', 'many'] as const) {
        wire.listen();
        await sweepOf(size, wire);
        calls[size] = wire.calls.length;
      }
    } finally {
      await wire.close();
    }
    for (let number = 0; number < measured; number += 1) {
      for (const size of ['few', 'many'] as const) times[size].push(await sweepOf(size, azurite));
    }
    return [
      line('sweep.scale.rows_seeded', rows, 'rows'),
      line('sweep.scale.seeding', seededInMs, 'ms'),
      line('sweep.scale.storage_calls', calls.many, 'calls', calls.few),
      line('sweep.scale', median(times.many), 'ms', median(times.few)),
    ];
  });

const plansOf: Record<Size, string> = { few: 'plansfew', many: 'plansmany' };

function* rowsOf(actions: number): Generator<Entity> {
  for (let number = 0; number < actions / actionsOfPlan; number += 1) {
    const { plan, actions: own } = planWith(
      number,
      Array.from({ length: actionsOfPlan }, (_, place) => {
        const isDue = number < due.plans && place < due.actions;
        const owner = (number * due.actions + place) % owners;
        // A week ahead, on the day, or one to three weeks past.
        return {
          owner,
          dueOn: isDue ? addDays(monday, 7 - 7 * (place % 5)) : farFrom(monday, number + place),
        };
      }),
    );
    yield* rowsOfWholePlan(plan, own);
  }
}

function* teams(actions: number): Generator<Entity> {
  for (let number = 0; number < actions / actionsOfPlan; number += 1) {
    yield teamEntity(teamAt('https://teams.example/', number));
  }
}

let sweeps = 0;

/** One sweep of the day, by a Teams that takes everything at once; how long it took, in milliseconds. */
const sweepOf = async (size: Size, storage: { connectionString: string }): Promise<number> => {
  const open = await connect(storage);
  sweeps += 1;
  const table = open(`reminders${sweeps}`);
  await table.ensure();
  const onLeftover = (fault: unknown): never => {
    throw fault;
  };
  const directory = new TablePeople(open('people'));
  const sweep = createSweep({
    knows: async (planId) => (await directory.team(planId)) !== null,
    plans: new TablePlans(open(plansOf[size]), { newId: randomUUID, onLeftover }),
    reminders: new TableReminders(table, { onUnreadable: onLeftover }),
    reflections: noReflections,
    isWorking: workingDays(() => false),
    timeZone: 'Europe/London',
    reminderTime: '08:30',
    now: () => new Date().toISOString(),
    newId: randomUUID,
    report: onLeftover,
    send: async ({ person }) => ({
      place: { serviceUrl: 'https://teams.example/', conversationId: person, activityId: '1' },
    }),
  });
  const from = performance.now();
  const { sent, covered } = await sweep(`${monday}T09:00:00.000Z`, { dryRun: false });
  const ms = performance.now() - from;
  if (!covered || sent.length !== owners) throw new Error(`The sweep sent ${sent.length} digests.`);
  return ms;
};

const noReflections: ReflectionDays = {
  dueIn: async function* () {},
  holds: async () => false,
  forget: async () => {},
};
