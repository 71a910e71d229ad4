import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Reflection } from '../../bot/reflection/record.ts';
import type { Errand, ReflectionStore, Stored } from '../../bot/reflection/store.ts';
import { connect } from '../../bot/tables/client.ts';
import { TableReflections } from '../../bot/tables/reflections.ts';
import type { Table } from '../../bot/tables/table.ts';
import { type Azurite, startAzurite } from '../helpers/azurite.ts';
import { cardPlace, fullReflection, owed, practitioner, reflection, supervisor } from './samples.ts';
import { type Fate, openWire, type Wire } from './wire.ts';

const never = '2999-01-01T00:00:00.000Z';
const lookOn = '2026-03-16';
const third = { ...supervisor, id: '33333333-0000-4000-8000-000000000003', name: 'Tess' };

let azurite: Azurite;
let wire: Wire;
/** The table itself, past the wire. */
let table: Table;
let store: ReflectionStore;
let clock: number;
let changes: number;
let tables = 0;
let leftovers: unknown[];

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
  const name = `reflections${tables}`;
  table = (await connect({ connectionString: azurite.connectionString }))(name);
  await table.ensure();
  clock = Date.now();
  changes = 0;
  leftovers = [];
  store = new TableReflections((await connect({ connectionString: wire.connectionString }))(name), {
    newId: () => `c${++changes}`,
    now: () => new Date(clock),
    onLeftover: (fault) => leftovers.push(fault),
  });
  wire.listen();
});

const created = async (of: Reflection): Promise<Stored> => {
  const stored = await store.create(of, lookOn);
  if (stored === 'exists') throw new Error(`${of.id} exists`);
  return stored;
};

const replaced = async (before: Stored, after: Reflection): Promise<Stored> => {
  const stored = await store.replace(before, after);
  if (stored === 'conflict') throw new Error(`${after.id} has changed`);
  return stored;
};

const touched = (of: Reflection, workflow: Partial<Reflection['workflow']>): Reflection => ({
  ...of,
  workflow: { ...of.workflow, ...workflow },
});

const errands = async (notedBefore = never): Promise<Errand[]> => all(store.errands(notedBefore));

const listed = async (person: string, take = 10): Promise<string[]> =>
  (await store.listFor(person, { take, after: null })).found.map(({ reflection: { id } }) => id);

async function all<T>(found: AsyncIterable<T>): Promise<T[]> {
  const items: T[] = [];
  for await (const item of found) items.push(item);
  return items;
}

/** All rows as "partition row", the records' contents left out. */
const rows = async (): Promise<string[]> =>
  (await all(table.rows("PartitionKey gt ''"))).map((row) => `${row.partitionKey} ${row.rowKey}`);

/** What the server saw before it was stopped at its n-th call: everything after it is cut. */
const stopAfter = (last: number) => wire.listen((number) => (number > last ? 'cut' : 'pass'));

const onlyAt = (at: number, fate: Fate) => wire.listen((number) => (number === at ? fate : 'pass'));

describe('create', () => {
  test('writes a reflection that reads back as it was, under each of its participants', async () => {
    const of = reflection('r1');
    const stored = await created(of);
    expect(stored.reflection).toEqual(of);
    expect(await store.read('r1')).toEqual(stored);
    expect(await listed(practitioner.id)).toEqual(['r1']);
    expect(await listed(supervisor.id.toUpperCase())).toEqual(['r1']);
    expect(await listed(third.id)).toEqual([]);
  });

  test('keeps as much as two people can write', async () => {
    const of = fullReflection('r1');
    await created(of);
    expect((await store.read('r1'))?.reflection).toEqual(of);
    expect((await store.listFor(practitioner.id, { take: 1, after: null })).found[0]?.reflection).toEqual(of);
  });

  test('notes an errand where messages are owed', async () => {
    await created(reflection('r1', { workflow: { owed: [owed] } }));
    expect(await errands()).toEqual([
      expect.objectContaining({ reflectionId: 'r1', notedAt: new Date(clock).toISOString(), farewell: [] }),
    ]);
  });

  test('tells a second press that the id exists, and leaves the first one filed', async () => {
    const first = await created(reflection('r1'));
    const before = await rows();
    expect(await store.create(reflection('r1', { narrative: { pointer: 'other' } }), lookOn)).toBe('exists');
    expect(await store.read('r1')).toEqual(first);
    expect(await rows()).toEqual(before);
  });

  test('counts its own write, repeated because the answer was lost, as a success', async () => {
    onlyAt(5, 'lose');
    const stored = await created(reflection('r1'));
    expect(await store.read('r1')).toEqual(stored);
    expect(await listed(supervisor.id)).toEqual(['r1']);
    expect((await rows()).length).toBe(5);
  });

  test.each([['errands'], ['look'], ['remind'], ['person:x'], [''], ['a/b'], ['x'.repeat(300)]])(
    'takes no id that is none: %j',
    async (id) => {
      await expect(store.create(reflection(id), lookOn)).rejects.toThrow(/id is 1 to 200/);
      expect(await store.read(id)).toBeNull();
      expect(wire.calls).toEqual([]);
    },
  );

  test('files before it writes: stopped anywhere, there is an entry too many and never one too few', async () => {
    const of = reflection('r1', { workflow: { owed: [owed] } });
    for (let last = 0; last <= 5; last += 1) {
      stopAfter(last);
      await expect(store.create(of, lookOn)).rejects.toThrow('Table storage could not');
      wire.listen();
      expect(await store.read('r1')).toBeNull();
      expect(await listed(practitioner.id)).toEqual([]);
    }
    expect((await errands()).every(({ farewell }) => farewell.length === 0)).toBe(true);
    const stored = await created(of);
    expect(await listed(practitioner.id)).toEqual(['r1']);
    expect(stored.reflection).toEqual(of);
  });
});

