import type { PersonId } from '../people/person.ts';
import type { Span } from './due.ts';
import type { UnreachedReason } from './record.ts';

/** What a sweep did. People are named by id alone. */
export type Swept = {
  /**
   * Why nothing was done, or null: before the time of day; no working day; this day is over already; another
   * server is at it.
   */
  not: 'yet' | 'workingDay' | 'again' | 'alone' | null;
  span: Span | null;
  sent: PersonId[];
  unreached: { person: PersonId; reason: UnreachedReason }[];
  /** To be tried again by the next sweep of the day. */
  later: PersonId[];
  /** The same, for a fault of this one person's rows or of storage; it was reported. */
  failed: PersonId[];
  /** Whether the day is over with this sweep. */
  covered: boolean;
  /** Entries of an index that led nowhere and were removed. */
  dropped: number;
};

export const nothing = (not: Swept['not']): Swept => ({
  not,
  span: null,
  sent: [],
  unreached: [],
  later: [],
  failed: [],
  covered: false,
  dropped: 0,
});
