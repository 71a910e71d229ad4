import { addDays, type Day } from '../../calendar/days.ts';
import { isMonday } from '../../calendar/working-days.ts';
import type { PersonId } from '../../people/person.ts';
import type { ActionRef } from '../../plan/store.ts';
import type { Sources } from '../collect.ts';
import type { Digest } from '../digest.ts';
import { managersOf } from '../readers.ts';
import type { Looking } from './looking.ts';

/** What managers are to be told in their own next digests is noted for a day. The same note twice is one. */

/** A week before an action is due its owner first heard of it, or would have. */
const firstHeardDays = 7;

/**
 * Their own have stopped: the managers' next Monday says that there is no word on what they were told of, or would
 * be now.
 */
export const noteNoWord = async (sources: Sources, looking: Looking, digest: Digest): Promise<void> => {
  const { person, day } = digest;
  const silent = new Map(digest.quieted.map((ref) => [keyOf(ref), ref as ActionRef]));
  for await (const ref of sources.plans.openOf(person)) {
    const found = await looking.at(person, ref);
    if (!found?.roles.includes('owner')) continue;
    const { dueOn, heldUntil } = found.facts;
    const isHeld = heldUntil !== null && heldUntil > day;
    if (dueOn !== null && dueOn <= addDays(day, firstHeardDays) && !isHeld) silent.set(keyOf(ref), ref);
  }
  const on = nextMonday(day);
  for (const { planId, actionId } of silent.values()) {
    for (const manager of await otherManagers(looking, planId, person)) {
      await sources.reminders.note({
        day: on,
        person: manager,
        kind: 'noWord',
        planId,
        actionId,
        about: person,
      });
    }
  }
};

/** Reminders do not reach this person: the managers of all plans in which they have something open hear so. */
export const noteUnreached = async (sources: Sources, looking: Looking, digest: Digest): Promise<void> => {
  const { person, day } = digest;
  const planIds = new Set(digest.lines.map(({ planId }) => planId));
  for await (const { planId } of sources.plans.openOf(person)) planIds.add(planId);
  const told = new Set<PersonId>();
  for (const planId of planIds) {
    for (const manager of await otherManagers(looking, planId, person)) {
      if (told.has(manager)) continue;
      told.add(manager);
      const note = { day: addDays(day, 1), person: manager, planId, actionId: '', about: person };
      await sources.reminders.note({ ...note, kind: 'unreached' });
    }
  }
};

const otherManagers = async (looking: Looking, planId: string, person: PersonId): Promise<PersonId[]> => {
  const plan = await looking.plan(planId);
  return plan === null ? [] : managersOf(plan).filter((id) => id !== person.toLowerCase());
};

const nextMonday = (day: Day): Day => {
  let next = addDays(day, 1);
  while (!isMonday(next)) next = addDays(next, 1);
  return next;
};

const keyOf = ({ planId, actionId }: ActionRef): string => `${planId} ${actionId}`;
