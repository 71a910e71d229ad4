import { replaceEqualDeep } from '@tanstack/react-query';
import type { PlanAction, PlanSeen } from '../../bot/plan/contract.ts';

/** `etag` is null where what is known was changed here since it was read: the next look asks for the whole. */
export type Seen = { seen: PlanSeen; etag: string | null };

/**
 * A newer look at the plan, with the very objects of the older one for all that has stayed the same, wherever in the
 * list it stands now: only rows that changed are drawn again.
 */
export const keepKnown = (known: Seen | undefined, newer: Seen): Seen => {
  if (known === undefined || known === newer) return newer;
  const before = new Map(known.seen.actions.map((action) => [action.id, action]));
  const actions = newer.seen.actions.map((action): PlanAction => {
    const same = before.get(action.id);
    return same ? replaceEqualDeep(same, action) : action;
  });
  const unchanged =
    actions.length === known.seen.actions.length &&
    actions.every((action, index) => action === known.seen.actions[index]);
  return {
    etag: newer.etag,
    seen: {
      plan: replaceEqualDeep(known.seen.plan, newer.seen.plan),
      me: replaceEqualDeep(known.seen.me, newer.seen.me),
      actions: unchanged ? known.seen.actions : actions,
    },
  };
};
