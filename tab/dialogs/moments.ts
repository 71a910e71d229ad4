/** A calendar day (`YYYY-MM-DD`) as people say it: "3 November 2026". */
export const dayInWords = (locale: string, day: string): string => {
  const moment = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(moment.getTime())) return day;
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(moment);
};

/** A moment (ISO 8601) where the reader is: "22 November 2026 at 13:41". */
export const momentInWords = (locale: string, moment: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' }).format(new Date(moment));

/** A list as people say it: "Sam, Jo and Ola". */
export const listed = (locale: string, items: readonly string[]): string =>
  new Intl.ListFormat(locale, { type: 'conjunction' }).format(items);
