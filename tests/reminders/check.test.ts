import { expect, test } from '@jest/globals';
import { checkIndexes } from '../../bot/reminders/check.ts';
import { reminderWorld } from '../helpers/reminder-world.ts';

const world = async (size: number) => {
  const { plans, put } = reminderWorld();
  const ids = Array.from({ length: size }, (_, n) => `19:team-${n}@thread.tacv2`);
  for (const id of ids) await put('a1', {}, id);
  const reported: unknown[] = [];
  return { plans, ids, reported, parts: { plans, report: (error: unknown) => reported.push(error) } };
};

test('looks at some plans at a time and goes on where it stopped', async () => {
  const { plans, ids, parts } = await world(5);
  const first = await checkIndexes(parts, null, 2);
  expect(first).toEqual({ plans: 2, entries: 2, missing: 0, failed: 0, next: ids[1] });
  const second = await checkIndexes(parts, first.next, 2);
  const third = await checkIndexes(parts, second.next, 2);
  expect(third).toMatchObject({ plans: 1, next: null });
  expect(plans.refiled).toEqual(ids);
});

test('a plan that cannot be read is reported and keeps nobody from the others', async () => {
  const { plans, ids, parts, reported } = await world(3);
  const { refile } = plans;
  plans.refile = async (planId) => {
    if (planId === ids[1]) throw new Error('a row that cannot be read');
    return { ...(await refile(planId)), missing: 1 };
  };
  expect(await checkIndexes(parts, null, 10)).toEqual({
    plans: 2,
    entries: 2,
    missing: 2,
    failed: 1,
    next: null,
  });
  expect(reported).toHaveLength(1);
});

test('stops where the server does, and says where', async () => {
  const { ids, parts } = await world(3);
  expect(await checkIndexes(parts, ids[0] ?? null, 10, AbortSignal.abort())).toMatchObject({ next: ids[0] });
});
