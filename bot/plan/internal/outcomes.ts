import type { Named, PlanAction } from '../contract.ts';
import type { Ruling } from '../decide.ts';
import { markSeen } from '../decide-facts.ts';
import type { Action, Plan } from '../record.ts';
import type { Outcome, Scene } from './editing.ts';
import { unfit } from './faults.ts';
import { seenAction } from './seeing.ts';

/** Puts a ruling about an action into what is saved and answered. `seen`: who was just found in the team. */
export const settled = (
  scene: Scene,
  ruling: Ruling,
  seen: readonly Named[] = [],
): Outcome<{ action: PlanAction }> => {
  switch (ruling.is) {
    case 'unfit':
      return unfit(ruling.faults);
    case 'gone':
      return { refused: 'unknownAction' };
    case 'same':
      return scene.action === null
        ? { refused: 'unknownAction' }
        : { answer: { action: seenAction(scene.action.value) }, step: null };
    case 'moved': {
      const plan = markSeen(ruling.plan, seen, ruling.plan.change);
      return saved(scene, plan, ruling);
    }
  }
};

const saved = (
  { before, action }: Scene,
  plan: Plan,
  { action: after, entry }: Extract<Ruling, { is: 'moved' }>,
): Outcome<{ action: PlanAction }> => ({
  answer: { action: seenAction(after) },
  step: { plan: { before, after: plan }, action: { before: action, after }, entry },
});

/** Whether the action is there to be changed, and still as the caller saw it (null: as it is now, whatever that is). */
export const unmet = (
  scene: Scene,
  etag: string | null,
): Extract<Outcome<never>, { refused: string }> | null => {
  if (scene.plan.emptying !== null) return { refused: 'busy' };
  const action: Action | undefined = scene.action?.value;
  if (action === undefined || action.removed !== null) return { refused: 'unknownAction' };
  return etag === null || action.change === etag ? null : { refused: 'stale', current: seenAction(action) };
};
