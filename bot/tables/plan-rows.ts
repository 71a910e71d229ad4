import type { z } from 'zod';
import type { Action, Entry, Plan } from '../plan/record.ts';
import type { Stored, SummaryPlace } from '../plan/store.ts';
import { UnreadableRow } from './faults.ts';
import { fromPieces, inPieces } from './pieces.ts';
import { type ActionFiling, actionFilingShape, type PlanFiling, planFilingShape } from './plan-filing.ts';
import { actionRow, headRow, historyRow, planPartition, removedRow, summaryRow } from './plan-keys.ts';
import { actionShape, entryShape, planShape, summaryShape } from './plan-shapes.ts';
import type { Entity } from './sizes.ts';
import type { Row } from './table.ts';

/**
 * A plan's rows. What a row is about lies in it as one JSON text: two hundred actions as properties of their own
 * took half as long again to read.
 */
const schema = 1;

/** What was read, with its filing as it lies there: only a change needs to open that, a look at the plan does not. */
export type Kept<T> = Stored<T> & { filing: unknown };

/** What was read here still has its filing; a copy may have lost it. */
export const isKept = <T>(stored: Stored<T>): stored is Kept<T> => 'filing' in stored;

const entity = (partitionKey: string, rowKey: string, body: object): Entity => ({
  partitionKey,
  rowKey,
  schema,
  ...inPieces('body', JSON.stringify(body)),
});

export const planEntity = (plan: Plan, filing: PlanFiling): Entity => ({
  ...entity(planPartition(plan.id), headRow, plan),
  filing: JSON.stringify(filing),
});

/** Where an action lies: those that are deleted lie apart, so that a look at the plan does not read them. */
export const rowOfAction = ({ id, removed }: Action): string => (removed ? removedRow(id) : actionRow(id));

export const actionEntity = (planId: string, action: Action, filing: ActionFiling): Entity => ({
  ...entity(planPartition(planId), rowOfAction(action), action),
  filing: JSON.stringify(filing),
});

export const entryEntity = (planId: string, entry: Entry, change: string): Entity =>
  entity(planPartition(planId), historyRow(entry.about, entry.at, change), entry);

export const summaryEntity = (planId: string, place: SummaryPlace): Entity =>
  entity(planPartition(planId), summaryRow, place);

/** @throws UnreadableRow */
export const planFrom = (row: Row): Kept<Plan> => {
  const plan = opened(row, planShape);
  if (planPartition(plan.id) !== row.partitionKey) throw unreadable(row, "another plan's row");
  return { value: plan, etag: row.etag, filing: row.filing };
};

/** @throws UnreadableRow */
export const actionFrom = (row: Row): Kept<Action> => {
  const action = opened(row, actionShape);
  if (rowOfAction(action) !== row.rowKey) throw unreadable(row, 'an action that belongs elsewhere');
  return { value: action, etag: row.etag, filing: row.filing };
};

/** @throws UnreadableRow */
export const entryFrom = (row: Row): Entry => opened(row, entryShape);

/** @throws UnreadableRow */
export const summaryFrom = (row: Row): SummaryPlace => opened(row, summaryShape);

/** @throws UnreadableRow */
export const planFilingOf = ({ value, filing }: Kept<Plan>): PlanFiling =>
  filed({ partitionKey: planPartition(value.id), rowKey: headRow }, filing, planFilingShape);

/** @throws UnreadableRow */
export const actionFilingOf = (planId: string, { value, filing }: Kept<Action>): ActionFiling =>
  filed({ partitionKey: planPartition(planId), rowKey: rowOfAction(value) }, filing, actionFilingShape);

type Keys = { partitionKey: string; rowKey: string };

/** Names the row and never what is in it. A number is told as it is; anything else may be somebody's words. */
const unreadable = (keys: Keys, found: string): UnreadableRow =>
  new UnreadableRow(keys, found, `schema ${schema}`);

const opened = <T>(row: Row, shape: z.ZodType<T>): T => {
  if (row.schema !== schema) {
    throw unreadable(row, typeof row.schema === 'number' ? `schema ${row.schema}` : 'an unknown schema');
  }
  const body = shape.safeParse(parsed(fromPieces('body', row)));
  if (!body.success) throw unreadable(row, 'what does not fit its schema');
  return body.data;
};

const filed = <T>(keys: Keys, filing: unknown, shape: z.ZodType<T>): T => {
  const found = shape.safeParse(parsed(filing));
  if (!found.success) throw unreadable(keys, 'a malformed filing');
  return found.data;
};

/** What does not parse fits no shape. The parser's own error quotes the text, so it must go no further. */
const parsed = (json: unknown): unknown => {
  try {
    return typeof json === 'string' ? JSON.parse(json) : undefined;
  } catch {
    return undefined;
  }
};
