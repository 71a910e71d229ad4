import { markLeft } from '../decide-facts.ts';
import type { PlanDesk, PlanDeskParts } from '../desk.ts';
import { attempts } from './editing.ts';

/**
 * Marks who of the people named in a plan has left, and who is back. Nobody's doing, so the history says nothing;
 * nothing is written where nothing differs. @throws where others keep writing: the next reading marks it.
 */
export const rosterNews =
  ({ store, access, newId }: PlanDeskParts): PlanDesk['rosterChanged'] =>
  async (planId) => {
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const { plan, actions } = await store.readWhole(planId);
      if (plan === null) return;
      const named = [plan.value.managers, ...actions.map(({ value }) => value.who)].flat();
      const ids = [...new Set(named.map(({ id }) => id))];
      const there = await access.stillThere(planId, ids);
      const left = ids.filter((id) => !there.has(id));
      const after = markLeft(plan.value, left, newId());
      if (after === plan.value) return;
      const step = { plan: { before: plan, after }, action: null, entry: null };
      if ((await store.commit(step)) === 'saved') return;
    }
    throw new Error('The plan kept being changed while its people were looked at.');
  };
