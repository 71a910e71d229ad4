import type { Day } from '../calendar/days.ts';
import type { PersonId } from '../people/person.ts';
import type { Owed } from './due.ts';
import type { ReflectionKind } from './reflection-days.ts';

/** A line of a digest: where its words are found, none of the words. */
export type Line = { planId: string; actionId: string; kind: Owed | 'noWord' };

/**
 * One person's digest of a day. It carries ids alone: what is posted is neutral, and the words come as the answer
 * to the reader's own press, as they are by then.
 */
export type Digest = {
  person: PersonId;
  day: Day;
  /** By due day, what has none after it, what asks last. */
  lines: Line[];
  /** Those in the reader's plans whom reminders do not reach. */
  unreached: { planId: string; about: PersonId }[];
  /** Reflections of theirs; the reader is one of the two. */
  reflections: { reflectionId: string; kind: ReflectionKind }[];
  /** Actions of their own that were left out because the last digests went unanswered. */
  quieted: Line[];
};

/** A digest that says nothing is not sent. */
export const isWorthSending = ({ lines, unreached, reflections }: Digest): boolean =>
  lines.length + unreached.length + reflections.length > 0;
