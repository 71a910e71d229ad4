import { odata } from '@azure/data-tables';
import type { Day } from '../calendar/days.ts';

import type { DueEntry } from '../reflection/store.ts';
import type { Kept } from './envelopes.ts';
import { UnreadableRow } from './faults.ts';
import { type Filed, lookKey, lookPartition } from './filing.ts';
import type { Entity } from './sizes.ts';
import type { Row } from './table.ts';

/** A younger entry may belong to a write that is still under way. */
const hour = 3_600_000;

/** The row that says when a reflection is to be looked at: a day and ids, nothing else. */
export const lookEntity = (filed: Filed, reflectionId: string): Entity => ({
  ...filed,
  schema: 1,
  reflectionId,
});

/** Everything due on that day or before it: `;` is the character that follows `:`. */
export const dueFilter = (day: Day): string =>
  odata`PartitionKey eq ${lookPartition} and RowKey lt ${`${day};`}`;

/** @throws UnreadableRow */
export const dueFrom = (row: Row): DueEntry => {
  const { rowKey, schema, reflectionId, timestamp } = row;
  if (schema !== 1 || typeof reflectionId !== 'string') {
    throw new UnreadableRow(row, 'no look of a known schema', 'schema 1');
  }
  return { key: rowKey, reflectionId, writtenAt: timestamp };
};

/** Whether this record is filed under this very entry, rather than under one that came after it. */
export const isBehind = ({ key }: DueEntry, { reflection, filing: { look } }: Kept): boolean =>
  lookKey(look.day, reflection.id, look.change) === key;

export const isYoung = ({ writtenAt }: DueEntry, now: Date): boolean =>
  !(now.getTime() - Date.parse(writtenAt) > hour);
