import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Action } from '../../bot/plan/record.ts';
import type { PlanStore } from '../../bot/plan/store.ts';
import { connect } from '../../bot/tables/client.ts';
import { refileAction } from '../../bot/tables/plan-filing.ts';
import { actionEntity } from '../../bot/tables/plan-rows.ts';
import { TablePlans } from '../../bot/tables/plans.ts';
import type { Table } from '../../bot/tables/table.ts';
import { actionOf, actionStep, planOf, planStep, priya, removed, sam, tess } from './plan-samples.ts';
import {
  act,
  all,
  expectExact,
  indexRows,
  openPlanWorld,
  type PlanWorld,
  rowsOf,
  saved,
  set,
} from './plan-world.ts';
import type { Fate } from './wire.ts';

const p = '19:north@thread.tacv2';

let world: PlanWorld;
let table: Table;
let store: PlanStore;
let other: PlanStore;

beforeAll(async () => {
  world = await openPlanWorld();
}, 60_000);
afterAll(() => world.close());
beforeEach(async () => {
  ({ table, store, other } = await world.fresh());
});

const methods = () => world.wire.calls.map(({ method }) => method);

describe('a plan', () => {
  test('is nothing before it is there', async () => {
    expect(await store.readPlan(p)).toBeNull();
    expect(await store.readWhole(p)).toEqual({ plan: null, actions: [] });
    expect(await store.readAction(p, 'a1')).toEqual({ plan: null, action: null });
    expect(await store.readRemoved(p)).toEqual([]);
    expect(await store.readHistory(p, null)).toEqual([]);
    expect(await store.summaryPlace(p)).toBeNull();
  });

  test('reads back as it was written, with what it holds', async () => {
    const first = await actionStep(store, p, 'a1', {
      who: [priya, tess],
      outcomeMet: 'partly',
      status: 'doing',
    });
    await saved(store, first);
    const second = await actionStep(store, p, 'a2', { who: [], dueOn: null });
    await saved(store, second);
    const { plan, actions } = await store.readWhole(p);
    expect(plan?.value).toEqual(second.plan.after);
    expect(await store.readPlan(p)).toEqual(plan);
    const byId = new Map(actions.map((action) => [action.value.id, action]));
    expect([byId.get('a1')?.value, byId.get('a2')?.value]).toEqual([
      first.action?.after,
      second.action?.after,
    ]);
    expect(await store.readAction(p, 'a1')).toEqual({ plan, action: byId.get('a1') });
    expect(await store.readAction(p, 'a3')).toEqual({ plan, action: null });
    expect(await store.readHistory(p, 'a1')).toEqual([first.entry]);
  });

  test('stays apart from another one', async () => {
    await act(store, p, 'a1');
    await act(store, `${p}x`, 'a1');
    await set(store, `${p}x`, { name: 'Other' });
    expect((await store.readWhole(p)).actions.length).toBe(1);
    expect((await store.readPlan(p))?.value.name).toBe('North Locality');
    expect((await store.readHistory(p, 'a1')).length).toBe(1);
  });

  test('keeps its history and those of its actions apart, oldest first', async () => {
    await set(store, p);
    for (const area of ['one', 'two', 'three']) await act(store, p, 'plan', { area });
    await act(store, p, 'plan2');
    await set(store, p, { name: 'South' });
    expect((await store.readHistory(p, null)).map(({ what }) => what)).toEqual(['set', 'set']);
    const lines = await store.readHistory(p, 'plan');
    expect(lines.map(({ what }) => what)).toEqual(['added', 'changed', 'changed']);
    expect(lines.map(({ at }) => at)).toEqual(lines.map(({ at }) => at).toSorted());
  });

  test('keeps every kind of move in its history', async () => {
    const step = await actionStep(store, p, 'a1', {});
    const moved = {
      status: ['todo', 'done'],
      dueOn: [null, '2026-04-01'],
      outcomeMet: [null, 'met'],
      who: [[priya], [tess, sam]],
      managers: [[], [sam]],
      guestsRead: [false, true],
      heldUntil: [null, '2026-04-01'],
    } as const;
    const entry = { ...step.entry, what: 'held', note: 'why', moved } as unknown as NonNullable<
      typeof step.entry
    >;
    await saved(store, { ...step, entry });
    expect(await store.readHistory(p, 'a1')).toEqual([entry]);
  });

  test('takes a change that is nobody’s doing without a line', async () => {
    await set(store, p);
    await saved(store, { ...(await planStep(store, p, { left: [tess.id] })), entry: null });
    expect((await store.readPlan(p))?.value.left).toEqual([tess.id]);
    expect((await store.readHistory(p, null)).length).toBe(1);
  });

  test('remembers where its card stands, the last one', async () => {
    const place = { serviceUrl: 'https://smba.example/', conversationId: '19:c', activityId: '1' };
    await store.keepSummaryPlace(p, place);
    await store.keepSummaryPlace(p, { ...place, activityId: '2' });
    expect(await store.summaryPlace(p)).toEqual({ ...place, activityId: '2' });
    expect(await store.readWhole(p)).toEqual({ plan: null, actions: [] });
  });
});

