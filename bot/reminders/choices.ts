import type { Day } from '../calendar/days.ts';
import { mondayFrom } from '../calendar/working-days.ts';
import { hasMonday, type Span } from './due.ts';
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
  const day = backOn(choiceFor(reminders, planId));
  return day !== null && day > span.after && day <= span.until;
};

/** The day on which somebody hears again after a pause: for Mondays only, the first Monday from then on. */
export const backOn = ({ mode, pausedUntil }: Choice): Day | null =>
  pausedUntil !== null && mode === 'mondays' ? mondayFrom(pausedUntil) : pausedUntil;

/** Whether a choice lets this span say nothing, however much there is to say. */
export const isSilent = (choice: Choice, span: Span): boolean =>
  isPaused(choice, span.until) || (choice.mode === 'mondays' && !hasMonday(span));

/** Notes that are not for now by somebody's own choice, as they are to be said later. */
export const keptBack = (notes: readonly Note[], reminders: Reminders, span: Span): Note[] => {
  const own = ownSpan(reminders, span);
  return notes.flatMap((note) => {
    const choice = choiceFor(reminders, note.planId);
    // The end of a pause has left its own.
    const isSaid = isPaused(choice, own.until) ? note.kind === 'catchUp' : !isSilent(choice, own);
    if (isSaid || note.day <= own.after) return [];
    return [{ ...note, day: isPaused(choice, own.until) ? (backOn(choice) ?? '') : mondayFrom(own.until) }];
  });
};
