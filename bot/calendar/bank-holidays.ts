import Holidays from 'date-holidays';
import type { Day } from './days.ts';
import type { BankHolidayRegion } from './regions.ts';

/** England and Wales have the same days. */
const states = { 'england-and-wales': 'ENG', scotland: 'SCT', 'northern-ireland': 'NIR' } as const;

/**
 * Whether a day is a bank holiday, the days given in place of one that falls on a weekend included. A holiday
 * that is proclaimed for one year alone is known only to a later version of the library.
 *
 * The library takes a tenth of a second and 15 MB to load: import this file where it is needed, not at a start.
 */
export const bankHolidays = (region: BankHolidayRegion): ((day: Day) => boolean) => {
  if (region === 'none') return () => false;
  // A time zone of our own, so that the days do not depend on the machine's.
  const holidays = new Holidays('GB', states[region], { types: ['public', 'bank'], timezone: 'UTC' });
  const years = new Map<string, ReadonlySet<Day>>();
  const daysOf = (year: string): ReadonlySet<Day> => {
    const days =
      years.get(year) ?? new Set(holidays.getHolidays(Number(year)).map(({ date }) => date.slice(0, 10)));
    years.set(year, days);
    return days;
  };
  return (day) => daysOf(day.slice(0, 4)).has(day);
};
