import { addDays, type Day } from '../calendar/days.ts';
import { type IsWorking, mondayOf, workingDayAfter } from '../calendar/working-days.ts';
import type { Choice } from './record.ts';

/**
 * The first day on which a digest could come to somebody with these choices: one for everything, others for plans.
 *
 * @param from the first day whose digests are still to go out
 */
export const earliestDay = (choices: readonly Choice[], from: Day, isWorking: IsWorking): Day =>
  choices.map((choice) => earliestOf(choice, from, isWorking)).sort()[0] ?? workingFrom(from, isWorking);

const earliestOf = ({ mode, pausedUntil }: Choice, from: Day, isWorking: IsWorking): Day => {
  const first = workingFrom(pausedUntil !== null && pausedUntil > from ? pausedUntil : from, isWorking);
  if (mode !== 'mondays') return first;
  // What belongs to a Monday that is a bank holiday is said on the working day after it.
  const thisWeeks = workingFrom(mondayOf(first), isWorking);
  return thisWeeks >= first ? thisWeeks : workingFrom(addDays(mondayOf(first), 7), isWorking);
};

/** That day, or the first working day after it. */
export const workingFrom = (day: Day, isWorking: IsWorking): Day =>
  isWorking(day) ? day : workingDayAfter(day, isWorking);
