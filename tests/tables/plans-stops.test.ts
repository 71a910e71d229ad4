import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Action } from '../../bot/plan/record.ts';
import type { PlanStore, Step } from '../../bot/plan/store.ts';
import type { Table } from '../../bot/tables/table.ts';
import { actionStep, emptying, planStep, priya, removed, sam, tess } from './plan-samples.ts';
import {
  act,
  expectExact,
  expectNoneTooFew,
  indexRows,
  meanwhileAt,
  openPlanWorld,
  type PlanWorld,
  saved,
  set,
  stopAfter,
} from './plan-world.ts';

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

/** How the action stands before each change, and the change; a plan's own changes come without an action. */
const base: Partial<Action> = { who: [priya, sam], dueOn: '2026-04-01' };
const held: Partial<Action> = { ...base, heldUntil: '2026-04-20' };
type Make = (from: PlanStore) => Promise<Step>;
const change =
  (more: Partial<Action>): Make =>
  (from) =>
    actionStep(from, p, 'a1', more);
const cases: [string, Partial<Action>[], Make][] = [
  ['the first action, with the plan', [], change(base)],
  ['one more action', [base], (from) => actionStep(from, p, 'a2', { who: [], dueOn: null })],
  ['a text', [base], change({ area: 'Other' })],
  ['the date', [base], change({ dueOn: '2026-05-01' })],
  ['a date taken away', [base], change({ dueOn: null })],
  ['the people', [base], change({ who: [sam, tess] })],
  ['people taken away', [base], change({ who: [] })],
  ['people where there were none', [{ ...base, who: [] }], change({ who: [tess] })],
  ['done', [base], change({ status: 'done' })],
  ['a hold', [base], change({ heldUntil: '2026-04-20' })],
  ['a hold until its own day', [base], change({ heldUntil: base.dueOn ?? null })],
  ['a hold moved', [held], change({ heldUntil: '2026-04-21' })],
  ['a hold ended', [held], change({ heldUntil: null })],
  ['the date moved to the day of its hold', [held], change({ dueOn: '2026-04-20' })],
  ['the date moved from the day of its hold', [{ ...held, dueOn: '2026-04-20' }], change({ dueOn: null })],
  ['done while held', [held], change({ status: 'done', heldUntil: null })],
  ['deleted while held', [held], change({ removed })],
  ['restored on hold', [held, { removed }], change({ removed: null })],
  ['open again', [base, { status: 'done' }], change({ status: 'doing' })],
  ['deleted', [base], change({ removed })],
  ['restored', [base, { removed }], change({ removed: null })],
  ['the managers', [base], (from) => planStep(from, p, { managers: [tess, priya] })],
  ['emptying', [base], (from) => planStep(from, p, { emptying })],
];

const prepared = async (befores: Partial<Action>[]) => {
  ({ table, store, other } = await world.fresh());
  for (const more of befores) await act(other, p, 'a1', more);
};

const everything = async () => ({
  whole: await other.readWhole(p),
  removed: await other.readRemoved(p),
  plan: await other.readHistory(p, null),
  actions: await Promise.all(['a1', 'a2'].map((id) => other.readHistory(p, id))),
});

const expectAfter = async ({ plan, action, entry }: Step) => {
  expect((await other.readPlan(p))?.value).toEqual(plan.after);
  if (action) expect((await other.readAction(p, action.after.id)).action?.value).toEqual(action.after);
  if (entry)
    expect((await other.readHistory(p, entry.about)).filter(({ id }) => id === entry.id)).toEqual([entry]);
};

describe('a server that stops', () => {
  test.each(cases)(
    'between any two writes of %s leaves no entry too few, and the next change works',
    async (_, befores, make) => {
      for (let last = 0; ; last += 1) {
        await prepared(befores);
        const before = await everything();
        const step = await make(other);
        stopAfter(world.wire, last);
        const answer = await store.commit(step).catch((fault: Error) => fault.name);
        world.wire.listen();
        await expectNoneTooFew(table, other, p);
        const leftovers = world.leftovers.length;
        if (answer === 'saved') await expectAfter(step);
        else {
          expect(answer).toBe('StorageFault');
          expect(await everything()).toEqual(before);
          const again = await make(store);
          await saved(store, again);
          await expectAfter(again);
        }
        await act(store, p, 'a1', { area: 'Next' });
        await expectNoneTooFew(table, other, p);
        if (answer === 'saved' && leftovers === 0) break;
        expect(last).toBeLessThan(12);
      }
      await expectExact(table, other, p);
    },
    60_000,
  );
});

