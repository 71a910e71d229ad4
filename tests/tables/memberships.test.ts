import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Membership, Memberships } from '../../bot/people/access.ts';
import { connect } from '../../bot/tables/client.ts';
import { TableMemberships } from '../../bot/tables/memberships.ts';
import { TablePeople } from '../../bot/tables/people.ts';
import type { Table } from '../../bot/tables/table.ts';
import { type Azurite, startAzurite } from '../helpers/azurite.ts';
import { type Fate, openWire, type Wire } from './wire.ts';

const place = '19:north@thread.tacv2';
const known: Membership = {
  member: true,
  guest: false,
  name: 'Åsa 😀',
  checkedAt: '2026-03-02T09:00:00.000Z',
};
/** As after a question to Teams. */
const keep = async (placeId: string, person: string, answer: Membership) =>
  (await memberships.check(placeId, person))(answer);
const unknown: Membership = { member: false, guest: false, name: '', checkedAt: '2026-03-02T09:00:00.000Z' };

let azurite: Azurite;
let wire: Wire;
let table: Table;
let memberships: Memberships;
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
  table = (await connect({ connectionString: wire.connectionString }))(`people${tables}`);
  wire.listen();
  await table.ensure();
  memberships = new TableMemberships(table);
});

describe('what Teams said of somebody', () => {
  test('is nothing before they were asked for', async () =>
    expect(await memberships.find(place, 'ann')).toBeNull());

  test('is kept for one place and one person, the last of it, however their id is written', async () => {
    await keep(place, 'ANN', unknown);
    await keep(place, 'ann', known);
    await keep(`${place}2`, 'ann', { ...known, guest: true });
    expect(await memberships.find(place, 'Ann')).toEqual(known);
    expect(await memberships.find(`${place}2`, 'ann')).toEqual({ ...known, guest: true });
    expect(await memberships.find(place, 'ben')).toBeNull();
  });

  test('is one call to read, and two around the question to Teams', async () => {
    await keep(place, 'ann', known);
    wire.listen();
    await memberships.find(place, 'ann');
    expect(wire.calls).toHaveLength(1);
    await keep(place, 'ann', known);
    expect(wire.calls).toHaveLength(3);
  });

  test('is kept of some who come at the same moment, and of the others when they are asked anew', async () => {
    const crowd = Array.from({ length: 20 }, (_, i) => `person-${i}`);
    await Promise.all(crowd.map((person) => keep(place, person, known)));
    const found = await Promise.all(crowd.map((person) => memberships.find(place, person)));
    expect(found.some((membership) => membership !== null)).toBe(true);
    for (const person of crowd) await keep(place, person, known);
    for (const person of crowd) expect(await memberships.find(place, person)).toEqual(known);
  }, 30_000);

  test('lies apart from the rosters in the same table', async () => {
    const people = new TablePeople(table);
    const team = { id: place, name: 'North', serviceUrl: 's', tenantId: 't', botId: 'b' };
    await people.keepTeam(team, [{ id: 'ann', name: 'Ann', teamsId: '29:a' }]);
    await keep(place, 'ann', known);
    await memberships.forget(place, null);
    expect((await people.members(place)).length).toBe(1);
    await keep(place, 'ann', known);
    await people.dropTeam(place);
    expect(await memberships.find(place, 'ann')).toEqual(known);
  });
});

describe('forgetting', () => {
  test('is of those who are named, whether they are known or not', async () => {
    for (const person of ['ann', 'ben', 'cat']) await keep(place, person, known);
    await memberships.forget(place, ['ANN', 'ben', 'nobody']);
    await memberships.forget(place, []);
    expect(await memberships.find(place, 'ann')).toBeNull();
    expect(await memberships.find(place, 'ben')).toBeNull();
    expect(await memberships.find(place, 'cat')).toEqual(known);
  });

  test('is of everybody in the place, and of no other place', async () => {
    const crowd = Array.from({ length: 150 }, (_, i) => `person-${i}`);
    for (const person of crowd) await keep(place, person, known);
    await keep(`${place}2`, 'ann', known);
    await Promise.all([memberships.forget(place, null), memberships.forget(place, null)]);
    expect(await memberships.find(place, 'person-0')).toBeNull();
    expect(await memberships.find(place, 'person-149')).toBeNull();
    expect(await memberships.find(`${place}2`, 'ann')).toEqual(known);
  }, 30_000);
});

