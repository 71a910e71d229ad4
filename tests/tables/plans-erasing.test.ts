import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { PlanStore } from '../../bot/plan/store.ts';
import type { Table } from '../../bot/tables/table.ts';
import { actionStep, emptying, planStep, priya, removed, sam, tess } from './plan-samples.ts';
import {
  act,
  all,
  expectExact,
  expectNoneTooFew,
  indexRows,
  meanwhileAt,
  openPlanWorld,
  type PlanWorld,
  rowsOf,
  saved,
  set,
  stopAfter,
} from './plan-world.ts';

const p = '19:north@thread.tacv2';

let world: PlanWorld;
let table: Table;
let store: PlanStore;
let other: PlanStore;

beforeAll(async () => {
  world = await openPlanWorld();
}, 60_000);
afterAll(() => world.close());

const fresh = async () => {
  ({ table, store, other } = await world.fresh());
};
beforeEach(fresh);

const ownRows = async (): Promise<string[]> =>
  (await rowsOf(table))
    .filter(({ partitionKey }) => partitionKey.startsWith('plan:'))
    .map(({ rowKey }) => rowKey);

/** A long history at once: lines as they lie after many changes. */
const longHistory = async (about: string, lines: number) => {
  const [line] = (await rowsOf(table)).filter(({ rowKey }) => rowKey.startsWith(`history:action:${about}:`));
  const { partitionKey = '', schema = 0, body0 = '' } = line as unknown as Record<string, string | number>;
  for (let from = 0; from < lines; from += 100) {
    const batch = Array.from({ length: Math.min(100, lines - from) }, (_, i) => ({
      partitionKey: String(partitionKey),
      rowKey: `history:action:${about}:2026-03-02T10:00:00.000Z:h${from + i}`,
      schema,
      body0,
    }));
    await table.transact(batch.map((entity) => ({ do: 'insert', entity })));
  }
};

describe('what is to be erased', () => {
  test('is named from the day after the last on which it can be had back', async () => {
    await act(store, p, 'a1');
    await act(store, p, 'a1', { removed });
    await act(store, p, 'a2');
    await act(store, p, 'a2', { removed: { ...removed, until: '2026-04-03' } });
    expect(await all(store.erasures('2026-04-03'))).toEqual([]);
    const ids = async (day: string) => (await all(store.erasures(day))).map(({ actionId }) => actionId);
    expect(await ids('2026-04-04')).toEqual(['a2']);
    expect(await ids('2026-04-05')).toEqual(['a2', 'a1']);
    expect(await ids('2027-01-01')).toEqual(['a2', 'a1']);
    const [entry] = await all(store.erasures('2026-04-05'));
    expect(entry).toEqual({ key: expect.stringContaining(p), planId: p, actionId: 'a2' });
  });

  test('is a plan at once, wherever a day begins', async () => {
    await set(store, p);
    await set(store, p, { emptying });
    const west = '2026-03-05';
    expect(await all(store.erasures(west))).toEqual([{ key: expect.any(String), planId: p, actionId: null }]);
  });

  test('is no more named once it is settled', async () => {
    await act(store, p, 'a1');
    await act(store, p, 'a1', { removed });
    for (const entry of await all(store.erasures('2026-04-05'))) {
      await store.settle(entry);
      await store.settle(entry);
    }
    expect(await all(store.erasures('2026-04-05'))).toEqual([]);
  });

  test('stays named while the plan is being emptied', async () => {
    await set(store, p);
    await set(store, p, { emptying });
    for (const entry of await all(store.erasures('2026-04-05'))) await store.settle(entry);
    await expectExact(table, store, p);
    await set(store, p, { emptying: null });
    expect(await all(store.erasures('2026-04-05'))).toEqual([]);
  });

  test('an entry without its emptying is settled, and one whose emptying is just being asked for is not lost', async () => {
    await set(store, p);
    const asking = await planStep(other, p, { emptying });
    const rowKey = `2026-03-05:${p}:other`;
    for (let at = 1; ; at += 1) {
      await fresh();
      await set(other, p);
      await table.put({ partitionKey: 'erase', rowKey, schema: 1, planId: p, actionId: '' });
      const [entry] = await all(other.erasures('2026-04-05'));
      if (!entry) throw new Error('no entry');
      const meanwhile = meanwhileAt(world.wire, at, async () => {
        await table.put({ partitionKey: 'erase', rowKey, schema: 1, planId: p, actionId: '' });
        const step = await planStep(other, p, { emptying: asking.plan.after.emptying });
        expect(await other.commit(step)).toBe('saved');
      });
      await store.settle(entry);
      world.wire.listen();
      await expectNoneTooFew(table, other, p);
      if (!meanwhile.happened) break;
    }
    expect(await all(other.erasures('2026-04-05'))).toEqual([]);
  });

  test('a settling makes an emptying that had filed its entry before ask anew', async () => {
    await set(other, p);
    const asking = await planStep(other, p, { emptying });
    // The entry is filed, and before the transaction another server's round settles it.
    const meanwhile = meanwhileAt(world.wire, 2, async () => {
      for (const entry of await all(other.erasures('2026-04-05'))) await other.settle(entry);
    });
    expect(await store.commit(asking)).toBe('conflict');
    expect(meanwhile.happened).toBe(true);
    world.wire.listen();
    await set(store, p, { emptying });
    await expectExact(table, store, p);
  });
});

