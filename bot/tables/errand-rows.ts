import type { CardPlace } from '../reflection/record.ts';
import type { Errand } from '../reflection/store.ts';
import { UnreadableRow } from './faults.ts';
import { errandPartition } from './filing.ts';
import { fromPieces, inPieces } from './pieces.ts';
import { farewellShape } from './shapes.ts';
import type { Entity } from './sizes.ts';
import type { Row } from './table.ts';

/** An errand as a row. It holds ids and addresses of cards, never a word of the reflection. */
export const errandEntity = (errand: Errand): Entity => ({
  partitionKey: errandPartition,
  rowKey: errand.key,
  schema: 1,
  reflectionId: errand.reflectionId,
  notedAt: errand.notedAt,
  ...inPieces('farewell', JSON.stringify(errand.farewell)),
});

/** @throws UnreadableRow */
export const errandFrom = (row: Row): Errand => {
  const { schema, reflectionId, notedAt } = row;
  const farewell = farewellFrom(fromPieces('farewell', row));
  if (schema !== 1 || typeof reflectionId !== 'string' || typeof notedAt !== 'string' || farewell === null) {
    throw new UnreadableRow(row, 'no errand of a known schema', 'schema 1');
  }
  return { key: row.rowKey, reflectionId, notedAt, farewell };
};

const farewellFrom = (json: string | null): CardPlace[] | null => {
  try {
    return farewellShape.parse(JSON.parse(json ?? ''));
  } catch {
    return null;
  }
};
