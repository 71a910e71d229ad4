import type { KnownInputs } from '../cards/echo.ts';
import { planLimits } from '../plan/contract.ts';

/** The inputs of the reminders' cards: a reason holds somebody's words, all else choices and days. */
export const reminderInputs: KnownInputs = {
  holdsWords: (id) => id === 'moveReason',
  longest: planLimits.text,
};
