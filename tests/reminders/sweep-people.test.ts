import { describe, expect, test } from '@jest/globals';
import { addDays, type Day } from '../../bot/calendar/days.ts';
import type { Note } from '../../bot/reminders/record.ts';
import { ann, ben, cat, north, reminderWorld, south } from '../helpers/reminder-world.ts';

/** Wednesday. */
const day: Day = '2026-10-14';
const weeks = (n: number): Day => addDays(day, 7 * n);
const days = (from: Day, count: number): Day[] => Array.from({ length: count }, (_, n) => addDays(from, n));

describe('after three digests without a press', () => {
  const silence = async () => {
    const world = reminderWorld();
    await world.put('a1', { dueOn: day });
    await world.put('a2', { dueOn: addDays(day, 3) });
    for (const each of days('2026-10-05', 12)) {
      await world.sweep(each);
      world.choose('cat', { unanswered: 0 });
    }
    return world;
  };

  test('their own stop', async () => {
    const world = await silence();
    expect(Object.keys(world.heard('ann'))).toEqual(['2026-10-07', '2026-10-12', '2026-10-14']);
    await world.sweepAll(days('2026-10-17', 30));
    expect(Object.keys(world.heard('ann'))).toHaveLength(3);
  });

  test('their manager’s next Monday says once that there is no word', async () => {
    const world = await silence();
    for (const each of days('2026-10-17', 30)) {
      await world.sweep(each);
      world.choose('cat', { unanswered: 0 });
    }
    const told = Object.entries(world.heard('cat')).flatMap(([on, lines]) =>
      lines.filter((line) => line.startsWith('noWord')).map((line) => `${on} ${line}`),
    );
    expect(told).toEqual(['2026-10-26 noWord a1', '2026-10-26 noWord a2']);
    expect(world.of('ann').quietTold).toBe(true);
  });

  test.each<[string, (world: Awaited<ReturnType<typeof silence>>) => unknown]>([
    ['who has pressed something since', (world) => world.choose('ann', { unanswered: 0, quietTold: false })],
    ['which somebody else has by then', (world) => world.put('a1', { who: [ben] })],
    ['that is on hold by then', (world) => world.put('a1', { heldUntil: '2026-12-01' })],
    ['that is done by then', (world) => world.put('a1', { status: 'done' })],
  ])('their manager hears nothing of the kind about an action %s', async (_what, meanwhile) => {
    const world = await silence();
    await world.put('a2', { status: 'done' });
    await world.sweepAll(days('2026-10-17', 6));
    expect(world.of('ann').quietTold).toBe(true);
    await meanwhile(world);
    await world.sweepAll(days('2026-10-23', 14));
    expect(JSON.stringify(world.heard('cat'))).not.toContain('noWord');
  });

  test('what they manage goes on', async () => {
    const world = await silence();
    await world.plan({ managers: [ann] }, south);
    await world.put('theirs', { dueOn: weeks(2), who: [ben] }, south);
    await world.sweepAll(days('2026-10-17', 14));
    expect(world.heard('ann')[weeks(2)]).toEqual(['named theirs']);
  });

  test('a press brings them back: one catch-up, then as before', async () => {
    const world = await silence();
    await world.sweepAll(days('2026-10-17', 13));
    await world.put('held', { dueOn: day, heldUntil: '2026-12-01' });
    await world.put('done', { dueOn: day, status: 'done' });
    await world.put('far', { dueOn: '2027-02-01' });
    world.choose('ann', { unanswered: 0, quietTold: false, catchUp: true });
    await world.reminders.note({
      day: '2026-10-30',
      person: 'ann',
      kind: 'catchUp',
      planId: '',
      actionId: '',
      about: '',
    });
    await world.sweepAll(['2026-10-30', '2026-11-02']);
    const heard = world.heard('ann');
    expect(heard['2026-10-30']).toEqual(['named a1', 'named a2']);
    // Two weeks after its day, a Saturday.
    expect(heard['2026-11-02']).toEqual(['named a2']);
    expect(world.of('ann').catchUp).toBe(false);
  });
});

