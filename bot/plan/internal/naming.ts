import type { Access, Asked } from '../../people/access.ts';
import type { PersonId } from '../../people/person.ts';
import type { Named } from '../contract.ts';
import type { Refusal } from '../desk.ts';
import { fault, unfit } from './faults.ts';
import type { Chosen } from './fields.ts';

/** So many people are asked for at the same moment. */
const width = 5;

/**
 * Gives those chosen the names that the roster has for them. Who is named already keeps the name and the place,
 * also after leaving; guests and strangers are refused. What was asked once is remembered for this request.
 */
export type Naming = (
  field: string,
  chosen: readonly Chosen[],
  already: readonly Named[],
) => Promise<Named[] | Refusal>;

export const naming = (access: Access, planId: string): Naming => {
  const asked = new Map<PersonId, Asked>();
  return async (field, chosen, already) => {
    const known = new Map(already.map((one) => [one.id, one]));
    const unasked = chosen.filter(({ id }) => !known.has(id) && !asked.has(id));
    for (let from = 0; from < unasked.length; from += width) {
      await Promise.all(
        unasked
          .slice(from, from + width)
          .map(async ({ id }) => void asked.set(id, await access.named(planId, id))),
      );
    }
    const answers = chosen.map(({ id, at }) => ({ id, at, answer: known.get(id) ?? asked.get(id) }));
    const strangers = answers.filter(({ answer }) => answer === 'outside' || isGuest(answer));
    if (strangers.length > 0) {
      return unfit(strangers.map(({ at }) => fault(`${field}.${at}`, 'notAMember')));
    }
    const named = answers.flatMap(({ id, answer }) =>
      typeof answer === 'object' ? [{ id, name: answer.name }] : [],
    );
    return named.length === answers.length ? named : { refused: 'unreachable' };
  };
};

const isGuest = (answer: Asked | Named | undefined): boolean =>
  typeof answer === 'object' && 'guest' in answer && answer.guest;