describe('erasing a deleted action', () => {
  test('leaves nothing of it, and everything else', async () => {
    await set(store, p);
    for (const id of ['a1', 'a2', 'a11']) await act(store, p, id);
    await act(store, p, 'a1', { removed });
    await act(store, p, 'a2', { removed });
    await store.eraseAction(p, 'a1');
    for (const entry of await all(store.erasures('2026-04-05'))) {
      if (entry.actionId === 'a1') await store.settle(entry);
    }
    expect((await store.readAction(p, 'a1')).action).toBeNull();
    expect(await store.readHistory(p, 'a1')).toEqual([]);
    expect((await store.readHistory(p, 'a2')).length).toBe(2);
    expect((await store.readHistory(p, 'a11')).length).toBe(1);
    expect((await store.readHistory(p, null)).length).toBe(1);
    await expectExact(table, store, p);
    await store.eraseAction(p, 'a1');
    await store.eraseAction('19:nobody', 'a1');
  });

  test('does nothing where it stands', async () => {
    await act(store, p, 'a1');
    const before = await rowsOf(table);
    await store.eraseAction(p, 'a1');
    expect(await rowsOf(table)).toEqual(before);
  });

  test('goes on where it was stopped, also with a long history', async () => {
    await act(store, p, 'a1');
    await act(store, p, 'a1', { removed });
    await longHistory('a1', 250);
    let sizes: number[] = [];
    for (let last = 0; last < 30; last += 1) {
      stopAfter(world.wire, last);
      const done = await store.eraseAction(p, 'a1').then(
        () => true,
        () => false,
      );
      world.wire.listen();
      const left = (await ownRows()).filter((key) => key.includes('a1')).length;
      sizes = [...new Set([...sizes, left])];
      // The action goes with the first of it: never an action without its history.
      if (left < 253) expect((await store.readAction(p, 'a1')).action).toBeNull();
      if (done) break;
    }
    expect(sizes).toEqual([253, 154, 55, 0]);
  }, 60_000);

  test('that was stopped halfway is finished when its entry is settled', async () => {
    await act(store, p, 'a1');
    await act(store, p, 'a1', { removed });
    await longHistory('a1', 150);
    stopAfter(world.wire, 6);
    await expect(store.eraseAction(p, 'a1')).rejects.toMatchObject({ name: 'StorageFault' });
    world.wire.listen();
    expect((await store.readHistory(p, 'a1')).length).toBeGreaterThan(0);
    for (const entry of await all(store.erasures('2026-04-05'))) await store.settle(entry);
    expect(await store.readHistory(p, 'a1')).toEqual([]);
    await expectExact(table, store, p);
  });

  test('an entry that led nowhere is settled without harm to what lies there', async () => {
    await act(store, p, 'a1');
    await act(store, p, 'a1', { removed });
    await store.settle({ key: '2026-01-01:none', planId: p, actionId: 'a1' });
    expect((await store.readAction(p, 'a1')).action?.value.removed).toEqual(removed);
    expect((await store.readHistory(p, 'a1')).length).toBe(2);
  });

  test('is carried out once where answers are lost', async () => {
    for (let at = 1; at <= 5; at += 1) {
      await fresh();
      await act(store, p, 'a1');
      await act(store, p, 'a1', { removed });
      world.wire.listen((number) => (number === at ? 'lose' : 'pass'));
      await store.eraseAction(p, 'a1');
      world.wire.listen();
      expect(await ownRows()).toEqual(['head']);
    }
  });

  test('and restoring at the same moment leave all of it or nothing', async () => {
    const seen = new Set<string>();
    for (let at = 1; ; at += 1) {
      await fresh();
      await act(other, p, 'a1');
      await act(other, p, 'a1', { removed });
      const meanwhile = meanwhileAt(world.wire, at, async () => {
        const step = await actionStep(other, p, 'a1', { removed: null });
        if (step.action?.before) await saved(other, step);
      });
      await store.eraseAction(p, 'a1');
      world.wire.listen();
      if (!meanwhile.happened) break;
      const { action } = await other.readAction(p, 'a1');
      expect((await other.readHistory(p, 'a1')).length).toBe(action ? 3 : 0);
      seen.add(action ? 'stands' : 'erased');
      await expectNoneTooFew(table, other, p);
    }
    expect([...seen]).toEqual(['stands']);
  });

  test('before a restoring that has read it tells the restoring', async () => {
    await act(other, p, 'a1');
    await act(other, p, 'a1', { removed });
    const step = await actionStep(store, p, 'a1', { removed: null });
    // Two index rows, and then the transaction.
    meanwhileAt(world.wire, 3, () => other.eraseAction(p, 'a1'));
    expect(await store.commit(step)).toBe('conflict');
    world.wire.listen();
    expect((await ownRows()).filter((key) => key.includes('a1'))).toEqual([]);
    expect((await store.readAction(p, 'a1')).action).toBeNull();
  });
});

