import type { PersonId } from '../../people/person.ts';
import type { Plan } from '../../plan/record.ts';
import type { ActionRef, PlanStore, Stored } from '../../plan/store.ts';
import type { Facts, Role } from '../due.ts';
import { factsOf, isOpen, readersOf } from '../readers.ts';

/** An action as it concerns one person now. */
export type Looked = { roles: readonly Role[]; facts: Facts };

/** What was read of it before, and which version of its plan said so. */
export type Known = ActionRef & Looked & { planEtag: string };

export type Looking = {
  /** The action once more; null where the person no longer has to do with it, or it is done or gone. */
  again(person: PersonId, known: Known): Promise<Looked | null>;
  /** The same of one of which nothing is known yet. */
  at(person: PersonId, ref: ActionRef): Promise<Looked | null>;
  plan(planId: string): Promise<Plan | null>;
};

/**
 * Looks at actions for some digests that are made together. Every change of an action rewrites its plan, so the
 * plan alone, read once for all of them, shows that what was read before still holds.
 */
export const createLooking = (plans: PlanStore): Looking => {
  const read = new Map<string, Promise<Stored<Plan> | null>>();
  const planOf = (planId: string): Promise<Stored<Plan> | null> => {
    const reading = read.get(planId) ?? plans.readPlan(planId);
    read.set(planId, reading);
    return reading;
  };

  const at: Looking['at'] = async (person, { planId, actionId }) => {
    const { plan, actions } = await plans.readActions(planId, [actionId]);
    const action = actions[0] ?? null;
    if (plan === null || action === null || !isOpen(plan.value, action.value)) return null;
    const reader = readersOf(plan.value, action.value).find((one) => one.person === person.toLowerCase());
    return reader ? { roles: reader.roles, facts: factsOf(plan.value, action.value) } : null;
  };

  return {
    at,
    again: async (person, known) => {
      const plan = await planOf(known.planId);
      if (plan === null) return null;
      return plan.etag === known.planEtag ? known : at(person, known);
    },
    plan: async (planId) => (await planOf(planId))?.value ?? null,
  };
};
