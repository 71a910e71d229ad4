import type { Day } from '../calendar/days.ts';
import type { PersonId } from '../people/person.ts';
import type { CardPlace, Reflection } from './record.ts';

/** A reflection as it was read, with the tag that proves nobody has written since. */
export type Stored = { reflection: Reflection; etag: string };

/** Work that must outlive a crash: undelivered messages of a reflection, or the farewell to an erased one. */
export type Errand = {
  key: string;
  reflectionId: string;
  /** When the errand was noted (ISO 8601, UTC). */
  notedAt: string;
  /** The cards to replace once the reflection is gone; empty for undelivered messages. */
  farewell: CardPlace[];
};

/** Newest first. `next` continues behind the last one; null at the end. */
export type Page = { found: Stored[]; next: string | null };

/**
 * When a reflection is to be looked at for what becomes of it: `by` that day at the latest, where an earlier entry
 * may stand; or `on` that day, where the earlier one has been seen to.
 */
export type Look = { by: Day } | { on: Day };

/** Something to be looked at; a hint, as every entry of an index, until `readDue` has checked it. */
export type DueEntry = {
  key: string;
  reflectionId: string;
  /** When storage last wrote the entry (ISO 8601, UTC). */
  writtenAt: string;
};

/**
 * Where reflections are kept. Every verb is one step of the protocol in HOW_IT_WORKS: indexes before the record,
 * clean-up after it, so that an index may hold an entry too many, never one too few.
 * Faults of storage are thrown; a record of an unknown schema is an error, never a guess.
 */
export interface ReflectionStore {
  /**
   * Files a new reflection under each of its participants and under the day of its first look, then writes it.
   * `'exists'` if another press has created that id already (a double press); a repeat of this very write, its
   * answer lost, is a success.
   */
  create(reflection: Reflection, lookOn: Day): Promise<Stored | 'exists'>;

  /** The reflection, or null where there is none (any more). One point read. */
  read(id: string): Promise<Stored | null>;

  /**
   * Writes `after` if nobody has written since `before` was read; `'conflict'` if somebody has, or erased it.
   * One conditional write, unless participants or promised messages come or go, or the next look moves.
   */
  replace(before: Stored, after: Reflection, look?: Look): Promise<Stored | 'conflict'>;

  /**
   * Deletes the reflection for good, its index entries included, if nobody has written since it was read.
   * `farewell` is remembered until `settle`, so that a crash leaves no card standing.
   */
  erase(before: Stored, farewell: readonly CardPlace[]): Promise<Errand | 'conflict'>;

  /** Reflections that this person takes part in, newest first, each verified against its record. */
  listFor(person: PersonId, ask: { take: number; after: string | null }): Promise<Page>;

  /** Errands noted before the given moment, oldest first. */
  errands(notedBefore: string): AsyncIterable<Errand>;

  /** The errand is done. Harmless when it is gone already. */
  settle(errand: Errand): Promise<void>;

  /** What is to be looked at on that day or before, earliest first. One query for each hundred. */
  dueBy(day: Day): AsyncIterable<DueEntry>;

  /** The reflection that stands behind an entry, or null where it is gone or filed elsewhere. One point read. */
  readDue(entry: DueEntry): Promise<Stored | null>;

  /** Removes an entry that leads nowhere; false while it is so young that its write may still be under way. */
  dropDue(entry: DueEntry): Promise<boolean>;
}

/**
 * Under which days reflections are to be found for their reminders. An entry may be too many or too early, never too
 * late: those of a new date are written before the record (`remindFrom`).
 */
export interface ReminderIndex {
  read(id: string): Promise<Stored | null>;

  /** What is filed under that day or before, earliest first; hints. One query for each hundred. */
  remindBy(day: Day): AsyncIterable<DueEntry>;

  /** Files it under one more day. The same again changes nothing. */
  remindOn(id: string, day: Day): Promise<void>;

  /** Removes an entry that was seen to; false while it is so young that its change may still be under way. */
  dropRemind(entry: DueEntry): Promise<boolean>;
}
