import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, type Day } from '../../bot/calendar/days.ts';
import { workingDayBefore, workingDays } from '../../bot/calendar/working-days.ts';
import {
  dueDaysFor,
  type Mode,
  modes,
  type Owed,
  owed,
  type Role,
  type Span,
} from '../../bot/reminders/due.ts';

/** England's bank holidays around the cases below. */
const holidays = new Set([
  '2026-12-25',
  '2026-12-28',
  '2027-01-01',
  '2027-03-26',
  '2027-03-29',
  '2027-05-03',
]);
const isWorking = workingDays((day) => holidays.has(day));

/** Every sweep of a span of days, each on a working day and each covering all since the one before. */
const sweeps = (from: Day, days: number, down: readonly Day[] = []): Span[] => {
  const spans: Span[] = [];
  let after = workingDayBefore(from, isWorking);
  for (let n = 0; n < days; n += 1) {
    const until = addDays(from, n);
    if (!isWorking(until) || down.includes(until)) continue;
    spans.push({ after, until });
    after = until;
  }
  return spans;
};

type Facts = Partial<{ heldUntil: Day; hasOwner: boolean; mode: Mode; down: Day[] }>;

/** The days on which somebody hears of an action, with a mark on the one that asks. */
const heard = (role: Role, dueOn: Day | null, from: Day, days: number, facts: Facts = {}): string[] => {
  const action = { dueOn, heldUntil: facts.heldUntil ?? null, hasOwner: facts.hasOwner ?? true };
  return sweeps(from, days, facts.down).flatMap((span) => {
    const is: Owed | null = owed(role, action, facts.mode ?? 'everything', span, isWorking);
    return is === null ? [] : [is === 'named' ? span.until : `${span.until}?`];
  });
};

describe('an owner hears of an action', () => {
  test('a week before, on the day, then weekly three times', () => {
    expect(heard('owner', '2026-10-14', '2026-09-01', 120)).toEqual([
      '2026-10-07',
      '2026-10-14',
      '2026-10-21',
      '2026-10-28',
      '2026-11-04',
    ]);
  });

  test('on the next working day where one of these is a weekend or a bank holiday', () => {
    expect(heard('owner', '2026-12-26', '2026-12-01', 60)).toEqual([
      // The Saturday before.
      '2026-12-21',
      // Boxing Day, a Saturday, with its bank holiday on the Monday.
      '2026-12-29',
      '2027-01-04',
      '2027-01-11',
      '2027-01-18',
    ]);
  });

  test('only from the day on, or on Mondays alone, where they chose so', () => {
    expect(heard('owner', '2026-10-14', '2026-09-01', 120, { mode: 'due' })).toEqual([
      '2026-10-14',
      '2026-10-21',
      '2026-10-28',
      '2026-11-04',
    ]);
    expect(heard('owner', '2026-10-14', '2026-09-01', 120, { mode: 'mondays' })).toEqual([
      '2026-10-12',
      '2026-10-19',
      '2026-10-26',
      '2026-11-02',
      '2026-11-09',
    ]);
  });

  test('never without a date', () => {
    expect(heard('owner', null, '2026-09-01', 60)).toEqual([]);
  });

  test.each([
    ['a leap day', '2028-02-29', ['2028-02-22', '2028-02-29', '2028-03-07', '2028-03-14', '2028-03-21']],
    [
      'the end of a month',
      '2026-09-30',
      ['2026-09-23', '2026-09-30', '2026-10-07', '2026-10-14', '2026-10-21'],
    ],
    [
      'the clocks going back that weekend',
      '2026-10-26',
      ['2026-10-19', '2026-10-26', '2026-11-02', '2026-11-09', '2026-11-16'],
    ],
    [
      'the clocks going forward that weekend',
      '2027-03-30',
      ['2027-03-23', '2027-03-30', '2027-04-06', '2027-04-13', '2027-04-20'],
    ],
  ])('right across %s', (_what, dueOn, expected) => {
    expect(heard('owner', dueOn, addDays(dueOn, -40), 120)).toEqual(expected);
  });

  test('once, in one sweep, where the server was down over several of these days', () => {
    const down = ['2026-10-14', '2026-10-15', '2026-10-16', '2026-10-19', '2026-10-20', '2026-10-21'];
    expect(heard('owner', '2026-10-14', '2026-10-08', 15, { down })).toEqual(['2026-10-22']);
  });

  test('not while it is held; from the day until which it was on, as if that were its date', () => {
    expect(heard('owner', '2026-10-14', '2026-10-01', 60, { heldUntil: '2026-10-24' })).toEqual([
      '2026-10-26',
      '2026-11-02',
      '2026-11-09',
      '2026-11-16',
    ]);
  });

  test('a hold that ends before the date changes nothing after it', () => {
    expect(heard('owner', '2026-10-14', '2026-09-20', 60, { heldUntil: '2026-10-09' })).toEqual([
      '2026-10-09',
      '2026-10-14',
      '2026-10-21',
      '2026-10-28',
      '2026-11-04',
    ]);
  });
});

