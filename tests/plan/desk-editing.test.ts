import { beforeEach, describe, expect, test } from '@jest/globals';
import { planLimits } from '../../bot/plan/contract.ts';
import { ann, ben, cat, deskOn, eve, granted, gus, planWorld, refused, team } from '../helpers/plan-world.ts';

let world: ReturnType<typeof planWorld>;
let managed: string;
beforeEach(async () => {
  world = planWorld();
  const facts = await world.desk.set(ann, team, { name: 'North', managers: [{ id: ann }] }, 'new');
  managed = granted(facts).etag;
});

const add = async (body: object, by = ann, key: string | null = null) =>
  granted(await world.desk.add(by, team, body, key)).action;
const change = (id: string, body: unknown, etag: string, by = ben) =>
  world.desk.change(by, team, id, body, etag);
const seen = async () => {
  const answer = granted(await world.desk.read(ann, team, null));
  return answer === 'same' ? [] : answer.seen.actions;
};
const faults = (answer: object) =>
  'faults' in answer && Array.isArray(answer.faults)
    ? answer.faults.map(({ field, code }: { field: string; code: string }) => `${field} ${code}`)
    : null;
const counts = () => {
  const plan = world.store.plan(team);
  return { open: plan?.open, actions: plan?.actions };
};

describe('adding', () => {
  test('takes names from the roster, whatever was sent', async () => {
    const action = await add({ area: 'x', who: [{ id: ben, name: 'Boss' }] });
    expect(action.who).toEqual([{ id: ben, name: 'Ben' }]);
    expect(action).toMatchObject({ createdBy: { id: ann, name: 'Ann' }, createdAt: world.clock.now });
    expect(await seen()).toEqual([action]);
  });

  test('refuses whoever is no member, guests too, each by field', async () => {
    const who = [{ id: ben }, { id: gus }, { id: ben }, { id: eve }];
    const answer = await world.desk.add(ann, team, { area: 'x', who }, null);
    expect(faults(answer)).toEqual(['who.1 notAMember', 'who.3 notAMember']);
    expect(await seen()).toEqual([]);
  });

  test('refuses where Teams does not tell of somebody chosen', async () => {
    world.access.places.get(team)?.people.set(cat, 'unreachable');
    expect(refused(await world.desk.add(ann, team, { area: 'x', who: [{ id: cat }] }, null))).toBe(
      'unreachable',
    );
  });

  test('tells every fault at once, and the key’s too', async () => {
    const answer = await world.desk.add(ann, team, { area: '', dueOn: 'soon' }, '\u0007');
    expect(faults(answer)).toEqual(['area required', 'dueOn notADay', 'Idempotency-Key unreadable']);
  });

  test('under a key gives the same action again, changed or deleted since', async () => {
    const body = { area: 'x', who: [{ id: ben }] };
    const first = await add(body, ann, 'k1');
    expect(await add({ ...body, status: 'todo', support: ' ' }, ann, 'k1')).toEqual(first);
    const changed = granted(await change(first.id, { area: 'y' }, first.etag)).action;
    expect(await add(body, ann, 'k1')).toEqual(changed);
    granted(await world.desk.remove(ann, team, first.id, changed.etag));
    expect((await add(body, ann, 'k1')).id).toBe(first.id);
    expect(counts()).toEqual({ open: 0, actions: 0 });
    world.access.places.get(team)?.people.delete(ben);
    expect((await add(body, ann, 'k1')).id).toBe(first.id);
  });

  test('under a key refuses another action, and knows one person’s keys from another’s', async () => {
    await add({ area: 'x' }, ann, 'k1');
    expect(refused(await world.desk.add(ann, team, { area: 'z' }, 'k1'))).toBe('keyUsed');
    await add({ area: 'x' }, ben, 'k1');
    await add({ area: 'x' }, ann, 'k2');
    await add({ area: 'x' }, ann);
    expect(await seen()).toHaveLength(4);
  });

  test('twice at the same moment under one key makes one', async () => {
    const both = await Promise.all([add({ area: 'x' }, ann, 'k'), add({ area: 'x' }, ann, 'k')]);
    expect(both[0]).toEqual(both[1]);
    expect(await seen()).toEqual([both[0]]);
  });
});

