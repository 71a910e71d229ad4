import type { z } from 'zod';
import { UnreadableRow } from './faults.ts';
import { fromPieces, inPieces } from './pieces.ts';
import type { Entity } from './sizes.ts';
import type { Row } from './table.ts';

/** A row whose content is one JSON text, so that its shape is checked as a whole: unknown fields are seen too. */
export const bodyEntity = (partitionKey: string, rowKey: string, schema: number, body: object): Entity => ({
  partitionKey,
  rowKey,
  schema,
  ...inPieces('body', JSON.stringify(body)),
});

/**
 * What such a row holds.
 *
 * @throws UnreadableRow that names the row and never what is in it; a number is told as it is
 */
export const bodyFrom = <T>(row: Row, schema: number, shape: z.ZodType<T>): T => {
  const unreadable = (found: string) => new UnreadableRow(row, found, `schema ${schema}`);
  if (row.schema !== schema) {
    throw unreadable(typeof row.schema === 'number' ? `schema ${row.schema}` : 'an unknown schema');
  }
  const body = shape.safeParse(parsed(fromPieces('body', row)));
  if (!body.success) throw unreadable('what does not fit its schema');
  return body.data;
};

/** What does not parse fits no shape. The parser's own error quotes the text, so it must go no further. */
const parsed = (json: string | null): unknown => {
  try {
    return json === null ? undefined : JSON.parse(json);
  } catch {
    return undefined;
  }
};
