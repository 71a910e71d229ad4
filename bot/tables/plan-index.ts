import { odata } from '@azure/data-tables';
import type { Day } from '../calendar/days.ts';
import type { PersonId } from '../people/person.ts';
import type { ActionRef, Erasure, IndexHint } from '../plan/store.ts';
import { UnreadableRow } from './faults.ts';
import { keyFrom } from './keys.ts';
import { endOf } from './plan-keys.ts';
import type { Row, Table } from './table.ts';

/** The partitions of the indexes; none of them can be a plan's, as each of those begins with `plan:`. */
export const partitions = {
  due: 'due',
  undated: 'undated',
  unowned: 'unowned',
  erase: 'erase',
  plans: 'plans',
} as const;

export const personShelf = (person: PersonId): string => `person:${keyFrom(person.toLowerCase())}`;

/** An index row holds ids and nothing else; `actionId` is empty where it is about the plan itself. */
export type IndexEntity = {
  partitionKey: string;
  rowKey: string;
  schema: number;
  planId: string;
  actionId: string;
};

/** The key begins with what the row is sorted by and ends in the change that wrote it, so that no two changes share one. */
export const indexEntity = (
  partitionKey: string,
  start: string,
  { planId, actionId, change }: { planId: string; actionId: string | null; change: string },
): IndexEntity => {
  const about = actionId === null ? '' : `${actionId}:`;
  return {
    partitionKey,
    rowKey: `${start}${keyFrom(planId)}:${about}${change}`,
    schema: 1,
    planId,
    actionId: actionId ?? '',
  };
};

type Hint = { key: string; planId: string; actionId: string; writtenAt: string };

/** @throws UnreadableRow */
export const hintFrom = (row: Row): Hint => {
  const { rowKey, schema, planId, actionId, timestamp } = row;
  if (schema !== 1 || typeof planId !== 'string' || typeof actionId !== 'string') {
    throw new UnreadableRow(row, 'no entry of a known schema', 'schema 1');
  }
  return { key: rowKey, planId, actionId, writtenAt: timestamp };
};

/** Entries in the order of their keys. What was filed twice under the same start lies together, and comes once. */
async function* hints(table: Table, filter: string): AsyncGenerator<Hint> {
  let last: Hint | null = null;
  for await (const row of table.rows(filter)) {
    const hint = hintFrom(row);
    const again =
      last?.planId === hint.planId &&
      last.actionId === hint.actionId &&
      last.key.slice(0, 10) === hint.key.slice(0, 10);
    last = hint;
    if (!again) yield hint;
  }
}

const refOf = ({ planId, actionId }: Hint): ActionRef => ({ planId, actionId });

export async function* openHints(table: Table, person: PersonId): AsyncGenerator<ActionRef> {
  for await (const hint of hints(table, shelfFilter(person, 'action:'))) yield refOf(hint);
}

export async function* managedHints(table: Table, person: PersonId): AsyncGenerator<string> {
  for await (const { planId } of hints(table, shelfFilter(person, 'manages:'))) yield planId;
}

export async function* dueHints(table: Table, from: Day, to: Day): AsyncGenerator<IndexHint & { day: Day }> {
  const filter = odata`PartitionKey eq ${partitions.due} and RowKey ge ${from} and RowKey lt ${`${to};`}`;
  for await (const hint of hints(table, filter)) yield { index: 'due', ...hint, day: hint.key.slice(0, 10) };
}

export async function* looseHints(table: Table, index: 'undated' | 'unowned'): AsyncGenerator<IndexHint> {
  const filter = odata`PartitionKey eq ${partitions[index]}`;
  for await (const hint of hints(table, filter)) yield { index, ...hint };
}

/** Each entry by itself, also where two are about the same: each is to be settled. */
export async function* erasureHints(table: Table, day: Day): AsyncGenerator<Erasure> {
  const filter = odata`PartitionKey eq ${partitions.erase} and RowKey lt ${`${day};`}`;
  for await (const row of table.rows(filter)) {
    const { key, planId, actionId } = hintFrom(row);
    yield { key, planId, actionId: actionId || null };
  }
}

const shelfFilter = (person: PersonId, start: string): string =>
  odata`PartitionKey eq ${personShelf(person)} and RowKey ge ${start} and RowKey lt ${endOf(start)}`;
