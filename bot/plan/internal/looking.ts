import { type Day, dayOf } from '../../calendar/days.ts';
import type { Standing } from '../../people/access.ts';
import type { PersonId } from '../../people/person.ts';
import type { Me, PlanSeen } from '../contract.ts';
import { isRefusal, type PlanDesk, type PlanDeskParts, type Refusal } from '../desk.ts';
import type { Action, Plan } from '../record.ts';
import type { Stored } from '../store.ts';
import { begun, planAlone, withAction } from './editing.ts';
import { roleIn, standingIn } from './roles.ts';
import { seenAction, seenFacts, seenRemoved, wholeTag } from './seeing.ts';

type Looking = Pick<PlanDesk, 'read' | 'look' | 'members' | 'removed' | 'history'>;
/** What storage gives at once, in rows: a larger plan comes in pieces, each of its own moment. */
const atOnce = 1_000;

type Whole = { plan: Stored<Plan> | null; actions: Stored<Action>[] };

/** What can be read of a plan. Nothing is written by looking. */
export const looking = (parts: PlanDeskParts): Looking => {
  const { store, access, now, digest, timeZone } = parts;
  const today = (): Day => dayOf(now(), timeZone);

  /** Who they are and what they ask for, at the same time; an outsider hears nothing of the latter, faults included. */
  const enter = async <T>(
    by: PersonId,
    planId: string,
    load: Promise<T>,
  ): Promise<{ standing: Standing; loaded: T } | Refusal> => {
    load.catch(() => {});
    const standing = await standingIn(access, planId, by);
    return isRefusal(standing) ? standing : { standing, loaded: await load };
  };

  const read: PlanDesk['read'] = async (by, planId, known) => {
    if (known === null) {
      const entered = await enter(by, planId, store.readWhole(planId));
      return isRefusal(entered) ? entered : whole(by, planId, entered.standing, entered.loaded, null);
    }
    const entered = await enter(by, planId, store.readPlan(planId));
    if (isRefusal(entered)) return entered;
    const { standing, loaded: plan } = entered;
    const me = roleIn(plan?.value ?? null, by, standing);
    if (me === null) return { refused: 'outside' };
    if (plan === null) {
      const empty = await absent(planId, me);
      return !isRefusal(empty) && empty.etag === known ? 'same' : empty;
    }
    if (wholeTag(plan.value.change, me, digest) === known) return 'same';
    return whole(by, planId, standing, await store.readWhole(planId), plan.value.change);
  };

  /**
   * `since` is the change of the plan that was seen before its actions were read. What came in pieces bears the tag
   * of that one: whatever was changed between two pieces is then sent again at the next look.
   */
  const whole = async (
    by: PersonId,
    planId: string,
    standing: Standing,
    { plan, actions }: Whole,
    since: string | null,
  ): Promise<{ seen: PlanSeen; etag: string } | Refusal> => {
    const me = roleIn(plan?.value ?? null, by, standing);
    if (me === null) return { refused: 'outside' };
    if (plan === null) return absent(planId, me);
    const { value } = plan;
    const isWhole = actions.length < atOnce;
    if (!isWhole && since === null) {
      return whole(by, planId, standing, await store.readWhole(planId), value.change);
    }
    // What is being erased is nobody's to see any more.
    const shown = value.emptying === null ? actions.map((action) => seenAction(action.value)) : [];
    return {
      seen: { plan: seenFacts(value), actions: shown, me },
      etag: wholeTag(isWhole ? value.change : (since ?? value.change), me, digest),
    };
  };

  /** An empty plan named after its place, where there is none yet. */
  const absent = async (planId: string, me: Me): Promise<{ seen: PlanSeen; etag: string } | Refusal> => {
    const plan = await begun(parts, planId, { now: now(), change: '' });
    if (plan === null) return { refused: 'outside' };
    return {
      seen: { plan: seenFacts(plan), actions: [], me },
      etag: wholeTag(`none ${plan.name}`, me, digest),
    };
  };

  const look: PlanDesk['look'] = async (by, planId, actionId) => {
    const load = actionId === null ? planAlone(store, planId) : withAction(store, planId, actionId);
    const entered = await enter(by, planId, load);
    if (isRefusal(entered)) return entered;
    const { plan, action } = entered.loaded;
    const me = roleIn(plan?.value ?? null, by, entered.standing);
    if (me === null) return { refused: 'outside' };
    const shown = action === null || action.value.removed !== null ? null : seenAction(action.value);
    const isMissing = actionId !== null && (shown === null || plan?.value.emptying !== null);
    if (plan === null || isMissing) return { refused: 'unknownAction' };
    return { plan: seenFacts(plan.value), tabChannel: plan.value.tabChannel, action: shown, me };
  };

  const members: PlanDesk['members'] = async (by, planId) => {
    const entered = await enter(by, planId, store.readPlan(planId));
    if (isRefusal(entered)) return entered;
    const me = roleIn(entered.loaded?.value ?? null, by, entered.standing);
    if (me === null) return { refused: 'outside' };
    // To be chosen from: whoever only reads chooses nobody.
    return me.canEdit ? access.members(planId) : { refused: 'notAllowed' };
  };

  const removed: PlanDesk['removed'] = async (by, planId) => {
    const entered = await enter(by, planId, store.readPlan(planId));
    if (isRefusal(entered)) return entered;
    const plan = entered.loaded?.value ?? null;
    const me = roleIn(plan, by, entered.standing);
    if (me === null) return { refused: 'outside' };
    if (!me.canEdit) return { refused: 'notAllowed' };
    if (plan === null || plan.emptying !== null) return [];
    const lying = (await store.readRemoved(planId)).flatMap(({ value }) => seenRemoved(value));
    return lying
      .filter(({ until }) => until >= today())
      .sort((a, b) => newestFirst(a.removedAt, b.removedAt));
  };

  const history: PlanDesk['history'] = async (by, planId, actionId) => {
    const load =
      actionId === null
        ? store.readPlan(planId).then((plan) => ({ plan, action: null }))
        : withAction(store, planId, actionId);
    const entered = await enter(by, planId, load);
    if (isRefusal(entered)) return entered;
    const { plan, action } = entered.loaded;
    const me = roleIn(plan?.value ?? null, by, entered.standing);
    if (me === null) return { refused: 'outside' };
    if (actionId !== null && (action === null || plan === null || !mayBeRead(plan.value, action.value, me))) {
      return { refused: 'unknownAction' };
    }
    const entries = plan === null ? [] : await store.readHistory(planId, actionId);
    return entries.map(({ about: _, ...entry }) => entry).reverse();
  };

  /** A deleted action can be looked back on by whoever could bring it back, while they can. */
  const mayBeRead = (plan: Plan, { removed: lying }: Action, { canEdit }: Me): boolean =>
    plan.emptying === null && (lying === null || (canEdit && lying.until >= today()));

  return { read, look, members, removed, history };
};

const newestFirst = (a: string, b: string): number => (a < b ? 1 : a > b ? -1 : 0);