describe('read', () => {
  test('finds nothing where there is nothing', async () => expect(await store.read('r1')).toBeNull());

  test('is one call', async () => {
    await created(fullReflection('r1'));
    wire.listen();
    await store.read('r1');
    expect(wire.calls.map(({ method }) => method)).toEqual(['GET']);
  });

  test('refuses a row of another schema by its key, without its content', async () => {
    const foreign = { partitionKey: 'r1', rowKey: 'record', schema: 2, workflow0: 'PLANTED-WORDS' };
    await table.put(foreign);
    const error = await store.read('r1').catch((reason: unknown) => reason);
    expect(String(error)).toMatch(/"record" of partition "r1" holds schema 2; this server reads schema 1/);
    expect(String(error)).not.toContain('PLANTED');
  });

  test('does not take a missing table for a missing reflection', async () => {
    const missing = (await connect({ connectionString: wire.connectionString }))('nowhere');
    const lost = new TableReflections(missing, {
      newId: () => 'c',
      now: () => new Date(clock),
      onLeftover() {},
    });
    await expect(lost.read('r1')).rejects.toThrow(/404 \(TableNotFound\)/);
  });
});

describe('replace', () => {
  test('is one call for an ordinary change', async () => {
    const before = await created(reflection('r1'));
    wire.listen();
    const after = await replaced(before, touched(before.reflection, { toldAloud: true }));
    expect(wire.calls.map(({ method }) => method)).toEqual(['PUT']);
    expect(await store.read('r1')).toEqual(after);
    wire.listen();
    await replaced(after, touched(after.reflection, { toldAloud: false }));
    expect(wire.calls.length).toBe(1);
  });

  test('refuses what was read before somebody else wrote', async () => {
    const before = await created(reflection('r1'));
    await replaced(before, touched(before.reflection, { toldAloud: true }));
    expect(await store.replace(before, touched(before.reflection, { owed: [owed] }))).toBe('conflict');
    expect((await store.read('r1'))?.reflection.workflow.toldAloud).toBe(true);
    expect(await errands()).toEqual([]);
  });

  test('refuses what was erased meanwhile', async () => {
    const before = await created(reflection('r1'));
    await store.erase(before, []);
    expect(await store.replace(before, before.reflection)).toBe('conflict');
    expect(await store.read('r1')).toBeNull();
  });

  test('lets one of many at the same time win', async () => {
    const before = await created(reflection('r1'));
    const attempts = Array.from({ length: 8 }, (_, i) =>
      store.replace(before, touched(before.reflection, { shared: [`i${i}`] })),
    );
    const outcomes = await Promise.all(attempts);
    expect(outcomes.filter((outcome) => outcome !== 'conflict').length).toBe(1);
  });

  test('takes its own write, repeated because the answer was lost, for what it is', async () => {
    const before = await created(reflection('r1'));
    onlyAt(2, 'lose');
    const after = await replaced(before, touched(before.reflection, { owed: [owed] }));
    expect(await store.read('r1')).toEqual(after);
    expect((await errands()).length).toBe(1);
  });

  test('notes an errand before messages are owed, keeps it, and removes it when none is', async () => {
    const r1 = await created(reflection('r1'));
    wire.listen();
    const r2 = await replaced(r1, touched(r1.reflection, { owed: [owed] }));
    expect(wire.calls.map(({ path }) => path.includes('errands'))).toEqual([true, false]);
    const [errand] = await errands();
    clock += 1_000;
    wire.listen();
    const r3 = await replaced(r2, touched(r2.reflection, { owed: [{ ...owed, id: 'o2' }] }));
    expect(wire.calls.length).toBe(1);
    expect(await errands()).toEqual([errand]);
    wire.listen();
    await replaced(r3, touched(r3.reflection, { owed: [] }));
    expect(wire.calls.map(({ method }) => method)).toEqual(['PUT', 'DELETE']);
    expect(await errands()).toEqual([]);
  });

  test('files who joins before, and takes out who leaves after', async () => {
    const before = await created(reflection('r1'));
    wire.listen();
    await replaced(before, touched(before.reflection, { participants: [practitioner, third] }));
    expect(wire.calls.map(({ method }) => method)).toEqual(['PUT', 'PUT', 'DELETE']);
    expect(await listed(third.id)).toEqual(['r1']);
    expect(await listed(practitioner.id)).toEqual(['r1']);
    expect(await listed(supervisor.id)).toEqual([]);
    expect((await rows()).length).toBe(5);
  });

  test('still finds everything when stopped between any two writes', async () => {
    const before = await created(reflection('r1'));
    const after = touched(before.reflection, { participants: [practitioner, third], owed: [owed] });
    for (const last of [0, 1, 2]) {
      stopAfter(last);
      await expect(store.replace(before, after)).rejects.toThrow('Table storage could not');
      wire.listen();
      expect(await store.read('r1')).toEqual(before);
      expect(await listed(supervisor.id)).toEqual(['r1']);
      expect(await listed(third.id)).toEqual([]);
    }
    stopAfter(3);
    await replaced(before, after);
    expect(leftovers.length).toBe(1);
    wire.listen();
    expect((await store.read('r1'))?.reflection).toEqual(after);
    expect(await listed(third.id)).toEqual(['r1']);
    expect(await listed(supervisor.id)).toEqual([]);
    expect((await errands()).map(({ reflectionId }) => reflectionId)).toContain('r1');
  });

  test('changes neither id nor creation', async () => {
    const before = await created(reflection('r1'));
    await expect(store.replace(before, reflection('r2'))).rejects.toThrow(/neither the id/);
    const moved = touched(before.reflection, { createdAt: '2026-03-03T09:00:00.000Z' });
    await expect(store.replace(before, moved)).rejects.toThrow(/creation/);
  });

  test('needs no more of what was read than the port promises', async () => {
    const { reflection: of, etag } = await created(reflection('r1', { workflow: { owed: [owed] } }));
    const bare = await replaced({ reflection: of, etag }, touched(of, { owed: [] }));
    expect(await errands()).toEqual([]);
    expect(await store.replace({ reflection: of, etag }, of)).toBe('conflict');
    expect(await store.read('r1')).toEqual(bare);
  });
});

