import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { IndexHint, PlanStore } from '../../bot/plan/store.ts';
import type { Table } from '../../bot/tables/table.ts';
import { actionStep, emptying, planStep, priya, removed } from './plan-samples.ts';
import {
  act,
  all,
  expectExact,
  indexRows,
  openPlanWorld,
  type PlanWorld,
  rowsOf,
  saved,
  set,
  stopAfter,
} from './plan-world.ts';
import type { Fate } from './wire.ts';

const p = '19:north@thread.tacv2';

let world: PlanWorld;
let table: Table;
let store: PlanStore;
let other: PlanStore;

beforeAll(async () => {
  world = await openPlanWorld();
}, 60_000);
afterAll(() => world.close());
beforeEach(async () => {
  ({ table, store, other } = await world.fresh());
});

const soon = () => new Date(Date.now() + 59 * 60_000).toISOString();
const later = () => new Date(Date.now() + 61 * 60_000).toISOString();
const hints = async (): Promise<IndexHint[]> => [
  ...(await all(store.due('2026-01-01', '2026-12-31'))),
  ...(await all(store.undated())),
  ...(await all(store.unowned())),
];
const dropAll = async (now: string): Promise<boolean[]> =>
  Promise.all((await hints()).map((hint) => store.dropStale(hint, now)));

describe('an entry of an index', () => {
  test('on which its action relies stays, however old it is', async () => {
    await act(store, p, 'a1', { who: [], heldUntil: '2026-04-20' });
    await act(store, p, 'a2', { dueOn: null });
    await act(store, p, 'a2', { area: 'Other' });
    expect(await dropAll('2027-01-01T00:00:00.000Z')).toEqual([false, false, false, false]);
    await expectExact(table, store, p);
  });

  test('that a clean-up left behind goes after an hour, and not before', async () => {
    await act(other, p, 'a1', { who: [], heldUntil: '2026-04-20' });
    const step = await actionStep(store, p, 'a1', { status: 'done', heldUntil: null });
    stopAfter(world.wire, 1);
    await saved(store, step);
    world.wire.listen();
    expect((await hints()).length).toBe(3);
    expect(await dropAll(soon())).toEqual([false, false, false]);
    expect(await dropAll(later())).toEqual([true, true, true]);
    await expectExact(table, store, p);
    expect(await hints()).toEqual([]);
  });

  test('of an action that is deleted, erased or was never there goes too', async () => {
    const lone = { schema: 1, planId: p };
    await act(store, p, 'a1');
    await act(store, p, 'a1', { removed });
    await table.put({ partitionKey: 'undated', rowKey: `${p}:a1:x`, ...lone, actionId: 'a1' });
    await table.put({ partitionKey: 'undated', rowKey: `${p}:a9:x`, ...lone, actionId: 'a9' });
    await table.put({ partitionKey: 'unowned', rowKey: 'q:a9:x', ...lone, planId: 'q', actionId: 'a9' });
    expect(await dropAll(soon())).toEqual([false, false, false]);
    expect(await dropAll(later())).toEqual([true, true, true]);
    await expectExact(table, store, p);
    // Dropped by two servers, it is gone once.
    const hint: IndexHint = {
      index: 'undated',
      key: 'x',
      planId: p,
      actionId: 'a1',
      writtenAt: '2026-01-01T00:00:00Z',
    };
    expect(await store.dropStale(hint, later())).toBe(true);
  });

  test('whose age nobody knows stays', async () => {
    await table.put({ partitionKey: 'undated', rowKey: `${p}:a9:x`, schema: 1, planId: p, actionId: 'a9' });
    const [hint] = await hints();
    if (!hint) throw new Error('no hint');
    expect(await store.dropStale({ ...hint, writtenAt: '' }, later())).toBe(false);
    expect(await hints()).toEqual([hint]);
  });

  test('of a change that is just being written is not taken from it', async () => {
    await act(other, p, 'a1');
    const step = await actionStep(store, p, 'a1', { dueOn: '2026-06-01' });
    let dropped: boolean[] = [];
    world.wire.listen(async (number): Promise<Fate> => {
      // The entry is there, the transaction is not.
      if (number === 2) {
        const found = await all(other.due('2026-06-01', '2026-06-01'));
        dropped = await Promise.all(found.map((hint) => other.dropStale(hint, soon())));
      }
      return 'pass';
    });
    await saved(store, step);
    world.wire.listen();
    expect(dropped).toEqual([false]);
    await expectExact(table, store, p);
  });

  test('costs nothing while it is young, and a look at its action once it is old', async () => {
    await act(store, p, 'a1');
    const [hint] = await hints();
    if (!hint) throw new Error('no hint');
    world.wire.listen();
    await store.dropStale(hint, soon());
    expect(world.wire.calls).toEqual([]);
    await store.dropStale(hint, later());
    expect(world.wire.calls.map(({ method }) => method)).toEqual(['GET', 'GET']);
  });
});

