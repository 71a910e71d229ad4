import { changeAction, removeAction, restoreAction } from '../decide.ts';
import { markLeft } from '../decide-facts.ts';
import { isRefusal, type PlanDesk, type PlanDeskParts } from '../desk.ts';
import { readActionChange } from '../reading.ts';
import { editing, withAction } from './editing.ts';
import { unfit } from './faults.ts';
import type { Content } from './moves.ts';
import { naming } from './naming.ts';
import { settled, unmet } from './outcomes.ts';

/** Changes, deletes and brings back one action. */
export const changing = (parts: PlanDeskParts): Pick<PlanDesk, 'change' | 'remove' | 'restore'> => {
  const { store, access } = parts;
  const edit = editing(parts);

  const change: PlanDesk['change'] = async (by, planId, actionId, body, etag) => {
    const read = readActionChange(body);
    const nameThem = naming(access, planId);
    return edit(
      by,
      planId,
      () => withAction(store, planId, actionId),
      async (scene) => {
        if (!read.ok) return unfit(read.faults);
        const refusal = unmet(scene, etag);
        if (refusal !== null || scene.action === null) return refusal ?? { refused: 'unknownAction' };
        const action = scene.action.value;
        const { who, moveReason, ...rest } = read.value;
        const rule = (content: Partial<Content>) =>
          changeAction(scene.plan, action, content, scene.circumstances, moveReason);
        if (who === undefined) return settled(scene, rule(rest));
        const named = await nameThem('who', who, action.who);
        if (isRefusal(named)) return named;
        const fresh = named.filter(({ id }) => !action.who.some((one) => one.id === id));
        return settled(scene, rule({ ...rest, who: named }), fresh);
      },
    );
  };

  const remove: PlanDesk['remove'] = async (by, planId, actionId, etag) => {
    const removed = await edit(
      by,
      planId,
      () => withAction(store, planId, actionId),
      (scene) => {
        const refusal = unmet(scene, etag);
        if (refusal !== null || scene.action === null) return refusal ?? { refused: 'unknownAction' };
        return settled(scene, removeAction(scene.plan, scene.action.value, scene.circumstances));
      },
    );
    return isRefusal(removed) ? removed : 'removed';
  };

  const restore: PlanDesk['restore'] = (by, planId, actionId) =>
    edit(
      by,
      planId,
      () => withAction(store, planId, actionId),
      async (scene) => {
        if (scene.plan.emptying !== null) return { refused: 'busy' };
        if (scene.action === null) return { refused: 'unknownAction' };
        const action = scene.action.value;
        const ruling = restoreAction(scene.plan, action, scene.circumstances);
        if (ruling.is !== 'moved') return settled(scene, ruling);
        // While it lay aside nobody looked whether its people are still there.
        const ids = action.who.map(({ id }) => id);
        const there = await access.stillThere(planId, ids);
        const left = [
          ...scene.plan.left.filter((id) => !there.has(id)),
          ...ids.filter((id) => !there.has(id)),
        ];
        return settled(scene, { ...ruling, plan: markLeft(ruling.plan, left, ruling.plan.change) });
      },
    );

  return { change, remove, restore };
};