describe('erase', () => {
  const farewell = Array.from({ length: 300 }, (_, number) => cardPlace(number));

  test('leaves nothing but the farewell, until it is settled', async () => {
    const errand = await store.erase(
      await created(reflection('r1', { workflow: { owed: [owed] } })),
      farewell,
    );
    expect(errand).toMatchObject({ reflectionId: 'r1', farewell, notedAt: new Date(clock).toISOString() });
    expect(await store.read('r1')).toBeNull();
    expect(await listed(practitioner.id)).toEqual([]);
    expect(await errands()).toEqual([errand]);
    expect((await rows()).length).toBe(1);
    await store.settle(errand as Errand);
    await store.settle(errand as Errand);
    expect(await rows()).toEqual([]);
  });

  test('refuses what was read before somebody else wrote, and takes its errand back', async () => {
    const before = await created(reflection('r1'));
    const after = await replaced(before, touched(before.reflection, { toldAloud: true }));
    expect(await store.erase(before, farewell)).toBe('conflict');
    expect(await store.read('r1')).toEqual(after);
    expect(await errands()).toEqual([]);
  });

  test('refuses what is erased already', async () => {
    const before = await created(reflection('r1'));
    await store.erase(before, []);
    expect(await store.erase(before, farewell)).toBe('conflict');
    expect((await errands()).length).toBe(1);
  });

  test('keeps the farewell when the answer about its own deletion was lost', async () => {
    const before = await created(reflection('r1'));
    onlyAt(2, 'lose');
    const errand = await store.erase(before, farewell);
    expect(await errands()).toEqual([errand]);
    expect(await store.read('r1')).toBeNull();
  });

  test('leaves no card standing when stopped between any two writes', async () => {
    const before = await created(reflection('r1'));
    stopAfter(0);
    await expect(store.erase(before, farewell)).rejects.toThrow('Table storage could not');
    wire.listen();
    expect(await errands()).toEqual([]);

    stopAfter(1);
    await expect(store.erase(before, farewell)).rejects.toThrow('Table storage could not');
    wire.listen();
    expect(await store.read('r1')).toEqual(before);
    expect((await errands()).map((errand) => errand.farewell.length)).toEqual([300]);

    stopAfter(2);
    const errand = await store.erase(before, farewell);
    expect(leftovers.length).toBe(5);
    wire.listen();
    expect(await store.read('r1')).toBeNull();
    expect(await errands()).toContainEqual(errand);
    expect(await listed(practitioner.id)).toEqual([]);
  });
});

