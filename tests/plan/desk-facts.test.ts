import { beforeEach, describe, expect, test } from '@jest/globals';
import { ann, ben, cat, eve, granted, gus, planWorld, refused, team } from '../helpers/plan-world.ts';

let world: ReturnType<typeof planWorld>;
beforeEach(() => {
  world = planWorld();
});

const set = (by: string, body: unknown, etag: string) => world.desk.set(by, team, body, etag);
const setUp = async (body: object = {}) =>
  granted(await set(ann, { name: 'North', managers: [{ id: ann }], ...body }, 'new'));
const add = async (body: object) => granted(await world.desk.add(ann, team, body, null)).action;
const facts = async (by = ann) => {
  const answer = granted(await world.desk.read(by, team, null));
  if (answer === 'same') throw new Error('the same');
  return { ...answer.seen.plan, me: answer.seen.me, actions: answer.seen.actions };
};
const faults = (answer: object) =>
  'faults' in answer && Array.isArray(answer.faults)
    ? answer.faults.map(({ field, code }: { field: string; code: string }) => `${field} ${code}`)
    : null;

describe('setting up and changing', () => {
  test('names the managers from the roster, oneself only by choice', async () => {
    const plan = granted(
      await set(ben, { managers: [{ id: ann.toUpperCase(), name: 'X' }], tabChannel: '19:c@x' }, 'new'),
    );
    expect(plan).toMatchObject({ name: 'North team', managers: [{ id: ann, name: 'Ann' }] });
    expect((await facts(ben)).me).toMatchObject({ isManager: false, mayAppoint: false });
    expect(world.store.plan(team)?.tabChannel).toBe('19:c@x');
  });

  test('needs a manager, who is a member', async () => {
    expect(faults(await set(ann, { name: 'N' }, 'new'))).toEqual(['managers required']);
    const managers = [{ id: gus }, { id: ann }, { id: eve }];
    expect(faults(await set(ann, { managers }, 'new'))).toEqual([
      'managers.0 notAMember',
      'managers.2 notAMember',
    ]);
    expect(world.store.plan(team)).toBeNull();
  });

  test('needs the version that was seen; an action changed meanwhile does not matter', async () => {
    const plan = await setUp();
    await add({ area: 'x' });
    const renamed = granted(await set(ann, { name: 'Far North' }, plan.etag));
    expect(renamed).toMatchObject({ name: 'Far North', managers: [{ name: 'Ann' }] });
    expect(await set(ann, { name: 'South' }, plan.etag)).toEqual({ refused: 'stale', current: renamed });
    expect(await set(ann, { name: 'South' }, 'new')).toEqual({ refused: 'stale', current: renamed });
  });

  test('of a plan that is not there needs that to have been seen', async () => {
    expect(await set(ann, { managers: [{ id: ann }] }, 'other')).toMatchObject({
      refused: 'stale',
      current: { etag: 'new', name: 'North team' },
    });
  });

  test('is the managers’; whoever edits says where the tab stands', async () => {
    const { etag } = await setUp();
    expect(refused(await set(ben, { name: 'N' }, etag))).toBe('notAllowed');
    expect(refused(await set(ben, { managers: [{ id: ben }] }, etag))).toBe('notAllowed');
    const moved = granted(await set(ben, { tabChannel: '19:d@x' }, etag));
    expect(granted(await set(ben, { tabChannel: '19:d@x' }, moved.etag))).toEqual(moved);
  });

  test('two who set the same plan up at the same moment: one is told of the other’s', async () => {
    const answers = await Promise.all([
      set(ann, { managers: [{ id: ann }] }, 'new'),
      set(ben, { managers: [{ id: ben }] }, 'new'),
    ]);
    expect(answers.map(refused)).toContain('stale');
    expect(answers.map(refused)).toContain(null);
  });

  test('where no manager is left any member appoints one; guests do not', async () => {
    await setUp({ guestsRead: true });
    world.access.places.get(team)?.people.delete(ann);
    await world.desk.rosterChanged(team);
    const { etag, left, me } = await facts(ben);
    expect({ left, me }).toEqual({
      left: [ann],
      me: { id: ben, canEdit: true, isManager: false, mayAppoint: true },
    });
    expect(refused(await set(gus, { managers: [{ id: gus }] }, etag))).toBe('notAllowed');
    expect(refused(await set(ben, { name: 'N' }, etag))).toBe('notAllowed');
    const now = granted(await set(ben, { managers: [{ id: cat }] }, etag));
    expect(now.managers).toEqual([{ id: cat, name: 'Cat' }]);
    expect((await facts(ben)).me.mayAppoint).toBe(false);
  });
});

