import { addMonths, type Day, isDay } from '../calendar/days.ts';

import type { Pattern } from './pattern.ts';

/** A way of writing a full date; its three groups are the day, month and year in that order. */
type Form = { order: 'dmy' | 'mdy' | 'ymd'; source: string };

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const month =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const day = '(\\d{1,2})(?: ?(?:st|nd|rd|th))?';
const century = '(?:19|20)\\d{2}';
const start = '(?<!\\d)(?<!\\d[./])';
const end = '(?!\\d|[./]\\d)';

const forms: readonly Form[] = [
  { order: 'dmy', source: `${start}(\\d{1,2}) ?(?<apart>[./-]) ?(\\d{1,2}) ?\\k<apart> ?(\\d{4})${end}` },
  { order: 'dmy', source: `${start}(\\d{1,2})(?<apart>[./-])(\\d{1,2})\\k<apart>(\\d{2})${end}` },
  { order: 'dmy', source: `${start}(\\d{2}) (\\d{2}) (${century})${end}` },
  { order: 'ymd', source: `${start}(${century})(?<apart>[./-])(\\d{1,2})\\k<apart>(\\d{1,2})${end}` },
  {
    order: 'dmy',
    source: `${start}${day}(?: day)?(?: of)?[ ,./-]{0,2}${month}[ ,./-]{0,2}(${century}|['‘’]\\d{2}|(?<=[./-])\\d{2})${end}`,
  },
  { order: 'mdy', source: `(?<!\\p{L})${month}[ .]{1,2}${day},? ?(${century}|['‘’]\\d{2})${end}` },
];

const label =
  '(?<!\\p{L})(?:born|birthday|birth ?date|date of birth|d\\.? ?o\\.? ?b)(?!\\p{L})[^\\d\\n@]{0,20}';

/**
 * Full dates that may be somebody's birth. Any date of the last 110 years could be, but people who reflect on
 * their work mostly write when something happened; pointing out every visit would teach them to press *Keep it*
 * unread. So:
 * - a real day of the calendar more than a year before `today` counts (a child of one, a grandparent);
 * - a day of the last twelve months counts only behind "born", "birthday", "DOB" or "date of birth": a baby's;
 * - a day to come, and a day longer ago than 110 years, never count.
 * A rolling year rather than the calendar's, so that January does not point out December's visits.
 *
 * Days come before months where both are numbers. Of two figures for a year, those up to ten years ahead mean
 * this century (a review), the others the past. "Years 9/10/11" is a date as far as this can tell, and a month
 * with a year is not: it names no day.
 *
 * @param today `YYYY-MM-DD` in the installation's time zone.
 */
export const birthDates = (today: Day): Pattern[] => {
  const lastYear = addMonths(today, -12);
  const oldest = addMonths(today, -110 * 12);
  return forms.flatMap((form): Pattern[] => {
    const plain = new RegExp(form.source, 'iu');
    const until = (last: Day) => (found: string) => {
      const read = readDate(form, plain, found, Number(today.slice(0, 4)));
      return read !== null && read > oldest && read <= last;
    };
    return [
      { kind: 'birthDate', find: plain, check: until(lastYear) },
      { kind: 'birthDate', find: new RegExp(label + form.source, 'iu'), check: until(today) },
    ];
  });
};

/** The day that was found, or null where the calendar has no such day. */
const readDate = ({ order, source }: Form, plain: RegExp, found: string, thisYear: number): Day | null => {
  const groups = plain.exec(found)?.slice(1) ?? [];
  // Between day and month stands the captured separator, where the form has one.
  const parts = source.includes('(?<apart>') ? groups.filter((_, place) => place !== 1) : groups;
  const part = (of: 'd' | 'm' | 'y'): string => parts[order.indexOf(of)] ?? '';
  const named = months.indexOf(part('m').slice(0, 3).toLowerCase()) + 1;
  const written = [
    yearOf(part('y').replace(/\D/g, ''), thisYear),
    (named > 0 ? String(named) : part('m')).padStart(2, '0'),
    part('d').padStart(2, '0'),
  ].join('-');
  return isDay(written) ? written : null;
};

const yearOf = (written: string, thisYear: number): string => {
  if (written.length !== 2) return written;
  const near = thisYear - (thisYear % 100) + Number(written);
  return String(near > thisYear + 10 ? near - 100 : near);
};
