import { addDays, type Day } from '../calendar/days.ts';
import {
  daysBetween,
  type IsWorking,
  isMonday,
  mondayOf,
  workingDayAfter,
} from '../calendar/working-days.ts';

/**
 * Which action is named to whom on which day. Pure: dates, a person's choice and the calendar in, a yes or no out.
 *
 * A sweep covers days rather than one day: all since the last sweep that was finished. So what would fall on a
 * weekend, a bank holiday or a day on which the server was down is named by the next sweep, once.
 */
export type Span = {
  /** The last day that an earlier sweep covered. */
  after: Day;
  /** The day of this sweep, covered by it; a working day. */
  until: Day;
};

export type Role = 'owner' | 'manager';

/** What somebody chose to be reminded of: everything, only what is or was due, or on Mondays alone. */
export const modes = ['everything', 'due', 'mondays'] as const;
export type Mode = (typeof modes)[number];

/** `named`: the line as usual. `stillRight`: the one line that asks whether it is still the right aim. */
export type Owed = 'named' | 'stillRight';

/** After so many Mondays past its date an action is asked about, once, and then left alone. */
const mondaysNamed = 4;
const ownersWeeks = [-1, 0, 1, 2, 3];

/** The facts on which it rests whether somebody hears of an action. */
export type Facts = {
  dueOn: Day | null;
  /** The day until which its owner or a manager holds it: nothing before that day, and named on it. */
  heldUntil: Day | null;
  /** Whether anybody who is still there has their name on it. */
  hasOwner: boolean;
};

/** The same for somebody who may be both: as much as either role is owed. */
export const owedTo = (
  roles: readonly Role[],
  facts: Facts,
  mode: Mode,
  span: Span,
  isWorking: IsWorking,
): Owed | null => {
  const found = roles.map((role) => owed(role, facts, mode, span, isWorking));
  return found.find((owing) => owing === 'named') ?? found.find((owing) => owing !== null) ?? null;
};

/** What a person is owed of one open action in this span; null for nothing. */
export const owed = (role: Role, facts: Facts, mode: Mode, span: Span, isWorking: IsWorking): Owed | null => {
  const { dueOn, heldUntil, hasOwner } = facts;
  if (heldUntil !== null && heldUntil > span.until) return null;
  if (heldUntil !== null && isJustOver(heldUntil, mode, span)) return 'named';
  const isLoose = dueOn === null || !hasOwner;
  if (isLoose && role === 'manager' && mode !== 'due' && hasMonday(span)) return 'named';
  if (dueOn === null) return null;
  // Whoever held it chose another day: from there it is counted like a date.
  const from = heldUntil !== null && heldUntil > dueOn ? heldUntil : dueOn;
  if (mode !== 'mondays' && touches(span, occasions(role, from, mode, isWorking))) return 'named';
  return mondayOwed(role, from, mode, span);
};

/** The day until which it was held has come; for Mondays only, the first Monday from then on. */
const isJustOver = (heldUntil: Day, mode: Mode, span: Span): boolean => {
  const days = daysBetween(span.after, span.until);
  if (mode !== 'mondays') return days.includes(heldUntil);
  return days.some((day) => isMonday(day) && heldUntil <= day && heldUntil > addDays(day, -7));
};

/** The days themselves on which a person is reminded of an action, Mondays of a manager aside. */
const occasions = (role: Role, dueOn: Day, mode: Mode, isWorking: IsWorking): Day[] => {
  const days =
    role === 'owner'
      ? ownersWeeks.map((weeks) => addDays(dueOn, weeks * 7))
      : [dueOn, workingDayAfter(dueOn, isWorking)];
  return mode === 'due' ? days.filter((day) => day >= dueOn) : days;
};

/** On Mondays a manager meets what is due that week and, for four weeks, what was due before; then one question. */
const mondayOwed = (role: Role, dueOn: Day, mode: Mode, span: Span): Owed | null => {
  if (role === 'owner' && mode !== 'mondays') return null;
  const mondays = daysBetween(span.after, span.until).filter(isMonday);
  const past = mondays.map((monday) => weeksBetween(mondayOf(dueOn), monday));
  // First, so that a sweep of several Mondays does not swallow the one question.
  if (role === 'manager' && past.includes(mondaysNamed + 1)) return 'stillRight';
  const least = mode === 'due' ? 1 : 0;
  return past.some((weeks) => weeks >= least && weeks <= mondaysNamed) ? 'named' : null;
};

/** Whether this span has a Monday, on which managers also hear of actions without a date or an owner. */
export const hasMonday = (span: Span): boolean => daysBetween(span.after, span.until).some(isMonday);

/**
 * The due days that a sweep has to look at, as few as there are: for any other day `owed` gives nothing, for
 * either role and any mode. In order, each once.
 */
export const dueDaysFor = (span: Span, isWorking: IsWorking): Day[] => {
  const days = daysBetween(span.after, span.until);
  const found = new Set<Day>();
  for (const day of days) {
    for (const weeks of ownersWeeks) found.add(addDays(day, -weeks * 7));
    // A day whose first working day after it is this one: this day's predecessors back to the last working one.
    for (let before = addDays(day, -1); ; before = addDays(before, -1)) {
      if (workingDayAfter(before, isWorking) !== day) break;
      found.add(before);
    }
    if (isMonday(day)) {
      for (const dueOn of daysBetween(addDays(day, -7 * (mondaysNamed + 1) - 1), addDays(day, 6))) {
        found.add(dueOn);
      }
    }
  }
  return [...found].sort();
};

const touches = (span: Span, days: readonly Day[]): boolean =>
  days.some((day) => day > span.after && day <= span.until);

const weeksBetween = (monday: Day, later: Day): number =>
  Math.round((Date.parse(later) - Date.parse(monday)) / (7 * 86_400_000));