describe('who has left', () => {
  test('is marked among managers and people on actions, and unmarked when they are back', async () => {
    await setUp({ managers: [{ id: ann }, { id: cat }] });
    await add({ area: 'x', who: [{ id: ben }] });
    const people = world.access.places.get(team)?.people;
    const benAsHeWas = people?.get(ben);
    people?.delete(ben);
    people?.delete(cat);
    const written = () => world.store.calls.filter((call) => call === 'commit').length;
    const before = written();
    await world.desk.rosterChanged(team);
    expect((await facts()).left).toEqual([ben, cat]);
    expect(written()).toBe(before + 1);
    await world.desk.rosterChanged(team);
    expect(written()).toBe(before + 1);
    if (benAsHeWas) people?.set(ben, benAsHeWas);
    await world.desk.rosterChanged(team);
    expect((await facts()).left).toEqual([cat]);
    expect(granted(await world.desk.history(ann, team, null))).toHaveLength(1);
  });

  test('is nobody where there is no plan', async () => {
    await world.desk.rosterChanged(team);
    expect(world.store.plan(team)).toBeNull();
  });

  test('is tried again where somebody writes meanwhile', async () => {
    await setUp();
    world.access.places.get(team)?.people.delete(ann);
    world.store.beforeCommit = async () => {
      world.store.beforeCommit = () => {};
      granted(await world.desk.add(ben, team, { area: 'x' }, null));
    };
    await world.desk.rosterChanged(team);
    expect(await facts(ben)).toMatchObject({ left: [ann], actions: [{ area: 'x' }] });
  });

  test('whoever is chosen anew has not left', async () => {
    await setUp();
    const { id, etag } = await add({ area: 'x', who: [{ id: ben }] });
    const people = world.access.places.get(team)?.people;
    const benAsHeWas = people?.get(ben);
    people?.delete(ben);
    await world.desk.rosterChanged(team);
    const { action } = granted(await world.desk.change(ann, team, id, { who: [] }, etag));
    if (benAsHeWas) people?.set(ben, benAsHeWas);
    granted(await world.desk.change(ann, team, id, { who: [{ id: ben }] }, action.etag));
    expect((await facts()).left).toEqual([]);
  });
});

describe('emptying', () => {
  const empty = (by: string, name: unknown, etag: string) => world.desk.empty(by, team, { name }, etag);

  test('is a manager’s, who repeats the name, of the plan as it was seen', async () => {
    const { etag } = await setUp();
    expect(refused(await empty(ben, 'North', etag))).toBe('notAllowed');
    expect(refused(await empty(ben, 7, 'old'))).toBe('notAllowed');
    expect(faults(await empty(ann, 'South', etag))).toEqual(['name notConfirmed']);
    expect(faults(await world.desk.empty(ann, team, {}, etag))).toEqual(['name required']);
    expect(refused(await empty(ann, 'North', 'old'))).toBe('stale');
    expect(granted(await empty(ann, ' North ', etag))).toMatchObject({ name: 'North', emptying: true });
  });

  test('of a plan that is not there is nobody’s', async () => {
    expect(refused(await empty(ann, 'North team', 'new'))).toBe('notAllowed');
    expect(world.store.plan(team)).toBeNull();
  });

  test('shows nothing and takes nothing until it is done; then the plan can be filled again', async () => {
    const { etag } = await setUp();
    const actions = [];
    for (let i = 0; i < 8; i += 1) actions.push(await add({ area: `${i}`, who: [{ id: ben }] }));
    const [one, two] = actions;
    granted(await world.desk.remove(ann, team, two?.id ?? '', two?.etag ?? ''));
    const emptying = granted(await empty(ann, 'North', etag));

    expect(await facts()).toMatchObject({ actions: [], emptying: true, managers: [{ name: 'Ann' }] });
    expect(await world.desk.removed(ann, team)).toEqual([]);
    expect(await world.desk.summary(ann, team)).toMatchObject({ open: 0, done: 0, nextDueOn: null });
    expect(await world.desk.openOf(ben)).toEqual([]);
    const { desk } = world;
    for (const answer of [
      await desk.add(ann, team, { area: 'x' }, null),
      await desk.change(ann, team, one?.id ?? '', { area: 'y' }, one?.etag ?? ''),
      await desk.remove(ann, team, one?.id ?? '', one?.etag ?? ''),
      await desk.restore(ann, team, two?.id ?? ''),
      await desk.set(ann, team, { name: 'N' }, emptying.etag),
      await desk.empty(ann, team, { name: 'North' }, emptying.etag),
    ]) {
      expect(answer).toEqual({ refused: 'busy' });
    }
    expect(refused(await desk.history(ann, team, one?.id ?? ''))).toBe('unknownAction');

    expect(await desk.erase(2)).toEqual({ erased: 2, failed: 0, more: true });
    expect((await facts()).emptying).toBe(true);
    expect(await desk.erase(50)).toMatchObject({ failed: 0, more: false });
    expect(await facts()).toMatchObject({ name: 'North', emptying: false, actions: [] });
    expect(world.store.actions(team)).toEqual([]);
    expect(world.store.plan(team)).toMatchObject({ open: 0, actions: 0 });
    expect(granted(await desk.history(ann, team, null))).toMatchObject([
      { what: 'emptied', by: { name: 'Ann' } },
      { what: 'set' },
    ]);
    expect((await add({ area: 'anew' })).area).toBe('anew');
    expect(await desk.erase(50)).toEqual({ erased: 0, failed: 0, more: false });
  });

  test('that stops anywhere is taken up there', async () => {
    const { etag } = await setUp();
    for (let i = 0; i < 5; i += 1) await add({ area: `${i}` });
    granted(await empty(ann, 'North', etag));
    const some = world.store.eraseSome;
    let calls = 0;
    world.store.eraseSome = async (planId) => {
      calls += 1;
      if (calls === 2) throw new Error('away');
      return some(planId);
    };
    expect(await world.desk.erase(50)).toEqual({ erased: 0, failed: 1, more: false });
    expect(world.reported).toHaveLength(1);
    expect(world.store.actions(team)).toHaveLength(2);
    expect(await world.desk.erase(50)).toMatchObject({ failed: 0 });
    expect(await facts()).toMatchObject({ emptying: false, actions: [] });
  });
});
