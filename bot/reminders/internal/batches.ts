import type { PersonId } from '../../people/person.ts';
import type { Due } from '../collect.ts';
import type { Run } from './run.ts';

/** A batch is claimed by one transaction, which takes a hundred rows at most. */
export const batchSize = 50;

/**
 * Whose digest of the day is settled is left out. Whom an earlier sweep claimed comes first; else people of one plan
 * are neighbours, so that a batch looks at few plans.
 */
export const batchesOf = async (
  { sources, span }: Run,
  people: Map<PersonId, Due>,
): Promise<PersonId[][]> => {
  const before: PersonId[] = [];
  for await (const { person, delivery } of sources.reminders.ledger(span.until)) {
    if (delivery !== null) people.delete(person);
    else if (people.has(person)) before.push(person);
  }
  const isOpen = new Set(before);
  const planOf = (person: PersonId): string => people.get(person)?.mentions[0]?.planId ?? '';
  const others = [...people.keys()]
    .filter((person) => !isOpen.has(person))
    .map((person) => `${planOf(person)} ${person}`)
    .sort()
    .map((key) => key.slice(key.lastIndexOf(' ') + 1));
  return [...inBatches(before.sort()), ...inBatches(others)];
};

const inBatches = (people: readonly PersonId[]): PersonId[][] => {
  const batches: PersonId[][] = [];
  for (let from = 0; from < people.length; from += batchSize)
    batches.push(people.slice(from, from + batchSize));
  return batches;
};
