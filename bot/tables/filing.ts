import { z } from 'zod';
import type { Day } from '../calendar/days.ts';
import type { PersonId } from '../people/person.ts';
import { owesPromise } from '../reflection/promises.ts';
import type { Reflection } from '../reflection/record.ts';
import type { Look } from '../reflection/store.ts';
import { BreaksTableRule } from './faults.ts';
import { keyFrom } from './keys.ts';
import type { Entity } from './sizes.ts';

/**
 * Under which index rows a reflection is filed. The record keeps this list beside its envelopes, so that a
 * clean-up removes exactly the rows that a change superseded and never those of somebody else's change.
 * `owing` is the errand it has while it owes messages, `look` the day on which somebody has to see what becomes of it.
 */
export type Filing = {
  people: { person: PersonId; change: string }[];
  owing: { notedAt: string; change: string } | null;
  look: { day: Day; change: string };
};

export const filingShape = z.strictObject({
  people: z.array(z.strictObject({ person: z.string(), change: z.string() })),
  owing: z.strictObject({ notedAt: z.string(), change: z.string() }).nullable(),
  look: z.strictObject({ day: z.string(), change: z.string() }),
});

/** An index row by its keys. */
export type Filed = { partitionKey: string; rowKey: string };

export const errandPartition = 'errands';
export const lookPartition = 'look';
export const remindPartition = 'remind';

export const shelfOf = (person: PersonId): string => `person:${keyFrom(person.toLowerCase())}`;

/** Later than any moment this product will see, in milliseconds; what is left of it sorts the newest first. */
const endOfTime = 9_999_999_999_999;

/** Where a reflection stands among its person's, the newest first. Without the change that filed it. */
export const placeOnShelf = (createdAt: string, reflectionId: string): string => {
  const left = endOfTime - Date.parse(createdAt);
  if (!(left >= 0)) throw new BreaksTableRule('A reflection needs the moment of its creation (ISO 8601).');
  return `${String(left).padStart(13, '0')}:${keyFrom(reflectionId)}:`;
};

/** Errands sort by the moment at which they were noted. */
export const errandKey = (notedAt: string, reflectionId: string, change: string): string =>
  `${notedAt}:${keyFrom(reflectionId)}:${change}`;

/** Looks sort by the day on which they are due. */
export const lookKey = (day: Day, reflectionId: string, change: string): string =>
  `${day}:${keyFrom(reflectionId)}:${change}`;

/**
 * A reflection's id is its partition key as it is. No colon, so that it never meets the partition of an index.
 */
export const isReflectionId = (id: string): boolean =>
  /^[\w.=-]{1,200}$/.test(id) && ![errandPartition, lookPartition, remindPartition].includes(id);

const sameRow = (a: Filed, b: Filed) => a.partitionKey === b.partitionKey && a.rowKey === b.rowKey;

/** The rows under which the reflection is filed. */
export const rowsOf = ({ id, workflow }: Reflection, { people, owing, look }: Filing): Filed[] => {
  const always = [
    ...people.map(({ person, change }) => ({
      partitionKey: shelfOf(person),
      rowKey: placeOnShelf(workflow.createdAt, id) + change,
    })),
    { partitionKey: lookPartition, rowKey: lookKey(look.day, id, look.change) },
  ];
  if (owing === null) return always;
  return [...always, { partitionKey: errandPartition, rowKey: errandKey(owing.notedAt, id, owing.change) }];
};

/**
 * The filing of `reflection` as the change leaves it. Who stays keeps the row of the change that brought them in,
 * messages owed before and after keep their errand, and a look that comes early enough stays where it is, so that
 * an ordinary change touches no index at all.
 */
export const refile = (
  before: Filing | null,
  reflection: Reflection,
  look: Filing['look'],
  { change, notedAt }: { change: string; notedAt: string },
): Filing => {
  const { participants } = reflection.workflow;
  const people = [...new Set(participants.map(({ id }) => id.toLowerCase()))].map(
    (person) => before?.people.find((filed) => filed.person === person) ?? { person, change },
  );
  if (!owesPromise(reflection.workflow)) return { people, owing: null, look };
  return { people, owing: before?.owing ?? { notedAt, change }, look };
};

/** When it is to be looked at after a change: an entry that is early enough stays, unless it is put off. */
export const lookAfter = (before: Filing['look'], look: Look | null, change: string): Filing['look'] => {
  if (look === null) return before;
  if ('by' in look) return before.day <= look.by ? before : { day: look.by, change };
  return before.day === look.on ? before : { day: look.on, change };
};

/** What is filed under `rows` and not under `others`. */
export const without = <T extends Filed>(rows: readonly T[], others: readonly Filed[]): T[] =>
  rows.filter((row) => !others.some((other) => sameRow(row, other)));

/** The row on a person's shelf: ids and the created time, nothing else. */
export const shelfEntity = (filed: Filed, reflection: Reflection, change: string): Entity => ({
  ...filed,
  schema: 1,
  reflectionId: reflection.id,
  createdAt: reflection.workflow.createdAt,
  change,
});