describe('a pause', () => {
  test('is silence until that day, on which what fell due meanwhile is named', async () => {
    const world = reminderWorld();
    await world.plan({ managers: [] });
    world.choose('ann', { choice: { mode: 'everything', pausedUntil: '2026-10-29' } });
    await world.put('a1', { dueOn: day });
    await world.put('today', { dueOn: '2026-10-29' });
    await world.sweepAll(days('2026-10-05', 24));
    expect(world.sent).toEqual([]);
    await world.sweep('2026-10-29');
    expect(world.heard('ann')).toEqual({ '2026-10-29': ['named a1', 'named today'] });
    await world.sweepAll(days('2026-10-30', 7));
    expect(world.heard('ann')).toMatchObject({ [weeks(3)]: ['named a1'] });
  });

  test('of one plan leaves the others as they are', async () => {
    const world = reminderWorld();
    world.choose('ann', { plans: { [south]: { mode: 'everything', pausedUntil: '2026-12-01' } } });
    await world.put('a1', { dueOn: day });
    await world.put('a2', { dueOn: day }, south);
    await world.sweep(day);
    expect(world.heard('ann')).toEqual({ [day]: ['named a1'] });
  });

  test('keeps back what a manager is to be told until it is over', async () => {
    const world = reminderWorld();
    world.choose('cat', { choice: { mode: 'everything', pausedUntil: '2026-10-20' } });
    world.choose('ben', { unreached: { since: day, reason: 'blocked' } });
    await world.plan({});
    const note: Note = { day, person: 'cat', kind: 'unreached', planId: north, actionId: '', about: 'ben' };
    await world.reminders.note(note);
    await world.sweepAll(days(day, 8));
    expect(world.sent.map(({ day: on, unreached }) => [on, unreached.length])).toEqual([['2026-10-20', 1]]);
  });
});

const mondayNote = { person: 'ben', kind: 'catchUp', planId: '', actionId: '', about: '' } as const;

describe('what somebody chose', () => {
  test('Mondays only, for a plan, counts for that plan', async () => {
    const world = reminderWorld();
    world.choose('cat', { plans: { [north]: { mode: 'mondays', pausedUntil: null } } });
    await world.put('a1', { dueOn: day });
    await world.put('a2', { dueOn: day }, south);
    await world.sweepAll(days('2026-10-10', 8));
    expect(world.heard('cat')).toEqual({
      '2026-10-12': ['named a1', 'named a2'],
      '2026-10-14': ['named a2'],
      '2026-10-15': ['named a2'],
    });
  });

  test('Mondays only counts also for whom reminders do not reach, and for the end of a pause', async () => {
    const world = reminderWorld();
    await world.put('a1', { dueOn: '2026-10-13' });
    await world.put('a2', { dueOn: '2026-10-14', who: [ben] });
    world.teams = async ({ person }) => (person === 'ann' ? 'blocked' : 'taken');
    world.choose('cat', { choice: { mode: 'mondays', pausedUntil: null } });
    const { reminders } = world;
    world.choose('ben', { choice: { mode: 'mondays', pausedUntil: '2026-10-15' } });
    await reminders.note({ ...mondayNote, day: '2026-10-15' });
    await world.sweepAll(days('2026-10-12', 10));
    const told = world.sent.filter(({ unreached }) => unreached.length > 0);
    expect(told.map(({ person, day: on }) => `${person} ${on}`)).toEqual(['cat 2026-10-19']);
    expect(Object.keys(world.heard('cat'))).toEqual(['2026-10-12', '2026-10-19']);
    expect(world.heard('ben')).toEqual({ '2026-10-19': ['named a2'] });
  });

  test('an action that was on hold is named from that day on, for Mondays only from the Monday after', async () => {
    const world = reminderWorld();
    world.choose('cat', { choice: { mode: 'mondays', pausedUntil: null } });
    await world.put('a1', { dueOn: '2026-09-01', heldUntil: day });
    await world.sweepAll(days('2026-10-10', 20));
    const named = ['named a1'];
    expect(world.heard('ann')).toEqual({ [day]: named, '2026-10-21': named, '2026-10-28': named });
    expect(Object.keys(world.heard('cat'))[0]).toBe('2026-10-19');
  });
});

describe('whom reminders do not reach', () => {
  const blocked = async () => {
    const world = reminderWorld();
    await world.plan({ managers: [cat] }, south);
    await world.put('a1', { dueOn: day });
    await world.put('a2', { dueOn: '2027-05-03' }, south);
    world.teams = async ({ person }) => (person === 'ann' ? 'blocked' : 'taken');
    return world;
  };

  test('is recorded with the reason and since when', async () => {
    const world = await blocked();
    const [first] = await world.sweepAll(['2026-10-07', day]);
    expect(first?.unreached).toEqual([{ person: 'ann', reason: 'blocked' }]);
    expect(first?.covered).toBe(true);
    expect(world.of('ann')).toMatchObject({
      unreached: { since: '2026-10-07', reason: 'blocked' },
      unanswered: 0,
      last: null,
    });
  });

  test('each manager of theirs hears so once, on the next working day', async () => {
    const world = await blocked();
    await world.sweepAll(days('2026-10-01', 30));
    const told = world.sent.filter(({ unreached }) => unreached.length > 0);
    expect(
      told.map(({ person, day: on, unreached }) => [person, on, unreached.map(({ about }) => about)]),
    ).toEqual([['cat', '2026-10-08', ['ann']]]);
  });

  test('reached again, that is forgotten, also where a manager was still to be told', async () => {
    const world = await blocked();
    await world.sweep('2026-10-07');
    world.teams = async () => 'taken';
    world.choose('ann', { unreached: null });
    await world.sweep('2026-10-08');
    expect(world.sent.flatMap(({ unreached }) => unreached)).toEqual([]);
    await world.sweep(day);
    expect(world.of('ann').unreached).toBe(null);
  });

  test('a manager who no longer is one is not told', async () => {
    const world = await blocked();
    await world.sweep('2026-10-07');
    await world.plan({ managers: [ben] });
    await world.plan({ managers: [ben] }, south);
    await world.sweep('2026-10-08');
    expect(world.sent).toEqual([]);
  });
});