describe('changing', () => {
  test('needs the version that the caller saw, and shows the one that is there', async () => {
    const action = await add({ area: 'x' });
    const { action: now } = granted(await change(action.id, { area: 'y' }, action.etag));
    expect(now).toMatchObject({ area: 'y', updatedBy: { id: ben, name: 'Ben' } });
    expect(await change(action.id, { area: 'z' }, action.etag)).toEqual({ refused: 'stale', current: now });
  });

  test('keeps those who were chosen before under the names they had, also when they have left', async () => {
    const action = await add({ area: 'x', who: [{ id: ben }] });
    world.access.places.get(team)?.people.delete(ben);
    const who = [{ id: ben }, { id: cat }];
    const { action: now } = granted(await change(action.id, { who }, action.etag, cat));
    expect(now.who).toEqual([
      { id: ben, name: 'Ben' },
      { id: cat, name: 'Cat' },
    ]);
    const without = granted(await change(action.id, { who: [{ id: cat }] }, now.etag, cat)).action;
    expect(faults(await change(action.id, { who }, without.etag, cat))).toEqual(['who.0 notAMember']);
  });

  test('that changes nothing writes nothing', async () => {
    const action = await add({ area: 'x', who: [{ id: ben }] });
    world.store.calls.length = 0;
    const same = { area: ' x', who: [{ id: ben }], dueOn: null };
    expect(granted(await change(action.id, same, action.etag)).action).toEqual(action);
    expect(granted(await change(action.id, {}, action.etag)).action).toEqual(action);
    expect(world.store.calls).not.toContain('commit');
    expect(await world.desk.history(ann, team, action.id)).toHaveLength(1);
  });

  test('tells what is wrong before what is missing or out of date', async () => {
    const action = await add({ area: 'x' });
    expect(faults(await change('none', { area: '' }, 'old'))).toEqual(['area required']);
    expect(faults(await change(action.id, { area: '' }, 'old'))).toEqual(['area required']);
    expect(refused(await change('none', {}, 'old'))).toBe('unknownAction');
    expect(refused(await change('a/b#?', {}, 'old'))).toBe('unknownAction');
    granted(await world.desk.remove(ann, team, action.id, action.etag));
    expect(refused(await change(action.id, {}, action.etag))).toBe('unknownAction');
    expect(refused(await world.desk.remove(ann, team, action.id, action.etag))).toBe('unknownAction');
  });

  test('goes through where somebody changed another action meanwhile', async () => {
    const [one, two] = [await add({ area: 'x' }), await add({ area: 'y' })];
    const other = deskOn(world.store, world.access, world.clock, [], 'b');
    let meddled = 0;
    world.store.beforeCommit = async () => {
      if (meddled > 0) return;
      meddled += 1;
      granted(await other.change(cat, team, two.id, { status: 'done' }, two.etag));
    };
    expect(granted(await change(one.id, { status: 'done' }, one.etag)).action.status).toBe('done');
    expect(counts()).toEqual({ open: 0, actions: 2 });
  });

  test('is refused with the current row where somebody changed this one meanwhile', async () => {
    const action = await add({ area: 'x' });
    const other = deskOn(world.store, world.access, world.clock, [], 'b');
    world.store.beforeCommit = async () => {
      world.store.beforeCommit = () => {};
      granted(await other.change(cat, team, action.id, { area: 'theirs' }, action.etag));
    };
    expect(await change(action.id, { area: 'mine' }, action.etag)).toMatchObject({
      refused: 'stale',
      current: { area: 'theirs', updatedBy: { name: 'Cat' } },
    });
  });

  test('gives way after eight others', async () => {
    const action = await add({ area: 'x' });
    world.store.commit = async () => {
      world.store.calls.push('refused');
      return 'conflict';
    };
    expect(refused(await change(action.id, { area: 'y' }, action.etag))).toBe('busy');
    expect(world.store.calls.filter((call) => call === 'refused')).toHaveLength(8);
  });

  test('that storage does not take is a fault, not an answer', async () => {
    const action = await add({ area: 'x' });
    world.store.beforeCommit = () => {
      throw new Error('away');
    };
    await expect(change(action.id, { area: 'y' }, action.etag)).rejects.toThrow('away');
  });

  test('opening again needs room', async () => {
    const done = await add({ area: 'x', status: 'done' });
    const commit = world.store.readAction;
    world.store.readAction = async (...ids) => {
      const found = await commit(...ids);
      if (found.plan) found.plan.value.open = planLimits.open;
      return found;
    };
    expect(faults(await change(done.id, { status: 'todo' }, done.etag))).toEqual(['status planFull']);
  });
});

