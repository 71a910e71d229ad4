import { addDays, addMonths, type Day, dayOf, type Moment } from '../calendar/days.ts';
import type { Participant, Reflection } from './record.ts';
import { inRole, windowOpen } from './stage.ts';

/** How long things are kept, in days: no invitation waits for ever, and nothing lies about forgotten. */
export const keepingDays = { invitation: 14, untouched: 90, notice: 14 } as const;

/** What the installation has settled: its time zone (IANA) and for how many months it keeps what is closed. */
export type Keeping = { timeZone: string; keepMonths: number };

/**
 * What becomes of a reflection that nobody touches again: an invitation lapses; what lies open is given notice and
 * then erased; what is closed is erased without one, as its card names the day.
 */
export type Due = { on: Day; what: 'lapse' | 'notice' | 'erase' };

export const keepingOf = ({ workflow }: Reflection, keeping: Keeping): Due => {
  const { timeZone } = keeping;
  const { closedAt, invitation, keptUntil, touchedAt } = workflow;
  if (closedAt !== null) return { on: closedUntil(closedAt, keeping), what: 'erase' };
  if (invitation.status !== 'accepted') {
    const since = invitation.laterOn ?? dayOf(invitation.askedAt, timeZone);
    return { on: addDays(since, keepingDays.invitation), what: 'lapse' };
  }
  if (keptUntil !== null) return { on: keptUntil, what: 'erase' };
  return {
    on: addDays(dayOf(touchedAt, timeZone), keepingDays.untouched - keepingDays.notice),
    what: 'notice',
  };
};

/** The day on which a closed reflection is erased. */
export const closedUntil = (closedAt: Moment, { timeZone, keepMonths }: Keeping): Day =>
  addMonths(dayOf(closedAt, timeZone), keepMonths);

/** The day that a notice given today names: as late as promised, and never sooner than its readers can answer it. */
export const keptUntilFrom = ({ workflow }: Reflection, today: Day, { timeZone }: Keeping): Day => {
  const untouched = addDays(dayOf(workflow.touchedAt, timeZone), keepingDays.untouched);
  const answered = addDays(today, keepingDays.notice);
  return [untouched, answered].sort().at(-1) ?? untouched;
};

/**
 * Whom that day concerns: both once anything is shared; before that only its writer, as the other is told neither
 * a step nor a time.
 */
export const keepers = (reflection: Reflection): Participant[] => {
  if (windowOpen(reflection)) return reflection.workflow.participants;
  const writer = inRole(reflection, 'practitioner');
  return writer === null ? [] : [writer];
};
