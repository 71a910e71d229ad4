import { beforeEach, describe, expect, test } from '@jest/globals';
import { ann, ben, cat, deskOn, eve, granted, gus, planWorld, refused, team } from '../helpers/plan-world.ts';

let world: ReturnType<typeof planWorld>;
beforeEach(() => {
  world = planWorld();
});

const setUp = async (more: object = {}) => {
  const { desk } = world;
  const body = { name: 'North', managers: [{ id: ann }], ...more };
  return granted(await desk.set(ann, team, body, 'new'));
};
const add = async (body: object, by = ann) => granted(await world.desk.add(by, team, body, null)).action;
const read = async (by: string, known: string | null = null) => {
  const answer = granted(await world.desk.read(by, team, known));
  if (answer === 'same') throw new Error('the same');
  return answer;
};
const calls = async (work: () => Promise<unknown>) => {
  world.store.calls.length = 0;
  world.access.asked.length = 0;
  await work();
  return { store: [...world.store.calls], access: world.access.asked.length };
};

describe('a team without a plan', () => {
  test('sees an empty one named after it, and looking writes nothing', async () => {
    const { seen } = await read(ben);
    expect(seen).toEqual({
      plan: {
        id: team,
        etag: 'new',
        name: 'North team',
        managers: [],
        guestsRead: false,
        left: [],
        emptying: false,
      },
      actions: [],
      me: { id: ben, canEdit: true, isManager: false, mayAppoint: true },
    });
    expect(world.store.plan(team)).toBeNull();
    expect(await world.desk.history(ben, team, null)).toEqual([]);
    expect(await world.desk.removed(ben, team)).toEqual([]);
    expect(await world.desk.summary(ann, team)).toEqual({
      name: 'North team',
      open: 0,
      done: 0,
      nextDueOn: null,
      tabChannel: null,
    });
  });

  test('has a tag, which changes when the plan comes to be', async () => {
    const { etag } = await read(ben);
    expect(await world.desk.read(ben, team, etag)).toBe('same');
    await add({ area: 'x' });
    expect((await read(ben, etag)).seen.actions).toHaveLength(1);
  });

  test('keeps its name within what a plan can bear', async () => {
    const place = world.access.places.get(team);
    if (place) place.name = ` ${'😀'.repeat(59)}\nx😀 `;
    const { name } = (await read(ben)).seen.plan;
    expect(name).toBe(`${'😀'.repeat(59)} x`);
  });

  test('begins it with its first action, under the name it was seen with', async () => {
    await add({ area: 'x' }, ben);
    const { plan } = (await read(ann)).seen;
    expect(plan).toMatchObject({ name: 'North team', managers: [], etag: 'new' });
    // What was seen of its facts before is still right, so a plan being set up meanwhile is not refused.
    expect(await setUp()).toMatchObject({ name: 'North' });
  });
});

describe('looking costs', () => {
  test('one query and one look at the roster; a known tag two point reads', async () => {
    await setUp();
    await add({ area: 'x' });
    const first = await calls(() => read(ann));
    expect(first).toEqual({ store: ['readWhole'], access: 1 });
    const { etag } = await read(ann);
    const again = await calls(async () => expect(await world.desk.read(ann, team, etag)).toBe('same'));
    expect(again).toEqual({ store: ['readPlan'], access: 1 });
  });

  test('the same tag only while nothing changed, for this person', async () => {
    await setUp();
    const action = await add({ area: 'x' });
    const { etag } = await read(ann);
    expect((await read(ben)).etag).not.toBe(etag);
    granted(await world.desk.change(ben, team, action.id, { area: 'y' }, action.etag));
    const second = await read(ann, etag);
    expect(second.seen.actions[0]?.area).toBe('y');
    await world.desk.rosterChanged(team);
    expect(await world.desk.read(ann, team, second.etag)).toBe('same');
    world.access.places.get(team)?.people.delete(ann);
    await world.desk.rosterChanged(team);
    expect(refused(await world.desk.read(ann, team, second.etag))).toBe('outside');
    expect((await read(ben)).seen.me.mayAppoint).toBe(true);
  });

  test('what a large plan was changed to between two pieces is sent at the next look', async () => {
    await add({ area: 'first' });
    const { store, access, clock } = world;
    const whole = store.readWhole;
    // Pieces of different moments: the actions as they were, the plan as it is.
    store.readWhole = async (planId) => {
      const old = await whole(planId);
      const many = Array.from({ length: 1_000 }, () => old.actions).flat();
      await afterwards();
      return { plan: await store.readPlan(planId), actions: many };
    };
    let afterwards = async () => {};
    const desk = deskOn(store, access, clock, [], 'b');
    const { seen } = await read(ann);
    const [action] = seen.actions;
    afterwards = async () => {
      afterwards = async () => {};
      await desk.change(ben, team, action?.id ?? '', { area: 'second' }, action?.etag ?? '');
    };
    const known = (await read(ann, 'other')).etag;
    const now = await read(ann, known);
    expect(now.seen.actions[0]?.area).toBe('second');
    expect(await world.desk.read(ann, team, now.etag)).toBe('same');
  });
});