describe('a lost answer', () => {
  test.each(cases)(
    'to any call of %s is told as saved, once',
    async (_, befores, make) => {
      for (let at = 1, calls = 1; at <= calls; at += 1) {
        await prepared(befores);
        const step = await make(other);
        world.wire.listen((number) => (number === at ? 'lose' : 'pass'));
        await saved(store, step);
        calls = world.wire.calls.length - 1;
        world.wire.listen();
        await expectAfter(step);
        await expectExact(table, other, p);
        expect(world.leftovers).toEqual([]);
      }
    },
    60_000,
  );

  test('is told as saved also where somebody has written upon it since', async () => {
    await prepared([base]);
    const step = await actionStep(store, p, 'a1', { dueOn: '2026-05-01' });
    // One index row, the transaction, and its repeat, before which the others take their turn.
    let lost = false;
    world.wire.listen(async (number) => {
      if (number === 2) {
        lost = true;
        return 'lose';
      }
      if (number === 3) await act(other, p, 'a1', { dueOn: '2026-06-01' });
      return 'pass';
    });
    await saved(store, step);
    expect(lost).toBe(true);
    world.wire.listen();
    expect((await store.readAction(p, 'a1')).action?.value.dueOn).toBe('2026-06-01');
    expect((await store.readHistory(p, 'a1')).length).toBe(3);
    await expectExact(table, store, p);
  });

  test('takes no entry from those who have written upon a change without a line', async () => {
    await prepared([base]);
    const step = await actionStep(store, p, 'a1', { dueOn: '2026-05-01' });
    world.wire.listen(async (number) => {
      if (number === 3) await act(other, p, 'a1', { area: 'Other' });
      return number === 2 ? 'lose' : 'pass';
    });
    expect(await store.commit({ ...step, entry: null })).toBe('conflict');
    world.wire.listen();
    expect((await store.readAction(p, 'a1')).action?.value.dueOn).toBe('2026-05-01');
    await expectNoneTooFew(table, store, p);
  });

  test('is a conflict where the change was not there and somebody else was first', async () => {
    await prepared([base]);
    const step = await actionStep(store, p, 'a1', { dueOn: '2026-05-01' });
    world.wire.listen(async (number) => {
      if (number === 3) await act(other, p, 'a1', { who: [tess] });
      return number === 2 ? 'cut' : 'pass';
    });
    expect(await store.commit(step)).toBe('conflict');
    world.wire.listen();
    expect((await store.readHistory(p, 'a1')).length).toBe(2);
    await expectExact(table, store, p);
  });
});

describe('somebody else’s change', () => {
  test.each(cases)(
    'before any call of %s leaves one of the two told, and the indexes as they should be',
    async (_, befores, make) => {
      let answer = '';
      for (let at = 1; ; at += 1) {
        await prepared(befores);
        const step = await make(other);
        const meanwhile = meanwhileAt(world.wire, at, () =>
          act(other, p, 'a1', { dueOn: '2026-07-01', who: [tess] }),
        );
        answer = await store.commit(step);
        world.wire.listen();
        if (!meanwhile.happened) break;
        if (answer === 'saved') {
          // It came after the transaction: only the clean-up was still to be done.
          expect((await other.readHistory(p, 'a1')).length).toBeGreaterThan(0);
        } else expect((await other.readPlan(p))?.value.change).not.toBe(step.plan.after.change);
        await expectExact(table, other, p);
      }
      expect(answer).toBe('saved');
    },
    60_000,
  );
});

test('a clean-up that fails is reported, and the change is saved', async () => {
  await prepared([base]);
  const step = await actionStep(store, p, 'a1', { status: 'done' });
  stopAfter(world.wire, 1);
  await saved(store, step);
  expect(world.leftovers.length).toBe(3);
  expect(JSON.stringify(world.leftovers)).not.toContain(priya.name);
  expect((await indexRows(table)).length).toBe(5);
  await set(other, p, { name: 'South' });
  expect((await other.readWhole(p)).actions[0]?.value.status).toBe('done');
});
