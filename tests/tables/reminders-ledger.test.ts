import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Delivery, unreachedReasons } from '../../bot/reminders/record.ts';
import type { ReminderStore } from '../../bot/reminders/store.ts';
import type { Table } from '../../bot/tables/table.ts';
import {
  all,
  at,
  crowd,
  day,
  entry,
  ledgerOf,
  lost,
  openRemindersWorld,
  type RemindersWorld,
} from './reminders-world.ts';
import type { Fate } from './wire.ts';

let world: RemindersWorld;
let table: Table;
let store: ReminderStore;
let rival: ReminderStore;
let other: ReminderStore;

beforeAll(async () => {
  world = await openRemindersWorld();
}, 60_000);
afterAll(() => world.close());
beforeEach(async () => {
  ({ table, store, rival, other } = await world.fresh());
});

const half = at('08:30:00');
const claim = (by: ReminderStore, people: readonly string[], holder: string, now = half) =>
  by.claim(day, people, holder, now);

/** Lets nobody through before so many have come. */
const gate = (size: number): (() => Promise<void>) => {
  let [come, open] = [0, () => {}];
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return () => {
    come += 1;
    if (come === size) open();
    return opened;
  };
};

describe('claiming', () => {
  test('a hundred people is one call, and gives them all back', async () => {
    const people = crowd(100);
    expect(await claim(store, people, 'a')).toEqual(people);
    expect(world.methods()).toEqual(['POST']);
    expect(await all(store.ledger(day))).toEqual(
      people.map((person) => ({ person, day, holder: 'a', claimedAt: half, delivery: null })),
    );
    expect(await ledgerOf(store, '2026-03-03')).toEqual([]);
  });

  test('nobody is no call, and more than a hundred are refused before any', async () => {
    expect(await claim(store, [], 'a')).toEqual([]);
    await expect(claim(store, crowd(101), 'a')).rejects.toMatchObject({ name: 'BreaksTableRule' });
    expect(world.wire.calls).toEqual([]);
  });

  test('knows a person however their id is written', async () => {
    expect(await claim(store, ['ANN', 'ann', 'ben'], 'a')).toEqual(['ANN', 'ben']);
    await store.settle(entry('Ann', 'a', 'sent'));
    expect(await ledgerOf(store)).toEqual(['ann a sent', 'ben a open']);
    expect(await claim(other, ['ann', 'ben'], 'b')).toEqual(['ben']);
  });

  test('anew what a sweep that died had claimed leaves out what it had settled, in three calls', async () => {
    const people = crowd(100);
    await claim(other, people, 'dead');
    for (const [i, person] of people.slice(0, 40).entries()) {
      await other.settle(entry(person, 'dead', (['sent', 'nothing', 'blocked'] as const)[i % 3] ?? 'sent'));
    }
    await claim(other, ['aaa', 'person-0050x', 'zzz'], 'else');
    world.wire.listen();
    expect(await claim(store, people, 'b', at('08:40:00'))).toEqual(people.slice(40));
    expect(world.methods()).toEqual(['POST', 'GET', 'POST']);
    const ledger = await ledgerOf(store);
    expect(ledger.filter((line) => line.endsWith('b open')).length).toBe(60);
    expect(ledger.filter((line) => line.includes('dead')).length).toBe(40);
    expect(ledger.filter((line) => line.endsWith('else open')).length).toBe(3);
  });

  test('what this sweep claimed before is still its own, and needs no writing', async () => {
    await claim(store, ['ann', 'ben'], 'a');
    world.wire.listen();
    expect(await claim(store, ['ann', 'ben'], 'a', at('08:40:00'))).toEqual(['ann', 'ben']);
    expect(world.methods()).toEqual(['POST', 'GET']);
    expect(await claim(store, ['ann', 'ben', 'cat'], 'a')).toEqual(['ann', 'ben', 'cat']);
  });

  test('is told as done where an answer was lost, at any call', async () => {
    for (const fate of ['lose', 'cut'] as const) {
      for (let call = 1, calls = 1; call <= calls; call += 1) {
        ({ store, other } = await world.fresh());
        await claim(other, ['ben', 'cat'], 'dead');
        await other.settle(entry('cat', 'dead', 'sent'));
        world.wire.listen((number) => (number === call ? fate : 'pass'));
        expect(await claim(store, ['ann', 'ben', 'cat'], 'b')).toEqual(['ann', 'ben']);
        calls = world.wire.calls.length - 1;
        world.wire.listen();
        expect(await ledgerOf(store)).toEqual(['ann b open', 'ben b open', 'cat dead sent']);
      }
    }
    ({ store } = await world.fresh());
    world.wire.listen(lost(1));
    expect(await claim(store, ['ann', 'ben'], 'b')).toEqual(['ann', 'ben']);
  }, 20_000);

  test('gives up what is settled or claimed before its writing arrives', async () => {
    const meanwhile: [string, () => Promise<unknown>, string[]][] = [
      [
        'settled by the one that claimed it',
        () => other.settle(entry('ben', 'dead', 'sent')),
        ['ann', 'cat'],
      ],
      ['claimed by a third', () => claim(other, ['ben'], 'c'), ['ann', 'cat']],
      ['one that was absent claimed by a third', () => claim(other, ['ann'], 'c'), ['ben', 'cat']],
      ['somebody else’s', () => claim(other, ['dan'], 'c'), ['ann', 'ben', 'cat']],
      ['forgotten', () => other.forget('2026-03-03'), ['ann', 'ben', 'cat']],
    ];
    for (const [what, happens, expected] of meanwhile) {
      ({ store, other } = await world.fresh());
      await claim(other, ['ben', 'cat'], 'dead');
      world.wire.listen(async (number): Promise<Fate> => {
        if (number === 3) await happens();
        return 'pass';
      });
      expect([what, await claim(store, ['ann', 'ben', 'cat'], 'b')]).toEqual([what, expected]);
      expect(world.wire.calls.length).toBeGreaterThanOrEqual(3);
    }
  }, 20_000);

  test('by two at the same moment, after one that died, gives nobody to both', async () => {
    const people = crowd(20);
    for (let round = 0; round < 5; round += 1) {
      ({ store, rival, other } = await world.fresh());
      await claim(other, people, 'dead');
      // Both guess, both read, and neither writes before both have read.
      const [reading, writing] = [gate(2), gate(2)];
      let posts = 0;
      world.wire.listen(async (_, { method }): Promise<Fate> => {
        if (method === 'GET') await reading();
        else if (++posts > 2) await writing();
        return 'pass';
      });
      const [a, b] = await Promise.all([claim(store, people, 'a'), claim(rival, people.slice(5), 'b')]);
      expect(a.filter((person) => b.includes(person))).toEqual([]);
      expect([...a, ...b].sort()).toEqual(people);
      const holders = [...a.map((person) => `${person} a open`), ...b.map((person) => `${person} b open`)];
      expect(await ledgerOf(other)).toEqual(holders.sort());
    }
  }, 20_000);

  test('an entry that is not understood is nobody’s, is reported, and stops no other', async () => {
    const rows = [
      { schema: 2, body0: 'PLANTED' },
      { schema: 1, body0: '{"person":"PLANTED"}' },
    ];
    for (const [i, row] of rows.entries()) {
      await table.put({ partitionKey: `ledger:${day}`, rowKey: `p${i}`, ...row });
    }
    expect(await claim(store, ['ann', 'p0', 'p1', 'zoe'], 'a')).toEqual(['ann', 'zoe']);
    expect(world.unreadable.length).toBe(2);
    expect(await ledgerOf(store)).toEqual(['ann a open', 'zoe a open']);
    expect(world.unreadable.length).toBe(4);
    expect(String(world.unreadable)).not.toContain('PLANTED');
    await expect(store.settle(entry('p0', 'a', 'nothing'))).rejects.toMatchObject({ name: 'UnreadableRow' });
  });
});

