import { describe, expect, test } from '@jest/globals';
import { addDays, type Day } from '../../bot/calendar/days.ts';
import { ann, ben, cat, north, reminderWorld, south } from '../helpers/reminder-world.ts';

/** Wednesday 14 October 2026, an ordinary working day in summer time. */
const day: Day = '2026-10-14';

describe('a sweep', () => {
  test('sends one digest to each person, whatever the number of their plans and roles', async () => {
    const world = reminderWorld();
    await world.put('a1', { dueOn: day, who: [ann, ben] });
    await world.put('a2', { dueOn: day, who: [ann] }, south);
    const swept = await world.sweep(day);
    expect(world.sent.map(({ person, lines }) => [person, lines.length]).sort()).toEqual([
      ['ann', 2],
      ['ben', 1],
      ['cat', 2],
    ]);
    expect(swept).toMatchObject({ not: null, covered: true, later: [], failed: [], unreached: [] });
    expect(swept.sent.toSorted()).toEqual(['ann', 'ben', 'cat']);
    expect(world.reminders.coveredDay).toBe(day);
    expect(world.reminders.leased).toBe(null);
  });

  test('sends nothing where nothing is due', async () => {
    const world = reminderWorld();
    await world.put('a1', { dueOn: addDays(day, 3) });
    expect((await world.sweep(day)).sent).toEqual([]);
    expect(world.reminders.calls).not.toContain('claim');
    expect(world.reminders.coveredDay).toBe(day);
  });

  test('of the same day again does nothing', async () => {
    const world = reminderWorld();
    await world.put('a1', { dueOn: day });
    await world.sweep(day);
    expect((await world.sweep(day, '16:00')).not).toBe('again');
    expect(world.sent).toHaveLength(2);
  });

  test.each([
    ['before the time of day', day, '07:29', 'yet'],
    ['on a Saturday', '2026-10-17', '09:00', 'workingDay'],
    ['on a bank holiday', '2026-12-28', '09:00', 'workingDay'],
  ])('%s does nothing and asks storage nothing', async (_when, on, time, not) => {
    const world = reminderWorld();
    await world.put('a1', { dueOn: on });
    expect((await world.sweep(on, time)).not).toBe(not);
    expect(world.reminders.calls).toEqual([]);
  });

  test.each([
    ['the last day of summer time', '2026-10-23', '07:29', '07:30'],
    ['the first day of winter time', '2026-10-26', '08:29', '08:30'],
    ['the last day of winter time', '2026-03-27', '08:29', '08:30'],
    ['the first day of summer time', '2026-03-30', '07:29', '07:30'],
  ])('is due at half past eight by the clock on the wall on %s', async (_what, on, before, from) => {
    const world = reminderWorld();
    await world.put('a1', { dueOn: on });
    expect((await world.sweep(on, before)).not).toBe('yet');
    expect((await world.sweep(on, from)).sent.toSorted()).toEqual(['ann', 'cat']);
  });

  test('after days on which the server was down says once what fell due meanwhile', async () => {
    const world = reminderWorld();
    await world.sweep('2026-10-13');
    for (const [id, dueOn] of [
      ['a1', '2026-10-14'],
      ['a2', '2026-10-15'],
      ['a3', '2026-10-16'],
      ['a4', '2026-10-17'],
    ] as const)
      await world.put(id, { dueOn });
    const swept = await world.sweep('2026-10-19');
    expect(swept.span).toEqual({ after: '2026-10-13', until: '2026-10-19' });
    expect(world.heard('ann')).toEqual({ '2026-10-19': ['named a1', 'named a2', 'named a3', 'named a4'] });
    await world.sweep('2026-10-20');
    expect(Object.keys(world.heard('ann'))).toEqual(['2026-10-19']);
  });

  test('after a year away reminds of five weeks, not of all', async () => {
    const world = reminderWorld();
    await world.sweep('2025-10-14');
    await world.put('old', { dueOn: '2026-08-12' });
    await world.put('new', { dueOn: '2026-10-09' });
    const { span } = await world.sweep(day);
    expect(span).toEqual({ after: '2026-09-09', until: day });
    expect(world.heard('ann')).toEqual({ [day]: ['named new'] });
  });

  test('is the first ever: the days since the working day before', async () => {
    const world = reminderWorld();
    await world.put('a1', { dueOn: '2026-10-10' });
    expect((await world.sweep('2026-10-12')).span).toEqual({ after: '2026-10-09', until: '2026-10-12' });
    expect(world.heard('ann')).toEqual({ '2026-10-12': ['named a1'] });
  });
});

