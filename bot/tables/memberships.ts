import { odata } from '@azure/data-tables';
import { z } from 'zod';
import type { Moment } from '../calendar/days.ts';
import type { Membership, Memberships } from '../people/access.ts';
import type { PersonId } from '../people/person.ts';
import { atOnce } from './at-once.ts';
import { StorageFault, UnreadableRow } from './faults.ts';
import { fitsAsKey, keyFrom } from './keys.ts';
import type { Same } from './shapes.ts';
import type { Entity } from './sizes.ts';
import type { Change, Row, Table } from './table.ts';

const width = 8;
/** An answer that others keep writing beside is not kept: the next request asks again. */
const tries = 5;
const triesToForget = 20;

const shape = z.strictObject({
  member: z.boolean(),
  guest: z.boolean(),
  name: z.string(),
  checkedAt: z.string(),
});
true satisfies Same<z.infer<typeof shape>, Membership>;

/**
 * What Teams last said of who belongs to a place: a partition for each place, a row for each person, in the table of
 * people. One row more counts how often somebody there was forgotten. An answer is written together with that row,
 * so it cannot be kept behind the back of a forgetting; the row stays for good, as counting anew would hide one.
 */
export class TableMemberships implements Memberships {
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  async find(placeId: string, person: PersonId): Promise<Membership | null> {
    // An id that cannot be a key was never kept: it comes from outside, and is no fault of storage.
    if (!isPlaceId(placeId)) return null;
    const row = await this.#table.read(partitionOf(placeId), rowOf(person));
    return row && membershipFrom(row);
  }

  async check(placeId: string, person: PersonId): Promise<(answer: Membership) => Promise<void>> {
    const partition = partitionOf(placeId);
    const since = await this.#count(partition);
    return async (answer) => {
      for (let attempt = 0; attempt < tries; attempt += 1) {
        const seen = attempt === 0 ? since : await this.#count(partition);
        if (seen.times !== since.times) return;
        const put = { do: 'put', entity: entityOf(placeId, person, answer) } as const;
        const written = await this.#table.transact([put, counted(partition, seen, since.times)]);
        if (written.ok) return;
      }
    };
  }

  async forget(placeId: string, people: readonly PersonId[] | null): Promise<void> {
    if (!isPlaceId(placeId) || people?.length === 0) return;
    const partition = partitionOf(placeId);
    await this.#countOn(partition);
    const rows = people === null ? await this.#rows(partition) : people.map(rowOf);
    // One by one: in a transaction a single row that somebody else has just forgotten would keep all the others.
    await atOnce(width, rows, (row) => this.#table.remove(partition, row));
  }

  async clear(before: Moment): Promise<number> {
    let cleared = 0;
    const filter = odata`PartitionKey ge ${'access:'} and PartitionKey lt ${'access;'} and checkedAt lt ${before}`;
    for await (const { partitionKey, rowKey, etag } of this.#table.rows(filter)) {
      if ((await this.#table.remove(partitionKey, rowKey, etag)).ok) cleared += 1;
    }
    return cleared;
  }

  /** From now on no answer is kept that was asked for before. */
  async #countOn(partition: string): Promise<void> {
    for (let attempt = 0; attempt < triesToForget; attempt += 1) {
      const seen = await this.#count(partition);
      const written = await this.#table.transact([counted(partition, seen, seen.times + 1)]);
      if (written.ok) return;
    }
    throw new StorageFault(
      `forget in ${this.#table.name}`,
      `it changed ${triesToForget} times meanwhile`,
      null,
    );
  }

  async #count(partition: string): Promise<Count> {
    const row = await this.#table.read(partition, countRow);
    return row === null ? { times: 0, etag: null } : { times: timesIn(row), etag: row.etag };
  }

  async #rows(partition: string): Promise<string[]> {
    const keys: string[] = [];
    for await (const { rowKey } of this.#table.rows(odata`PartitionKey eq ${partition}`)) {
      if (rowKey !== countRow) keys.push(rowKey);
    }
    return keys;
  }
}

/** How often somebody was forgotten in a place, and the mark of the row that says so; null where there is none. */
type Count = { times: number; etag: string | null };

/** No person's row is called so: in a key that was made from an id, four digits follow a `~`. */
const countRow = '~forgotten';

const counted = (partitionKey: string, { etag }: Count, times: number): Change => {
  const entity = { partitionKey, rowKey: countRow, schema: 1, times };
  return etag === null ? { do: 'insert', entity } : { do: 'replace', entity, etag };
};

/** @throws UnreadableRow */
const timesIn = (row: Row): number => {
  const times = z.object({ schema: z.literal(1), times: z.int() }).safeParse(row);
  if (!times.success) throw new UnreadableRow(row, 'no count of a known schema', 'schema 1');
  return times.data.times;
};

const partitionOf = (placeId: string): string => `access:${keyFrom(placeId)}`;
const isPlaceId = (placeId: string): boolean => placeId.isWellFormed() && fitsAsKey(partitionOf(placeId));
const rowOf = (person: PersonId): string => keyFrom(person.toLowerCase());

const entityOf = (
  placeId: string,
  person: PersonId,
  { member, guest, name, checkedAt }: Membership,
): Entity => ({
  partitionKey: partitionOf(placeId),
  rowKey: rowOf(person),
  schema: 1,
  member,
  guest,
  name,
  checkedAt,
});

/** @throws UnreadableRow */
const membershipFrom = (row: Row): Membership => {
  const { schema, member, guest, name, checkedAt } = row;
  const found = shape.safeParse({ member, guest, name, checkedAt });
  if (schema !== 1 || !found.success)
    throw new UnreadableRow(row, 'no membership of a known schema', 'schema 1');
  return found.data;
};
