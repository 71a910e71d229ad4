import type { PersonId } from '../people/person.ts';
import { type Reminder, type ReminderKind, reminderKinds } from '../reflection/reminding.ts';
import type { Span } from './due.ts';

export const reflectionKinds = reminderKinds;
export type ReflectionKind = ReminderKind;

/**
 * A reminder of a reflection, to one of its two people and never to anybody else, whoever manages them. What falls on
 * a weekend or a bank holiday is said by the next sweep.
 */
export type ReflectionMention = Reminder & { person: PersonId; reflectionId: string };

/** The second source of a sweep, beside the plans. Ids and days alone. */
export interface ReflectionDays {
  /** What is to be said in this span, each checked against its reflection. Costs what is due. */
  dueIn(span: Span): AsyncGenerator<ReflectionMention>;

  /** Whether it still holds, right before it is said. One point read. */
  holds(mention: ReflectionMention): Promise<boolean>;

  /** All days up to that one were seen to: what is filed there goes, and is filed under its next day. */
  forget(until: string): Promise<void>;
}
