import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { remindersPartition, remindersRow } from '../../bot/tables/reminder-rows.ts';
import {
  all,
  chosen,
  day,
  entry,
  noteOf,
  openRemindersWorld,
  type RemindersWorld,
} from './reminders-world.ts';

let world: RemindersWorld;
beforeAll(async () => {
  world = await openRemindersWorld();
}, 60_000);
afterAll(() => world.close());

test('names everybody whom reminders do not reach, with the reason and since when, and nobody else', async () => {
  const { store } = await world.fresh();
  await store.save('Ben', chosen({ unreached: { since: day, reason: 'blocked' } }), null);
  await store.save('cat', chosen(), null);
  await store.save('a/b:~c', chosen({ unreached: { since: '2026-02-27', reason: 'refused' } }), null);
  await store.note(noteOf({ kind: 'unreached', actionId: '' }));
  await store.settle(entry('dan', 'one', 'notInstalled'));
  expect(await all(store.unreached())).toEqual([
    { person: 'a/b:~c', since: '2026-02-27', reason: 'refused' },
    { person: 'ben', since: day, reason: 'blocked' },
  ]);
});

test('one row that cannot be read is reported, and hides nobody', async () => {
  const { store, table } = await world.fresh();
  await store.save('ben', chosen({ unreached: { since: day, reason: 'blocked' } }), null);
  await table.put({ partitionKey: remindersPartition('ann'), rowKey: remindersRow, schema: 9, body0: '{}' });
  expect((await all(store.unreached())).map(({ person }) => person)).toEqual(['ben']);
  expect(world.unreadable).toHaveLength(1);
});