describe('several at the same moment', () => {
  test('two servers lose nothing', async () => {
    const other = deskOn(world.store, world.access, world.clock, [], 'b');
    const actions = await Promise.all([add({ area: '1' }), add({ area: '2' }), add({ area: '3' })]);
    const done = { status: 'done' };
    const work = actions.flatMap(({ id, etag }, i) => [
      (i % 2 ? other : world.desk).change(cat, team, id, { ...done, outcomeSeen: `cat ${i}` }, etag),
      other.add(ben, team, { area: `new ${i}` }, `k${i}`),
    ]);
    (await Promise.all(work)).map(granted);
    const now = await seen();
    expect(now.filter(({ status }) => status === 'done').map(({ outcomeSeen }) => outcomeSeen)).toEqual([
      'cat 0',
      'cat 1',
      'cat 2',
    ]);
    expect(now).toHaveLength(6);
    expect(counts()).toEqual({ open: 3, actions: 6 });
  });

  test('of two changes to one action one is told of the other’s', async () => {
    const { id, etag } = await add({ area: 'x' });
    const other = deskOn(world.store, world.access, world.clock, [], 'b');
    const answers = await Promise.all([
      change(id, { area: 'a' }, etag),
      other.change(cat, team, id, { area: 'b' }, etag),
    ]);
    expect(answers.map(refused).sort()).toEqual([null, 'stale'].sort());
    expect(await world.desk.history(ann, team, id)).toHaveLength(2);
  });
});

describe('deleting and bringing back', () => {
  test('takes it out of the plan and lists it as to be had back', async () => {
    const { id, etag } = await add({ area: 'x', who: [{ id: ben }] });
    const kept = await add({ area: 'y' });
    expect(refused(await world.desk.remove(ben, team, id, 'old'))).toBe('stale');
    expect(granted(await world.desk.remove(ben, team, id, etag))).toBe('removed');
    expect(await seen()).toEqual([kept]);
    expect(await world.desk.removed(ann, team)).toMatchObject([
      { id, area: 'x', removedBy: { name: 'Ben' }, until: '2026-12-22' },
    ]);
    const { action } = granted(await world.desk.restore(cat, team, id));
    expect(action).toMatchObject({ id, area: 'x', updatedBy: { name: 'Cat' } });
    expect(await world.desk.restore(cat, team, id)).toEqual({ action });
    expect(counts()).toEqual({ open: 2, actions: 2 });
    expect(await world.desk.removed(ann, team)).toEqual([]);
  });

  test('lists the newest first, and what can no longer be had back not at all', async () => {
    const [one, two] = [await add({ area: '1' }), await add({ area: '2' })];
    granted(await world.desk.remove(ann, team, one.id, one.etag));
    world.clock.now = '2026-11-23T13:00:00.000Z';
    granted(await world.desk.remove(ann, team, two.id, two.etag));
    const areas = async () =>
      granted(await world.desk.removed(ann, team)).map(({ area }: { area: string }) => area);
    expect(await areas()).toEqual(['2', '1']);
    world.clock.now = '2026-12-23T10:00:00.000Z';
    expect(await areas()).toEqual(['2']);
    expect(refused(await world.desk.restore(ann, team, one.id))).toBe('unknownAction');
    expect(refused(await world.desk.history(ann, team, one.id))).toBe('unknownAction');
    expect(granted(await world.desk.history(ann, team, two.id))).toHaveLength(2);
  });

  test('what is brought back tells who of its people has left', async () => {
    const { id, etag } = await add({ area: 'x', who: [{ id: ben }] });
    granted(await world.desk.remove(ann, team, id, etag));
    world.access.places.get(team)?.people.delete(ben);
    await world.desk.rosterChanged(team);
    expect(world.store.plan(team)?.left).toEqual([]);
    granted(await world.desk.restore(ann, team, id));
    expect(world.store.plan(team)?.left).toEqual([ben]);
  });

  test('unknown ids are unknown', async () => {
    expect(refused(await world.desk.restore(ann, team, 'none'))).toBe('unknownAction');
    expect(refused(await world.desk.remove(ann, team, 'none', ''))).toBe('unknownAction');
    expect(refused(await world.desk.history(ann, team, 'none'))).toBe('unknownAction');
  });
});

describe('the history', () => {
  test('tells who did what and when, newest first, of each action its own', async () => {
    const { id, etag } = await add({ area: 'x' });
    await add({ area: 'y' });
    world.clock.now = '2026-11-24T09:00:00.000Z';
    granted(await change(id, { dueOn: '2026-12-01', area: 'new words' }, etag, cat));
    expect(await world.desk.history(ben, team, id)).toEqual([
      {
        id: expect.any(String),
        at: '2026-11-24T09:00:00.000Z',
        by: { id: cat, name: 'Cat' },
        what: 'changed',
        fields: ['area', 'dueOn'],
        moved: { dueOn: [null, '2026-12-01'] },
      },
      expect.objectContaining({ what: 'added', by: { id: ann, name: 'Ann' } }),
    ]);
    expect(await world.desk.history(ben, team, null)).toMatchObject([{ what: 'set' }]);
    expect(managed).not.toBe('new');
  });
});
