import type { TableClient, TableEntityResult, TransactionAction } from '@azure/data-tables';
import { type Answer, call } from './calls.ts';
import { StorageFault } from './faults.ts';
import { checkKey } from './keys.ts';
import { checkEntity, checkTransaction, type Entity } from './sizes.ts';

/** A row as it was read; its properties are unknown until a reader has checked them. */
export type Row = {
  partitionKey: string;
  rowKey: string;
  etag: string;
  /** When the service last wrote it (ISO 8601, UTC); empty where a query left it out. */
  timestamp: string;
  [property: string]: unknown;
};

/** A change inside one partition, done with the others of its transaction or not at all. */
export type Change =
  | { do: 'insert' | 'put'; entity: Entity }
  | { do: 'replace'; entity: Entity; etag: string }
  | { do: 'remove'; entity: Entity };

/**
 * One table, in the few verbs that the adapters use. The client's traps are closed here: updates replace and
 * insist on an ETag, every call is bounded in time, the service's limits are kept, and only the refusals of the
 * protocol are answers; every other failure is thrown as a StorageFault.
 */
export class Table {
  readonly #client: TableClient;

  constructor(client: TableClient) {
    this.#client = client;
  }

  get name(): string {
    return this.#client.tableName;
  }

  /** Makes the table where it is missing. Longer than other calls: the first sign-in may be part of it. */
  async ensure(): Promise<void> {
    await call(`make the table ${this.name}`, (options) => this.#client.createTable(options), 10_000);
  }

  /** The row, or null where there is none. One point read. */
  async read(partitionKey: string, rowKey: string): Promise<Row | null> {
    checkKey(partitionKey);
    checkKey(rowKey);
    const answer = await call(`read ${this.name}`, (options) =>
      this.#client.getEntity<Record<string, unknown>>(partitionKey, rowKey, options),
    );
    return answer.ok ? asRow(answer.value) : null;
  }

  /** Writes a new row; refused with `exists`. The answer is the row's ETag. */
  async insert(entity: Entity): Promise<Answer<string>> {
    checkEntity(entity);
    return this.#write('add to', (options) => this.#client.createEntity(entity, options));
  }

  /** Replaces the whole row if nobody has since it was read; refused with `changed` or `missing`. */
  async replace(entity: Entity, etag: string): Promise<Answer<string>> {
    checkEntity(entity);
    return this.#write('replace in', (options) =>
      this.#client.updateEntity(entity, 'Replace', { ...options, etag }),
    );
  }

  /** Writes the row whether it exists or not. For rows that only one change ever writes, or where the last wins. */
  async put(entity: Entity): Promise<void> {
    checkEntity(entity);
    const answer = await this.#write('put into', (options) =>
      this.#client.upsertEntity(entity, 'Replace', options),
    );
    if (!answer.ok) throw new StorageFault(`put into ${this.name}`, answer.why, null);
  }

  /** Deletes the row, with an ETag only if nobody has written since; refused with `changed` or `missing`. */
  async remove(partitionKey: string, rowKey: string, etag = '*'): Promise<Answer<void>> {
    checkKey(partitionKey);
    checkKey(rowKey);
    return call(`remove from ${this.name}`, async (options) => {
      await this.#client.deleteEntity(partitionKey, rowKey, { ...options, etag });
    });
  }

  /** All rows that match, in the order of their keys, page after page; an empty page is not yet the end. */
  async *rows(filter: string, rowsPerPage = 1_000): AsyncGenerator<Row> {
    let continuationToken: string | undefined;
    do {
      const from = { maxPageSize: rowsPerPage, ...(continuationToken ? { continuationToken } : {}) };
      const answer = await call(`list ${this.name}`, (options) =>
        this.#client
          .listEntities<Record<string, unknown>>({ ...options, queryOptions: { filter } })
          .byPage(from)
          .next(),
      );
      if (!answer.ok) throw new StorageFault(`list ${this.name}`, answer.why, null);
      if (answer.value.done) return;
      continuationToken = answer.value.value.continuationToken;
      for (const row of answer.value.value) yield asRow(row);
    } while (continuationToken);
  }

  /** Does all changes of one partition or none; refused when any one is. The answer maps row keys to ETags. */
  async transact(changes: readonly Change[]): Promise<Answer<ReadonlyMap<string, string>>> {
    checkTransaction(changes.map(({ entity }) => entity));
    const answer = await call(`change ${this.name}`, (options) =>
      this.#client.submitTransaction(changes.map(asAction), options),
    );
    if (!answer.ok) return answer;
    const etags = new Map<string, string>();
    // By position: not every answer in a transaction names its row.
    for (const [i, { entity }] of changes.entries()) {
      const etag = answer.value.subResponses[i]?.etag;
      if (etag !== undefined) etags.set(entity.rowKey, etag);
    }
    return { ok: true, value: etags };
  }

  async #write(
    verb: string,
    attempt: (options: { abortSignal: AbortSignal }) => Promise<{ etag?: string }>,
  ): Promise<Answer<string>> {
    const what = `${verb} ${this.name}`;
    const answer = await call(what, attempt);
    if (!answer.ok) return answer;
    if (!answer.value.etag) throw new StorageFault(what, 'the answer had no ETag', null);
    return { ok: true, value: answer.value.etag };
  }
}

const asRow = (read: TableEntityResult<Record<string, unknown>>): Row => ({
  ...read,
  partitionKey: read.partitionKey ?? '',
  rowKey: read.rowKey ?? '',
  timestamp: read.timestamp ?? '',
});

const asAction = (change: Change): TransactionAction => {
  if (change.do === 'insert') return ['create', change.entity];
  if (change.do === 'put') return ['upsert', change.entity, 'Replace'];
  if (change.do === 'replace') return ['update', change.entity, 'Replace', { etag: change.etag }];
  return ['delete', change.entity];
};