describe('where the clock moved', () => {
  test('forward and back again, nobody is left without reminders until then', async () => {
    const world = reminderWorld();
    await world.put('a1', { dueOn: day });
    await world.sweep('2026-12-01');
    expect(world.reminders.coveredDay).toBe('2026-12-01');
    await world.sweep(day);
    expect(world.heard('ann')).toEqual({ [day]: ['named a1'] });
    expect(world.reminders.coveredDay).toBe(day);
  });

  test('a day that was told ahead of time is not told twice to one person', async () => {
    const world = reminderWorld();
    const next = addDays(day, 1);
    await world.put('a1', { dueOn: day });
    await world.put('a2', { dueOn: next });
    await world.sweepAll([next, day, next]);
    expect(world.sent.filter(({ person }) => person === 'ann').map(({ day: of }) => of)).toEqual([next, day]);
  });

  test('a sweep by hand for a day that is over sends nothing', async () => {
    const world = reminderWorld();
    await world.sweep(day);
    await world.put('a1', { dueOn: '2026-10-13' });
    const swept = await world.server()('2026-10-13T09:00:00.000Z', { dryRun: false });
    expect(swept.not).toBe('again');
    expect(world.sent).toEqual([]);
  });
});

describe('somebody who is owner and manager at once', () => {
  test('hears as both, once a day', async () => {
    const world = reminderWorld();
    await world.plan({ managers: [ann] });
    await world.put('a1', { dueOn: day });
    await world.put('a2', { dueOn: null });
    const days = Array.from({ length: 60 }, (_, n) => addDays('2026-10-05', n));
    // Each morning they press something.
    for (const each of days) {
      await world.sweep(each);
      world.choose('ann', { unanswered: 0 });
    }
    const named = Object.entries(world.heard('ann')).flatMap(([on, lines]) =>
      lines.filter((line) => line.endsWith('a1')).map((line) => `${on} ${line}`),
    );
    expect(named).toEqual([
      '2026-10-07 named a1',
      '2026-10-12 named a1',
      '2026-10-14 named a1',
      '2026-10-15 named a1',
      '2026-10-19 named a1',
      '2026-10-21 named a1',
      '2026-10-26 named a1',
      '2026-10-28 named a1',
      '2026-11-02 named a1',
      '2026-11-04 named a1',
      '2026-11-09 named a1',
      '2026-11-16 stillRight a1',
    ]);
    expect(world.heard('ann')['2026-10-05']).toEqual(['named a2']);
  });
});

