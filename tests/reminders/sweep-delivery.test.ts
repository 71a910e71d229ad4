import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, type Day } from '../../bot/calendar/days.ts';
import { type Outcome, type ReminderWorld, reminderWorld } from '../helpers/reminder-world.ts';

const day: Day = '2026-10-14';
const next = addDays(day, 1);

/** That many people, each with an action of their own that is due on the day; no managers. */
const crowd = async (world: ReminderWorld, size: number, dueOn: Day = day): Promise<string[]> => {
  await world.plan({ managers: [] });
  const people = Array.from({ length: size }, (_, n) => `p${String(n).padStart(5, '0')}`);
  for (const id of people) await world.put(`of-${id}`, { dueOn, who: [{ id, name: 'Somebody' }] });
  return people;
};
const recipients = (world: ReminderWorld): string[] => world.sent.map(({ person }) => person);
const settled = (world: ReminderWorld): string[] =>
  [...world.reminders.entries.values()].flatMap(({ person, delivery }) =>
    delivery === 'sent' ? [person] : [],
  );

describe('a sweep that ends in the middle', () => {
  test('is taken up by the next: who had it is left out, who was only claimed gets it', async () => {
    const world = reminderWorld();
    const people = await crowd(world, 250);
    world.clock.now = `${day}T08:30:00.000Z`;
    // As a process that dies: some are settled, some claimed, and the lease was never given back.
    await world.reminders.claim(day, people.slice(0, 100), 'dead', world.clock.now);
    for (const person of people.slice(0, 60)) {
      await world.reminders.settle({ person, day, holder: 'dead', claimedAt: '', delivery: 'sent' });
    }
    await world.reminders.lease('dead', world.clock.now, `${day}T08:35:00.000Z`);
    expect((await world.sweep(day, '08:34')).not).toBe('alone');
    const swept = await world.sweep(day, '08:36');
    expect(recipients(world).toSorted()).toEqual(people.slice(60));
    expect(swept.covered).toBe(true);
  });

  test('after Teams had taken a digest and before that was settled: nobody gets it twice', async () => {
    const world = reminderWorld();
    await crowd(world, 3);
    world.reminders.beforeCall = (what) => {
      if (what === 'settle') throw new Error('storage is away');
    };
    const first = await world.sweep(day);
    expect(first.failed).toHaveLength(3);
    expect(first.covered).toBe(false);
    world.reminders.beforeCall = () => {};
    // Another process: it knows only what is stored.
    const second = await world.sweep(day, '08:40');
    expect(second).toMatchObject({ covered: true, failed: [], later: [] });
    expect(recipients(world)).toHaveLength(3);
    expect(settled(world)).toHaveLength(3);
  });

  test('with storage away right after Teams took them: the same server sends nothing twice', async () => {
    const world = reminderWorld();
    await crowd(world, 3);
    const server = world.server();
    world.clock.now = `${day}T08:30:00.000Z`;
    world.reminders.beforeCall = (what) => {
      if (what === 'save' || what === 'settle') throw new Error('storage is away');
    };
    expect((await server(world.clock.now, { dryRun: false })).failed).toHaveLength(3);
    world.reminders.beforeCall = () => {};
    expect((await server(world.clock.now, { dryRun: false })).sent).toHaveLength(3);
    expect(recipients(world)).toHaveLength(3);
    expect(world.of('p00000')).toMatchObject({ unanswered: 1, last: { day } });
  });

  test('because the server stops: what is under way ends, the rest is for the next', async () => {
    const world = reminderWorld();
    const people = await crowd(world, 500);
    const stop = new AbortController();
    let asked = 0;
    world.teams = async () => {
      asked += 1;
      if (asked === 150) stop.abort();
      return 'taken';
    };
    world.clock.now = `${day}T08:30:00.000Z`;
    const how = { dryRun: false, signal: stop.signal };
    const first = await world.server()(world.clock.now, how);
    expect(first.covered).toBe(false);
    expect(first.sent.length + first.later.length).toBe(people.length);
    expect(world.reminders.leased).toBe(null);
    await world.sweep(day, '08:31');
    expect(recipients(world).toSorted()).toEqual(people);
  });
});

