import type { Day } from '../calendar/days.ts';
import type { Words } from './words.ts';

/** A day in the words' own language, with its year: "3 November 2026". */
export const fullDay = (day: Day, { locale }: Pick<Words, 'locale'>): string =>
  written(day, locale, { dateStyle: 'long' });

/** A day as people say it: "3 December", with its year where that is not this one. */
export const dayInWords = (day: Day, { words, today }: { words: Words; today: Day }): string => {
  const isThisYear = day.slice(0, 4) === today.slice(0, 4);
  return written(day, words.locale, {
    day: 'numeric',
    month: 'long',
    ...(isThisYear ? {} : { year: 'numeric' }),
  });
};

const written = (day: Day, locale: string, how: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(locale, { ...how, timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