describe('reflections', () => {
  const waits = { person: 'ann', reflectionId: 'r1', kind: 'waits', day } as const;

  test('come in the same digest, to that person alone', async () => {
    const world = reminderWorld();
    await world.put('a1', { dueOn: day });
    world.reflections.mentions.push(waits);
    await world.sweep(day);
    expect(world.sent.map(({ person, reflections }) => [person, reflections])).toEqual([
      ['ann', [{ reflectionId: 'r1', kind: 'waits' }]],
      ['cat', []],
    ]);
  });

  test('left unopened say nothing of plans: they do not count towards the own stop', async () => {
    const world = reminderWorld();
    world.reflections.mentions.push(waits);
    await world.sweep(day);
    expect(world.of('ann')).toMatchObject({ unanswered: 0, last: { day } });
  });

  test('that no longer wait are not mentioned', async () => {
    const world = reminderWorld();
    world.reflections.mentions.push(waits);
    world.reminders.beforeCall = (what) => {
      if (what === 'ledger') world.reflections.mentions.length = 0;
    };
    await world.sweep(day);
    expect(world.sent).toEqual([]);
  });

  test('whose person is not reached are told to no manager', async () => {
    const world = reminderWorld();
    await world.put('a1', { dueOn: '2027-05-03' });
    world.reflections.mentions.push(waits);
    world.teams = async () => 'blocked';
    await world.sweep(day);
    expect([...world.reminders.notesKept]).toEqual([]);
  });

  test('are said after a weekend, and their entries go once the day is over', async () => {
    const world = reminderWorld();
    world.reflections.mentions.push({ ...waits, day: '2026-10-17' });
    await world.sweepAll(days('2026-10-16', 4));
    expect(world.sent.map(({ day: on }) => on)).toEqual(['2026-10-19']);
    expect(world.reflections.forgotten).toEqual(['2026-10-16', '2026-10-19']);
  });
});

test('an action whose owner has left needs one: its managers hear so each Monday, whenever it is due', async () => {
  const world = reminderWorld();
  await world.put('far', { dueOn: '2027-05-04', who: [ben] });
  await world.put('shared', { dueOn: '2027-05-04', who: [ann, ben] });
  await world.plan({ left: ['ben'] });
  await world.sweepAll(days('2026-10-05', 10));
  expect(world.heard('cat')).toEqual({ '2026-10-05': ['named far'], '2026-10-12': ['named far'] });
  expect(world.heard('ben')).toEqual({});
});

describe('a team that is gone', () => {
  test('is not in a catch-up either, nor in what a manager is told of people', async () => {
    const world = reminderWorld();
    await world.put('gone', { dueOn: '2026-10-12' }, south);
    await world.plan({ managers: [cat] }, south);
    const note = { day, planId: south, actionId: '', about: '' };
    await world.reminders.note({ ...note, person: 'ann', kind: 'catchUp', planId: '' });
    await world.reminders.note({ ...note, person: 'cat', kind: 'noWord', actionId: 'gone', about: 'ann' });
    await world.reminders.note({ ...note, person: 'cat', kind: 'unreached', about: 'ann' });
    const unreached = { since: '2026-10-01', reason: 'blocked' } as const;
    world.choose('ann', { catchUp: true, unreached });
    const server = world.server({ knows: async (planId) => planId !== south });
    await server(`${day}T09:00:00.000Z`, { dryRun: false });
    expect(world.sent).toEqual([]);
  });

  test('is not spoken of, and its index stays as it is', async () => {
    const world = reminderWorld();
    await world.put('a1', { dueOn: day });
    await world.put('a2', { dueOn: day }, south);
    const asked: string[] = [];
    const knows = async (planId: string) => {
      asked.push(planId);
      return planId !== north;
    };
    world.clock.now = `${day}T08:30:00.000Z`;
    const swept = await world.server({ knows })(world.clock.now, { dryRun: false });
    expect(swept.dropped).toBe(0);
    expect(world.heard('ann')).toEqual({ [day]: ['named a2'] });
    expect(asked.toSorted()).toEqual([north, south]);
  });
});
