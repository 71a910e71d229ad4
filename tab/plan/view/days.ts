/** Calendar days as `YYYY-MM-DD`, which sort as texts do. */

/** The day that a clock shows where the person is. */
export const dayOf = (moment: Date): string =>
  `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;

const two = (number: number): string => String(number).padStart(2, '0');

/** Monday to Sunday around a day. */
export const weekOf = (day: string): { from: string; to: string } => {
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  return { from: daysAfter(day, -weekday), to: daysAfter(day, 6 - weekday) };
};

/** The first to the last of a day's month. */
export const monthOf = (day: string): { from: string; to: string } => {
  const [year = 0, month = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return { from: `${day.slice(0, 8)}01`, to: `${day.slice(0, 8)}${two(last)}` };
};

const daysAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** A day as people say it, with the year where it is not this one: `3 November`, `3 November 2025`. */
export const dayText = (day: string, today: string, locale: string): string => {
  const sameYear = day.slice(0, 4) === today.slice(0, 4);
  return formatterFor(locale, sameYear).format(new Date(`${day}T00:00:00Z`));
};

const formatterFor = (locale: string, sameYear: boolean): Intl.DateTimeFormat => {
  const key = `${locale} ${sameYear}`;
  const made =
    formatters.get(key) ??
    new Intl.DateTimeFormat(locale, {
      day: 'numeric',
      month: 'long',
      ...(sameYear ? {} : { year: 'numeric' }),
      timeZone: 'UTC',
    });
  formatters.set(key, made);
  return made;
};
const formatters = new Map<string, Intl.DateTimeFormat>();
