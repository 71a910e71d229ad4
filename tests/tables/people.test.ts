import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Directory } from '../../bot/people/directory.ts';
import type { Team, TeamMember } from '../../bot/people/person.ts';
import { connect, openTables } from '../../bot/tables/client.ts';
import { TablePeople } from '../../bot/tables/people.ts';
import type { Table } from '../../bot/tables/table.ts';
import { type Azurite, startAzurite } from '../helpers/azurite.ts';
import { openWire, type Wire } from './wire.ts';

const chat = {
  serviceUrl: 'https://smba.trafficmanager.net/uk/',
  conversationId: 'a:1',
  tenantId: 't1',
  botId: '28:bot',
};

const teamNamed = (name: string): Team => ({
  id: `19:${name.toLowerCase()}@thread.tacv2`,
  name,
  serviceUrl: 'https://smba.trafficmanager.net/uk/',
  tenantId: 't1',
  botId: '28:bot',
});

const member = (name: string): TeamMember => ({ id: name.toLowerCase(), name, teamsId: `29:${name}` });
const crowd = (size: number) =>
  Array.from({ length: size }, (_, i) => member(`M${String(i).padStart(3, '0')}`));
const [ann, ben, cat] = [member('Ann'), member('Ben'), member('Cat')];
const [north, south] = [teamNamed('North'), teamNamed('South')];

let azurite: Azurite;
let wire: Wire;
let table: Table;
let people: Directory;
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
  people = new TablePeople(table);
});

const rowKeys = async (partition: string): Promise<string[]> => {
  const keys: string[] = [];
  for await (const row of table.rows(`PartitionKey eq '${partition}'`)) keys.push(row.rowKey);
  return keys;
};

describe('find and remember', () => {
  test('nobody is found before they are met', async () => expect(await people.find('p1')).toBeNull());

  test('creates the person where there is none', async () => {
    const met = await people.remember('P1', { name: 'Åsa 😀' });
    expect(met).toEqual({
      id: 'p1',
      name: 'Åsa 😀',
      teamsId: '',
      locale: null,
      chat: null,
      welcomedAt: null,
    });
    expect(await people.find('p1')).toEqual(met);
  });

  test('keeps what is left out, and takes what is given, null too', async () => {
    await people.remember('p1', { name: 'Ann', teamsId: '29:a', locale: 'cy-GB', chat });
    await people.remember('p1', { name: 'Anne', welcomedAt: '2026-03-02T09:00:00.000Z' });
    const kept = { id: 'p1', name: 'Anne', teamsId: '29:a', welcomedAt: '2026-03-02T09:00:00.000Z' };
    expect(await people.find('P1')).toEqual({ ...kept, locale: 'cy-GB', chat });
    await people.remember('p1', { chat: null, locale: null });
    expect(await people.find('p1')).toEqual({ ...kept, locale: null, chat: null });
  });

  test('is one point read, and where nothing is new remembering is no more', async () => {
    await people.remember('p1', { name: 'Ann', chat });
    wire.listen();
    await people.find('p1');
    await people.remember('p1', { name: 'Ann', chat: { ...chat } });
    expect(wire.calls.map(({ method }) => method)).toEqual(['GET', 'GET']);
  });

  test('loses nothing that is remembered at the same time', async () => {
    const facts = [
      { name: 'Ann' },
      { teamsId: '29:a' },
      { locale: 'en-GB' },
      { chat },
      { welcomedAt: '2026' },
    ];
    await Promise.all(facts.map((fact) => people.remember('p1', fact)));
    expect(await people.find('p1')).toEqual(Object.assign({ id: 'p1' }, ...facts));
  });

  test('an id that is no key is still somebody', async () => {
    await people.remember("a/b?c#d'e", { name: 'Ann' });
    expect((await people.find("a/b?c#d'e"))?.name).toBe('Ann');
    expect(await people.find('a/b?c')).toBeNull();
  });

  test('a row of another schema is refused without its content', async () => {
    await table.put({ partitionKey: 'person:p1', rowKey: 'person', schema: 2, name: 'PLANTED' });
    const error = await people.find('p1').catch((reason: unknown) => reason);
    expect(String(error)).toMatch(/UnreadableRow: Row "person" of partition "person:p1"/);
    expect(String(error)).not.toContain('PLANTED');
  });
});

