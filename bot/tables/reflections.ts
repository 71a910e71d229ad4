import { odata } from '@azure/data-tables';
import type { Day } from '../calendar/days.ts';
import type { PersonId } from '../people/person.ts';
import type { CardPlace, Reflection } from '../reflection/record.ts';
import type { DueEntry, Errand, Look, Page, ReflectionStore, Stored } from '../reflection/store.ts';
import { atOnce } from './at-once.ts';
import type { Answer } from './calls.ts';
import { type NarrativeCodec, plainCodec } from './codec.ts';
import { entityFrom, type Kept, keptFrom, recordRow } from './envelopes.ts';
import { errandEntity, errandFrom } from './errand-rows.ts';
import { BreaksTableRule, UnreadableRow } from './faults.ts';
import {
  errandKey,
  errandPartition,
  type Filed,
  type Filing,
  isReflectionId,
  lookAfter,
  lookPartition,
  refile,
  remindPartition,
  rowsOf,
  shelfEntity,
  without,
} from './filing.ts';
import { listFrom } from './listing.ts';
import { dueFilter, dueFrom, isBehind, isYoung, lookEntity } from './looks.ts';
import { firstRemindRow, newRemindRows, remindRows } from './reminds.ts';
import type { Row, Table } from './table.ts';

/** What the store is given from outside, so that it has no clock and no chance of its own. */
export type StoreTools = {
  /** A new id for each change; unique for good. */
  newId(): string;
  now(): Date;
  /** Told of a clean-up that failed. What it left behind is an index row too many, which later reads pass over. */
  onLeftover(fault: unknown): void;
  /** How narratives are kept; plain JSON unless given. */
  codec?: NarrativeCodec;
};

type Found = Stored & Kept;

/**
 * Reflections in one Azure table. Records and their index rows share it: their partitions cannot meet (a record's
 * is its bare id, `person:…`, `errands`, `look` and `remind` are the indexes'), and one table fewer is one call fewer at each start.
 *
 * Every write goes index, record, clean-up. Once the record is written the change is saved, so a clean-up that
 * fails is reported and not thrown: the person would otherwise be told that nothing was kept.
 */
export class TableReflections implements ReflectionStore {
  readonly #table: Table;
  readonly #tools: StoreTools;
  readonly #codec: NarrativeCodec;

  constructor(table: Table, tools: StoreTools) {
    this.#table = table;
    this.#tools = tools;
    this.#codec = tools.codec ?? plainCodec;
  }