describe('settling', () => {
  test('that it was sent is one call', async () => {
    await claim(store, ['ann'], 'a');
    world.wire.listen();
    await store.settle(entry('ann', 'a', 'sent'));
    expect(world.methods()).toEqual(['PUT']);
    expect(await all(store.ledger(day))).toEqual([entry('ann', 'a', 'sent')]);
  });

  test.each(['nothing', ...unreachedReasons] as const)(
    '%s is written over what is not settled',
    async (how) => {
      await claim(other, ['ann'], 'a');
      world.wire.listen();
      await store.settle(entry('ann', 'a', how));
      expect(world.methods()).toEqual(['GET', 'PUT']);
      await store.settle(entry('ann', 'a', how));
      await store.settle(entry('never claimed', 'a', how));
      expect(await ledgerOf(store)).toEqual([`ann a ${how}`, `never claimed a ${how}`]);
    },
  );

  test('as sent stands for good, whoever says so', async () => {
    await claim(store, ['ann', 'ben'], 'a');
    await claim(other, ['ann', 'ben'], 'b');
    await store.settle(entry('ann', 'a', 'sent'));
    for (const how of ['nothing', 'blocked'] as const) await other.settle(entry('ann', 'b', how));
    await other.settle(entry('ben', 'b', 'blocked'));
    await store.settle(entry('ben', 'a', 'sent'));
    expect(await ledgerOf(store)).toEqual(['ann a sent', 'ben a sent']);
  });

  test('is done where an answer was lost or a call cut, at any call', async () => {
    for (const fate of ['lose', 'cut'] as const) {
      for (const how of ['sent', 'nothing'] as const) {
        for (let call = 1, calls = 1; call <= calls; call += 1) {
          ({ store, other } = await world.fresh());
          await claim(other, ['ann'], 'a');
          world.wire.listen((number) => (number === call ? fate : 'pass'));
          await store.settle(entry('ann', 'a', how));
          calls = world.wire.calls.length - 1;
          world.wire.listen();
          expect(await ledgerOf(other)).toEqual([`ann a ${how}`]);
        }
      }
    }
  }, 20_000);

  test('of anything else gives way to "sent" that arrives before its writing', async () => {
    await claim(other, ['ann'], 'a');
    world.wire.listen(async (number): Promise<Fate> => {
      if (number === 2) await other.settle(entry('ann', 'b', 'sent'));
      return 'pass';
    });
    await store.settle(entry('ann', 'a', 'nothing'));
    expect(await ledgerOf(other)).toEqual(['ann b sent']);
  });
});

