import { addDays, type Day, isDay } from '../calendar/days.ts';
import type { Fault } from '../cards/refusals.ts';

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