  async create(reflection: Reflection, lookOn: Day): Promise<Stored | 'exists'> {
    checkId(reflection.id);
    const kept = this.#keep(null, reflection, (change) => ({ day: lookOn, change }));
    const entity = await entityFrom(kept, this.#codec);
    const filed = rowsOf(reflection, kept.filing);
    await this.#file([...filed, ...firstRemindRow(reflection)], kept);
    const written = await this.#table.insert(entity);
    const saved = await this.#saved(written, kept);
    if (saved === null) await this.#cleanUp(filed);
    return saved ?? 'exists';
  }

  async read(id: string): Promise<Stored | null> {
    return this.#load(id);
  }

  async replace(before: Stored, after: Reflection, look: Look | null = null): Promise<Stored | 'conflict'> {
    checkSame(before.reflection, after);
    const found = await this.#found(before);
    if (found === null) return 'conflict';
    const kept = this.#keep(found, after, (change) => lookAfter(found.filing.look, look, change));
    const entity = await entityFrom(kept, this.#codec);
    const rowsBefore = rowsOf(found.reflection, found.filing);
    const rowsAfter = rowsOf(after, kept.filing);
    const added = without(rowsAfter, rowsBefore);
    await this.#file([...added, ...newRemindRows(found.reflection, after)], kept);
    const written = await this.#table.replace(entity, before.etag);
    const saved = await this.#saved(written, kept);
    if (saved !== null) await this.#cleanUp(without(rowsBefore, rowsAfter));
    else
      await this.#cleanUp(
        written.ok || !written.unsure ? added : without(added, await this.#filed(after.id)),
      );
    return saved ?? 'conflict';
  }

  async erase(before: Stored, farewell: readonly CardPlace[]): Promise<Errand | 'conflict'> {
    const found = await this.#found(before);
    if (found === null) return 'conflict';
    const { id } = before.reflection;
    const notedAt = this.#tools.now().toISOString();
    const key = errandKey(notedAt, id, this.#tools.newId());
    const errand: Errand = { key, reflectionId: id, notedAt, farewell: [...farewell] };
    await this.#table.put(errandEntity(errand));
    const removed = await this.#table.remove(id, recordRow, before.etag);
    // After a lost answer "missing" may be our own doing; saying farewell twice harms nobody, never would.
    if (!removed.ok && !(removed.why === 'missing' && removed.unsure)) {
      await this.#cleanUp([{ partitionKey: errandPartition, rowKey: key }]);
      return 'conflict';
    }
    await this.#cleanUp([...rowsOf(found.reflection, found.filing), ...remindRows(found.reflection)]);
    return errand;
  }

  async listFor(person: PersonId, ask: { take: number; after: string | null }): Promise<Page> {
    const shelves = {
      table: this.#table,
      load: (id: string) => this.#load(id),
      now: () => this.#tools.now(),
      cleanUp: (rows: readonly Filed[]) => this.#cleanUp(rows),
      unreadable: (fault: unknown) => this.#tools.onLeftover(fault),
    };
    return listFrom(shelves, person, ask);
  }

  async *errands(notedBefore: string): AsyncGenerator<Errand> {
    const before = new Date(notedBefore).toISOString();
    const filter = odata`PartitionKey eq ${errandPartition} and RowKey lt ${before}`;
    for await (const row of this.#table.rows(filter)) {
      const errand = this.#readable(row);
      if (errand !== null) yield errand;
    }
  }

  async settle(errand: Errand): Promise<void> {
    await this.#table.remove(errandPartition, errand.key);
  }

  async *dueBy(day: Day): AsyncGenerator<DueEntry> {
    for await (const row of this.#table.rows(dueFilter(day), 100)) yield dueFrom(row);
  }

  async readDue(entry: DueEntry): Promise<Stored | null> {
    const found = await this.#load(entry.reflectionId);
    return found !== null && isBehind(entry, found) ? found : null;
  }

  async dropDue(entry: DueEntry): Promise<boolean> {
    if (isYoung(entry, this.#tools.now())) return false;
    await this.#table.remove(lookPartition, entry.key);
    return true;
  }

  /** An errand that cannot be read is reported, and keeps nobody from the others. */
  #readable(row: Row): Errand | null {
    try {
      return errandFrom(row);
    } catch (fault) {
      if (!(fault instanceof UnreadableRow)) throw fault;
      this.#tools.onLeftover(fault);
      return null;
    }
  }

  /**
   * The index rows that the record relies on now. A change whose answer was lost may have been saved and written
   * upon since: then its rows are the record's, and stay.
   */
  async #filed(id: string): Promise<Filed[]> {
    const now = await this.#load(id);
    return now ? rowsOf(now.reflection, now.filing) : [];
  }

  /** The reflection as this change leaves it. */
  #keep(before: Kept | null, reflection: Reflection, lookOf: (change: string) => Filing['look']): Kept {
    const change = this.#tools.newId();
    const notedAt = this.#tools.now().toISOString();
    const filing = refile(before?.filing ?? null, reflection, lookOf(change), { change, notedAt });
    return { reflection, change, filing };
  }

  /** What was written, or null where storage refused it for somebody else's sake. */
  async #saved(written: Answer<string>, kept: Kept): Promise<Found | null> {
    if (written.ok) return { ...kept, etag: written.value };
    // The first attempt's answer was lost: what stands there may be our own.
    const own = written.unsure ? await this.#load(kept.reflection.id) : null;
    return own?.change === kept.change ? own : null;
  }

  /** Writes index rows. Among themselves their order does not matter: all of them stand before the record. */
  async #file(rows: readonly Filed[], { reflection, filing, change }: Kept): Promise<void> {
    await atOnce(5, rows, (row) => {
      if ([lookPartition, remindPartition].includes(row.partitionKey))
        return this.#table.put(lookEntity(row, reflection.id));
      if (row.partitionKey !== errandPartition) return this.#table.put(shelfEntity(row, reflection, change));
      const notedAt = filing.owing?.notedAt ?? '';
      return this.#table.put(
        errandEntity({ key: row.rowKey, reflectionId: reflection.id, notedAt, farewell: [] }),
      );
    });
  }

  async #cleanUp(rows: readonly Filed[]): Promise<void> {
    await atOnce(5, rows, async ({ partitionKey, rowKey }) => {
      try {
        await this.#table.remove(partitionKey, rowKey);
      } catch (fault) {
        this.#tools.onLeftover(fault);
      }
    });
  }

  async #load(id: string): Promise<Found | null> {
    // Such an id was never stored; it comes from a forged card, and is no fault of storage.
    if (!isReflectionId(id)) return null;
    const row = await this.#table.read(id, recordRow);
    return row === null ? null : { ...(await keptFrom(row, this.#codec)), etag: row.etag };
  }

  /** What was read here already knows its filing; a copy that lost it is read again. Null where it has changed. */
  async #found(before: Stored): Promise<Found | null> {
    if (isFound(before)) return before;
    const now = await this.#load(before.reflection.id);
    return now?.etag === before.etag ? now : null;
  }
}

const isFound = (stored: Stored): stored is Found => 'filing' in stored && 'change' in stored;

const checkId = (id: string): void => {
  if (!isReflectionId(id)) {
    throw new BreaksTableRule(
      "A reflection's id is 1 to 200 letters, digits or . _ = -, and not an index's name.",
    );
  }
};

/** Where a reflection is filed rests on its id and its creation, so that neither may ever change. */
const checkSame = (before: Reflection, after: Reflection): void => {
  if (after.id !== before.id || after.workflow.createdAt !== before.workflow.createdAt) {
    throw new BreaksTableRule(
      'A change may touch neither the id of a reflection nor the moment of its creation.',
    );
  }
};
