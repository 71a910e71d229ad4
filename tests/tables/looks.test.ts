import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Reflection } from '../../bot/reflection/record.ts';
import type { DueEntry, Look, ReflectionStore, Stored } from '../../bot/reflection/store.ts';
import { connect } from '../../bot/tables/client.ts';
import { TableReflections } from '../../bot/tables/reflections.ts';
import type { Table } from '../../bot/tables/table.ts';
import { type Azurite, startAzurite } from '../helpers/azurite.ts';
import { cardPlace, reflection } from './samples.ts';
import { openWire, type Wire } from './wire.ts';

/** When a reflection is looked at for what becomes of it: an entry too many may stand there, never one too few. */
let azurite: Azurite;
let wire: Wire;
/** The table itself, past the wire. */
let table: Table;
let store: ReflectionStore;
let clock: number;
let tables = 0;

beforeAll(async () => {
  azurite = await startAzurite();
  wire = await openWire(azurite.port);
}, 60_000);

afterAll(async () => {
  await wire.close();
  await azurite.stop();
});

beforeEach(async () => {
  tables += 1;
  const name = `looks${tables}`;
  table = (await connect({ connectionString: azurite.connectionString }))(name);
  await table.ensure();
  clock = Date.now();
  let changes = 0;
  store = new TableReflections((await connect({ connectionString: wire.connectionString }))(name), {
    newId: () => `c${++changes}`,
    now: () => new Date(clock),
    onLeftover: () => undefined,
  });
  wire.listen();
});

const first = '2026-03-16';

const created = async (id = 'r1', lookOn = first): Promise<Stored> => {
  const stored = await store.create(reflection(id), lookOn);
  if (stored === 'exists') throw new Error(`${id} exists`);
  return stored;
};

const replaced = async (before: Stored, look?: Look): Promise<Stored> => {
  const stored = await store.replace(before, told(before.reflection), look);
  if (stored === 'conflict') throw new Error('somebody else wrote');
  return stored;
};

const told = (of: Reflection): Reflection => ({ ...of, workflow: { ...of.workflow, toldAloud: true } });

const due = async (day: string): Promise<DueEntry[]> => {
  const found: DueEntry[] = [];
  for await (const entry of store.dueBy(day)) found.push(entry);
  return found;
};

/** The days on which the reflection is looked at, by entries that lead to it. */
const looks = async (): Promise<string[]> => {
  const days: string[] = [];
  for (const entry of await due('2999-01-01')) {
    if ((await store.readDue(entry)) !== null) days.push(entry.key.slice(0, 10));
  }
  return days;
};

const stopAfter = (last: number) => wire.listen((number) => (number > last ? 'cut' : 'pass'));
const methods = () => wire.calls.map(({ method }) => method);

test('what is filed for a day is due on it and not before', async () => {
  const stored = await created();
  expect(await due('2026-03-15')).toEqual([]);
  const [entry, ...others] = await due(first);
  expect(others).toEqual([]);
  expect(entry && (await store.readDue(entry))).toEqual(stored);
  expect((await due('2026-04-01')).length).toBe(1);
});

test('an entry holds a day and ids, and nothing of the reflection', async () => {
  await created();
  const [entry] = await due(first);
  const row = await table.read('look', entry?.key ?? '');
  expect(row).toMatchObject({ rowKey: `${first}:r1:c1`, schema: 1, reflectionId: 'r1' });
  const own = Object.keys(row ?? {}).filter((name) => !name.startsWith('odata'));
  expect(own.toSorted()).toEqual(['etag', 'partitionKey', 'reflectionId', 'rowKey', 'schema', 'timestamp']);
});

describe('a change', () => {
  test.each<[string, Look | undefined]>([
    ['that says nothing of it', undefined],
    ['that puts it off', { by: '2026-05-17' }],
    ['that leaves the day as it is', { by: first }],
    ['that moves it to the same day', { on: first }],
  ])('%s is one call', async (_, look) => {
    const before = await created();
    wire.listen();
    await replaced(before, look);
    expect(methods()).toEqual(['PUT']);
    expect(await looks()).toEqual([first]);
  });

  test.each<[string, Look, string]>([
    ['brings it forward', { by: '2026-03-10' }, '2026-03-10'],
    ['moves it on', { on: '2026-05-17' }, '2026-05-17'],
  ])('that %s files the new day first and takes the old one out last', async (_, look, day) => {
    const before = await created();
    wire.listen();
    await replaced(before, look);
    expect(methods()).toEqual(['PUT', 'PUT', 'DELETE']);
    expect(await looks()).toEqual([day]);
    expect((await due('2999-01-01')).length).toBe(1);
  });

  test('of something read elsewhere keeps the day as well', async () => {
    const { reflection: of, etag } = await created();
    await replaced({ reflection: of, etag }, { by: '2026-05-17' });
    expect(await looks()).toEqual([first]);
  });
});

describe('stopped between two writes', () => {
  test('a move leaves one entry that leads there, on the old day or the new', async () => {
    let before = await created();
    for (const last of [0, 1]) {
      stopAfter(last);
      await expect(store.replace(before, before.reflection, { on: '2026-05-17' })).rejects.toThrow();
      wire.listen();
      expect(await looks()).toEqual([first]);
    }
    stopAfter(2);
    before = await replaced(before, { on: '2026-05-17' });
    wire.listen();
    expect(await looks()).toEqual(['2026-05-17']);
    const [superseded] = await due(first);
    expect(superseded && (await store.readDue(superseded))).toBeNull();
  });

  test('an entry that leads nowhere is dropped once it is over an hour old', async () => {
    stopAfter(3);
    await expect(store.create(reflection('r1'), first)).rejects.toThrow();
    wire.listen();
    const [entry] = await due(first);
    if (!entry) throw new Error('no entry');
    expect(await store.readDue(entry)).toBeNull();
    expect(await store.dropDue(entry)).toBe(false);
    expect((await due(first)).length).toBe(1);
    clock += 3_700_000;
    expect(await store.dropDue(entry)).toBe(true);
    expect(await store.dropDue(entry)).toBe(true);
    expect(await due(first)).toEqual([]);
  });
});

test('erasing takes the entry along', async () => {
  const before = await replaced(await created(), { on: '2026-05-17' });
  await store.erase(before, [cardPlace(1)]);
  expect(await due('2999-01-01')).toEqual([]);
});

test('entries come by day, page after page', async () => {
  for (let number = 0; number < 120; number += 1) {
    const day = `2026-03-${String((number % 28) + 1).padStart(2, '0')}`;
    await table.put({ partitionKey: 'look', rowKey: `${day}:r${number}:c`, schema: 1, reflectionId: 'r' });
  }
  wire.listen();
  const keys = (await due('2026-03-28')).map(({ key }) => key);
  expect(keys.length).toBe(120);
  expect(keys).toEqual(keys.toSorted());
  expect(wire.calls.length).toBe(2);
});

test('an entry of another schema is refused', async () => {
  await table.put({ partitionKey: 'look', rowKey: '2026-03-01:r:c', schema: 9, reflectionId: 'r' });
  await expect(due(first)).rejects.toThrow(/no look of a known schema/);
});