describe('listFor', () => {
  const at = (minute: number) => new Date(Date.parse('2026-01-01T00:00:00Z') + minute * 60_000).toISOString();

  test('pages through 300, newest first, each once, and ends with null', async () => {
    const ids = Array.from({ length: 300 }, (_, number) => `r${number}`);
    for (let from = 0; from < ids.length; from += 20) {
      const batch = ids.slice(from, from + 20);
      await Promise.all(
        batch.map((id, i) => created(reflection(id, { workflow: { createdAt: at(from + i) } }))),
      );
    }
    const seen: string[] = [];
    const sizes: number[] = [];
    let after: string | null = null;
    do {
      const page = await store.listFor(practitioner.id, { take: 50, after });
      seen.push(...page.found.map(({ reflection: { id } }) => id));
      sizes.push(page.found.length);
      after = page.next;
    } while (after !== null);
    expect(seen).toEqual(ids.toReversed());
    expect(sizes).toEqual([50, 50, 50, 50, 50, 50]);
  }, 60_000);

  test('reads one query and one record each, and one to know whether more follow', async () => {
    for (let i = 0; i < 8; i += 1) await created(reflection(`r${i}`, { workflow: { createdAt: at(i) } }));
    wire.listen();
    expect(await listed(practitioner.id, 5)).toEqual(['r7', 'r6', 'r5', 'r4', 'r3']);
    expect(wire.calls.length).toBe(7);
  });

  test('fills a page although entries before it lead nowhere, and removes those only after an hour', async () => {
    for (let i = 10; i < 30; i += 1) {
      stopAfter(4);
      await expect(
        store.create(reflection(`r${i}`, { workflow: { createdAt: at(i) } }), lookOn),
      ).rejects.toThrow();
    }
    wire.listen();
    for (let i = 0; i < 3; i += 1) await created(reflection(`r${i}`, { workflow: { createdAt: at(i) } }));
    expect(await listed(practitioner.id, 3)).toEqual(['r2', 'r1', 'r0']);
    expect((await rows()).length).toBe(80 + 15);
    clock += 3_700_000;
    expect(await listed(practitioner.id, 3)).toEqual(['r2', 'r1', 'r0']);
    expect((await rows()).length).toBe(60 + 15);
    expect(await listed(supervisor.id, 3)).toEqual(['r2', 'r1', 'r0']);
    expect((await rows()).length).toBe(40 + 15);
  }, 60_000);

  test('shows a reflection once that is filed twice, also where the page ends between the two', async () => {
    await created(reflection('r1', { workflow: { createdAt: at(1) } }));
    await created(reflection('r0', { workflow: { createdAt: at(0) } }));
    const [own] = (await all(table.rows(`PartitionKey eq 'person:${practitioner.id}'`))).map((row) => row);
    const { partitionKey, rowKey } = own ?? { partitionKey: '', rowKey: '' };
    const entry = { schema: 1, reflectionId: 'r1', createdAt: at(1) };
    for (const change of ['a', 'zz']) {
      await table.put({ ...entry, partitionKey, rowKey: rowKey.replace(/[^:]+$/, change), change });
    }
    expect(await listed(practitioner.id)).toEqual(['r1', 'r0']);
    const page = await store.listFor(practitioner.id, { take: 1, after: null });
    const next = await store.listFor(practitioner.id, { take: 1, after: page.next });
    expect(next.found.map(({ reflection: { id } }) => id)).toEqual(['r0']);
    expect(next.next).toBeNull();
    clock += 3_700_000;
    await listed(practitioner.id);
    expect((await rows()).length).toBe(10);
    expect(await listed(practitioner.id)).toEqual(['r1', 'r0']);
  });

  test('starts at the top for a cursor that was never given out', async () => {
    await created(reflection('r1'));
    for (const after of ["' or 1 eq 1", '', 'zzz', `0000000000000:${'x'.repeat(900)}`]) {
      const page = await store.listFor(practitioner.id, { take: 5, after });
      expect(page.found.length).toBe(1);
    }
  });

  test('refuses an entry of another schema', async () => {
    await table.put({ partitionKey: `person:${practitioner.id}`, rowKey: '1:r:c', schema: 9 });
    await expect(listed(practitioner.id)).rejects.toThrow(/no shelf entry of a known schema/);
  });
});

