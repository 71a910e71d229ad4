import type { Day, Moment } from '../calendar/days.ts';
import type { PersonId } from '../people/person.ts';
import type { Delivery, LedgerEntry, Note, Reminders } from './record.ts';

/**
 * What reminders keep: each person's choice, the ledger of digests, notes for a day, and who may send. Faults of
 * storage are thrown.
 */
export interface ReminderStore {
  /** What the person chose, with a mark of the version; the standard (and a null mark) where they never did. */
  find(person: PersonId): Promise<{ reminders: Reminders; etag: string | null }>;

  /** `conflict` where it was written meanwhile. */
  save(person: PersonId, reminders: Reminders, etag: string | null): Promise<'saved' | 'conflict'>;

  /**
   * Takes or renews the lease that only one sender holds. False while another holds it.
   * @param until when it lapses unless it is renewed
   */
  lease(holder: string, now: Moment, until: Moment): Promise<boolean>;
  /** Gives it back; does nothing where somebody else has it by now. */
  release(holder: string): Promise<void>;

  /** The last day that was covered to its end; null before the first sweep. */
  covered(): Promise<Day | null>;
  /**
   * Never goes back, so that a server that was held up brings nothing anew; but over `instead`, a day that a clock
   * running ahead had covered.
   */
  cover(day: Day, instead?: Day | null): Promise<void>;

  /** The ledger of a day, by person. */
  ledger(day: Day): AsyncGenerator<LedgerEntry>;
  /**
   * Claims the digests of at most 100 people for a day, in one transaction. Also claims anew what a sweep that
   * died had claimed and not settled.
   * @returns whom it claimed. The digests of the others are settled, or somebody else claimed them at this very
   * moment: not to be sent now; the next sweep sees how they fared
   */
  claim(day: Day, people: readonly PersonId[], holder: string, now: Moment): Promise<PersonId[]>;
  /**
   * Writes down how it went. `sent` stands for good, whoever says so; anything else is only written over what is
   * not settled. May be repeated.
   */
  settle(entry: LedgerEntry & { delivery: Delivery }): Promise<void>;

  /** The same note again changes nothing. */
  note(note: Note): Promise<void>;
  /** Notes of the days after the first and up to the last, by day. */
  notes(after: Day, until: Day): AsyncGenerator<Note>;
  /** Erases what is older than that day: ledger and notes. Some at a time; true while there is more. */
  forget(before: Day): Promise<boolean>;
}
