import { dayOf } from '../../calendar/days.ts';
import type { PersonId } from '../../people/person.ts';
import type { Me } from '../contract.ts';
import { newPlan } from '../decide.ts';
import { isRefusal, type PlanDeskParts, type Refusal } from '../desk.ts';
import type { Action, Plan } from '../record.ts';
import type { PlanStore, Step, Stored } from '../store.ts';
import type { Circumstances } from './moving.ts';
import { roleIn, standingIn } from './roles.ts';
import { placeName } from './seeing.ts';

/** How often a change is decided again when somebody else wrote in between; people are slower than this. */
export const attempts = 8;

export type Loaded = { plan: Stored<Plan> | null; action: Stored<Action> | null };

/** What a change is decided on. */
export type Scene = {
  /** As it is, or as it would begin. */
  plan: Plan;
  before: Stored<Plan> | null;
  action: Stored<Action> | null;
  me: Me;
  circumstances: Circumstances;
};

export type Outcome<T> = { answer: T; step: Step | null } | Refusal;

/**
 * Every change of somebody's goes this way: may they, load, decide, save; and again where somebody else wrote in
 * between. So a change that only met others' changes goes through, and one that met its own action is told so.
 */
export const editing = (parts: PlanDeskParts) => {
  const { store, access, now, newId, timeZone } = parts;

  return async <T>(
    person: PersonId,
    planId: string,
    load: () => Promise<Loaded>,
    decide: (scene: Scene) => Outcome<T> | Promise<Outcome<T>>,
  ): Promise<T | Refusal> => {
    const standing = await standingIn(access, planId, person);
    if (isRefusal(standing)) return standing;
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const { plan: before, action } = await load();
      const me = roleIn(before?.value ?? null, person, standing);
      if (me === null) return { refused: 'outside' };
      if (!me.canEdit) return { refused: 'notAllowed' };
      const at = now();
      const by = { id: person, name: standing.name };
      const circumstances = { by, now: at, today: dayOf(at, timeZone), change: newId() };
      const plan = before?.value ?? (await begun(parts, planId, circumstances));
      if (plan === null) return { refused: 'outside' };
      const outcome = await decide({ plan, before, action, me, circumstances });
      if (isRefusal(outcome)) return outcome;
      if (outcome.step === null || (await store.commit(outcome.step)) === 'saved') return outcome.answer;
    }
    return { refused: 'busy' };
  };
};

/** The plan that a place would have; null for a place that the bot was never told of. */
export const begun = async (
  { access }: Pick<PlanDeskParts, 'access'>,
  planId: string,
  circumstances: Pick<Circumstances, 'now' | 'change'>,
): Promise<Plan | null> => {
  const name = await access.nameOf(planId);
  return name === null ? null : newPlan(planId, placeName(name), circumstances);
};

export const planAlone = async (store: PlanStore, planId: string): Promise<Loaded> => ({
  plan: await store.readPlan(planId),
  action: null,
});

/** Ids of actions are ours: what does not look like one is no action, and no key for storage either. */
const actionKey = /^[A-Za-z0-9-]{1,64}$/;

export const withAction = (store: PlanStore, planId: string, actionId: string): Promise<Loaded> =>
  actionKey.test(actionId) ? store.readAction(planId, actionId) : planAlone(store, planId);
