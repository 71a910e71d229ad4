import { addDays, type Day, dayOf } from '../calendar/days.ts';
import { type IsWorking, workingDayBefore } from '../calendar/working-days.ts';
import type { PersonId } from '../people/person.ts';
import type { Reflection } from './record.ts';
import { mayBeTyping, standing } from './stage.ts';

/**
 * What somebody is reminded of about a reflection: that it waits for them; the same before they meet; the day they
 * chose under "another time"; the day of an action of theirs; the day to look again.
 */
export const reminderKinds = ['waits', 'meeting', 'later', 'action', 'lookAgain'] as const;
export type ReminderKind = (typeof reminderKinds)[number];

/** To one of the two, on a day: never to anybody else. */
export type Reminder = { person: PersonId; kind: ReminderKind; day: Day };

/** It waits for so many days before anybody is reminded of it, once for each time that it waits. */
const waitDays = 3;
/** Long enough before they meet for any working day before it. */
const weekBefore = 7;

/**
 * All that its people are to be reminded of as it stands, days gone by included. Whose turn it is follows from what
 * they may see, and a day from nothing that the other is not to know.
 */
export const remindersOf = (reflection: Reflection, isWorking: IsWorking, timeZone: string): Reminder[] => {
  const { workflow } = reflection;
  if (workflow.closedAt !== null) return agreedDays(reflection);
  const { invitation, meetOn } = workflow;
  const reminders: Reminder[] = [];
  for (const { id: person } of workflow.participants) {
    if (!isTurnOf(reflection, person)) continue;
    if (meetOn !== null) {
      reminders.push({ person, kind: 'meeting', day: workingDayBefore(meetOn, isWorking) });
    }
    const isAsked = invitation.to === person && invitation.status !== 'accepted';
    if (isAsked && invitation.laterOn !== null) {
      reminders.push({ person, kind: 'later', day: invitation.laterOn });
      continue;
    }
    const since = isAsked ? invitation.askedAt : workflow.touchedAt;
    reminders.push({ person, kind: 'waits', day: addDays(dayOf(since, timeZone), waitDays) });
  }
  return reminders;
};

/** Whether something is to be done by this person now: what somebody may be typing on is theirs to go on with. */
const isTurnOf = (reflection: Reflection, person: PersonId): boolean =>
  mayBeTyping(standing(reflection, person));

/** What both have agreed: each action's day to whom it is, and to both the day to look again. */
const agreedDays = ({ workflow, narrative }: Reflection): Reminder[] => {
  const { proposal } = narrative;
  if (proposal === null) return [];
  const { lookAgainOn } = proposal;
  const actions = proposal.actions.map(({ who, by }) => ({ person: who, kind: 'action' as const, day: by }));
  const again =
    lookAgainOn === null
      ? []
      : workflow.participants.map(({ id }) => ({ person: id, kind: 'lookAgain' as const, day: lookAgainOn }));
  const isOneOfThem = (person: PersonId) => workflow.participants.some(({ id }) => id === person);
  return [...actions.filter(({ person }) => isOneOfThem(person)), ...again];
};

/**
 * The next day, after the given one, on which to look at it again; null for never. While it is open somebody may
 * write meanwhile, and then it waits anew: it is looked at so often that this is not missed.
 */
export const nextLook = (
  reflection: Reflection,
  after: Day,
  isWorking: IsWorking,
  timeZone: string,
): Day | null => {
  const days = remindersOf(reflection, isWorking, timeZone).map(({ day }) => day);
  if (reflection.workflow.closedAt === null) days.push(addDays(after, waitDays));
  return days.filter((day) => day > after).sort()[0] ?? null;
};

/** A day under which a reflection is filed, and what it is filed for: two dates that meet on a day are two. */
export type RemindFrom = { what: string; day: Day };

/**
 * The days from which a reflection is to be found for its reminders, without a calendar, earliest first: never later
 * than a reminder, and what is found too early is filed again under its next. They change only where somebody sets a
 * date, so an answered question files nothing.
 */
export const remindFrom = (reflection: Reflection): RemindFrom[] =>
  (reflection.workflow.closedAt === null ? openDays(reflection) : closedDays(reflection)).sort((a, b) =>
    a.day < b.day ? -1 : 1,
  );

/** All days under which it was filed for a date: those from before it was closed included. */
export const everRemindFrom = (reflection: Reflection): RemindFrom[] => [
  ...openDays(reflection),
  ...closedDays(reflection),
];

const openDays = ({ workflow: { createdAt, meetOn, invitation } }: Reflection): RemindFrom[] =>
  dated([
    // A day early: the day in the installation's time zone may be another one.
    { what: 'created', day: addDays(createdAt.slice(0, 10), waitDays - 1) },
    { what: 'meeting', day: meetOn === null ? null : addDays(meetOn, -weekBefore) },
    { what: 'later', day: invitation.laterOn },
  ]);

const closedDays = ({ narrative: { proposal } }: Reflection): RemindFrom[] =>
  dated([
    ...(proposal?.actions ?? []).map(({ by }, index) => ({ what: `action ${index}`, day: by })),
    { what: 'lookAgain', day: proposal?.lookAgainOn ?? null },
  ]);

const dated = (days: readonly { what: string; day: Day | null }[]): RemindFrom[] =>
  days.flatMap(({ what, day }) => (day === null ? [] : [{ what, day }]));

/** Those that were not there before. */
export const newlyRemindFrom = (before: Reflection, after: Reflection): RemindFrom[] => {
  const known = remindFrom(before);
  return remindFrom(after).filter(
    (one) => !known.some(({ what, day }) => what === one.what && day === one.day),
  );
};