describe('a manager hears of an action', () => {
  test('on the Monday of its week, on its day, the working morning after, then four Mondays and one question', () => {
    expect(heard('manager', '2026-10-14', '2026-09-01', 120)).toEqual([
      '2026-10-12',
      '2026-10-14',
      '2026-10-15',
      '2026-10-19',
      '2026-10-26',
      '2026-11-02',
      '2026-11-09',
      '2026-11-16?',
    ]);
  });

  test('the one question also where the server was down over the last two Mondays', () => {
    const down = ['2026-11-09', '2026-11-10', '2026-11-11', '2026-11-12', '2026-11-13', '2026-11-16'];
    expect(heard('manager', '2026-10-14', '2026-11-03', 30, { down })).toEqual(['2026-11-17?']);
  });

  test('of one held for long from the day on which the hold ends, the question included', () => {
    expect(heard('manager', '2026-10-14', '2026-09-28', 130, { heldUntil: '2026-12-16' })).toEqual([
      '2026-12-16',
      '2026-12-17',
      '2026-12-21',
      '2026-12-29',
      '2027-01-04',
      '2027-01-11',
      '2027-01-18?',
    ]);
  });

  test('once where two of these fall together, and on the Tuesday where the Monday is a bank holiday', () => {
    expect(heard('manager', '2027-03-26', '2027-03-15', 21)).toEqual([
      '2027-03-22',
      // Good Friday itself, the working morning after it and the Monday, in one.
      '2027-03-30',
    ]);
  });

  test('each Monday while it has no date, or nobody’s name', () => {
    expect(heard('manager', null, '2026-10-05', 14)).toEqual(['2026-10-05', '2026-10-12']);
    expect(heard('manager', '2027-06-01', '2026-10-05', 14, { hasOwner: false })).toEqual([
      '2026-10-05',
      '2026-10-12',
    ]);
  });

  test('only from the day on, or on Mondays alone, where they chose so', () => {
    expect(heard('manager', '2026-10-14', '2026-10-05', 20, { mode: 'due' })).toEqual([
      '2026-10-14',
      '2026-10-15',
      '2026-10-19',
    ]);
    expect(heard('manager', '2026-10-14', '2026-10-05', 20, { mode: 'mondays' })).toEqual([
      '2026-10-12',
      '2026-10-19',
    ]);
    expect(heard('manager', null, '2026-10-05', 14, { mode: 'due' })).toEqual([]);
    expect(heard('manager', null, '2026-10-05', 14, { mode: 'mondays' })).toEqual([
      '2026-10-05',
      '2026-10-12',
    ]);
  });
});

const anyDay = fc.integer({ min: 0, max: 900 }).map((days) => addDays('2026-01-01', days));

test('a sweep looks at every due day, and every day of a hold, for which anything is owed', () => {
  const cases = fc.record({
    until: anyDay.filter(isWorking),
    long: fc.integer({ min: 1, max: 12 }),
    offset: fc.integer({ min: -60, max: 30 }),
    held: fc.option(fc.integer({ min: -60, max: 30 })),
    role: fc.constantFrom<Role>('owner', 'manager'),
    mode: fc.constantFrom(...modes),
  });
  fc.assert(
    fc.property(cases, ({ until, long, offset, held, role, mode }) => {
      const span = { after: addDays(until, -long), until };
      const dueOn = addDays(until, offset);
      const heldUntil = held === null ? null : addDays(until, held);
      const action = { dueOn, heldUntil, hasOwner: true };
      if (owed(role, action, mode, span, isWorking) === null) return;
      const days = dueDaysFor(span, isWorking);
      expect(days.some((day) => day === dueOn || day === heldUntil)).toBe(true);
    }),
    { seed: 7, numRuns: 3_000 },
  );
});

test('on an ordinary day it looks at a handful of due days', () => {
  expect(dueDaysFor({ after: '2026-10-13', until: '2026-10-14' }, isWorking)).toEqual([
    '2026-09-23',
    '2026-09-30',
    '2026-10-07',
    '2026-10-13',
    '2026-10-14',
    '2026-10-21',
  ]);
});
