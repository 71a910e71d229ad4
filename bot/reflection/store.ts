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
 * Where reflections are kept. Every verb is one step of the protocol in HOW_IT_WORKS: indexes before the record,
 * clean-up after it, so that an index may hold an entry too many, never one too few.
 * Faults of storage are thrown; a record of an unknown schema is an error, never a guess.
 */
export interface ReflectionStore {
  /**
   * Files a new reflection under each of its participants, then writes it. `'exists'` if another press has
   * created that id already (a double press); a repeat of this very write, its answer lost, is a success.
   */
  create(reflection: Reflection): Promise<Stored | 'exists'>;

  /** The reflection, or null where there is none (any more). One point read. */
  read(id: string): Promise<Stored | null>;

  /**
   * Writes `after` if nobody has written since `before` was read; `'conflict'` if somebody has, or erased it.
   * One conditional write, unless participants or owed messages come or go.
   */
  replace(before: Stored, after: Reflection): Promise<Stored | 'conflict'>;

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
}
