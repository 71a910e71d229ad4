import type { Day } from '../calendar/days.ts';

import { birthDates } from './birth.ts';
import { isNationalInsurance, isNhsNumber, isUkPhone } from './numbers.ts';
import type { Pattern } from './pattern.ts';
import { isPostcode } from './postcode.ts';

/** Neither in the middle of a word nor of a number. */
const alone = (source: string): string => `(?<![\\p{L}\\p{N}])${source}(?![\\p{L}\\p{N}])`;

/** The last two letters of a postcode are never C, I, K, M, O or V, so "4 am" and "7pm" end none. */
const inward = '\\d[ABD-HJLNP-UW-Z]{2}';

const always: readonly Pattern[] = [
  {
    kind: 'email',
    find: /[\p{L}\p{N}._%+'’-]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.){1,6}\p{L}{2,24}/u,
  },
  // Ten digits together or 3-3-4, as letters and cards print them.
  { kind: 'nhsNumber', find: /(?<!\d)\d{3}[ .-]?\d{3}[ .-]?\d{4}(?!\d)/, check: isNhsNumber },
  {
    kind: 'nationalInsurance',
    // The letter at the end is asked for: without it, two letters and six digits are any reference. A small
    // "a" behind a space is the article ("as 100 200 a month").
    find: new RegExp(
      alone(
        '[A-CEGHJ-PR-TW-Za-ceghj-pr-tw-z][A-CEGHJ-NPR-TW-Za-ceghj-npr-tw-z](?:[ -]?\\d){6}(?:-?[A-Da-d]| [A-Db-d])',
      ),
      'u',
    ),
    check: isNationalInsurance,
  },
  {
    kind: 'phone',
    find: /(?<![\d+])(?:\(?(?:\+|00) ?44\)?[ .-]?(?:\(0\)|0)?|\(?0)(?:[ ().-]{0,2}\d){9,10}(?!\d)/,
    check: isUkPhone,
  },
  // With a space in any case; without one in capitals only, so that ordinary words do not match.
  { kind: 'postcode', find: new RegExp(alone(`[A-Z]{1,2}\\d[A-Z\\d]? ${inward}`), 'iu'), check: isPostcode },
  { kind: 'postcode', find: new RegExp(alone(`[A-Z]{1,2}\\d[A-Z\\d]?${inward}`), 'u'), check: isPostcode },
];

/**
 * The forms that identify a family anywhere in the United Kingdom, as data; a council's own (`council.ts`) is put
 * in front. They see forms, not meaning: no names, no addresses without a postcode, no schools, no half a date, no
 * number from abroad or without its area code, no figures written as words. Whoever shows what was found says so.
 *
 * @param today `YYYY-MM-DD`: which dates can be births depends on it.
 */
export const patternsOn = (today: Day): readonly Pattern[] => {
  // Asked for with every press; made once a day.
  if (latest.today !== today) latest = { today, patterns: [...always, ...birthDates(today)] };
  return latest.patterns;
};
let latest: { today: Day; patterns: readonly Pattern[] } = { today: '', patterns: [] };
