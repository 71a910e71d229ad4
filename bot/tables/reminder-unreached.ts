import type { PersonId } from '../people/person.ts';
import type { Reminders } from '../reminders/record.ts';
import { type OnUnreadable, readable } from './reminder-readable.ts';
import { remindersFrom, remindersRow } from './reminder-rows.ts';
import type { Table } from './table.ts';

/** Somebody whom reminders do not reach. */
export type Unreached = { person: PersonId } & NonNullable<Reminders['unreached']>;

const start = 'person:';
const filter = `PartitionKey ge '${start}' and PartitionKey lt 'person;' and RowKey eq '${remindersRow}'`;

/** By id. Reads everybody's row, so it is for what an operator asks now and then, and for no sweep. */
export async function* readUnreached(table: Table, onUnreadable: OnUnreadable): AsyncGenerator<Unreached> {
  for await (const row of table.rows(filter)) {
    const unreached = readable(row, remindersFrom, onUnreadable)?.unreached ?? null;
    if (unreached !== null) yield { person: idFrom(row.partitionKey.slice(start.length)), ...unreached };
  }
}

/** An id from its key: a character that no key may hold stands there as `~` and four hexadecimal digits. */
const idFrom = (key: string): string =>
  key.replace(/~([0-9a-f]{4})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