describe('who sees what', () => {
  test('members read and edit; managers are told that they are', async () => {
    await setUp();
    expect((await read(ann)).seen.me).toEqual({ id: ann, canEdit: true, isManager: true, mayAppoint: true });
    expect((await read(ben)).seen.me).toEqual({
      id: ben,
      canEdit: true,
      isManager: false,
      mayAppoint: false,
    });
  });

  test('a guest hears nothing, until a manager lets guests read', async () => {
    const facts = await setUp();
    const { id, etag } = await add({ area: 'x' });
    for (const answer of [
      await world.desk.read(gus, team, null),
      await world.desk.members(gus, team),
      await world.desk.removed(gus, team),
      await world.desk.history(gus, team, id),
      await world.desk.change(gus, team, id, {}, etag),
      await world.desk.add(gus, team, {}, null),
    ]) {
      expect(answer).toEqual({ refused: 'outside' });
    }
    granted(await world.desk.set(ann, team, { guestsRead: true }, facts.etag));
    expect((await read(gus)).seen).toMatchObject({
      actions: [{ area: 'x' }],
      me: { canEdit: false, isManager: false, mayAppoint: false },
    });
    expect(granted(await world.desk.history(gus, team, id))).toHaveLength(1);
    expect(granted(await world.desk.history(gus, team, null))).toHaveLength(2);
    expect(refused(await world.desk.members(gus, team))).toBe('notAllowed');
    expect(refused(await world.desk.removed(gus, team))).toBe('notAllowed');
    expect(refused(await world.desk.change(gus, team, id, { area: '' }, 'old'))).toBe('notAllowed');
    expect(refused(await world.desk.remove(gus, team, id, etag))).toBe('notAllowed');
    expect(refused(await world.desk.restore(gus, team, id))).toBe('notAllowed');
    expect(refused(await world.desk.add(gus, team, { area: 'x' }, null))).toBe('notAllowed');
    expect(refused(await world.desk.set(gus, team, { tabChannel: '19:c' }, 'x'))).toBe('notAllowed');
    expect(refused(await world.desk.empty(gus, team, { name: 'North' }, 'x'))).toBe('notAllowed');
  });

  test('how it stands is told to those who may read it, and to anybody where there is none yet', async () => {
    for (const by of [ann, gus, eve]) expect(await world.desk.summary(by, team)).toMatchObject({ open: 0 });
    const facts = await setUp();
    await add({ area: 'x' });
    expect(await world.desk.summary(ben, team)).toMatchObject({ open: 1 });
    expect(await world.desk.summary(gus, team)).toEqual({ refused: 'notAllowed' });
    expect(await world.desk.summary(eve, team)).toEqual({ refused: 'outside' });
    granted(await world.desk.set(ann, team, { guestsRead: true }, facts.etag));
    expect(await world.desk.summary(gus, team)).toMatchObject({ open: 1 });
    world.access.places.get(team)?.people.set(ben, 'unreachable');
    expect(await world.desk.summary(ben, team)).toEqual({ refused: 'unreachable' });
  });

  test('a manager who has become a guest manages nothing', async () => {
    await setUp({ guestsRead: true });
    world.access.places.get(team)?.people.set(ann, { name: 'Ann', guest: true });
    expect((await read(ann)).seen.me).toMatchObject({ canEdit: false, isManager: false, mayAppoint: false });
  });

  /** Everything that can be asked, with bodies good and bad. */
  const everything = (by: string, place: string, action: string) => {
    const { desk } = world;
    return [
      () => desk.read(by, place, null),
      () => desk.read(by, place, 'known'),
      () => desk.set(by, place, { name: 'x', managers: [{ id: by }] }, 'new'),
      () => desk.set(by, place, 'nonsense', 'new'),
      () => desk.members(by, place),
      () => desk.add(by, place, { area: 'x' }, 'key'),
      () => desk.add(by, place, { area: 7 }, '\u0000'),
      () => desk.change(by, place, action, { area: 'y' }, 'x'),
      () => desk.change(by, place, action, { area: '' }, 'x'),
      () => desk.change(by, place, '../\u0000', {}, 'x'),
      () => desk.remove(by, place, action, 'x'),
      () => desk.restore(by, place, action),
      () => desk.removed(by, place),
      () => desk.history(by, place, action),
      () => desk.history(by, place, null),
      () => desk.empty(by, place, { name: 'North' }, 'x'),
      () => desk.empty(by, place, {}, 'x'),
    ];
  };

  test('an outsider hears the same of everything, whatever there is and whatever they send', async () => {
    await setUp({ guestsRead: true });
    const { id } = await add({ area: 'x', who: [{ id: ben }] });
    const answers = [];
    for (const [place, action] of [
      [team, id],
      [team, 'none'],
      ['19:nothing@thread.tacv2', id],
    ] as const) {
      for (const ask of everything(eve, place, action)) answers.push(await ask());
    }
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(
      new Set(['{"refused":"outside"}']),
    );
    expect(world.store.plan('19:nothing@thread.tacv2')).toBeNull();
  });

  test('nor does a fault of the plan’s storage tell them that there is one', async () => {
    await setUp();
    world.store.beforeCall = () => {
      throw new Error('unreadable row');
    };
    expect(await world.desk.read(eve, team, null)).toEqual({ refused: 'outside' });
    expect(await world.desk.read(eve, team, 'known')).toEqual({ refused: 'outside' });
    await expect(world.desk.read(ann, team, null)).rejects.toThrow('unreadable row');
  });

  test('where Teams does not tell who somebody is, everything is unreachable', async () => {
    await setUp();
    world.access.places.get(team)?.people.set(cat, 'unreachable');
    for (const ask of everything(cat, team, 'none')) expect(await ask()).toEqual({ refused: 'unreachable' });
  });
});