describe('two servers at once', () => {
  test('one sends, the other leaves it alone', async () => {
    const world = reminderWorld();
    const people = await crowd(world, 250);
    world.clock.now = `${day}T08:30:00.000Z`;
    const how = { dryRun: false };
    const both = [world.server(), world.server()].map((server) => server(world.clock.now, how));
    const nots = (await Promise.all(both)).map(({ not }) => not);
    expect(nots.toSorted()).toEqual(['alone', null]);
    expect(recipients(world).toSorted()).toEqual(people);
  });

  test('one that lost its lease sends nothing more and covers nothing', async () => {
    const world = reminderWorld();
    await crowd(world, 400);
    const people = world.plans.actions('19:north@thread.tacv2').flatMap(({ who }) => who.map(({ id }) => id));
    let asked = 0;
    world.teams = async () => {
      asked += 1;
      if (asked === 120) {
        // Ten minutes pass without a sign of life; another server takes over, and its clock is right.
        world.clock.now = `${day}T08:42:00.000Z`;
        await world.reminders.lease('other', world.clock.now, `${day}T08:47:00.000Z`);
      }
      return 'taken';
    };
    const swept = await world.sweep(day);
    expect(swept.covered).toBe(false);
    expect(recipients(world).length).toBeLessThan(400);
    expect(swept.later.length + recipients(world).length).toBe(400);
    expect(world.reminders.leased?.holder).toBe('other');
    world.teams = async () => 'taken';
    await world.sweep(day, '08:50');
    expect(recipients(world).toSorted()).toEqual(people.toSorted());
  });
});

describe('whom Teams does not take for now', () => {
  test('the next sweep of the day tries again, and nobody else gets another', async () => {
    const world = reminderWorld();
    await crowd(world, 5);
    world.teams = async ({ person }) => (person === 'p00002' ? 'later' : 'taken');
    const first = await world.sweep(day);
    expect(first).toMatchObject({ later: ['p00002'], covered: false });
    world.teams = async () => 'taken';
    expect(await world.sweep(day, '08:40')).toMatchObject({ sent: ['p00002'], covered: true });
    expect(recipients(world)).toHaveLength(5);
  });

  test('the day after catches up, and nobody hears again of what yesterday’s digest named', async () => {
    const world = reminderWorld();
    await crowd(world, 3);
    await world.put('tomorrow', { dueOn: next, who: [{ id: 'p00001', name: '' }] });
    world.teams = async ({ person }) => (person === 'p00002' ? 'later' : 'taken');
    await world.sweep(day);
    world.teams = async () => 'taken';
    await world.sweep(next);
    expect(world.heard('p00000')).toEqual({ [day]: ['named of-p00000'] });
    expect(world.heard('p00001')).toEqual({ [day]: ['named of-p00001'], [next]: ['named tomorrow'] });
    expect(world.heard('p00002')).toEqual({ [next]: ['named of-p00002'] });
  });

  test('notes that one digest has said are not said by the next', async () => {
    const world = reminderWorld();
    await crowd(world, 2);
    await world.plan({ managers: [{ id: 'p00000', name: '' }] });
    world.choose('p00009', { unreached: { since: day, reason: 'blocked' } });
    const note = { person: 'p00000', kind: 'unreached', actionId: '', about: 'p00009' } as const;
    await world.reminders.note({ ...note, day, planId: '19:north@thread.tacv2' });
    world.teams = async ({ person }) => (person === 'p00001' ? 'later' : 'taken');
    await world.sweep(day);
    await world.put('more', { dueOn: next });
    world.teams = async () => 'taken';
    await world.sweep(next);
    const told = world.sent
      .filter(({ person }) => person === 'p00000')
      .map(({ unreached }) => unreached.length);
    expect(told).toEqual([1, 0]);
  });
});

