import type { Moment } from './days.ts';

/** The time of day, `HH:MM`, at a moment in an IANA time zone. */
export const timeIn = (moment: Moment, timeZone: string): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(
    new Date(moment),
  );