describe('whatever two sweeps do', () => {
  const people = ['ann', 'ben', 'cat'];
  const holder = fc.constantFrom('a', 'b');
  const some = fc.uniqueArray(fc.constantFrom(...people), { minLength: 1 });
  const step = fc.oneof(
    fc.record({ do: fc.constant('claim' as const), people: some, holder }),
    fc.record({
      do: fc.constant('settle' as const),
      person: fc.constantFrom(...people),
      holder,
      delivery: fc.constantFrom<Delivery>('sent', 'nothing', 'blocked'),
    }),
  );
  const fates = fc.array(fc.constantFrom<Fate>('pass', 'pass', 'pass', 'pass', 'lose', 'cut'));

  test('nobody is claimed after they are settled, and "sent" is never unsaid', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 8 }), fates, async (steps, fate) => {
        ({ store, other } = await world.fresh());
        const settled = new Map<string, Delivery>();
        let seen = 0;
        let last = false;
        // Never two failures one after another: those are a fault, and thrown.
        world.wire.listen(() => {
          const next = last ? 'pass' : (fate[seen++] ?? 'pass');
          last = next !== 'pass';
          return next;
        });
        for (const each of steps) {
          if (each.do === 'claim') {
            const claimed = await claim(store, each.people, each.holder);
            expect(claimed).toEqual(each.people.filter((person) => !settled.has(person)));
          } else {
            await store.settle(entry(each.person, each.holder, each.delivery));
            if (each.delivery === 'sent' || !settled.has(each.person))
              settled.set(each.person, each.delivery);
          }
          const ledger = await all(other.ledger(day));
          const now = ledger.filter(({ delivery }) => delivery !== null);
          expect(new Map(now.map(({ person, delivery }) => [person, delivery]))).toEqual(settled);
        }
      }),
      { numRuns: 20 },
    );
  }, 60_000);
});