describe('a deleted action', () => {
  test('lies apart until it is restored', async () => {
    await act(store, p, 'a1');
    await act(store, p, 'a1', { removed });
    expect((await store.readWhole(p)).actions).toEqual([]);
    const { action } = await store.readAction(p, 'a1');
    expect(action?.value.removed).toEqual(removed);
    expect(await store.readRemoved(p)).toEqual([action]);
    await act(store, p, 'a1', { removed: null });
    expect((await store.readWhole(p)).actions.map(({ value }) => value.id)).toEqual(['a1']);
    expect(await store.readRemoved(p)).toEqual([]);
    expect((await store.readHistory(p, 'a1')).length).toBe(3);
    await expectExact(table, store, p);
  });
});

describe('changes at the same time', () => {
  test('of two from the same sight one is saved and one is told, and nothing of it stays', async () => {
    await act(store, p, 'a1');
    const steps = [
      await actionStep(store, p, 'a1', { dueOn: '2026-05-01', who: [sam] }),
      await actionStep(store, p, 'a2', { dueOn: null }),
    ];
    const answers = await Promise.all(steps.map((step, i) => (i ? other : store).commit(step)));
    expect(answers.toSorted()).toEqual(['conflict', 'saved']);
    expect((await store.readHistory(p, 'a1')).length + (await store.readHistory(p, 'a2')).length).toBe(2);
    await expectExact(table, store, p);
  });

  test('of two who set the plan up one is told', async () => {
    const steps = [await planStep(store, p, {}), await actionStep(store, p, 'a1', {})];
    const answers = await Promise.all(steps.map((step) => store.commit(step)));
    expect(answers.toSorted()).toEqual(['conflict', 'saved']);
    await expectExact(table, store, p);
  });

  test('lose nothing when each who is told decides again', async () => {
    await set(store, p);
    const days = ['2026-04-01', '2026-04-02', null];
    const work = async (worker: number) => {
      const mine = worker % 2 ? store : other;
      for (let turn = 0; turn < 8; turn += 1) {
        const id = `a${(worker + turn) % 3}`;
        const more: Partial<Action> = {
          dueOn: days[(worker * 7 + turn) % 3] ?? null,
          who: [priya, sam, tess].slice(0, (worker + turn) % 4),
          status: turn % 3 === 2 ? 'done' : 'todo',
          removed: turn % 4 === 3 ? removed : null,
        };
        while ((await mine.commit(await actionStep(mine, p, id, more))) === 'conflict');
      }
    };
    await Promise.all([0, 1, 2, 3].map(work));
    const lines = await Promise.all(['a0', 'a1', 'a2'].map((id) => store.readHistory(p, id)));
    expect(lines.flat().length).toBe(32);
    const { plan, actions } = await store.readWhole(p);
    expect(plan?.value.actions).toBe(actions.length);
    expect(plan?.value.open).toBe(actions.filter(({ value }) => value.status !== 'done').length);
    await expectExact(table, store, p);
  }, 60_000);

  test('need no more of what was read than the port promises', async () => {
    await act(store, p, 'a1');
    const step = await actionStep(store, p, 'a1', { dueOn: null, who: [] });
    const bare = <T>(of: { value: T; etag: string } | null) => of && { value: of.value, etag: of.etag };
    const plan = { before: bare(step.plan.before), after: step.plan.after };
    const action = step.action && { before: bare(step.action.before), after: step.action.after };
    await saved(store, { ...step, plan, action });
    await expectExact(table, store, p);
    const late = { ...step.plan.after, change: 'late' };
    expect(
      await store.commit({ plan: { before: plan.before, after: late }, action: null, entry: null }),
    ).toBe('conflict');
  });

  test.each([
    ['insert', 'exists'],
    ['replace', 'changed'],
    ['remove', 'missing'],
  ] as const)('a transaction tells why it was refused: %s, %s', async (verb, why) => {
    const at = (rowKey: string) => ({ partitionKey: 'plan:x', rowKey, n: 1 });
    await table.put(at('one'));
    const change =
      verb === 'replace'
        ? { do: verb, entity: at('one'), etag: 'W/"datetime\'2020-01-01T00%3A00%3A00.0000000Z\'"' }
        : { do: verb, entity: at(verb === 'insert' ? 'one' : 'none') };
    const answer = await table.transact([{ do: 'insert', entity: at('two') }, change]);
    expect(answer).toEqual({ ok: false, why, unsure: false });
    expect(await table.read('plan:x', 'two')).toBeNull();
  });
});