describe('one person’s fault', () => {
  test('stops nobody else’s digest, is reported, and is tried again', async () => {
    const world = reminderWorld();
    const people = await crowd(world, 120);
    world.reminders.beforeCall = (what, about) => {
      if (what === 'find' && about === 'p00050') throw new Error('a row that cannot be read');
    };
    const first = await world.sweep(day);
    expect(first).toMatchObject({ failed: ['p00050'], covered: false });
    expect(recipients(world)).toHaveLength(119);
    expect(world.reported).toHaveLength(1);
    world.reminders.beforeCall = () => {};
    await world.sweep(day, '09:00');
    expect(recipients(world).toSorted()).toEqual(people);
  });

  test('that lasts makes the days of everybody longer for a week at most', async () => {
    const world = reminderWorld();
    await crowd(world, 2);
    world.reminders.beforeCall = (what, about) => {
      if (what === 'find' && about === 'p00001') throw new Error('a row that cannot be read');
    };
    const spans: number[] = [];
    for (let n = 0; n < 40; n += 1) {
      const { span } = await world.sweep(addDays(day, n), '09:00');
      if (span) spans.push((Date.parse(span.until) - Date.parse(span.after)) / 86_400_000);
    }
    expect(Math.max(...spans)).toBeLessThanOrEqual(8);
    expect(recipients(world).filter((person) => person === 'p00000')).toHaveLength(3);
  });

  test('an action that cannot be read keeps nobody from the others of its plan', async () => {
    const world = reminderWorld();
    await crowd(world, 3);
    const { readActions } = world.plans;
    world.plans.readActions = async (planId, ids) => {
      if (ids.includes('of-p00001')) throw new Error('a row that cannot be read');
      return readActions(planId, ids);
    };
    const swept = await world.sweep(day);
    expect(recipients(world)).toEqual(['p00000', 'p00002']);
    expect(swept.covered).toBe(false);
    expect(world.reported).toHaveLength(1);
  });

  test('a batch that could not be claimed leaves the others theirs', async () => {
    const world = reminderWorld();
    await crowd(world, 250);
    let claims = 0;
    world.reminders.beforeCall = (what) => {
      if (what !== 'claim') return;
      claims += 1;
      if (claims === 2) throw new Error('storage is away');
    };
    expect((await world.sweep(day)).later).toHaveLength(50);
    expect((await world.sweep(day, '08:31')).sent).toHaveLength(50);
    expect(new Set(recipients(world)).size).toBe(250);
  });
});

describe('the pace', () => {
  test('the next batch is made while the last is being sent, and at most 300 are under way', async () => {
    const world = reminderWorld();
    await crowd(world, 1_000);
    let underWay = 0;
    const seen: number[] = [];
    world.teams = async () => {
      underWay += 1;
      seen.push(underWay);
      // One after another, as answers come.
      await new Promise((resolve) => setTimeout(resolve, 2 + (seen.length % 20)));
      underWay -= 1;
      return 'taken';
    };
    const claimedAt: number[] = [];
    world.reminders.beforeCall = (what) => {
      if (what === 'claim') claimedAt.push(underWay);
    };
    await world.sweep(day);
    expect(recipients(world)).toHaveLength(1_000);
    expect(Math.max(...seen)).toBeLessThanOrEqual(300);
    // Some are made side by side to begin with.
    expect(claimedAt.slice(4).every((sending) => sending > 0)).toBe(true);
  });

  test('a digest costs three calls of the reminders’ storage, and of the plans’ one for a batch', async () => {
    const world = reminderWorld();
    await crowd(world, 200);
    world.plans.calls.length = 0;
    await world.sweep(day);
    const count = (what: string) => world.reminders.calls.filter((call) => call === what).length;
    expect([count('find'), count('save'), count('settle'), count('claim')]).toEqual([200, 200, 200, 4]);
    expect(world.plans.calls.filter((call) => call === 'readPlan')).toHaveLength(4);
  });
});

test('whatever Teams and storage do, each digest goes out once, and in the end to everybody', async () => {
  const fates = fc.array(fc.constantFrom<'taken' | Outcome | 'throw'>('taken', 'later', 'throw'), {
    minLength: 0,
    maxLength: 60,
  });
  const faults = fc.array(fc.constantFrom('find', 'claim', 'settle', 'save', 'lease', 'ledger', 'none'), {
    maxLength: 8,
  });
  await fc.assert(
    fc.asyncProperty(fates, faults, fc.integer({ min: 1, max: 130 }), async (teams, storage, size) => {
      const world = reminderWorld();
      const people = await crowd(world, size);
      const server = world.server();
      world.teams = async () => {
        const fate = teams.shift() ?? 'taken';
        if (fate === 'throw') throw new Error('no answer');
        return fate;
      };
      for (let round = 0; round < 20; round += 1) {
        const fault = storage.shift() ?? 'none';
        let calls = 0;
        world.reminders.beforeCall = (what) => {
          if (what === fault && ++calls % 2 === 1) throw new Error('storage is away');
        };
        world.clock.now = `${day}T09:${String(round * 2).padStart(2, '0')}:00.000Z`;
        await server(world.clock.now, { dryRun: false }).catch(() => {});
      }
      expect(recipients(world).toSorted()).toEqual(people);
      expect(world.reminders.coveredDay).toBe(day);
    }),
    { seed: 11, numRuns: 60 },
  );
});
