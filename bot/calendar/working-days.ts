import { addDays, type Day } from './days.ts';

/** Whether people of this installation work on that day: no weekend and no bank holiday. */
export type IsWorking = (day: Day) => boolean;

/** 1 is Monday, 7 Sunday. */
export const weekdayOf = (day: Day): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7;

export const isMonday = (day: Day): boolean => weekdayOf(day) === 1;

/** The Monday of the week that the day lies in. */
export const mondayOf = (day: Day): Day => addDays(day, 1 - weekdayOf(day));

/** That day, or the first Monday after it. */
export const mondayFrom = (day: Day): Day => (isMonday(day) ? day : addDays(mondayOf(day), 7));

/** Weekdays that the given holidays leave. */
export const workingDays =
  (isHoliday: (day: Day) => boolean): IsWorking =>
  (day) =>
    weekdayOf(day) <= 5 && !isHoliday(day);

/** No country has so many holidays in a row; a calendar that never works must not run for ever. */
const longestBreak = 31;

/** The first working day after that day. */
export const workingDayAfter = (day: Day, isWorking: IsWorking): Day => step(day, 1, isWorking);

/** The last working day before that day. */
export const workingDayBefore = (day: Day, isWorking: IsWorking): Day => step(day, -1, isWorking);

const step = (from: Day, by: 1 | -1, isWorking: IsWorking): Day => {
  for (let days = 1; days <= longestBreak; days += 1) {
    const day = addDays(from, by * days);
    if (isWorking(day)) return day;
  }
  return addDays(from, by);
};

/** The days after the first and up to the last, which is included; none where the last does not come after it. */
export const daysBetween = (after: Day, until: Day): Day[] => {
  const days: Day[] = [];
  for (let day = addDays(after, 1); day <= until; day = addDays(day, 1)) days.push(day);
  return days;
};
