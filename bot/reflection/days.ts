import type { Day, Moment } from './record.ts';
import type { Fault } from './refusals.ts';

/** Pure calendar days, `YYYY-MM-DD`; what day it is now comes in from outside. */

const dayPattern = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Whether this is a real day of the calendar, such as `2028-02-29` and not `2027-02-29`. */
export const isDay = (given: unknown): given is Day => {
  const parts = typeof given === 'string' ? dayPattern.exec(given) : null;
  if (!parts) return false;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const made = new Date(Date.UTC(year, month - 1, day));
  return made.getUTCFullYear() === year && made.getUTCMonth() === month - 1 && made.getUTCDate() === day;
};

/** The day that many days later (or earlier). */
export const addDays = (day: Day, days: number): Day =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** The day that many months later; the last of the month where that day does not exist. */
export const addMonths = (day: Day, months: number): Day => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
};

/** The day on which a moment falls in an IANA time zone. */
export const dayOf = (moment: Moment, timeZone: string): Day => {
  // Asked of every press, and costlier than its whole decision; a day begins on a full minute everywhere.
  const minute = `${timeZone} ${moment.slice(0, 16)}`;
  if (latest.minute !== minute) latest = { minute, day: formatterFor(timeZone).format(new Date(moment)) };
  return latest.day;
};
let latest = { minute: '', day: '' };

const formatterFor = (timeZone: string): Intl.DateTimeFormat => {
  const formatter = formatters.get(timeZone) ?? new Intl.DateTimeFormat('en-CA', { timeZone });
  formatters.set(timeZone, formatter);
  return formatter;
};
const formatters = new Map<string, Intl.DateTimeFormat>();

/** How far ahead a day may lie: two years, beyond which a typing slip is likelier than a plan. */
const furthest = 731;

/**
 * A day that somebody chose: the day, or null where the field was left blank, and what is wrong with it.
 * The server decides: a client's own minimum and maximum can be overridden.
 */
export const readDay = (field: string, given: unknown, today: Day): { day: Day | null; faults: Fault[] } => {
  if (given === undefined || given === null || given === '') return { day: null, faults: [] };
  if (!isDay(given)) return { day: null, faults: [{ field, problem: 'notADay' }] };
  if (given < today) return { day: given, faults: [{ field, problem: 'pastDay' }] };
  if (given > addDays(today, furthest)) return { day: given, faults: [{ field, problem: 'tooFarAhead' }] };
  return { day: given, faults: [] };
};