describe('the plans that there are', () => {
  const many = ['19:c@thread.tacv2', '19:a@thread.tacv2', '19:a', '19', 'a/b?', '19:b@thread.tacv2'];

  test('are listed each once, whatever began them, and from any of them on', async () => {
    for (const [at, id] of many.entries()) await (at % 2 ? act(store, id, 'a1') : set(store, id));
    for (const id of many) await act(store, id, 'a2');
    const ids = await all(store.planIds(null));
    expect(ids.toSorted()).toEqual(many.toSorted());
    for (const [at, id] of ids.entries()) {
      expect(await all(store.planIds(id))).toEqual(ids.slice(at + 1));
    }
  });

  test('are read page after page, and nothing else of them', async () => {
    const rows = Array.from({ length: 1_050 }, (_, i) => `19:${String(i).padStart(5, '0')}`);
    for (let from = 0; from < rows.length; from += 100) {
      await table.transact(
        rows.slice(from, from + 100).map((planId) => ({
          do: 'insert',
          entity: { partitionKey: 'plans', rowKey: planId, schema: 1, planId, actionId: '' },
        })),
      );
    }
    world.wire.listen();
    expect(await all(store.planIds(null))).toEqual(rows);
    expect(world.wire.calls.map(({ method }) => method)).toEqual(['GET', 'GET']);
  });

  test('are listed before they begin, also where a server stops in between', async () => {
    for (let last = 0; ; last += 1) {
      ({ table, store, other } = await world.fresh());
      const step = await planStep(other, p, {});
      stopAfter(world.wire, last);
      const answer = await store.commit(step).catch(() => 'stopped');
      world.wire.listen();
      const isThere = (await other.readPlan(p)) !== null;
      const listed = await all(other.planIds(null));
      if (isThere) expect(listed).toEqual([p]);
      if (answer === 'saved') break;
      expect(last).toBeLessThan(6);
    }
  });

  test('stay listed where two begin one at the same moment', async () => {
    for (let round = 0; round < 5; round += 1) {
      const id = `${p}${round}`;
      const steps = [await planStep(store, id, {}), await actionStep(other, id, 'a1', {})];
      await Promise.all([store.commit(steps[0] ?? never()), other.commit(steps[1] ?? never())]);
      expect(await all(store.planIds(null))).toContain(id);
      await expectListedOnce(id);
    }
  });

  test('cost their first change one call more and no other', async () => {
    const first = await planStep(store, p, { managers: [] });
    world.wire.listen();
    await saved(store, first);
    expect(world.wire.calls.length).toBe(2);
    const next = await planStep(store, p, { name: 'South' });
    world.wire.listen();
    await saved(store, next);
    expect(world.wire.calls.length).toBe(1);
  });
});

const never = (): never => {
  throw new Error('no step');
};
const expectListedOnce = async (id: string) =>
  expect((await indexRows(table)).filter((row) => row === `plans ${id}`)).toEqual([`plans ${id}`]);

describe('filing a plan anew', () => {
  const filled = async () => {
    await act(store, p, 'a1', { heldUntil: '2026-04-20', who: [priya] });
    await act(store, p, 'a2', { dueOn: null, who: [] });
    await act(store, p, 'a3', { status: 'done' });
    await act(store, p, 'a4');
    await act(store, p, 'a4', { removed });
  };
  const entries = async () =>
    (await rowsOf(table)).filter(({ partitionKey }) => !partitionKey.startsWith('plan:'));

  test('writes what is missing, whatever it is, and nothing else', async () => {
    await filled();
    const there = (await entries()).map(({ partitionKey, rowKey }) => ({ partitionKey, rowKey }));
    expect(await store.refile(p)).toEqual({ entries: there.length, missing: 0 });
    for (const { partitionKey, rowKey } of there) {
      await table.remove(partitionKey, rowKey);
      expect(await store.refile(p)).toEqual({ entries: there.length, missing: 1 });
      await expectExact(table, store, p);
    }
    for (const { partitionKey, rowKey } of there) await table.remove(partitionKey, rowKey);
    expect((await store.refile(p)).missing).toBe(there.length);
    expect((await entries()).map(({ partitionKey, rowKey }) => ({ partitionKey, rowKey }))).toEqual(there);
    // The next changes take out exactly what they supersede.
    await act(store, p, 'a1', { status: 'done', heldUntil: null });
    await act(store, p, 'a4', { removed: null });
    await expectExact(table, store, p);
  });

  test('changes nothing of the plan', async () => {
    await filled();
    const before = await store.readWhole(p);
    await store.refile(p);
    expect(await store.readWhole(p)).toEqual(before);
  });

  test('leaves alone what is being erased, and what is not there', async () => {
    await filled();
    await set(store, p, { emptying });
    while (await store.eraseSome(p));
    const before = (await entries()).length;
    expect(await store.refile(p)).toEqual({ entries: before, missing: 0 });
    expect(await store.refile('19:nobody')).toEqual({ entries: 0, missing: 0 });
    expect((await entries()).length).toBe(before);
  });
});