describe('teams', () => {
  test('their members become known, and one another’s colleagues by name, each once', async () => {
    await people.keepTeam(north, [cat, ann, { ...ben, id: 'BEN' }]);
    await people.keepTeam(south, [ann, ben]);
    expect(await people.colleagues('ANN')).toEqual([ben, cat]);
    expect(await people.colleagues('cat')).toEqual([ann, ben]);
    expect(await people.colleagues('nobody')).toEqual([]);
    expect(await people.find('ben')).toMatchObject({ name: 'Ben', teamsId: '29:Ben', chat: null });
  });

  test('keeping a team takes nothing from what people told themselves', async () => {
    await people.remember('ann', { name: 'Ann', teamsId: '29:old', locale: 'cy-GB', chat });
    await people.keepTeam(north, [{ ...ann, name: '', teamsId: '29:new' }, ben]);
    expect(await people.find('ann')).toMatchObject({ name: 'Ann', teamsId: '29:new', locale: 'cy-GB', chat });
  });

  test('a roster replaces the one before', async () => {
    await people.keepTeam(north, [ann, ben]);
    await people.keepTeam({ ...north, name: 'Far North' }, [ann, { ...cat, name: 'Catrin' }]);
    expect(await people.colleagues('ann')).toEqual([{ ...cat, name: 'Catrin' }]);
    expect(await people.colleagues('ben')).toEqual([]);
    expect(await people.teamOf('ben')).toBeNull();
    expect(await people.teamOf('cat')).toEqual({ ...north, name: 'Far North' });
    expect(await people.find('ben')).not.toBeNull();
    expect(await rowKeys('person:ben')).toEqual(['person']);
  });

  test('reading the same roster again writes nothing', async () => {
    await people.keepTeam(north, [ann, ben]);
    wire.listen();
    await people.keepTeam({ ...north }, [ben, ann]);
    expect(wire.calls.map(({ method }) => method)).toEqual(['GET']);
  });

  test('may have more members than one transaction holds', async () => {
    const many = crowd(250);
    await people.keepTeam(north, many);
    expect((await people.colleagues('m000')).length).toBe(249);
    await people.keepTeam(north, many.slice(0, 3));
    expect(await people.colleagues('m000')).toEqual(many.slice(1, 3));
    expect(await rowKeys('person:m200')).toEqual(['person']);
  }, 60_000);

  test('when the bot leaves, the roster goes and its people stay', async () => {
    await people.keepTeam(north, crowd(120));
    await people.keepTeam(south, [member('M000'), ann]);
    await people.dropTeam(north.id);
    expect(await rowKeys(`team:${north.id}`)).toEqual([]);
    expect(await people.colleagues('m000')).toEqual([ann]);
    expect(await people.teamOf('m001')).toBeNull();
    expect(await people.teamOf('m000')).toEqual(south);
    expect(await people.find('m001')).not.toBeNull();
    await people.dropTeam(north.id);
  }, 60_000);

  test('are found by their id, and by who is in them, by name', async () => {
    await people.keepTeam(south, [ben, ann]);
    await people.keepTeam(north, [cat, ann, { ...ben, id: 'BEN' }]);
    expect(await people.team(north.id)).toEqual(north);
    expect(await people.teamsOf('ANN')).toEqual([north, south]);
    expect(await people.teamsOf('cat')).toEqual([north]);
    expect(await people.members(north.id)).toEqual([ann, ben, cat]);
    await people.keepTeam(north, [cat]);
    expect(await people.teamsOf('ann')).toEqual([south]);
    expect(await people.members(north.id)).toEqual([cat]);
    await people.dropTeam(north.id);
    expect(await people.team(north.id)).toBeNull();
    expect(await people.members(north.id)).toEqual([]);
    expect(await people.teamsOf('cat')).toEqual([]);
  });

  test('tell guests from members, and notice when that changes', async () => {
    const gus: TeamMember = { ...member('Gus'), guest: true };
    await people.keepTeam(north, [ann, gus]);
    expect(await people.members(north.id)).toEqual([ann, gus]);
    await people.keepTeam(north, [{ ...ann, guest: true }, member('Gus')]);
    expect(await people.members(north.id)).toEqual([{ ...ann, guest: true }, member('Gus')]);
  });

  test('have one of their members in one point read', async () => {
    const gus: TeamMember = { ...member('Gus'), guest: true };
    await people.keepTeam(north, [ann, gus]);
    wire.listen();
    expect(await people.member(north.id, 'GUS')).toEqual(gus);
    expect(await people.member(north.id, 'ben')).toBeNull();
    expect(wire.calls.map(({ method }) => method)).toEqual(['GET', 'GET']);
    expect(await people.member('x'.repeat(600), 'ann')).toBeNull();
    expect(await people.member(south.id, 'ann')).toBeNull();
    await people.dropTeam(north.id);
    expect(await people.member(north.id, 'ann')).toBeNull();
  });

  test('a hint alone puts nobody into a team', async () => {
    await people.keepTeam(north, [ann]);
    await table.put({ partitionKey: 'person:ben', rowKey: `team:${north.id}`, schema: 1, teamId: north.id });
    expect(await people.teamsOf('ben')).toEqual([]);
  });

  test('a team is one point read, and an id that nothing can have is none', async () => {
    await people.keepTeam(north, [ann]);
    wire.listen();
    await people.team(north.id);
    expect(wire.calls.map(({ method }) => method)).toEqual(['GET']);
    for (const id of ['x'.repeat(600), '19:\ud800']) {
      expect(await people.team(id)).toBeNull();
      expect(await people.members(id)).toEqual([]);
    }
    expect(wire.calls.length).toBe(1);
    for (const id of ['', "a/b?c#d'e", "' or 1 eq 1"]) {
      expect(await people.team(id)).toBeNull();
      expect(await people.members(id)).toEqual([]);
    }
  });

  test('rosters kept at the same time leave one of them, and nobody in it unfound', async () => {
    const rosters = [
      [ann, ben],
      [ann, cat],
      [ben, cat, ann],
    ];
    await Promise.all(rosters.map((roster) => people.keepTeam(north, roster)));
    const found = (await people.colleagues('ann')).map(({ id }) => id);
    expect([['ben'], ['cat'], ['ben', 'cat']]).toContainEqual(found);
    for (const id of found) expect(await people.teamOf(id)).toEqual(north);
  });

  test('stopped between any two writes, nobody stands in a roster without being found, and again makes it whole', async () => {
    await people.keepTeam(north, [ann, ben]);
    for (let last = 1; ; last += 1) {
      wire.listen((number) => (number > last ? 'cut' : 'pass'));
      const done = await people.keepTeam(north, [ann, cat]).then(
        () => true,
        () => false,
      );
      wire.listen();
      const found = (await people.colleagues('ann')).map(({ id }) => id);
      expect([['ben'], ['cat']]).toContainEqual(found);
      expect(await people.teamOf(found[0] ?? '')).toEqual(north);
      if (done) break;
      expect(last).toBeLessThan(20);
    }
    expect(await people.colleagues('ann')).toEqual([cat]);
  });
});

