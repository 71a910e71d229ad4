import type { Day } from '../calendar/days.ts';
import type { Span } from './due.ts';
import { type Choice, mostUnanswered, type Note, type Reminders } from './record.ts';

/** What follows from a person's reminders. Pure. */

/** The choice that counts for one plan. */
export const choiceFor = (reminders: Reminders, planId: string): Choice =>
  Object.hasOwn(reminders.plans, planId) ? (reminders.plans[planId] ?? reminders.choice) : reminders.choice;

/** On the day until which it was paused it is over. */
export const isPaused = ({ pausedUntil }: Choice, today: Day): boolean =>
  pausedUntil !== null && today < pausedUntil;

/** Their last digests went unanswered: actions of their own are left out until they press something. */
export const isQuiet = ({ unanswered }: Reminders): boolean => unanswered >= mostUnanswered;

/**
 * The days of which this person has not been told: whose last digest covered some of the span is not told of them
 * again. A last day that has not come yet was written by a clock that ran ahead, and says nothing.
 */
export const ownSpan = ({ last }: Reminders, span: Span): Span =>
  last !== null && last.day > span.after && last.day <= span.until ? { ...span, after: last.day } : span;

/**
 * Whether actions of their own that were left out before are named now: once after they had stopped and they pressed
 * again, and when a pause is over.
 */
export const isCatchUp = (reminders: Reminders, planId: string, span: Span): boolean => {
  if (reminders.catchUp) return true;
  const { pausedUntil } = choiceFor(reminders, planId);
  return pausedUntil !== null && pausedUntil > span.after && pausedUntil <= span.until;
};

/** Notes that a pause keeps back, as they are to be said once it is over. */
export const keptBack = (notes: readonly Note[], reminders: Reminders, today: Day): Note[] =>
  notes.flatMap((note) => {
    const choice = choiceFor(reminders, note.planId);
    const { pausedUntil } = choice;
    const isSaid = note.kind === 'catchUp' || pausedUntil === null || !isPaused(choice, today);
    return isSaid ? [] : [{ ...note, day: pausedUntil }];
  });
