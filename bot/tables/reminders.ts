import { odata } from '@azure/data-tables';
import type { Day, Moment } from '../calendar/days.ts';
import type { PersonId } from '../people/person.ts';
import {
  type Delivery,
  type LedgerEntry,
  type Note,
  type Reminders,
  standardReminders,
} from '../reminders/record.ts';
import type { ReminderStore } from '../reminders/store.ts';
import { fitsAsKey } from './keys.ts';
import { fromPieces } from './pieces.ts';
import { claimEntries } from './reminder-claims.ts';
import { forgetSome } from './reminder-forgetting.ts';
import { readLedger, settleEntry } from './reminder-ledger.ts';
import { type OnUnreadable, readable } from './reminder-readable.ts';
import {
  noteEntity,
  noteFrom,
  notesPartition,
  remindersEntity,
  remindersFrom,
  remindersPartition,
  remindersRow,
} from './reminder-rows.ts';
import { readCovered, releaseLease, takeLease, writeCovered } from './reminder-turns.ts';
import { readUnreached, type Unreached } from './reminder-unreached.ts';
import type { Row, Table } from './table.ts';

/** Reminders in one Azure table: what people chose, the ledger of digests, notes for a day, and who may send. */
export class TableReminders implements ReminderStore {
  readonly #table: Table;
  readonly #onUnreadable: OnUnreadable;

  constructor(table: Table, tools: { onUnreadable: OnUnreadable }) {
    this.#table = table;
    this.#onUnreadable = tools.onUnreadable;
  }

  async find(person: PersonId): Promise<{ reminders: Reminders; etag: string | null }> {
    const row = await this.#row(person);
    return row === null
      ? { reminders: standardReminders, etag: null }
      : { reminders: remindersFrom(row), etag: row.etag };
  }

  async save(person: PersonId, reminders: Reminders, etag: string | null): Promise<'saved' | 'conflict'> {
    const entity = remindersEntity(person, reminders);
    const written =
      etag === null ? await this.#table.insert(entity) : await this.#table.replace(entity, etag);
    if (written.ok) return 'saved';
    // The first attempt's answer was lost: what stands there may be our own.
    const now = written.unsure ? await this.#row(person) : null;
    return now !== null && fromPieces('body', now) === fromPieces('body', entity) ? 'saved' : 'conflict';
  }

  lease(holder: string, now: Moment, until: Moment): Promise<boolean> {
    return takeLease(this.#table, holder, now, until);
  }

  release(holder: string): Promise<void> {
    return releaseLease(this.#table, holder);
  }

  covered(): Promise<Day | null> {
    return readCovered(this.#table);
  }

  cover(day: Day, instead: Day | null = null): Promise<void> {
    return writeCovered(this.#table, day, instead);
  }

  ledger(day: Day): AsyncGenerator<LedgerEntry> {
    return readLedger(this.#table, day, this.#onUnreadable);
  }

  claim(day: Day, people: readonly PersonId[], holder: string, now: Moment): Promise<PersonId[]> {
    return claimEntries(this.#table, { day, people, holder, claimedAt: now }, this.#onUnreadable);
  }

  settle(entry: LedgerEntry & { delivery: Delivery }): Promise<void> {
    return settleEntry(this.#table, entry);
  }

  async note(note: Note): Promise<void> {
    await this.#table.put(noteEntity(note));
  }

  async *notes(after: Day, until: Day): AsyncGenerator<Note> {
    const [from, to] = [notesPartition(after), notesPartition(until)];
    for await (const row of this.#table.rows(odata`PartitionKey gt ${from} and PartitionKey le ${to}`)) {
      const note = readable(row, noteFrom, this.#onUnreadable);
      if (note !== null) yield note;
    }
  }

  forget(before: Day): Promise<boolean> {
    return forgetSome(this.#table, before);
  }

  /** Everybody whom reminders do not reach, for an operator; beside the port, as no sweep needs it. */
  unreached(): AsyncGenerator<Unreached> {
    return readUnreached(this.#table, this.#onUnreadable);
  }

  async #row(person: PersonId): Promise<Row | null> {
    const partition = remindersPartition(person);
    // An id that cannot be a key was never kept: it comes from outside, and is no fault of storage.
    return fitsAsKey(partition) ? this.#table.read(partition, remindersRow) : null;
  }
}
