import type { PersonId } from '../people/person.ts';
import type { Action, Plan } from '../plan/record.ts';
import type { Facts, Role } from './due.ts';

/** Who hears of an action. Somebody who manages the plan and owns the action is both, and hears of it once. */
export type Reader = { person: PersonId; roles: readonly Role[] };

/** Whether an action can be named at all. */
export const isOpen = (plan: Plan, action: Action): boolean =>
  plan.emptying === null && action.removed === null && action.status !== 'done';

/** Who hears of an action: those who own it and the managers of its plan, as far as they are still there. */
export const readersOf = (plan: Plan, action: Action): Reader[] => {
  const roles = new Map<PersonId, Role[]>();
  const add = (people: readonly { id: PersonId }[], role: Role) => {
    for (const { id } of people) {
      const person = id.toLowerCase();
      const known = roles.get(person) ?? [];
      if (isThere(plan, id) && !known.includes(role)) roles.set(person, [...known, role]);
    }
  };
  add(action.who, 'owner');
  add(plan.managers, 'manager');
  return [...roles].map(([person, theirs]) => ({ person, roles: theirs }));
};

/** Managers who are still there. */
export const managersOf = (plan: Plan): PersonId[] =>
  plan.managers.filter(({ id }) => isThere(plan, id)).map(({ id }) => id.toLowerCase());

/** The facts on which it rests when somebody hears of an action. */
export const factsOf = (plan: Plan, { dueOn, heldUntil, who }: Action): Facts => ({
  dueOn,
  heldUntil,
  hasOwner: who.some(({ id }) => isThere(plan, id)),
});

const isThere = (plan: Plan, person: PersonId): boolean => !plan.left.includes(person);
