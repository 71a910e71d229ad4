import type { PersonId } from '../../people/person.ts';
import { isRefusal, type PlanDesk, type PlanDeskParts } from '../desk.ts';
import type { ActionRef } from '../store.ts';
import { roleIn, standingIn } from './roles.ts';
import { seenAction } from './seeing.ts';

type Own = Awaited<ReturnType<PlanDesk['openOf']>>[number];

/** So many actions are read at the same moment. */
const width = 8;

/**
 * Follows what the index says of a person, and believes none of it: each action is read, and shown only where it
 * is open, theirs, and in a plan that they may read now. Where Teams does not tell, it is not shown.
 */
export const ownActions = ({ store, access }: PlanDeskParts): PlanDesk['openOf'] => {
  const follow = async (
    { planId, actionId }: ActionRef,
    person: PersonId,
    standingOf: (planId: string) => ReturnType<typeof standingIn>,
  ): Promise<Own[]> => {
    const [{ plan, action }, standing] = await Promise.all([
      store.readAction(planId, actionId),
      standingOf(planId),
    ]);
    if (plan === null || action === null || plan.value.emptying !== null || isRefusal(standing)) return [];
    const { status, removed, who } = action.value;
    const isOpen = status !== 'done' && removed === null;
    if (!isOpen || !who.some(({ id }) => id === person)) return [];
    if (roleIn(plan.value, person, standing) === null) return [];
    return [{ plan: { id: planId, name: plan.value.name }, action: seenAction(action.value) }];
  };

  return async (person) => {
    // An action may be named twice, by two changes; each plan's roster is asked once.
    const hints = new Map<string, ActionRef>();
    for await (const hint of store.openOf(person)) {
      hints.set(JSON.stringify([hint.planId, hint.actionId]), hint);
    }
    const asked = new Map<string, ReturnType<typeof standingIn>>();
    const standingOf = (planId: string) => {
      const standing = asked.get(planId) ?? standingIn(access, planId, person);
      asked.set(planId, standing);
      return standing;
    };
    const refs = [...hints.values()];
    const own: Own[] = [];
    for (let from = 0; from < refs.length; from += width) {
      const batch = refs.slice(from, from + width);
      own.push(...(await Promise.all(batch.map((ref) => follow(ref, person, standingOf)))).flat());
    }
    return own.sort(byDay);
  };
};

const alphabet = new Intl.Collator('en-GB');
/** What has no day comes after every day. */
const dayOrLast = ({ action }: Own): string => action.dueOn ?? '9999';

const byDay = (a: Own, b: Own): number =>
  alphabet.compare(dayOrLast(a), dayOrLast(b)) ||
  alphabet.compare(a.action.area, b.action.area) ||
  (a.action.id < b.action.id ? -1 : 1);
