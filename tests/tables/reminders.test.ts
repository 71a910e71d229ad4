import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { addDays } from '../../bot/calendar/days.ts';
import { standardReminders } from '../../bot/reminders/record.ts';
import type { ReminderStore } from '../../bot/reminders/store.ts';
import { openTables } from '../../bot/tables/client.ts';
import { TableReminders } from '../../bot/tables/reminders.ts';
import type { Table } from '../../bot/tables/table.ts';
import {
  all,
  at,
  chosen,
  crowd,
  day,
  entry,
  ledgerOf,
  lost,
  noteOf,
  openRemindersWorld,
  type RemindersWorld,
} from './reminders-world.ts';
import type { Fate } from './wire.ts';

const full = chosen({
  choice: { mode: 'mondays', pausedUntil: '2026-04-01' },
  plans: { '19:north@thread.tacv2': { mode: 'due', pausedUntil: null } },
  unanswered: 2,
  quietTold: true,
  catchUp: true,
  last: { day, place: { serviceUrl: 'https://x/', conversationId: 'a:1', activityId: '1' } },
  unreached: { since: day, reason: 'blocked' },
});

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

test('have a table of their own among those of the app', async () => {
  const app = await openTables({ connectionString: world.wire.connectionString });
  await app.ensure();
  const reminders = new TableReminders(app.reminders, { onUnreadable: () => {} });
  expect(await reminders.save('ann', full, null)).toBe('saved');
  expect(app.reminders.name).toBe('reminders');
});

describe('what a person chose', () => {
  test('is the standard before they ever did', async () =>
    expect(await store.find('ann')).toEqual({ reminders: standardReminders, etag: null }));

  test('reads back as it was saved, however their id is written', async () => {
    expect(await store.save('ANN', full, null)).toBe('saved');
    expect((await store.find('Ann')).reminders).toEqual(full);
    expect((await store.find('ben')).etag).toBeNull();
    await store.save('ann', chosen({ unanswered: 1 }), (await store.find('ann')).etag);
    expect((await store.find('ann')).reminders).toEqual(chosen({ unanswered: 1 }));
  });

  test('is one call to read and one to save', async () => {
    await store.save('ann', full, null);
    const { etag } = await store.find('ann');
    await store.save('ann', chosen(), etag);
    expect(world.methods()).toEqual(['POST', 'GET', 'PUT']);
  });

  test('saved twice from the same version is a conflict, and the first stands', async () => {
    const before = await store.find('ann');
    const both = [store.save('ann', full, before.etag), other.save('ann', chosen(), before.etag)];
    expect((await Promise.all(both)).sort()).toEqual(['conflict', 'saved']);
    const { etag } = await store.find('ann');
    expect(await other.save('ann', chosen({ unanswered: 1 }), etag)).toBe('saved');
    expect(await store.save('ann', full, etag)).toBe('conflict');
    expect((await store.find('ann')).reminders.unanswered).toBe(1);
  });

  test('is told as saved where only the answer was lost', async () => {
    world.wire.listen(lost(1));
    expect(await store.save('ann', full, null)).toBe('saved');
    const { etag } = await other.find('ann');
    world.wire.listen(lost(1));
    expect(await store.save('ann', chosen(), etag)).toBe('saved');
    expect((await other.find('ann')).reminders).toEqual(chosen());
  });

  test('is a conflict where the call never came and somebody else was first', async () => {
    world.wire.listen(async (number): Promise<Fate> => {
      if (number === 2) await other.save('ann', full, null);
      return number === 1 ? 'cut' : 'pass';
    });
    expect(await store.save('ann', chosen(), null)).toBe('conflict');
    expect((await other.find('ann')).reminders).toEqual(full);
  });

  test('has room for a choice in each of a thousand plans', async () => {
    const plans = Object.fromEntries(
      crowd(1_000).map((id) => [`19:${id}@thread.tacv2`, { mode: 'due' as const, pausedUntil: null }]),
    );
    expect(await store.save('ann', chosen({ plans }), null)).toBe('saved');
    expect((await store.find('ann')).reminders.plans).toEqual(plans);
  });
});

