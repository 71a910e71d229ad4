import { odata } from '@azure/data-tables';
import type { PersonId } from '../people/person.ts';
import type { Page, Stored } from '../reflection/store.ts';
import { atOnce } from './at-once.ts';
import type { Kept } from './envelopes.ts';
import { UnreadableRow } from './faults.ts';
import { type Filed, placeOnShelf, shelfOf } from './filing.ts';
import { fitsAsKey } from './keys.ts';
import type { Row, Table } from './table.ts';

/** How many records are read at the same time. */
const width = 5;

/** A younger entry may belong to a write that is still under way. */
const hour = 3_600_000;

type Ask = { take: number; after: string | null };

/** What listing needs of the store: its table, its point read, its clock and its clean-up. */
type Shelves = {
  table: Table;
  load(id: string): Promise<(Stored & Kept) | null>;
  now(): Date;
  cleanUp(rows: readonly Filed[]): Promise<void>;
  /** Told of a record that this server cannot read. */
  unreadable(fault: UnreadableRow): void;
};

type Loaded = (Stored & Kept) | 'unreadable' | null;

type Entry = Filed & { reflectionId: string; createdAt: string; change: string; writtenAt: string };

/**
 * A page of somebody's reflections. Entries are hints: each is checked against its record before it counts, and
 * reading goes on until the page is full. One more than asked for is looked for, so that `next` is a promise.
 */
export const listFrom = async (shelves: Shelves, person: PersonId, { take, after }: Ask): Promise<Page> => {
  const wanted = take + 1;
  const found: Stored[] = [];
  const unmatched: Filed[] = [];
  const records = new Map<string, Loaded>();

  const verify = async (entries: readonly Entry[]): Promise<void> => {
    const fresh = new Set(entries.map(({ reflectionId }) => reflectionId).filter((id) => !records.has(id)));
    await atOnce(width, [...fresh], async (id) => records.set(id, await loaded(shelves, id)));
    for (const id of fresh) {
      const record = records.get(id);
      if (record && record !== 'unreadable' && takesPart(record, person)) found.push(record);
    }
    for (const entry of entries) {
      const record = records.get(entry.reflectionId);
      const isHint = record !== 'unreadable' && !isMatched(entry, record, person);
      if (isHint && isOld(entry, shelves.now())) unmatched.push(entry);
    }
  };

  let entries: Entry[] = [];
  for await (const row of shelves.table.rows(shelfFilter(person, after), wanted + width)) {
    entries.push(entryFrom(row));
    if (found.length + entries.length < wanted) continue;
    await verify(entries);
    entries = [];
    if (found.length >= wanted) break;
  }
  await verify(entries);

  await shelves.cleanUp(unmatched);
  const page = found.slice(0, take);
  const last = page.at(-1)?.reflection;
  return { found: page, next: last && found.length > take ? behind(last.workflow.createdAt, last.id) : null };
};

/** A record that this server cannot read is reported, and keeps nobody from the others. */
const loaded = (shelves: Shelves, id: string): Promise<Loaded> =>
  shelves.load(id).catch((fault: unknown) => {
    if (!(fault instanceof UnreadableRow)) throw fault;
    shelves.unreadable(fault);
    return 'unreadable';
  });

/** Behind every entry of that reflection: `;` is the character that follows `:`. */
const behind = (createdAt: string, id: string) => placeOnShelf(createdAt, id).replace(/:$/, ';');

/** A cursor comes back from a card; one that was never ours starts at the top. */
const shelfFilter = (person: PersonId, after: string | null): string => {
  const cursor = after !== null && /^\d{13}:/.test(after) && fitsAsKey(after) ? after : '';
  return odata`PartitionKey eq ${shelfOf(person)} and RowKey gt ${cursor}`;
};

const takesPart = ({ reflection }: Stored, person: PersonId): boolean =>
  reflection.workflow.participants.some(({ id }) => id.toLowerCase() === person.toLowerCase());

const isMatched = (entry: Entry, stored: Kept | null | undefined, person: PersonId): boolean =>
  stored?.filing.people.some(
    (filed) => filed.person === person.toLowerCase() && filed.change === entry.change,
  ) ?? false;

const isOld = (entry: Entry, now: Date): boolean => now.getTime() - Date.parse(entry.writtenAt) > hour;

const entryFrom = (row: Row): Entry => {
  const { partitionKey, rowKey, schema, reflectionId, createdAt, change, timestamp } = row;
  if (
    schema !== 1 ||
    typeof reflectionId !== 'string' ||
    typeof createdAt !== 'string' ||
    typeof change !== 'string'
  ) {
    throw new UnreadableRow(row, 'no shelf entry of a known schema', 'schema 1');
  }
  return { partitionKey, rowKey, reflectionId, createdAt, change, writtenAt: timestamp };
};
