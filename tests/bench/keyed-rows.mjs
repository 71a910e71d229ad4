/**
 * Azurite goes through a whole table for every query, and through all rows with the same row key for every read;
 * Azure goes to rows by their keys. Loaded into Azurite (`--import`), this keeps rows by their keys, so that a bench
 * with many rows measures the product rather than that. All else stays Azurite's own.
 */
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { default: Store } = require('azurite/dist/src/table/persistence/LokiTableMetadataStore.js');
const { default: Filters } = require('azurite/dist/src/table/persistence/LokiTableStoreQueryGenerator.js');

/** Where a key stands, or would stand, in keys that are in order. */
const placeOf = (keys, key) => {
  let [from, to] = [0, keys.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (keys[middle] < key) from = middle + 1;
    else to = middle;
  }
  return from;
};

/** Values by key, and the keys in order. */
const createShelf = () => {
  const values = new Map();
  const keys = [];
  return {
    get: (key) => values.get(key),
    set: (key, value) => {
      if (!values.has(key)) keys.splice(placeOf(keys, key), 0, key);
      values.set(key, value);
    },
    remove: (key) => {
      if (values.delete(key)) keys.splice(placeOf(keys, key), 1);
    },
    *from(first) {
      for (let place = placeOf(keys, first); place < keys.length; place += 1) {
        yield [keys[place], values.get(keys[place])];
      }
    },
  };
};

/** What the store asks of a Loki collection of rows. */
const createRows = () => {
  const partitions = createShelf();
  return {
    partitions,
    findOne: ({ PartitionKey, RowKey }) => partitions.get(PartitionKey)?.get(RowKey) ?? null,
    insert: (row) => {
      if (!partitions.get(row.PartitionKey)) partitions.set(row.PartitionKey, createShelf());
      partitions.get(row.PartitionKey).set(row.RowKey, row);
    },
    update: (row) => partitions.get(row.PartitionKey).set(row.RowKey, row),
    remove: ({ PartitionKey, RowKey }) => partitions.get(PartitionKey)?.remove(RowKey),
  };
};

/** In place of the collection that Loki would make, and found by its name like any of Loki's. */
Store.prototype.createCollectionForTable = function createCollectionForTable({ account, table }) {
  this.db.collections.push({ name: this.getTableCollectionName(account, table), ...createRows() });
};

/** The value to which a filter holds a key by one of these comparisons; a quotation mark stands there twice. */
const bound = (filter, key, comparisons) => {
  const found = new RegExp(`\\b${key} (?:${comparisons}) '((?:[^']|'')*)'`).exec(filter);
  return found?.[1].replaceAll("''", "'");
};

Store.prototype.queryTableEntities = async function queryTableEntities(
  context,
  account,
  table,
  options,
  ...next
) {
  const { partitions } = this.getEntityCollection(account, table, context);
  const fits = Filters.generateQueryForPersistenceLayer(options, context);
  const most = this.getMaxResultsOption(options);
  const filter = options.filter ?? '';
  // What holds for one of several alternatives does not hold for the whole.
  const isPlain = !/\b(?:or|not)\b/.test(filter.replace(/'(?:[^']|'')*'/g, ''));
  const held = (key, comparisons) => (isPlain ? bound(filter, key, comparisons) : null);
  const [nextPartition, nextRow] = next.map((header) => this.decodeContinuationHeader(header));
  const one = held('PartitionKey', 'eq');
  const firstPartition = [one ?? held('PartitionKey', 'ge|gt') ?? '', nextPartition ?? ''].sort()[1];
  const lastPartition = one ?? held('PartitionKey', 'le|lt');
  const firstRow = held('RowKey', 'eq|ge|gt') ?? '';
  const lastRow = held('RowKey', 'eq|le|lt');

  const found = [];
  walk: for (const [partition, rows] of partitions.from(firstPartition)) {
    if (lastPartition !== null && partition > lastPartition) break;
    const from = partition === nextPartition ? [firstRow, nextRow ?? ''].sort()[1] : firstRow;
    for (const [key, row] of rows.from(from)) {
      if (lastRow !== null && key > lastRow) break;
      if (!fits(row)) continue;
      found.push(row);
      if (found.length > most) break walk;
    }
  }
  const { nextPartitionKeyResponse, nextRowKeyResponse } = this.adjustQueryResultforTop(found, most);
  return [found, nextPartitionKeyResponse, nextRowKeyResponse];
};
