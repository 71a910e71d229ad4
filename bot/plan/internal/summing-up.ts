import { dayOf } from '../../calendar/days.ts';
import { isRefusal, type PlanDesk, type PlanDeskParts } from '../desk.ts';
import { begun } from './editing.ts';
import { roleIn, standingIn } from './roles.ts';

/** How a plan stands, in counts and a day. */
export const summingUp = (parts: PlanDeskParts): PlanDesk['summary'] => {
  const { store, access, now, timeZone } = parts;

  return async (by, planId) => {
    const [asked, { plan, actions }] = await Promise.all([
      standingIn(access, planId, by),
      store.readWhole(planId),
    ]);
    if (plan !== null) {
      if (isRefusal(asked)) return asked;
      if (roleIn(plan.value, by, asked) === null) return { refused: 'notAllowed' };
    }
    const standing = plan?.value.emptying ? [] : actions.map(({ value }) => value);
    const open = standing.filter(({ status }) => status !== 'done');
    const from = dayOf(now(), timeZone);
    const ahead = open.flatMap(({ dueOn }) => (dueOn !== null && dueOn >= from ? [dueOn] : [])).sort();
    return {
      name: plan?.value.name ?? (await begun(parts, planId, { now: now(), change: '' }))?.name ?? '',
      open: open.length,
      done: standing.length - open.length,
      nextDueOn: ahead[0] ?? null,
      tabChannel: plan?.value.tabChannel ?? null,
    };
  };
};