describe('what each costs', () => {
  beforeEach(async () => {
    for (let i = 0; i < 5; i += 1) await act(store, p, `a${i}`);
    await act(store, p, 'gone');
    await act(store, p, 'gone', { removed });
    world.wire.listen();
  });

  test('the whole is one call', async () => {
    expect((await store.readWhole(p)).actions.length).toBe(5);
    expect(methods()).toEqual(['GET']);
  });

  test('the plan alone is one, an action two, a deleted one three', async () => {
    await store.readPlan(p);
    expect(methods()).toEqual(['GET']);
    await store.readAction(p, 'a1');
    expect(methods()).toEqual(['GET', 'GET', 'GET']);
    await store.readAction(p, 'gone');
    expect(methods().length).toBe(6);
  });

  test.each([
    ['texts', { area: 'Other', activities: 'Other' }],
    ['the status while it is open', { status: 'doing' }],
  ] as [string, Partial<Action>][])('a change of %s is one call', async (_, more) => {
    const step = await actionStep(store, p, 'a1', more);
    world.wire.listen();
    await saved(store, step);
    expect(methods()).toEqual(['POST']);
  });

  test('a change of the name is one call, and so is one of who left where somebody had before', async () => {
    const named = await planStep(store, p, { name: 'South' });
    world.wire.listen();
    await saved(store, named);
    expect(methods()).toEqual(['POST']);
    await saved(store, await planStep(store, p, { left: [tess.id] }));
    const more = await planStep(store, p, { left: [tess.id, sam.id] });
    world.wire.listen();
    await saved(store, more);
    expect(methods()).toEqual(['POST']);
  });

  test('while somebody named in it has left, a plan is filed with what has no owner', async () => {
    const plans = async () => (await all(store.unowned())).filter(({ planId }) => planId === p);
    const before = (await plans()).length;
    const leaving = await planStep(store, p, { left: [tess.id] });
    world.wire.listen();
    await saved(store, leaving);
    expect(methods()).toEqual(['PUT', 'POST']);
    const [hint] = (await plans()).filter(({ actionId }) => actionId === '');
    if (hint === undefined) throw new Error('not filed');
    // What the plan relies on is not taken away as a stray.
    const later = new Date(Date.parse(hint.writtenAt) + 7_200_000).toISOString();
    expect(await store.dropStale(hint, later)).toBe(false);
    const back = await planStep(store, p, { left: [] });
    world.wire.listen();
    await saved(store, back);
    expect(methods()).toEqual(['POST', 'DELETE']);
    expect(await plans()).toHaveLength(before);
  });

  test('a hold writes one index row more, and the one that ends it takes it out', async () => {
    const holding = await actionStep(store, p, 'a1', { heldUntil: '2026-04-20' });
    world.wire.listen();
    await saved(store, holding);
    expect(methods()).toEqual([expect.stringMatching(/PUT|PATCH/), 'POST']);
    const text = await actionStep(store, p, 'a1', { area: 'Other' });
    world.wire.listen();
    await saved(store, text);
    expect(methods()).toEqual(['POST']);
    const ending = await actionStep(store, p, 'a1', { heldUntil: null });
    world.wire.listen();
    await saved(store, ending);
    expect(methods()).toEqual(['POST', 'DELETE']);
  });

  test('help asked for is one call, and leaves the action as it was', async () => {
    const { plan, action, entry } = await actionStep(store, p, 'a1', {});
    world.wire.listen();
    await saved(store, { plan, action: null, entry: entry && { ...entry, what: 'askedForHelp' } });
    expect(methods()).toEqual(['POST']);
    expect((await other.readAction(p, 'a1')).action).toEqual(action?.before);
    expect((await other.readHistory(p, 'a1')).at(-1)?.what).toBe('askedForHelp');
  });

  test('a change of the date writes one index row before and removes one after', async () => {
    const step = await actionStep(store, p, 'a1', { dueOn: '2026-05-01' });
    world.wire.listen();
    await saved(store, step);
    expect(methods()).toEqual(
      ['PUT', 'POST', 'DELETE'].map((m) => (m === 'PUT' ? expect.stringMatching(/PUT|PATCH/) : m)),
    );
  });

  test('two thousand actions are read whole, page after page', async () => {
    const filing = (action: Action) => refileAction(null, action, 'm0');
    for (let from = 0; from < 2_000; from += 100) {
      const batch = Array.from({ length: 100 }, (_, i) => actionOf(`b${from + i}`));
      await table.transact(
        batch.map((action) => ({ do: 'insert', entity: actionEntity(p, action, filing(action)) })),
      );
    }
    world.wire.listen();
    const { plan, actions } = await store.readWhole(p);
    expect(plan?.value.id).toBe(p);
    expect(new Set(actions.map(({ value }) => value.id)).size).toBe(2_005);
    expect(methods()).toEqual(['GET', 'GET', 'GET']);
  }, 60_000);
});