describe('when storage is away', () => {
  test.each(['cut', 'hang'] as const)(
    'faults are thrown in time, never "nobody" (%s)',
    async (fate) => {
      wire.listen(() => fate);
      for (const run of [
        () => people.find('p'),
        () => people.colleagues('p'),
        () => people.teamOf('p'),
        () => people.teamsOf('p'),
        () => people.team('t'),
        () => people.members('t'),
      ]) {
        const start = performance.now();
        await expect(run()).rejects.toMatchObject({ name: 'StorageFault' });
        expect(performance.now() - start).toBeLessThan(1_500);
      }
      await expect(people.remember('p', { name: 'Ann' })).rejects.toMatchObject({ name: 'StorageFault' });
      await expect(people.keepTeam(north, [ann])).rejects.toMatchObject({ name: 'StorageFault' });
      await expect(people.dropTeam(north.id)).rejects.toMatchObject({ name: 'StorageFault' });
    },
    20_000,
  );
});

describe('the tables of the app', () => {
  test('are made where they are missing, and answer a probe', async () => {
    const app = await openTables({ connectionString: wire.connectionString });
    await expect(app.ping()).rejects.toThrow(/404 \(TableNotFound\)/);
    await app.ensure();
    await app.ensure();
    await app.ping();
    wire.listen(() => 'cut');
    await expect(app.ping()).rejects.toMatchObject({ name: 'StorageFault' });
  });

  test('are opened with a managed identity without a call', async () => {
    const app = await openTables({ endpoint: 'https://example.table.core.windows.net', clientId: 'c1' });
    expect([app.people.name, app.plans.name]).toEqual(['people', 'plans']);
  });
});
