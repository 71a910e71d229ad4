import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createAccess } from '../../bot/people/create-access.ts';
import type { PlanDesk } from '../../bot/plan/desk.ts';
import { connect } from '../../bot/tables/client.ts';
import { TableMemberships } from '../../bot/tables/memberships.ts';
import { TablePeople } from '../../bot/tables/people.ts';
import { TablePlans } from '../../bot/tables/plans.ts';
import type { Table } from '../../bot/tables/table.ts';
import { type Azurite, startAzurite } from '../helpers/azurite.ts';
import { ann, ben, cat, deskOn, eve, granted, gus, refused, team } from '../helpers/plan-world.ts';
import { openWire, type Wire } from '../tables/wire.ts';

/** The desk's story on a real table service, with what the bot knows of people in one too. */
const north = {
  id: team,
  name: 'North team',
  serviceUrl: 'https://smba.trafficmanager.net/uk/',
  tenantId: 't1',
  botId: '28:bot',
};

let azurite: Azurite;
let wire: Wire;
let peopleTable: Table;
let desk: PlanDesk;
let other: PlanDesk;
let clock: { now: string };
let tables = 0;
let members: Map<string, { name: string; guest: boolean }>;
let askedTeams: string[];
let reported: unknown[];
let readRosterAnew: () => Promise<void>;

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
  clock = { now: '2026-11-22T13:00:00.000Z' };
  askedTeams = [];
  reported = [];
  members = new Map([
    [ann, { name: 'Ann', guest: false }],
    [ben, { name: 'Ben', guest: false }],
    [cat, { name: 'Cat', guest: false }],
    [gus, { name: 'Gus', guest: true }],
  ]);
  const open = await connect({ connectionString: wire.connectionString });
  const plansTable = open(`plans${tables}`);
  peopleTable = open(`people${tables}`);
  await Promise.all([peopleTable.ensure(), plansTable.ensure()]);
  const directory = new TablePeople(peopleTable);
  readRosterAnew = async () => {
    const roster = [...members].map(([id, { name, guest }]) => ({
      id,
      name,
      teamsId: `29:${name}`,
      ...(guest ? { guest } : {}),
    }));
    await directory.keepTeam(north, roster);
  };
  await readRosterAnew();
  const access = createAccess({
    memberships: new TableMemberships(peopleTable),
    directory,
    ask: async (_, person) => {
      askedTeams.push(person);
      return members.get(person) ?? 'outside';
    },
    reread: readRosterAnew,
    now: () => clock.now,
  });
  const storeOf = () =>
    new TablePlans(plansTable, { newId: randomUUID, onLeftover: (fault) => reported.push(fault) });
  desk = deskOn(storeOf(), access, clock, reported, 'a');
  other = deskOn(storeOf(), access, clock, reported, 'b');
});

const whole = async (by: string) => {
  const answer = granted(await desk.read(by, team, null));
  if (answer === 'same') throw new Error('the same');
  return answer;
};

describe('whom an action is given to', () => {
  test('is looked up in the stored roster; strangers and guests are refused and leave nothing behind', async () => {
    granted(await desk.add(ann, team, { area: 'x', who: [{ id: ben }, { id: cat }] }, null));
    expect(askedTeams).toEqual([ann]);
    const strangers = Array.from({ length: 9 }, (_, i) => `66666666-6666-4666-8666-66666666666${i}`);
    const chosen = [gus, ...strangers].map((id) => ({ id }));
    const answer = await desk.add(ann, team, { area: 'x', who: chosen }, null);
    expect(answer).toMatchObject({ refused: 'unfit', faults: chosen.map(() => ({ code: 'notAMember' })) });
    const kept: string[] = [];
    for await (const { rowKey } of peopleTable.rows(`PartitionKey eq 'access:${team}'`)) kept.push(rowKey);
    expect(kept.filter((key) => !key.startsWith('~'))).toEqual([ann]);
  });

  test('can be whoever has come since the roster was read', async () => {
    const dan = '77777777-7777-4777-8777-777777777777';
    members.set(dan, { name: 'Dan', guest: false });
    const { action } = granted(await desk.add(ann, team, { area: 'x', who: [{ id: dan }] }, null));
    expect(action.who).toEqual([{ id: dan, name: 'Dan' }]);
  });

  test('is chosen from a list without guests', async () => {
    expect(granted(await desk.members(ann, team)).map(({ name }) => name)).toEqual(['Ann', 'Ben', 'Cat']);
  });
});

