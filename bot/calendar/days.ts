/** A calendar day, `YYYY-MM-DD`, in the installation's time zone. */
export type Day = string;
/** A moment, ISO 8601 in UTC. */
export type Moment = string;

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