describe('the indexes', () => {
  test('name open actions by person, day, and what they lack', async () => {
    await act(store, p, 'a1', { who: [priya, { ...sam, id: sam.id.toUpperCase() }], dueOn: '2026-04-02' });
    await act(store, p, 'a2', { who: [], dueOn: '2026-04-01' });
    await act(store, `${p}2`, 'a3', { who: [priya], dueOn: null });
    await act(store, p, 'a4', { who: [priya], status: 'done' });
    await act(store, p, 'a5', { who: [], dueOn: null });
    await act(store, p, 'a5', { removed });
    const ref = (planId: string, actionId: string) => ({ planId, actionId });
    expect(await all(store.openOf(priya.id.toUpperCase()))).toEqual(
      expect.arrayContaining([ref(p, 'a1'), ref(`${p}2`, 'a3')]),
    );
    expect((await all(store.openOf(priya.id))).length).toBe(2);
    expect(await all(store.openOf(sam.id))).toEqual([ref(p, 'a1')]);
    expect(await all(store.openOf(tess.id))).toEqual([]);
    expect(await all(store.due('2026-04-01', '2026-04-02'))).toMatchObject([
      { ...ref(p, 'a2'), day: '2026-04-01' },
      { ...ref(p, 'a1'), day: '2026-04-02' },
    ]);
    expect((await all(store.due('2026-04-02', '2026-04-02'))).length).toBe(1);
    expect(await all(store.due('2026-04-03', '2026-12-31'))).toEqual([]);
    expect(await all(store.undated())).toMatchObject([ref(`${p}2`, 'a3')]);
    expect(await all(store.unowned())).toMatchObject([ref(p, 'a2')]);
    expect((await all(store.managedBy(sam.id))).toSorted()).toEqual([p, `${p}2`]);
    expect(await all(store.managedBy(priya.id))).toEqual([]);
  });

  test('follow each change, and leave nothing behind', async () => {
    const changes: Partial<Action>[] = [
      { heldUntil: '2026-04-20' },
      { heldUntil: '2026-04-21' },
      { dueOn: '2026-04-21' },
      { heldUntil: null },
      { heldUntil: '2026-04-21' },
      { dueOn: null },
      { status: 'done', heldUntil: null },
      { status: 'todo' },
      { heldUntil: '2026-04-22' },
      { who: [] },
      { who: [sam, tess] },
      { who: [tess, priya] },
      { status: 'done' },
      { status: 'doing', dueOn: '2026-06-01' },
      { removed },
      { removed: null },
      { status: 'done', who: [] },
      { removed },
      { removed: null },
    ];
    for (const more of changes) {
      await act(store, p, 'a1', more);
      await expectExact(table, store, p);
    }
    await set(store, p, { managers: [tess, priya] });
    await expectExact(table, store, p);
  });

  test('name an action on hold under that day too, and once where it is due on it', async () => {
    await act(store, p, 'a1', { dueOn: '2026-04-01', heldUntil: '2026-04-20' });
    await act(store, p, 'a2', { dueOn: null, heldUntil: '2026-04-20' });
    await act(store, p, 'a3', { dueOn: '2026-04-20', heldUntil: '2026-04-20' });
    await act(store, p, 'a4', { dueOn: '2026-04-02', heldUntil: '2026-04-20', status: 'done' });
    const named = async (day: string) =>
      (await all(store.due(day, day))).map(({ actionId }) => actionId).toSorted();
    expect(await named('2026-04-20')).toEqual(['a1', 'a2', 'a3']);
    expect(await named('2026-04-01')).toEqual(['a1']);
    expect((await all(store.undated())).map(({ actionId }) => actionId)).toEqual(['a2']);
    await expectExact(table, store, p);
  });

  test('hold ids alone', async () => {
    await act(store, p, 'a1', { who: [priya], dueOn: null });
    const rows = (await rowsOf(table)).filter(({ partitionKey }) => !partitionKey.startsWith('plan:'));
    expect(rows.length).toBe(4);
    for (const { partitionKey, rowKey, etag, timestamp, schema, planId, actionId, ...rest } of rows) {
      expect(rest).toEqual({});
      expect([schema, planId]).toEqual([1, p]);
      expect(['', 'a1']).toContain(actionId);
    }
  });

  test('name an action once where it was filed twice under the same day or person', async () => {
    await act(store, p, 'a1');
    for (const [partitionKey, start] of [
      ['due', '2026-04-01'],
      [`person:${priya.id}`, 'action'],
    ] as const) {
      const rowKey = `${start}:${p}:a1:other`;
      await table.put({ partitionKey, rowKey, schema: 1, planId: p, actionId: 'a1' });
    }
    expect((await all(store.openOf(priya.id))).length).toBe(1);
    expect((await all(store.due('2026-04-01', '2026-04-01'))).length).toBe(1);
  });

  test('are read behind an empty page', async () => {
    await act(store, p, 'a1');
    const headers = {
      'content-type': 'application/json;odata=minimalmetadata',
      'x-ms-continuation-nextpartitionkey': Buffer.from('due').toString('base64'),
      'x-ms-continuation-nextrowkey': Buffer.from('0').toString('base64'),
    };
    world.wire.listen((number) => (number === 1 ? { status: 200, headers, body: '{"value":[]}' } : 'pass'));
    expect((await all(store.due('2026-04-01', '2026-04-01'))).length).toBe(1);
    expect(methods().length).toBe(2);
  });
});

