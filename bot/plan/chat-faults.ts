import { type Day, isDay } from '../calendar/days.ts';
import type { Fault, Problem } from '../cards/refusals.ts';
import type { Words } from '../words/words.ts';
import type { FieldFault } from './contract.ts';

/** A day that somebody chose. The server decides: a client's own minimum can be overridden. */
export const dayFaults = (given: string, needed: boolean, today: Day): Fault[] => {
  if (given === '') return needed ? [{ field: 'dueOn', problem: 'needed' }] : [];
  if (!isDay(given)) return [{ field: 'dueOn', problem: 'notADay' }];
  return given < today ? [{ field: 'dueOn', problem: 'pastDay' }] : [];
};

const problems: Partial<Record<FieldFault['code'], Problem>> = {
  required: 'needed',
  tooLong: 'tooLong',
  notADay: 'notADay',
};

/** What can be mended in a field of the card. */
export const mendable = (faults: readonly FieldFault[]): Fault[] =>
  faults.flatMap(({ field, code }) => {
    const problem = problems[code];
    return problem === undefined ? [] : [{ field, problem }];
  });

/** Why what cannot be mended in one field was refused; null where nothing of that kind was wrong. */
export const beyondFields = (faults: readonly FieldFault[], words: Words): string | null => {
  const others = faults.filter(({ code }) => problems[code] === undefined);
  if (others.length === 0) return null;
  const { full, unreadable } = words.plan.refusals;
  return others.some(({ code }) => code === 'planFull') ? full : unreadable;
};