describe('forgetting while Teams is being asked', () => {
  test.each([
    ['of a person who was known', ['ann'], true],
    ['of a person who was not', ['ann'], false],
    ['of everybody, where the person was known', null, true],
    ['of everybody, where the person was not', null, false],
  ])('%s leaves nothing of the answer', async (_, people, isKnown) => {
    if (isKnown) await keep(place, 'ann', known);
    const keepAnswer = await memberships.check(place, 'ann');
    await memberships.forget(place, people);
    await keepAnswer(known);
    expect(await memberships.find(place, 'ann')).toBeNull();
    await keep(place, 'ann', known);
    expect(await memberships.find(place, 'ann')).toEqual(known);
  });

  test('holds also where it happens between the last look and the write', async () => {
    const keepAnswer = await memberships.check(place, 'ann');
    const other = new TableMemberships(table);
    let forgetting: Promise<void> | null = null;
    wire.listen(async (number): Promise<Fate> => {
      if (number === 1) {
        forgetting = other.forget(place, ['ann']);
        await forgetting;
      }
      return 'pass';
    });
    await keepAnswer(known);
    expect(forgetting).not.toBeNull();
    expect(await memberships.find(place, 'ann')).toBeNull();
  });

  test('of others at the same moment both are done', async () => {
    for (const person of ['ann', 'ben']) await keep(place, person, known);
    await Promise.all([memberships.forget(place, ['ann']), memberships.forget(place, ['ben'])]);
    expect(await memberships.find(place, 'ann')).toBeNull();
    expect(await memberships.find(place, 'ben')).toBeNull();
  });

  test('where others write again and again, an answer is given up for the next request to ask anew', async () => {
    const keepAnswer = await memberships.check(place, 'ann');
    let isOther = false;
    wire.listen(async (): Promise<Fate> => {
      if (isOther) return 'pass';
      isOther = true;
      await keep(place, 'ben', known);
      isOther = false;
      return 'pass';
    });
    await keepAnswer(known);
    wire.listen();
    expect(await memberships.find(place, 'ann')).toBeNull();
    expect(await memberships.find(place, 'ben')).toEqual(known);
  });
});

describe('clearing away', () => {
  test('takes what nobody believes any more, and leaves the rest and the rosters', async () => {
    const people = new TablePeople(table);
    await people.keepTeam({ id: place, name: 'North', serviceUrl: 's', tenantId: 't', botId: 'b' }, [
      { id: 'ann', name: 'Ann', teamsId: '29:a' },
    ]);
    await keep(place, 'ann', known);
    await keep(`${place}2`, 'ben', { ...unknown, checkedAt: '2026-03-02T08:59:59.999Z' });
    const late = await memberships.check(place, 'dan');
    expect(await memberships.clear('2026-03-02T09:00:00.000Z')).toBe(1);
    expect(await memberships.find(place, 'ann')).toEqual(known);
    expect(await memberships.find(`${place}2`, 'ben')).toBeNull();
    await memberships.forget(place, ['dan']);
    await memberships.clear('2027-01-01T00:00:00.000Z');
    await late(known);
    expect(await memberships.find(place, 'dan')).toBeNull();
    expect(await people.members(place)).toHaveLength(1);
    expect(await people.find('ann')).not.toBeNull();
  });

  test('leaves a row that is written anew meanwhile', async () => {
    await keep(place, 'ann', { ...known, checkedAt: '2025-01-01T00:00:00.000Z' });
    wire.listen(async (_, { method }): Promise<Fate> => {
      if (method === 'DELETE') {
        wire.listen();
        await keep(place, 'ann', known);
      }
      return 'pass';
    });
    await memberships.clear('2026-01-01T00:00:00.000Z');
    expect(await memberships.find(place, 'ann')).toEqual(known);
  });
});

describe('bad input', () => {
  test.each([["a/b?c#d'e"], ["' or 1 eq 1"], ['19:😀\n']])('any text can be a place: %j', async (id) => {
    await keep(id, 'ann', known);
    expect(await memberships.find(id, 'ann')).toEqual(known);
    await memberships.forget(id, null);
    expect(await memberships.find(id, 'ann')).toBeNull();
  });

  test.each([['x'.repeat(600)], ['19:\ud800']])(
    'what no place can be is nobody’s, without a call',
    async (id) => {
      wire.listen();
      expect(await memberships.find(id, 'ann')).toBeNull();
      await memberships.forget(id, null);
      expect(wire.calls).toEqual([]);
    },
  );

  test.each([[{ schema: 2 }], [{ schema: 1, member: 'yes', name: 'PLANTED', guest: false, checkedAt: '' }]])(
    'a row of another schema is refused without its content',
    async (row) => {
      await table.put({ partitionKey: `access:${place}`, rowKey: 'ann', ...(row as { schema: number }) });
      const error = await memberships.find(place, 'ann').catch((reason: unknown) => reason);
      expect(String(error)).toMatch(/UnreadableRow: Row "ann" of partition "access:19:north/);
      expect(String(error)).not.toContain('PLANTED');
    },
  );

  test('faults are thrown, never "nobody"', async () => {
    wire.listen(() => 'cut');
    await expect(memberships.find(place, 'ann')).rejects.toMatchObject({ name: 'StorageFault' });
    await expect(keep(place, 'ann', known)).rejects.toMatchObject({ name: 'StorageFault' });
    await expect(memberships.forget(place, ['ann'])).rejects.toMatchObject({ name: 'StorageFault' });
    await expect(memberships.forget(place, null)).rejects.toMatchObject({ name: 'StorageFault' });
  });
});