describe('limits', () => {
  const long = `19:${'é'.repeat(290)}`;
  test.each([
    ["a/b\\c#d?e%f'g~h"],
    ['19:😀 \u0007\n"x"&=+@thread'],
    ['head'],
    ['due'],
    ["' or 1 eq 1"],
    [long],
  ])('any text can be a plan’s id: %j', async (id) => {
    const actionId = 'a'.repeat(100);
    await act(store, id, actionId, { dueOn: null, who: [priya] });
    await act(store, id, actionId, { who: [] });
    await act(store, id, actionId, { removed });
    expect((await store.readRemoved(id)).length).toBe(1);
    await act(store, id, actionId, { removed: null, dueOn: '2026-04-01' });
    expect((await store.readWhole(id)).plan?.value.id).toBe(id);
    expect(await all(store.due('2026-04-01', '2026-04-01'))).toMatchObject([
      { planId: id, actionId, day: '2026-04-01' },
    ]);
    expect(await all(store.planIds(null))).toEqual([id]);
    expect(await all(store.managedBy(sam.id))).toEqual([id]);
    expect((await store.readHistory(id, actionId)).length).toBe(4);
    expect((await indexRows(table)).length).toBe(4);
  });

  test.each([[''], ['x'.repeat(301)], ['19:\ud800'], ['/'.repeat(100)]])(
    'an id that no plan can have is nobody’s, without a call: %j',
    async (id) => {
      expect(await store.readPlan(id)).toBeNull();
      expect(await store.readWhole(id)).toEqual({ plan: null, actions: [] });
      expect(await store.readAction(id, 'a1')).toEqual({ plan: null, action: null });
      expect(await store.readRemoved(id)).toEqual([]);
      expect(await store.readHistory(id, 'a1')).toEqual([]);
      expect(await store.eraseSome(id)).toBe(false);
      await store.eraseAction(id, 'a1');
      const step = { plan: { before: null, after: planOf(id) }, action: null, entry: null };
      await expect(store.commit(step)).rejects.toThrow(/A plan's id is/);
      expect(world.wire.calls).toEqual([]);
    },
  );

  test.each([[''], ['a:b'], ['a/b'], ['x'.repeat(101)], ['é'], ['../head']])(
    'nor is one that no action can have: %j',
    async (id) => {
      await set(store, p);
      expect((await store.readAction(p, id)).action).toBeNull();
      expect(await store.readHistory(p, id)).toEqual([]);
      await store.eraseAction(p, id);
      const step = await actionStep(store, p, 'a1', {});
      const action = { before: null, after: { ...actionOf('a1'), id } };
      await expect(store.commit({ ...step, action })).rejects.toThrow(/An action's id is/);
    },
  );

  test('takes twenty people with long names and texts of nothing but emoji', async () => {
    const who = Array.from({ length: 20 }, (_, i) => ({
      id: `${String(i).padStart(8, '0')}-0000-4000-8000-000000000000`,
      name: '“Ngũgĩ 😀”'.repeat(60),
    }));
    const text = '😀'.repeat(2_000);
    const texts = {
      area: text,
      activities: text,
      support: text,
      timescale: text,
      outcome: text,
      outcomeSeen: text,
    };
    const step = await actionStep(store, p, 'a1', { ...texts, who });
    const moved = { who: [who, who] as [typeof who, typeof who] };
    const entry = step.entry && { ...step.entry, moved };
    await saved(store, { ...step, entry });
    expect((await store.readAction(p, 'a1')).action?.value).toEqual(step.action?.after);
    expect((await store.readWhole(p)).actions[0]?.value).toEqual(step.action?.after);
    expect(await store.readHistory(p, 'a1')).toEqual([entry]);
    await expectExact(table, store, p);
  });

  test('keeps what is no text: half a surrogate pair, control characters, quotes', async () => {
    const area = 'x\ud800y\u0000\u001f"\\\u2028';
    await act(store, p, 'a1', { area });
    expect((await store.readAction(p, 'a1')).action?.value.area).toBe(area);
  });

  test('a change keeps ids, and has one of its own', async () => {
    await act(store, p, 'a1');
    const step = await actionStep(store, p, 'a1', {});
    const plan = { ...step.plan, after: { ...step.plan.after, id: `${p}x` } };
    await expect(store.commit({ ...step, plan })).rejects.toThrow(/keeps the ids/);
    const action = step.action && { ...step.action, after: actionOf('a2') };
    await expect(store.commit({ ...step, action })).rejects.toThrow(/keeps the ids/);
    const change = step.plan.before?.value.change ?? '';
    const same = { ...step, plan: { ...step.plan, after: { ...step.plan.after, change } } };
    await expect(store.commit(same)).rejects.toThrow(/an id of its own/);
  });
});

describe('rows that were written before there were holds', () => {
  test('open, are not held, and can be', async () => {
    await act(store, p, 'a1');
    const at = { partitionKey: `plan:${p}`, rowKey: 'action:a1' };
    const row = await table.read(at.partitionKey, at.rowKey);
    const without = (json: unknown, field: string) => {
      const { [field]: dropped, ...rest } = JSON.parse(String(json)) as Record<string, unknown>;
      expect(dropped).toBeNull();
      return JSON.stringify(rest);
    };
    await table.put({
      ...at,
      schema: 1,
      body0: without(row?.body0, 'heldUntil'),
      filing: without(row?.filing, 'held'),
    });
    expect((await store.readWhole(p)).actions[0]?.value.heldUntil).toBeNull();
    await act(store, p, 'a1', { heldUntil: '2026-04-20' });
    expect((await store.readAction(p, 'a1')).action?.value.heldUntil).toBe('2026-04-20');
    await expectExact(table, store, p);
  });
});

describe('rows that this server does not know', () => {
  const partitionKey = `plan:${p}`;
  const body = (value: object) => ({ body0: JSON.stringify({ ...value, planted: 'PLANTED' }) });
  const rows: [string, Record<string, string | number>, () => Promise<unknown>][] = [
    ['head', { schema: 2, body0: 'PLANTED' }, () => store.readPlan(p)],
    ['head', { schema: 'PLANTED' }, () => store.readWhole(p)],
    ['head', { schema: 1, ...body(planOf(p)) }, () => store.readPlan(p)],
    ['head', { schema: 1, body0: JSON.stringify(planOf('PLANTED')) }, () => store.readPlan(p)],
    ['action:a1', { schema: 1, ...body(actionOf('a1')) }, () => store.readWhole(p)],
    ['action:a1', { schema: 1, body0: JSON.stringify(actionOf('PLANTED')) }, () => store.readAction(p, 'a1')],
    ['action:a1', { schema: 1, body0: '{"area":"PLANTED' }, () => store.readWhole(p)],
    ['removed:a1', { schema: 9, body0: 'PLANTED' }, () => store.readRemoved(p)],
    ['history:plan:2026:c', { schema: 1, body0: 'PLANTED' }, () => store.readHistory(p, null)],
    ['summary', { schema: 1, body0: '{}' }, () => store.summaryPlace(p)],
  ];
  test.each(rows)('are refused by their key, without what is in them: %s %j', async (rowKey, row, read) => {
    await table.put({ partitionKey, rowKey, ...row });
    const error = await read().catch((reason: unknown) => reason);
    expect(String(error)).toMatch(/UnreadableRow: Row ".+" of partition "plan:19:north@thread.tacv2" holds/);
    expect(String(error)).not.toContain('PLANTED');
  });

  test('are never written over where their filing cannot be read', async () => {
    await act(store, p, 'a1');
    const row = await table.read(partitionKey, 'action:a1');
    const { etag, timestamp, ...kept } = row ?? { etag: '', timestamp: '' };
    await table.put({ ...(kept as { partitionKey: string; rowKey: string }), filing: '{"when":"PLANTED"}' });
    const error = await store.commit(await actionStep(store, p, 'a1', {})).catch((reason: unknown) => reason);
    expect(String(error)).toMatch(/holds a malformed filing/);
    expect(String(error)).not.toContain('PLANTED');
  });

  test.each([
    ['due', '2026-04-01:x', () => all(store.due('2026-04-01', '2026-04-01'))],
    ['undated', 'x', () => all(store.undated())],
    ['unowned', 'x', () => all(store.unowned())],
    ['plans', 'x', () => all(store.planIds(null))],
    ['erase', '2026-04-01:x', () => all(store.erasures('2026-04-01'))],
    [`person:${priya.id}`, 'action:x', () => all(store.openOf(priya.id))],
    [`person:${priya.id}`, 'manages:x', () => all(store.managedBy(priya.id))],
  ] as [string, string, () => Promise<unknown>][])(
    'nor taken for entries of an index: %s',
    async (partition, rowKey, read) => {
      await table.put({ partitionKey: partition, rowKey, schema: 2, planId: p, actionId: 'a1' });
      await expect(read()).rejects.toThrow(/no entry of a known schema/);
    },
  );
});

describe('when storage is away', () => {
  const verbs: [string, () => Promise<unknown>][] = [
    ['readPlan', () => store.readPlan(p)],
    ['readWhole', () => store.readWhole(p)],
    ['readAction', () => store.readAction(p, 'a1')],
    ['readRemoved', () => store.readRemoved(p)],
    ['readHistory', () => store.readHistory(p, 'a1')],
    ['openOf', () => all(store.openOf(priya.id))],
    ['due', () => all(store.due('2026-04-01', '2026-04-01'))],
    ['planIds', () => all(store.planIds(null))],
    ['refile', () => store.refile(p)],
    ['erasures', () => all(store.erasures('2026-04-01'))],
    ['eraseAction', () => store.eraseAction(p, 'a1')],
    ['eraseSome', () => store.eraseSome(p)],
    ['settle', () => store.settle({ key: 'k', planId: p, actionId: null })],
    ['summaryPlace', () => store.summaryPlace(p)],
  ];
  const failing: Fate = { status: 500, headers: {}, body: 'PLANTED' };
  test.each(verbs)('%s throws, and says nothing of what was asked for', async (_, run) => {
    for (const fate of ['cut', failing] as const) {
      world.wire.listen(() => fate);
      const error = await run().catch((reason: unknown) => reason);
      expect(error).toMatchObject({ name: 'StorageFault' });
      expect(String(error)).not.toContain('PLANTED');
    }
  });

  test('a commit throws, and its error holds nothing of it', async () => {
    const step = await actionStep(store, p, 'a1', { area: 'PLANTED' });
    for (const fate of ['cut', failing] as const) {
      world.wire.listen(() => fate);
      const error = await store.commit(step).catch((reason: unknown) => reason);
      expect(error).toMatchObject({ name: 'StorageFault' });
      expect(JSON.stringify([String(error), error])).not.toContain('PLANTED');
    }
    expect(await other.readPlan(p)).toBeNull();
  });

  test('a missing table is not an empty plan', async () => {
    const { connectionString } = world.wire;
    const nowhere = new TablePlans((await connect({ connectionString }))('nowhere'), {
      newId: () => 'm',
      onLeftover() {},
    });
    await expect(nowhere.readPlan(p)).rejects.toThrow(/404 \(TableNotFound\)/);
    await expect(nowhere.readWhole(p)).rejects.toThrow(/404 \(TableNotFound\)/);
  });
});