describe('notes', () => {
  test('are the same note when they are the same, and another in any other case', async () => {
    const notes = [
      noteOf(),
      noteOf({ kind: 'unreached', actionId: '' }),
      noteOf({ kind: 'catchUp', planId: '', actionId: '', about: '' }),
      noteOf({ actionId: 'a2' }),
      noteOf({ about: 'cat' }),
      noteOf({ person: 'ben' }),
      noteOf({ planId: '19:south@thread.tacv2' }),
    ];
    for (const note of [...notes, ...notes]) await store.note(note);
    const found = await all(store.notes(addDays(day, -1), day));
    expect(found.length).toBe(notes.length);
    expect(found).toEqual(expect.arrayContaining(notes));
    expect(world.methods().filter((method) => method === 'PUT').length).toBe(2 * notes.length);
  });

  test('with ids that hold what separates them in the key stay apart', async () => {
    const notes = [
      noteOf({ person: 'a:b', planId: 'c', about: 'd' }),
      noteOf({ person: 'a', planId: 'b:c', about: 'd' }),
      noteOf({ person: 'a', planId: 'c:a1', about: 'd' }),
      noteOf({ person: 'a', planId: 'c', about: 'a1:d' }),
      noteOf({ person: "a'/#?\\~", planId: "c'/#?%", about: 'é' }),
    ];
    for (const note of notes) await store.note(note);
    const found = await all(store.notes(addDays(day, -1), day));
    expect(found.length).toBe(notes.length);
    expect(found).toEqual(expect.arrayContaining(notes));
  });

  test('are those of the days after the first and up to the last, by day', async () => {
    const days = ['2026-02-27', '2026-02-28', '2026-03-01', day, '2026-03-03'];
    for (const each of days.toReversed()) await store.note(noteOf({ day: each }));
    expect((await all(store.notes('2026-02-27', day))).map((note) => note.day)).toEqual(days.slice(1, 4));
    expect(await all(store.notes(day, day))).toEqual([]);
  });

  test('have room for the longest ids, and refuse what is no id before any call', async () => {
    const guid = '0f8fad5b-d9cb-469f-a165-70867728950e';
    const longest = noteOf({ person: guid, about: guid, planId: 'p'.repeat(300), actionId: 'a'.repeat(100) });
    await store.note({ ...longest, kind: 'unreached' });
    expect(await all(store.notes(addDays(day, -1), day))).toEqual([{ ...longest, kind: 'unreached' }]);
    world.wire.listen();
    const wrong = [{ planId: 'p'.repeat(301) }, { actionId: 'a:b' }, { day: '2026-02-30' }, { day: 'x' }];
    for (const more of wrong) {
      await expect(store.note(noteOf(more))).rejects.toMatchObject({ name: 'BreaksTableRule' });
    }
    expect(world.wire.calls).toEqual([]);
  });
});

describe('forgetting', () => {
  test('takes ledger and notes of earlier days, a hundred rows at a call, and nothing else', async () => {
    const earlier = addDays(day, -1);
    const people = crowd(130);
    for (const from of [0, 100]) {
      await other.claim(earlier, people.slice(from, from + 100), 's1', at('08:30:00'));
    }
    for (const person of people.slice(0, 30)) await other.note(noteOf({ day: addDays(day, -2), person }));
    await other.claim(day, ['ann'], 's1', at('08:30:00'));
    await other.note(noteOf());
    await other.save('ann', full, null);
    await other.cover(earlier, null);
    await other.lease('s1', at('08:30:00'), at('08:35:00'));

    expect(await store.forget(day)).toBe(true);
    expect(await store.forget(day)).toBe(false);
    expect(await ledgerOf(store, earlier)).toEqual([]);
    expect(await all(store.notes('2026-01-01', '2026-04-01'))).toEqual([noteOf()]);
    expect(await ledgerOf(store)).toEqual(['ann s1 open']);
    expect((await store.find('ann')).reminders).toEqual(full);
    expect(await store.covered()).toBe(earlier);
    world.wire.listen();
    expect(await store.forget(day)).toBe(false);
    expect(world.methods()).toEqual(['GET', 'GET']);
  }, 20_000);

  test('says that there is more where another was first with a row', async () => {
    const earlier = addDays(day, -1);
    await other.claim(earlier, crowd(10), 's1', at('08:30:00'));
    world.wire.listen(async (number): Promise<Fate> => {
      if (number === 3) await table.remove(`ledger:${earlier}`, 'person-0004');
      return 'pass';
    });
    expect(await store.forget(day)).toBe(true);
    expect((await ledgerOf(other, earlier)).length).toBe(9);
    expect(await store.forget(day)).toBe(false);
    expect(await ledgerOf(other, earlier)).toEqual([]);
  });

  test('by two servers at once, and with answers lost, comes to its end', async () => {
    for (let n = 1; n <= 6; n += 1) {
      await other.claim(addDays(day, -n), crowd(60), 's1', at('08:30:00'));
      await other.note(noteOf({ day: addDays(day, -n) }));
    }
    world.wire.listen((number) => (number % 3 === 0 ? 'lose' : 'pass'));
    const whole = async (by: ReminderStore) => {
      for (let calls = 0; calls < 50; calls += 1) if (!(await by.forget(day))) return;
      throw new Error('It never came to its end.');
    };
    await Promise.all([whole(store), whole(other)]);
    expect(await all(table.rows("PartitionKey gt ''"))).toEqual([]);
  }, 20_000);
});

