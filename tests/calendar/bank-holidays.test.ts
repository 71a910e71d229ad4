import { describe, expect, test } from '@jest/globals';
import { bankHolidays } from '../../bot/calendar/bank-holidays.ts';
import { addDays, type Day } from '../../bot/calendar/days.ts';
import type { BankHolidayRegion } from '../../bot/calendar/regions.ts';
import { weekdayOf, workingDays } from '../../bot/calendar/working-days.ts';

/** The weekdays of a year that are holidays, as `MM-DD`. */
const freeWeekdays = (region: BankHolidayRegion, year: number): string[] => {
  const isHoliday = bankHolidays(region);
  const found: string[] = [];
  for (let day: Day = `${year}-01-01`; day <= `${year}-12-31`; day = addDays(day, 1)) {
    if (weekdayOf(day) <= 5 && isHoliday(day)) found.push(day.slice(5));
  }
  return found;
};

describe('England and Wales', () => {
  test.each<[number, string]>([
    [2024, '01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26'],
    [2025, '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26'],
    [2026, '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28'],
    [2027, '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28'],
    [2028, '01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26'],
    [2029, '01-01 03-30 04-02 05-07 05-28 08-27 12-25 12-26'],
    [2030, '01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26'],
  ])('in %i these weekdays are free, substitute days included', (year, days) => {
    expect(freeWeekdays('england-and-wales', year)).toEqual(days.split(' '));
  });

  test('a Sunday that people only keep is no bank holiday', () => {
    const isHoliday = bankHolidays('england-and-wales');
    expect(['2026-04-05', '2026-03-15', '2026-11-08'].filter(isHoliday)).toEqual([]);
  });
});

describe('Scotland', () => {
  test.each<[number, string]>([
    [2025, '01-01 01-02 04-18 05-05 05-26 08-04 12-01 12-25 12-26'],
    [2027, '01-01 01-04 03-26 05-03 05-31 08-02 11-30 12-27 12-28'],
    [2028, '01-03 01-04 04-14 05-01 05-29 08-07 11-30 12-25 12-26'],
  ])('in %i has the second of January and St Andrew’s Day, no Easter Monday', (year, days) => {
    expect(freeWeekdays('scotland', year)).toEqual(days.split(' '));
  });
});

describe('Northern Ireland', () => {
  test.each<[number, string]>([
    [2026, '01-01 03-17 04-03 04-06 05-04 05-25 07-13 08-31 12-25 12-28'],
    [2029, '01-01 03-19 03-30 04-02 05-07 05-28 07-12 08-27 12-25 12-26'],
  ])('in %i has St Patrick’s Day and the twelfth of July, or the Monday after', (year, days) => {
    expect(freeWeekdays('northern-ireland', year)).toEqual(days.split(' '));
  });
});

test('with none, every weekday is worked', () => {
  expect(freeWeekdays('none', 2026)).toEqual([]);
  expect(workingDays(bankHolidays('none'))('2026-12-25')).toBe(true);
});

test('asked again, a day is what it was', () => {
  const isWorking = workingDays(bankHolidays('england-and-wales'));
  const days = ['2026-12-24', '2026-12-25', '2026-12-28', '2026-12-29', '2027-01-01', '2026-12-28'];
  expect(days.map(isWorking)).toEqual([true, false, false, true, false, false]);
});