describe('the summary', () => {
  test('counts, and names the next day of what is open, today included', async () => {
    await setUp({ tabChannel: '19:c@x' });
    for (const [dueOn, status] of [
      ['2026-11-03', 'todo'],
      ['2026-12-03', 'doing'],
      ['2026-11-23', 'done'],
      [null, 'todo'],
    ]) {
      await add({ area: 'x', dueOn, status });
    }
    const summary = { name: 'North', open: 3, done: 1, nextDueOn: '2026-12-03', tabChannel: '19:c@x' };
    expect(await world.desk.summary(ann, team)).toEqual(summary);
    await add({ area: 'x', dueOn: '2026-11-22' });
    expect(await world.desk.summary(ann, team)).toEqual({ ...summary, open: 4, nextDueOn: '2026-11-22' });
  });
});

describe('a look at one action', () => {
  test('shows it, the plan’s facts and what one may do, at the cost of that action', async () => {
    const plan = await setUp({ tabChannel: '19:c@x' });
    const action = await add({ area: 'x', who: [{ id: ben }] });
    expect(await world.desk.look(ben, team, action.id)).toEqual({
      plan,
      tabChannel: '19:c@x',
      action,
      me: { id: ben, canEdit: true, isManager: false, mayAppoint: false },
    });
    expect(await world.desk.look(ann, team, null)).toMatchObject({ action: null, me: { isManager: true } });
    const { store, access } = await calls(() => world.desk.look(ben, team, action.id));
    expect([store, access]).toEqual([['readAction'], 1]);
  });

  test('shows nothing to outsiders and to guests whom the plan does not let read', async () => {
    await setUp();
    const action = await add({ area: 'x' });
    for (const stranger of [eve, gus]) {
      expect(refused(await world.desk.look(stranger, team, action.id))).toBe('outside');
      expect(refused(await world.desk.look(stranger, team, 'nothing'))).toBe('outside');
    }
    expect(refused(await world.desk.look(ann, '19:elsewhere@thread.tacv2', action.id))).toBe('outside');
  });

  test('shows nothing of what is deleted, was never there, or is being erased', async () => {
    const plan = await setUp();
    const action = await add({ area: 'x' });
    expect(refused(await world.desk.look(ann, team, 'nothing'))).toBe('unknownAction');
    expect(refused(await world.desk.look(ann, team, '../../x'))).toBe('unknownAction');
    expect(await world.desk.remove(ann, team, action.id, action.etag)).toBe('removed');
    expect(refused(await world.desk.look(ann, team, action.id))).toBe('unknownAction');
    const other = await add({ area: 'y' });
    granted(await world.desk.empty(ann, team, { name: plan.name }, plan.etag));
    expect(refused(await world.desk.look(ann, team, other.id))).toBe('unknownAction');
  });
});