describe('between collecting and sending', () => {
  /** Something happens once everybody was collected: the ledger is read right after it. */
  const meanwhile = (world: ReturnType<typeof reminderWorld>, happens: () => Promise<unknown>) => {
    world.reminders.beforeCall = async (what) => {
      if (what !== 'ledger') return;
      world.reminders.beforeCall = () => {};
      await happens();
    };
  };
  const lying = { by: ann, at: '2026-10-14T07:30:00.000Z', until: '2026-11-13' };

  test.each([
    ['done', { status: 'done' as const }],
    ['deleted', { removed: lying }],
    ['moved to another day', { dueOn: '2026-12-01' }],
    ['put on hold', { heldUntil: '2026-11-20' }],
    ['given to somebody else', { who: [] }],
  ])('an action that was %s is not named', async (_what, change) => {
    const world = reminderWorld();
    await world.plan({ managers: [] });
    await world.put('a1', { dueOn: day });
    await world.put('a2', { dueOn: day });
    meanwhile(world, () => world.put('a1', change));
    await world.sweep(day);
    expect(world.heard('ann')).toEqual({ [day]: ['named a2'] });
  });

  test('a plan that is being emptied says nothing, and another is not held up', async () => {
    const world = reminderWorld();
    await world.put('a1', { dueOn: day });
    await world.put('a2', { dueOn: day }, south);
    meanwhile(world, () => world.plan({ emptying: { by: cat, at: '2026-10-14T07:30:00.000Z' } }));
    await world.sweep(day);
    expect(world.heard('ann')).toEqual({ [day]: ['named a2'] });
  });

  test('an owner who left is not written to; a manager who went neither; who stays is', async () => {
    const world = reminderWorld();
    await world.plan({ managers: [cat] });
    await world.put('a1', { dueOn: day, who: [ann, ben] });
    meanwhile(world, () => world.plan({ left: ['ann', 'cat'] }));
    await world.sweep(day);
    expect(world.sent.map(({ person }) => person)).toEqual(['ben']);
  });

  test('what somebody chose meanwhile counts, and is not overwritten', async () => {
    const world = reminderWorld();
    await world.put('a1', { dueOn: day });
    world.teams = async ({ person }) => {
      // As another server would: between the reading and the writing of this one.
      const { reminders, etag } = await world.reminders.find(person);
      const choice = { mode: 'mondays' as const, pausedUntil: null };
      await world.reminders.save(person, { ...reminders, choice }, etag);
      return 'taken';
    };
    await world.sweep(day);
    expect(world.of('ann')).toMatchObject({ choice: { mode: 'mondays' }, unanswered: 1, last: { day } });
  });
});

describe('an entry of an index', () => {
  const stray = (actionId: string, writtenAt: string) => ({
    index: 'due' as const,
    key: `${day}:${actionId}`,
    planId: north,
    actionId,
    day,
    writtenAt,
  });

  test('that leads nowhere names nothing, and goes once it is over an hour old', async () => {
    const world = reminderWorld();
    await world.put('moved', { dueOn: '2026-12-01' });
    world.plans.strayDue = [
      stray('gone', '2026-10-13T08:30:00.000Z'),
      stray('moved', '2026-10-13T08:30:00.000Z'),
      stray('young', '2026-10-14T08:00:00.000Z'),
    ];
    const swept = await world.sweep(day);
    expect(world.sent).toEqual([]);
    expect(swept.dropped).toBe(2);
    expect(world.plans.dropped.map(({ actionId }) => actionId)).toEqual(['gone', 'moved']);
  });

  test('twice about one action names it once', async () => {
    const world = reminderWorld();
    await world.put('a1', { dueOn: day });
    world.plans.strayDue = [stray('a1', '2026-10-13T08:30:00.000Z')];
    await world.sweep(day);
    expect(world.heard('ann')).toEqual({ [day]: ['named a1'] });
  });
});

test('a plan without managers reminds its owners alone', async () => {
  const world = reminderWorld();
  await world.plan({ managers: [] });
  await world.put('a1', { dueOn: day });
  await world.put('a2', { dueOn: day, who: [] });
  await world.sweep(day);
  expect(world.sent.map(({ person }) => person)).toEqual(['ann']);
});

describe('a dry run', () => {
  test('says who would hear, and writes and sends nothing at all', async () => {
    const world = reminderWorld();
    await world.put('a1', { dueOn: day });
    await world.put('quiet', { dueOn: day, who: [ben] });
    world.choose('ben', { unanswered: 3 });
    world.plans.strayDue = [
      { index: 'due', key: 'x', planId: north, actionId: 'gone', day, writtenAt: '2026-01-01T00:00:00.000Z' },
    ];
    const before = world.reminders.all();
    const swept = await world.server()(`${day}T09:00:00.000Z`, { dryRun: true });
    expect(swept).toMatchObject({ not: null, sent: ['ann', 'cat'], covered: false, dropped: 0 });
    expect(world.sent).toEqual([]);
    expect(world.reminders.all()).toEqual(before);
    expect(world.plans.strayDue).toHaveLength(1);
    expect(new Set(world.reminders.calls)).toEqual(new Set(['covered', 'ledger', 'notes', 'find']));
  });
});
