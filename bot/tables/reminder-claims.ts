import { odata } from '@azure/data-tables';
import type { Day, Moment } from '../calendar/days.ts';
import type { PersonId } from '../people/person.ts';
import { StorageFault } from './faults.ts';
import { type OnUnreadable, readable } from './reminder-readable.ts';
import { entryEntity, entryFrom, entryRow, ledgerPartition } from './reminder-rows.ts';
import type { Change, Row, Table } from './table.ts';

const tries = 10;

export type Claim = { day: Day; people: readonly PersonId[]; holder: string; claimedAt: Moment };

/** Rows still to be written, with the ETag that each must have; null where there must be none. */
type Waiting = ReadonlyMap<string, string | null>;

/**
 * Claims as if nobody had claimed any of them, which is so but after a stop, and costs one call. Refused, it reads
 * what stands there. Settled ones are given up. What another holder claimed and did not settle is taken over, under
 * the ETag read; what somebody claims between that reading and the writing is theirs. An entry that cannot be read
 * is nobody's to claim, and keeps nobody from the others.
 *
 * @returns those claimed, as they were given
 */
export const claimEntries = async (
  table: Table,
  claim: Claim,
  onUnreadable: OnUnreadable,
): Promise<PersonId[]> => {
  const asked = new Map<string, PersonId>();
  for (const person of claim.people) if (!asked.has(entryRow(person))) asked.set(entryRow(person), person);

  let waiting: Waiting = new Map([...asked.keys()].map((key) => [key, null]));
  let own: readonly string[] = [];
  for (let attempt = 0; attempt < tries; attempt += 1) {
    if (waiting.size === 0 || (await table.transact(changesFor(claim, asked, waiting))).ok) {
      return [...asked].filter(([key]) => waiting.has(key) || own.includes(key)).map(([, person]) => person);
    }
    const found = await readRows(table, claim.day, [...waiting.keys()]);
    const left = new Map<string, string | null>();
    for (const [key, etag] of waiting) {
      const row = found.get(key);
      const standing = row ? standingOf(row, claim, onUnreadable) : 'absent';
      if (standing === 'own') own = [...own, key];
      // The first attempt was a guess: only from then on is it known what stood there.
      else if (standing === 'open' && (attempt === 0 || row?.etag === etag)) left.set(key, row?.etag ?? null);
      else if (standing === 'absent') left.set(key, null);
    }
    waiting = left;
  }
  throw new StorageFault(`claim in ${table.name}`, `it changed ${tries} times meanwhile`, null);
};

/** `own`: an answer was lost, or this sweep claimed it before. `closed`: settled, or not to be read. */
const standingOf = (row: Row, { holder }: Claim, onUnreadable: OnUnreadable): 'own' | 'open' | 'closed' => {
  const entry = readable(row, entryFrom, onUnreadable);
  if (entry === null || entry.delivery !== null) return 'closed';
  return entry.holder === holder ? 'own' : 'open';
};

const changesFor = (
  { day, holder, claimedAt }: Claim,
  asked: ReadonlyMap<string, PersonId>,
  waiting: Waiting,
): Change[] =>
  [...waiting].map(([key, etag]) => {
    const entity = entryEntity({ person: asked.get(key) ?? '', day, holder, claimedAt, delivery: null });
    return etag === null ? { do: 'insert', entity } : { do: 'replace', entity, etag };
  });

/** Those of the rows that exist. One query: those that a sweep claims anew are neighbours. */
const readRows = async (table: Table, day: Day, keys: readonly string[]): Promise<Map<string, Row>> => {
  const wanted = new Set(keys);
  const sorted = keys.toSorted();
  const [first, last] = [sorted.at(0) ?? '', sorted.at(-1) ?? ''];
  const filter = odata`PartitionKey eq ${ledgerPartition(day)} and RowKey ge ${first} and RowKey le ${last}`;
  const found = new Map<string, Row>();
  for await (const row of table.rows(filter)) if (wanted.has(row.rowKey)) found.set(row.rowKey, row);
  return found;
};