describe('a plan from its beginning to its end', () => {
  test('is set up, filled, changed by two people, and looked at cheaply', async () => {
    expect((await whole(ann)).seen.plan).toMatchObject({ name: 'North team', managers: [] });
    const facts = granted(
      await desk.set(ann, team, { name: 'North', managers: [{ id: ann }], tabChannel: '19:c@x' }, 'new'),
    );
    const body = { area: 'Team meetings 😀', who: [{ id: ben }], dueOn: '2026-12-03', outcome: 'a\n\tb' };
    const { action } = granted(await desk.add(ann, team, body, 'key'));
    expect(granted(await other.add(ann, team, body, 'key')).action).toEqual(action);

    const { etag } = await whole(ben);
    wire.listen();
    expect(await desk.read(ben, team, etag)).toBe('same');
    expect(wire.calls.map(({ method }) => method)).toEqual(['GET', 'GET']);
    wire.listen();
    expect((await whole(ben)).seen.actions).toEqual([action]);
    expect(wire.calls.map(({ method }) => method)).toEqual(['GET', 'GET']);

    const both = await Promise.all([
      desk.change(ann, team, action.id, { status: 'doing' }, action.etag),
      other.change(ben, team, action.id, { area: 'Theirs' }, action.etag),
      other.add(cat, team, { area: 'Another' }, 'k2'),
    ]);
    expect(both.map(refused).sort()).toEqual([null, null, 'stale'].sort());
    expect((await whole(ann)).seen.actions).toHaveLength(2);
    expect(granted(await desk.history(ann, team, action.id))).toHaveLength(2);
    expect(await desk.summary(ann, team)).toMatchObject({ name: 'North', open: 2, nextDueOn: '2026-12-03' });
    expect(facts.etag).toBe((await whole(ann)).seen.plan.etag);
    expect(reported).toEqual([]);
  });

  test('is held, helped with and moved from a card, each press one change', async () => {
    granted(await desk.set(ann, team, { managers: [{ id: ann }] }, 'new'));
    const body = { area: 'x', who: [{ id: ben }], dueOn: '2026-12-01' };
    const { action } = granted(await desk.add(ann, team, body, null));
    const { id, etag } = action;
    const tick = () => {
      clock.now = new Date(Date.parse(clock.now) + 1_000).toISOString();
    };
    tick();
    const presses = [desk, other, desk].map((on) => on.hold(ben, team, id, '2026-12-18', etag));
    const [held] = (await Promise.all(presses)).map((answer) => granted(answer).action);
    expect(held).toMatchObject({ heldUntil: '2026-12-18', dueOn: '2026-12-01' });
    expect(granted(await desk.hold(ben, team, id, '2026-12-18', etag)).action).toEqual(held);
    tick();
    const asked = await Promise.all([desk, other].map((on) => on.askForHelp(ben, team, id)));
    expect(asked.map((answer) => granted(answer).again).sort()).toEqual([false, true]);
    tick();
    expect(granted(await other.offerHelp(ann, team, id)).told).toEqual([{ id: ben, name: 'Ben' }]);
    tick();
    const moving = { dueOn: '2026-12-10', moveReason: 'The room was taken.' };
    const moved = granted(await desk.change(ben, team, id, moving, held?.etag ?? '')).action;
    tick();
    granted(await desk.change(ann, team, id, { status: 'done' }, moved.etag));
    const lines = granted(await other.history(cat, team, id));
    expect(lines.map(({ what, note }) => [what, note ?? null])).toEqual([
      ['changed', null],
      ['changed', 'The room was taken.'],
      ['offeredHelp', null],
      ['askedForHelp', null],
      ['held', null],
      ['added', null],
    ]);
    expect((await whole(ann)).seen.actions[0]).toMatchObject({ status: 'done', heldUntil: null });
    expect(reported).toEqual([]);
  });

  test('gives a deleted action back for thirty days, and then no more', async () => {
    const { action } = granted(await desk.add(ann, team, { area: 'x', who: [{ id: ben }] }, null));
    granted(await desk.remove(ben, team, action.id, action.etag));
    expect(await desk.openOf(ben)).toEqual([]);
    expect(granted(await desk.removed(ann, team))).toMatchObject([{ area: 'x', until: '2026-12-22' }]);
    const back = granted(await desk.restore(ann, team, action.id)).action;
    expect((await desk.openOf(ben)).map((own) => own.action)).toEqual([back]);
    granted(await desk.remove(ben, team, back.id, back.etag));
    clock.now = '2026-12-22T12:00:00.000Z';
    expect(await desk.erase(50)).toEqual({ erased: 0, failed: 0, more: false });
    clock.now = '2026-12-23T12:00:00.000Z';
    expect(await desk.erase(50)).toEqual({ erased: 1, failed: 0, more: false });
    expect(await desk.erase(50)).toEqual({ erased: 0, failed: 0, more: false });
    expect(refused(await desk.restore(ann, team, action.id))).toBe('unknownAction');
    expect(reported).toEqual([]);
  });

  test('is emptied by a manager, by any server', async () => {
    const { etag } = granted(await desk.set(ann, team, { managers: [{ id: ann }] }, 'new'));
    for (let i = 0; i < 6; i += 1) {
      granted(await desk.add(ann, team, { area: `${i}`, who: [{ id: ben }], dueOn: '2026-12-01' }, null));
    }
    granted(await desk.empty(ann, team, { name: 'North team' }, etag));
    const rounds = await Promise.all([desk.erase(50), other.erase(50)]);
    expect(rounds.map(({ failed }) => failed)).toEqual([0, 0]);
    for (let i = 0; i < 5 && (await whole(ann)).seen.plan.emptying; i += 1) await desk.erase(50);
    expect((await whole(ann)).seen).toMatchObject({ actions: [], plan: { emptying: false } });
    expect(await desk.openOf(ben)).toEqual([]);
    expect(granted(await desk.history(ann, team, null)).map(({ what }) => what)).toEqual(['emptied', 'set']);
    granted(await desk.add(ben, team, { area: 'anew' }, null));
    expect(await desk.erase(50)).toEqual({ erased: 0, failed: 0, more: false });
    expect(reported).toEqual([]);
  });

  test('marks who has left, and lets the others appoint', async () => {
    granted(await desk.set(ann, team, { managers: [{ id: ann }] }, 'new'));
    members.delete(ann);
    await readRosterAnew();
    await desk.rosterChanged(team);
    const { seen } = await whole(ben);
    expect(seen).toMatchObject({ plan: { left: [ann] }, me: { mayAppoint: true } });
    const now = granted(await desk.set(ben, team, { managers: [{ id: cat }] }, seen.plan.etag));
    expect(now.managers).toEqual([{ id: cat, name: 'Cat' }]);
  });

  test('is nobody else’s, and Teams is asked of each person once', async () => {
    granted(await desk.add(ann, team, { area: 'x' }, null));
    for (const by of [eve, gus]) {
      expect(await desk.read(by, team, null)).toEqual({ refused: 'outside' });
      expect(await desk.add(by, team, { area: 'x' }, 'k')).toEqual({ refused: 'outside' });
    }
    expect(await desk.read(ann, '19:unknown@thread.tacv2', null)).toEqual({ refused: 'outside' });
    expect(askedTeams.sort()).toEqual([ann, gus, eve].sort());
  });

  test('takes changes of many at the same moment', async () => {
    const first = await Promise.all(
      Array.from({ length: 4 }, (_, i) => desk.add(ann, team, { area: `${i}` }, `k${i}`)),
    );
    const actions = first.map((answer) => granted(answer).action);
    const work = actions.flatMap(({ id, etag }, i) => [
      (i % 2 ? other : desk).change(ben, team, id, { status: 'done' }, etag),
    ]);
    (await Promise.all(work)).map(granted);
    expect(await desk.summary(ann, team)).toMatchObject({ open: 0, done: 4 });
  });
});