describe('bad input', () => {
  const planted = { body0: '{"name":"PLANTED"}' };

  test.each([
    [{ schema: 2, ...planted }, 'schema 2'],
    [{ schema: 'PLANTED', ...planted }, 'an unknown schema'],
    [{ schema: 1, ...planted }, 'what does not fit its schema'],
    [{ schema: 1, body0: 'PLANTED' }, 'what does not fit its schema'],
    [{ schema: 1, body0: JSON.stringify({ ...full, more: 'PLANTED' }) }, 'what does not fit its schema'],
    [{ schema: 1 }, 'what does not fit its schema'],
  ])('a person’s row that is not understood is refused without its content: %#', async (row, found) => {
    await table.put({ partitionKey: 'person:ann', rowKey: 'reminders', ...row });
    const error = await store.find('ann').catch((reason: unknown) => reason);
    expect(String(error)).toMatch(/UnreadableRow: Row "reminders" of partition "person:ann" holds/);
    expect(String(error)).toContain(found);
    expect(String(error)).not.toContain('PLANTED');
  });

  test('a note that is not understood is reported, and keeps nobody from the others', async () => {
    await store.note(noteOf());
    const row = (await table.read(`notes:${day}`, 'ann:noWord:19:north@thread.tacv2:a1:ben')) ?? {};
    const { body0 } = row as { body0: string };
    const rows = [
      { schema: 2, ...planted },
      { schema: 1, ...planted },
      { schema: 1, body0 },
    ];
    for (const [i, more] of rows.entries()) {
      await table.put({ partitionKey: `notes:${day}`, rowKey: `aa${i}`, ...more });
    }
    expect(await all(store.notes(addDays(day, -1), day))).toEqual([noteOf()]);
    expect(world.unreadable.length).toBe(3);
    expect(String(world.unreadable)).not.toContain('PLANTED');
  });

  test.each([['x'.repeat(600)], ["a/b?c#d'e"], ["' or 1 eq 1"]])(
    'any text may be asked for as a person: %#',
    async (id) => expect((await store.find(id)).etag).toBeNull(),
  );

  test('what is no day is refused before any call', async () => {
    const calls = [
      () => store.cover('2026-02-30', null),
      () => store.claim('', ['ann'], 's1', at('08:30:00')),
      () => store.settle({ ...entry('ann', 's1', 'sent'), day: "x' or '1' eq '1" }),
      () => all(store.ledger('2026')),
      () => all(store.notes('', day)),
      () => store.forget('9'),
    ];
    for (const run of calls) await expect(run()).rejects.toMatchObject({ name: 'BreaksTableRule' });
    expect(world.wire.calls).toEqual([]);
  });

  test('faults are thrown, never "nothing there"', async () => {
    world.wire.listen(() => 'cut');
    const calls = [
      () => store.find('ann'),
      () => store.save('ann', full, null),
      () => store.lease('s1', at('08:30:00'), at('08:35:00')),
      () => store.release('s1'),
      () => store.covered(),
      () => store.cover(day, null),
      () => all(store.ledger(day)),
      () => store.claim(day, ['ann'], 's1', at('08:30:00')),
      () => store.settle(entry('ann', 's1', 'sent')),
      () => store.settle(entry('ann', 's1', 'nothing')),
      () => store.note(noteOf()),
      () => all(store.notes('2026-03-01', day)),
      () => store.forget(day),
    ];
    for (const run of calls) await expect(run()).rejects.toMatchObject({ name: 'StorageFault' });
  }, 20_000);
});
