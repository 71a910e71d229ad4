import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { ReminderStore } from '../../bot/reminders/store.ts';
import type { Table } from '../../bot/tables/table.ts';
import { at, day, lost, openRemindersWorld, type RemindersWorld } from './reminders-world.ts';
import type { Fate } from './wire.ts';

let world: RemindersWorld;
let table: Table;
let store: ReminderStore;
let other: ReminderStore;

beforeAll(async () => {
  world = await openRemindersWorld();
}, 60_000);
afterAll(() => world.close());
beforeEach(async () => {
  ({ table, store, other } = await world.fresh());
});

const half = at('08:30:00');
const [five, ten] = [at('08:35:00'), at('08:40:00')];

describe('the lease', () => {
  test('is one holder’s until it lapses or is given back', async () => {
    expect(await store.lease('a', half, five)).toBe(true);
    expect(await other.lease('b', half, five)).toBe(false);
    expect(await other.lease('b', at('08:34:59'), ten)).toBe(false);
    await store.release('a');
    expect(await other.lease('b', at('08:34:59'), ten)).toBe(true);
  });

  test('is renewed by its holder, also while others ask', async () => {
    await store.lease('a', half, five);
    expect(await store.lease('a', at('08:34:00'), at('08:39:00'))).toBe(true);
    expect(await other.lease('b', at('08:35:00'), ten)).toBe(false);
    expect(await other.lease('b', at('08:39:00'), at('08:44:00'))).toBe(true);
  });

  test('is taken over at the moment it lapses, and then the first holder has lost it', async () => {
    await store.lease('a', half, five);
    expect(await other.lease('b', five, ten)).toBe(true);
    expect(await store.lease('a', five, ten)).toBe(false);
    await store.release('a');
    expect(await store.lease('c', five, ten)).toBe(false);
  });

  test('of two at the same moment is exactly one’s, free or lapsed', async () => {
    for (let round = 0; round < 12; round += 1) {
      const [from, until] = round % 2 === 0 ? [half, five] : [five, ten];
      const names = Array.from({ length: 6 }, (_, i) => `r${round}-${i}`);
      const had = await Promise.all(
        names.map((name, i) => (i % 2 === 0 ? store : other).lease(name, from, until)),
      );
      expect(had.filter(Boolean).length).toBe(1);
      const holder = names[had.indexOf(true)] ?? '';
      expect(await store.lease(holder, from, until)).toBe(true);
      if (round % 2 === 1) await store.release(holder);
    }
  }, 20_000);

  test('goes to whoever writes first between another’s reading and writing', async () => {
    for (const before of [null, 'gone']) {
      if (before !== null) await other.lease(before, at('08:20:00'), at('08:25:00'));
      world.wire.listen(async (number): Promise<Fate> => {
        if (number === 2) expect(await other.lease('b', half, five)).toBe(true);
        return 'pass';
      });
      expect(await store.lease('a', half, five)).toBe(false);
      world.wire.listen();
      await other.release('b');
    }
  });

  test('is told as one’s own where only an answer was lost', async () => {
    for (const call of [1, 2]) {
      world.wire.listen(lost(call));
      expect(await store.lease('a', half, five)).toBe(true);
      expect(await other.lease('b', half, five)).toBe(false);
      world.wire.listen(lost(call));
      expect(await store.lease('a', at('08:31:00'), at('08:36:00'))).toBe(true);
      expect(await other.lease('b', at('08:35:30'), ten)).toBe(false);
      world.wire.listen(lost(call));
      await store.release('a');
      expect(await other.lease('b', half, five)).toBe(true);
      await other.release('b');
    }
  }, 20_000);

  test('is two calls to take, to renew, to be refused nothing but the reading', async () => {
    await store.lease('a', half, five);
    await store.lease('a', at('08:31:00'), at('08:36:00'));
    await store.lease('b', at('08:31:00'), at('08:36:00'));
    expect(world.methods()).toEqual(['GET', 'POST', 'GET', 'PUT', 'GET']);
  });

  test('from a clock that was ahead does not stop reminders', async () => {
    await store.lease('a', '2031-01-01T08:30:00.000Z', '2031-01-01T08:35:00.000Z');
    expect(await other.lease('b', half, five)).toBe(true);
    expect(await other.lease('c', half, five)).toBe(false);
  });

  test.each([half, '2026-03-02T09:30:00.001Z', 'soon'])(
    'that ends at %s is none for 08:30',
    async (until) => {
      await expect(store.lease('a', half, until)).rejects.toMatchObject({ name: 'BreaksTableRule' });
      expect(world.wire.calls).toEqual([]);
    },
  );

  test('of another schema is refused, and nobody sends', async () => {
    await table.put({ partitionKey: 'lease', rowKey: 'sender', schema: 2, body0: 'PLANTED' });
    const error = await store.lease('a', half, five).catch((reason: unknown) => reason);
    expect(String(error)).toMatch(/UnreadableRow: Row "sender" of partition "lease" holds schema 2/);
  });
});

describe('the day that was covered', () => {
  test('is none at first, then the last one', async () => {
    expect(await store.covered()).toBeNull();
    await store.cover('2026-02-27', null);
    await store.cover(day, null);
    expect(await other.covered()).toBe(day);
  });

  test('never goes back, nor is written twice', async () => {
    await store.cover(day, null);
    world.wire.listen();
    await store.cover('2026-02-27', null);
    await store.cover(day, null);
    expect(world.methods()).toEqual(['GET', 'GET']);
    expect(await store.covered()).toBe(day);
  });

  test('of a clock that ran ahead is replaced by who knows it, and by nobody else', async () => {
    await store.cover('2031-01-06', null);
    await store.cover(day, '2031-01-05');
    expect(await store.covered()).toBe('2031-01-06');
    // Two servers at once: the second finds the right day, and leaves it.
    await Promise.all([store.cover('2026-03-03', '2031-01-06'), other.cover('2026-03-03', '2031-01-06')]);
    expect(await store.covered()).toBe('2026-03-03');
    await other.cover(day, '2031-01-06');
    expect(await store.covered()).toBe('2026-03-03');
    await store.cover('2026-03-04', '2031-01-06');
    world.wire.listen();
    await store.cover('2026-03-04', '2026-03-04');
    expect(world.methods()).toEqual(['GET']);
    expect(await store.covered()).toBe('2026-03-04');
  });

  test('is the later of two that are written at the same moment', async () => {
    for (const first of ['2026-02-26', null]) {
      if (first !== null) await other.cover(first, null);
      const later = first === null ? '2026-03-05' : '2026-02-27';
      world.wire.listen(async (number): Promise<Fate> => {
        if (number === 2) await other.cover(first === null ? '2026-03-06' : '2026-03-04', null);
        return 'pass';
      });
      await store.cover(later, null);
      expect(await other.covered()).toBe(first === null ? '2026-03-06' : '2026-03-04');
    }
    const days = ['2026-03-12', '2026-03-10', '2026-03-11', '2026-03-09'];
    await Promise.all(days.map((each, i) => (i % 2 === 0 ? store : other).cover(each, null)));
    expect(await other.covered()).toBe('2026-03-12');
  });

  test('is written also where an answer was lost', async () => {
    world.wire.listen(lost(2));
    await store.cover('2026-02-27', null);
    world.wire.listen(lost(2));
    await store.cover(day, null);
    expect(await other.covered()).toBe(day);
  });
});
