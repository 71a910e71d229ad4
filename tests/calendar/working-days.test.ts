import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { bankHolidays } from '../../bot/calendar/bank-holidays.ts';
import { addDays, type Day, dayOf } from '../../bot/calendar/days.ts';
import {
  daysBetween,
  isMonday,
  mondayOf,
  weekdayOf,
  workingDayAfter,
  workingDayBefore,
  workingDays,
} from '../../bot/calendar/working-days.ts';

const isWorking = workingDays(bankHolidays('england-and-wales'));

describe('the working day beside a day', () => {
  test.each<[string, Day, Day, Day]>([
    ['in the middle of a week', '2026-11-17', '2026-11-18', '2026-11-19'],
    ['a Saturday', '2026-11-20', '2026-11-21', '2026-11-23'],
    ['Maundy Thursday', '2026-04-01', '2026-04-02', '2026-04-07'],
    ['Christmas with a substitute day', '2026-12-24', '2026-12-27', '2026-12-29'],
    ['Christmas with two substitute days', '2027-12-24', '2027-12-26', '2027-12-29'],
    ['the turn of a year', '2026-12-31', '2027-01-01', '2027-01-04'],
    ['a leap day', '2028-02-28', '2028-02-29', '2028-03-01'],
    ['the Sunday on which the clocks go forward', '2027-03-25', '2027-03-28', '2027-03-30'],
    ['the Sunday on which the clocks go back', '2026-10-23', '2026-10-25', '2026-10-26'],
  ])('%s', (_case, before, day, after) => {
    expect([workingDayBefore(day, isWorking), workingDayAfter(day, isWorking)]).toEqual([before, after]);
  });
});

test('a calendar that never works ends the search rather than the server', () => {
  expect(workingDayAfter('2026-11-22', () => false)).toBe('2026-11-23');
  expect(workingDayBefore('2026-11-22', () => false)).toBe('2026-11-21');
});

test('a week begins on Monday', () => {
  expect(weekdayOf('2026-11-22')).toBe(7);
  expect(mondayOf('2026-11-22')).toBe('2026-11-16');
  expect(mondayOf('2026-11-23')).toBe('2026-11-23');
  expect(mondayOf('2028-03-01')).toBe('2028-02-28');
});

test('days between leave the first out and take the last in', () => {
  expect(daysBetween('2026-11-20', '2026-11-23')).toEqual(['2026-11-21', '2026-11-22', '2026-11-23']);
  expect(daysBetween('2026-11-23', '2026-11-23')).toEqual([]);
  expect(daysBetween('2026-11-24', '2026-11-23')).toEqual([]);
});

const anyDay = fc.integer({ min: 0, max: 365 * 6 }).map((days) => addDays('2024-01-01', days));

test('between a day and its next working day nothing is worked, and every week has its one Monday', () => {
  fc.assert(
    fc.property(anyDay, (day) => {
      const next = workingDayAfter(day, isWorking);
      expect(daysBetween(day, next).filter(isWorking)).toEqual([next]);
      expect(workingDayBefore(next, isWorking) <= day).toBe(true);
      expect(daysBetween(day, addDays(day, 7)).filter(isMonday)).toHaveLength(1);
    }),
  );
});

test('a moment near midnight falls on the local day, on both sides of a clock change', () => {
  const at = (moment: string) => dayOf(moment, 'Europe/London');
  expect([at('2026-10-24T22:59:59Z'), at('2026-10-24T23:00:00Z')]).toEqual(['2026-10-24', '2026-10-25']);
  expect([at('2026-10-25T23:59:59Z'), at('2026-10-26T00:00:00Z')]).toEqual(['2026-10-25', '2026-10-26']);
  expect([at('2027-03-28T22:59:59Z'), at('2027-03-28T23:00:00Z')]).toEqual(['2027-03-28', '2027-03-29']);
});
