import { beforeEach, describe, expect, test } from '@jest/globals';
import { ann, ben, cat, granted, gus, planWorld, team } from '../helpers/plan-world.ts';

let world: ReturnType<typeof planWorld>;
beforeEach(async () => {
  world = planWorld();
  granted(await world.desk.set(ann, team, { name: 'North', managers: [{ id: ann }] }, 'new'));
});

const add = async (body: object, place = team) =>
  granted(await world.desk.add(ann, place, body, null)).action;
const remove = async (body: object) => {
  const { id, etag } = await add(body);
  granted(await world.desk.remove(ann, team, id, etag));
  return id;
};

describe('erasing', () => {
  test('takes deleted actions with their histories when their days are over, not before', async () => {
    const id = await remove({ area: 'x' });
    await add({ area: 'stays' });
    world.clock.now = '2026-12-22T23:30:00.000Z';
    expect(await world.desk.erase(50)).toEqual({ erased: 0, failed: 0, more: false });
    world.clock.now = '2026-12-23T00:30:00.000Z';
    expect(await world.desk.erase(50)).toEqual({ erased: 1, failed: 0, more: false });
    expect(world.store.actions(team).map(({ area }) => area)).toEqual(['stays']);
    expect(world.store.entries(team).some(({ about }) => about === id)).toBe(false);
    expect(await world.desk.erase(50)).toEqual({ erased: 0, failed: 0, more: false });
  });

  test('goes by the installation’s day', async () => {
    await remove({ area: 'x' });
    // In summer a day in London begins at 23:00 UTC.
    world.clock.now = '2026-07-01T12:00:00.000Z';
    const summer = await remove({ area: 'y' });
    world.clock.now = '2026-07-31T22:59:00.000Z';
    expect((await world.desk.erase(50)).erased).toBe(0);
    world.clock.now = '2026-07-31T23:00:00.000Z';
    expect((await world.desk.erase(50)).erased).toBe(1);
    expect(world.store.actions(team).some(({ id }) => id === summer)).toBe(false);
  });

  test('leaves alone what was brought back and deleted anew, until the days of that are over', async () => {
    const id = await remove({ area: 'x' });
    world.store.strayErasures = [{ key: 'first', planId: team, actionId: id, day: '2026-12-22' }];
    world.clock.now = '2026-12-22T12:00:00.000Z';
    expect((await world.desk.erase(50)).erased).toBe(0);
    expect(granted(await world.desk.restore(ann, team, id)).action.id).toBe(id);
  });

  test('does no more than it was asked to, and goes on the next time', async () => {
    for (const area of ['1', '2', '3']) await remove({ area });
    world.clock.now = '2027-01-01T12:00:00.000Z';
    expect(await world.desk.erase(2)).toEqual({ erased: 2, failed: 0, more: true });
    expect(await world.desk.erase(2)).toEqual({ erased: 1, failed: 0, more: false });
  });

  test('goes on with the others where one fails, and tells of it', async () => {
    const [first] = [await remove({ area: '1' }), await remove({ area: '2' })];
    world.clock.now = '2027-01-01T12:00:00.000Z';
    const erase = world.store.eraseAction;
    world.store.eraseAction = async (planId, id) => {
      if (id === first) throw new Error('away');
      return erase(planId, id);
    };
    expect(await world.desk.erase(50)).toEqual({ erased: 1, failed: 1, more: false });
    expect(world.reported).toHaveLength(1);
  });

  test('an old entry that stands for nothing is settled; a new one may be just about to', async () => {
    const { id } = await add({ area: 'stands' });
    const stray = (key: string, actionId: string | null, day: string) => ({
      key,
      planId: team,
      actionId,
      day,
    });
    world.store.strayErasures = [
      stray('standing', id, '2026-11-01'),
      stray('nothing', 'none', '2026-11-01'),
      stray('no emptying', null, '2026-11-01'),
      stray('being written', null, '2026-11-21'),
    ];
    expect(await world.desk.erase(50)).toEqual({ erased: 0, failed: 0, more: false });
    expect(world.store.settled).toEqual(['standing', 'nothing', 'no emptying']);
    expect(world.store.actions(team)).toHaveLength(1);
  });
});

describe('one’s own open actions', () => {
  const south = '19:south@thread.tacv2';
  const areas = async (person = ben) => (await world.desk.openOf(person)).map(({ action }) => action.area);

  beforeEach(() => {
    const people = world.access.places.get(team)?.people ?? new Map();
    world.access.places.set(south, { name: 'South team', people: new Map(people) });
  });

  test('come from all plans, by day, those without one last', async () => {
    const who = [{ id: ben }];
    await add({ area: 'b no day', who });
    await add({ area: 'later', who, dueOn: '2026-12-24' });
    await add({ area: 'a no day', who }, south);
    await add({ area: 'sooner', who, dueOn: '2026-11-03' }, south);
    await add({ area: 'done', who, status: 'done' });
    await add({ area: 'another’s', who: [{ id: cat }] });
    const own = await world.desk.openOf(ben);
    expect(own.map(({ plan, action }) => [plan.name, action.area])).toEqual([
      ['South team', 'sooner'],
      ['North', 'later'],
      ['South team', 'a no day'],
      ['North', 'b no day'],
    ]);
  });

  test('are each checked, and each shown once', async () => {
    const who = [{ id: ben }];
    const { id } = await add({ area: 'mine', who });
    const { id: notMine } = await add({ area: 'not mine', who: [{ id: cat }] });
    const { id: done } = await add({ area: 'done', who, status: 'done' });
    const gone = await remove({ area: 'gone', who });
    world.store.strayHints = [id, notMine, done, gone, 'none'].map((actionId) => ({
      planId: team,
      actionId,
    }));
    world.store.strayHints.push({ planId: '19:none@x', actionId: id });
    expect(await areas()).toEqual(['mine']);
  });

  test('are not shown in a team that the person has left, or of which Teams does not tell', async () => {
    const who = [{ id: ben }];
    await add({ area: 'north', who });
    await add({ area: 'south', who }, south);
    world.access.places.get(south)?.people.delete(ben);
    expect(await areas()).toEqual(['north']);
    world.access.places.get(team)?.people.set(ben, 'unreachable');
    expect(await areas()).toEqual([]);
    world.access.places.get(team)?.people.set(ben, { name: 'Ben', guest: true });
    expect(await areas()).toEqual([]);
  });

  test('ask each team once', async () => {
    for (const area of ['1', '2', '3']) await add({ area, who: [{ id: ben }] });
    world.access.asked.length = 0;
    expect(await areas()).toHaveLength(3);
    expect(world.access.asked).toEqual([ben]);
    expect(await areas(gus)).toEqual([]);
  });
});
