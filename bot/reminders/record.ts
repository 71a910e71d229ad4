import type { Day, Moment } from '../calendar/days.ts';
import type { PersonId } from '../people/person.ts';
import type { Mode } from './due.ts';

/** What somebody wants to hear of, everywhere or from one plan. */
export type Choice = {
  mode: Mode;
  /** Nothing before that day; null for no pause. */
  pausedUntil: Day | null;
};

/** A person's reminders: what they chose, and how the last digests fared. */
export type Reminders = {
  choice: Choice;
  /** Plans for which they chose otherwise, by id. */
  plans: Record<string, Choice>;
  /** Digests in a row on which nothing was pressed; from three on their own actions are no longer named. */
  unanswered: number;
  /** Their managers were told that there is no word; once until the next press. */
  quietTold: boolean;
  /** Their own had stopped and they pressed again: the next digest brings once what was left out. */
  catchUp: boolean;
  /** The last digest and where it stands; null before the first. */
  last: { day: Day; place: CardPlace | null } | null;
  /** Why reminders do not reach them, and since when; null where they do. */
  unreached: { since: Day; reason: UnreachedReason } | null;
};

export type CardPlace = { serviceUrl: string; conversationId: string; activityId: string };

export const unreachedReasons = ['notInstalled', 'blocked', 'refused'] as const;
export type UnreachedReason = (typeof unreachedReasons)[number];

export const standardReminders: Reminders = {
  choice: { mode: 'everything', pausedUntil: null },
  plans: {},
  unanswered: 0,
  quietTold: false,
  catchUp: false,
  last: null,
  unreached: null,
};

/** After so many digests without a press a person's own stop until their next press. */
export const mostUnanswered = 3;

/** What becomes of a digest in the end. */
export type Delivery = 'sent' | UnreachedReason | 'nothing';

/** One entry of the ledger, settled once `delivery` is known. */
export type LedgerEntry = {
  person: PersonId;
  day: Day;
  /** The sweep that claimed it. */
  holder: string;
  claimedAt: Moment;
  delivery: Delivery | null;
};

/**
 * Something to be said on a day beside what the due days say: that somebody wants their catch-up, that there is
 * no word on an action, that reminders do not reach somebody.
 */
export type Note = {
  day: Day;
  /** Whom it is said to. */
  person: PersonId;
  kind: 'catchUp' | 'noWord' | 'unreached';
  planId: string;
  /** Empty for what is about no single action. */
  actionId: string;
  /** Whom it is about; empty where it is about the reader. */
  about: PersonId | '';
};