describe('errands', () => {
  test('come oldest first, and only those noted before the given moment', async () => {
    const start = clock;
    for (const [i, id] of ['r3', 'r1', 'r2'].entries()) {
      clock = start + i;
      await created(reflection(id, { workflow: { owed: [owed] } }));
    }
    expect((await errands()).map(({ reflectionId }) => reflectionId)).toEqual(['r3', 'r1', 'r2']);
    const before = new Date(start + 2).toISOString();
    expect((await errands(before)).map(({ reflectionId }) => reflectionId)).toEqual(['r3', 'r1']);
  });

  test('go on behind an empty page', async () => {
    await created(reflection('r1', { workflow: { owed: [owed] } }));
    // Azurite's continuation is the key in base64.
    const headers = {
      'content-type': 'application/json;odata=minimalmetadata',
      'x-ms-continuation-nextpartitionkey': Buffer.from('errands').toString('base64'),
      'x-ms-continuation-nextrowkey': Buffer.from('0').toString('base64'),
    };
    onlyAt(1, { status: 200, headers, body: '{"value":[]}' });
    expect((await errands()).length).toBe(1);
    expect(wire.calls.length).toBe(2);
  });

  test('of another schema are reported, and keep nobody from the others', async () => {
    await table.put({ partitionKey: 'errands', rowKey: '2026', schema: 9 });
    expect(await errands()).toEqual([]);
    expect(String(leftovers.at(-1))).toMatch(/no errand of a known schema/);
  });
});

describe('when storage is away', () => {
  const verbs: [string, (before: Stored) => Promise<unknown>][] = [
    ['create', () => store.create(reflection('r2'), lookOn)],
    ['read', () => store.read('r1')],
    ['replace', (before) => store.replace(before, before.reflection)],
    ['erase', (before) => store.erase(before, [])],
    ['listFor', () => listed(practitioner.id)],
    ['errands', () => errands()],
    ['settle', () => store.settle({ key: 'k', reflectionId: 'r1', notedAt: never, farewell: [] })],
  ];
  const outages: [string, Fate, number][] = [
    ['drops the line', 'cut', 1_000],
    ['hangs', 'hang', 1_500],
    ['fails', { status: 500, headers: {}, body: 'PLANTED-WORDS' }, 1_000],
  ];
  const cases = outages.flatMap(([outage, fate, limit]) =>
    // Each hanging call takes its whole time: those of a turn and one query stand for all.
    verbs
      .filter(([verb]) => fate !== 'hang' || ['read', 'replace', 'listFor'].includes(verb))
      .map(([verb, run]) => ({ outage, verb, fate, limit, run })),
  );

  test.each(cases)(
    '$verb throws in time and says nothing when storage $outage',
    async ({ fate, limit, run }) => {
      const before = await created(reflection('r1', { narrative: { pointer: 'PLANTED-WORDS' } }));
      wire.listen(() => fate);
      const start = performance.now();
      const error = await run(before).catch((reason: unknown) => reason);
      expect(performance.now() - start).toBeLessThan(limit);
      expect(error).toMatchObject({ name: 'StorageFault' });
      expect(JSON.stringify([String(error), error, (error as Error).stack])).not.toContain('PLANTED');
      expect((error as Error).cause).toBeUndefined();
    },
  );

  test('a port that nobody listens on is given up at once', async () => {
    const gone = await openWire(azurite.port);
    await gone.close();
    const closed = (await connect({ connectionString: gone.connectionString }))('any');
    const start = performance.now();
    await expect(closed.read('a', 'b')).rejects.toThrow(/no answer \(ECONNREFUSED|REQUEST_SEND_ERROR/);
    expect(performance.now() - start).toBeLessThan(1_000);
  });

  test('a single outage is survived', async () => {
    const before = await created(reflection('r1'));
    onlyAt(1, 'cut');
    expect(await store.read('r1')).toEqual(before);
    onlyAt(1, { status: 503, headers: { 'retry-after': '30' }, body: '' });
    await replaced(before, before.reflection);
  });
});