describe('emptying a plan', () => {
  const who = Array.from({ length: 20 }, (_, i) => ({ id: `person-${i}`, name: 'Ann' }));
  const filled = async (actions: number) => {
    await set(other, p);
    for (let i = 0; i < actions; i += 1)
      await act(other, p, `a${i}`, { who: i % 3 ? [priya, tess] : [], dueOn: null });
    await act(other, p, 'crowd', { who, heldUntil: '2026-04-20' });
    await act(other, p, 'done', { status: 'done' });
    await act(other, p, 'gone');
    await act(other, p, 'gone', { removed });
    await other.keepSummaryPlace(p, { serviceUrl: 's', conversationId: 'c', activityId: 'a' });
    await set(other, p, { emptying });
  };

  const expectEmptied = async () => {
    expect(await ownRows()).toEqual([
      'head',
      expect.stringMatching(/^history:plan:/),
      expect.stringMatching(/^history:plan:/),
      'summary',
    ]);
    expect(await indexRows(table)).toEqual([
      `erase 2026-03-05:${p}`,
      `person:${sam.id} manages:${p}`,
      `plans ${p}`,
    ]);
  };

  const finish = async (from: PlanStore) => {
    const step = await planStep(from, p, { emptying: null, open: 0, actions: 0 });
    return from.commit({ ...step, entry: null });
  };

  test('erases a hundred rows a call at most, and leaves the plan, its own history and its card', async () => {
    await filled(40);
    await longHistory('a1', 120);
    let more = true;
    for (let calls = 0; more; calls += 1) {
      const before = (await rowsOf(table)).length;
      more = await store.eraseSome(p);
      const erased = before - (await rowsOf(table)).length;
      expect(erased).toBeLessThan(100);
      expect(erased > 0).toBe(true);
      expect(calls).toBeLessThan(8);
    }
    await expectEmptied();
    expect(await store.eraseSome(p)).toBe(false);
    expect(await finish(store)).toBe('saved');
    await expectExact(table, store, p);
    await act(store, p, 'a1');
    await expectExact(table, store, p);
  }, 60_000);

  test('erases nothing of a plan that is not being emptied', async () => {
    await act(store, p, 'a1');
    const before = await rowsOf(table);
    expect(await store.eraseSome(p)).toBe(false);
    expect(await store.eraseSome('19:nobody')).toBe(false);
    expect(await rowsOf(table)).toEqual(before);
  });

  test('goes on where it was stopped, with no index row left behind', async () => {
    await filled(3);
    for (let last = 0; ; last += 1) {
      stopAfter(world.wire, last);
      const more = await store.eraseSome(p).catch(() => true);
      world.wire.listen();
      // What still lies there can still be found to be erased.
      expect(await indexRows(table)).toContain(`erase 2026-03-05:${p}`);
      if (!more) break;
      expect(last).toBeLessThan(60);
    }
    await expectEmptied();
  }, 60_000);

  test('by several servers at once comes to its end', async () => {
    await filled(30);
    const work = async (mine: PlanStore) => {
      while (await mine.eraseSome(p));
    };
    await Promise.all([work(store), work(other), work(store)]);
    while (await other.eraseSome(p));
    await expectEmptied();
  }, 60_000);

  const bare = async () => {
    const step = await actionStep(other, p, 'a0', {});
    await saved(other, { ...step, entry: null });
    await set(other, p, { emptying });
  };

  test.each([
    ['a filled plan', () => filled(2)],
    ['a plan with a single row', bare],
  ])(
    'touches nothing that is added after it has ended: %s',
    async (_, fill) => {
      const add = async () => {
        while (await other.eraseSome(p));
        expect(await finish(other)).toBe('saved');
        await act(other, p, 'a0', { who: [tess] });
      };
      for (let at = 1; ; at += 1) {
        await fresh();
        await fill();
        const meanwhile = meanwhileAt(world.wire, at, add);
        await store.eraseSome(p);
        world.wire.listen();
        if (!meanwhile.happened) break;
        expect((await other.readWhole(p)).actions.map(({ value }) => value.id)).toEqual(['a0']);
        expect((await other.readHistory(p, 'a0')).length).toBe(1);
        await expectExact(table, other, p);
      }
    },
    60_000,
  );

  test('is carried out where answers are lost', async () => {
    for (let at = 1; at <= 6; at += 1) {
      await fresh();
      await filled(2);
      world.wire.listen((number) => (number === at ? 'lose' : 'pass'));
      while (await store.eraseSome(p));
      world.wire.listen();
      await expectEmptied();
    }
  }, 60_000);
});

test('saving goes on while others erase', async () => {
  await act(store, p, 'a1');
  await act(store, p, 'old');
  await act(store, p, 'old', { removed });
  await longHistory('old', 300);
  const edit = async () => {
    for (let i = 0; i < 10; i += 1) {
      for (let tries = 0; ; tries += 1) {
        if ((await store.commit(await actionStep(store, p, 'a1', { area: `${i}` }))) === 'saved') break;
        expect(tries).toBeLessThan(8);
      }
    }
  };
  await Promise.all([edit(), other.eraseAction(p, 'old')]);
  expect((await store.readHistory(p, 'a1')).length).toBe(11);
  expect(await store.readHistory(p, 'old')).toEqual([]);
  await saved(store, await actionStep(store, p, 'a1', {}));
});
