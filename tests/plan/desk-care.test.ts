import { beforeEach, describe, expect, test } from '@jest/globals';
import type { HistoryEntry, PlanAction } from '../../bot/plan/contract.ts';
import { ann, ben, cat, deskOn, eve, granted, gus, planWorld, refused, team } from '../helpers/plan-world.ts';

/** Ann manages the plan, Ben is on the action, Cat is neither; Gus is a guest who reads, Eve is nobody. */
let world: ReturnType<typeof planWorld>;
let action: PlanAction;
beforeEach(async () => {
  world = planWorld();
  granted(await world.desk.set(ann, team, { managers: [{ id: ann }], guestsRead: true }, 'new'));
  const body = { area: 'x', who: [{ id: ben }], dueOn: '2026-12-01' };
  action = granted(await world.desk.add(ann, team, body, null)).action;
});

const until = '2026-12-18';
const seen = async (): Promise<PlanAction | undefined> => {
  const answer = granted(await world.desk.read(cat, team, null));
  return answer === 'same' ? undefined : answer.seen.actions.find(({ id }) => id === action.id);
};
const lines = async (): Promise<HistoryEntry['what'][]> =>
  granted(await world.desk.history(cat, team, action.id)).map(({ what }: HistoryEntry) => what);
const hold = (by: string, day: string | null = until, etag = action.etag) =>
  world.desk.hold(by, team, action.id, day, etag);
const change = (body: object, etag = action.etag, by = ben) =>
  world.desk.change(by, team, action.id, body, etag);
const commits = () => world.store.calls.filter((call) => call === 'commit').length;
const other = () => deskOn(world.store, world.access, world.clock, [], 'b');

describe('a hold', () => {
  test.each([
    ['whoever is on the action', ben],
    ['a manager', ann],
  ])('is set and ended by %s', async (_, by) => {
    const held = granted(await hold(by)).action;
    expect(held).toMatchObject({ heldUntil: until, dueOn: '2026-12-01', updatedBy: { id: by } });
    expect(await seen()).toEqual(held);
    const ended = granted(await hold(by, null, held.etag)).action;
    expect(ended.heldUntil).toBeNull();
    expect(await world.desk.history(cat, team, action.id)).toMatchObject([
      { what: 'held', by: { id: by }, fields: [], moved: { heldUntil: [until, null] } },
      { what: 'held', by: { id: by }, fields: [], moved: { heldUntil: [null, until] } },
      { what: 'added' },
    ]);
  });

  test('is not for others, whatever they send', async () => {
    expect(refused(await hold(cat))).toBe('notAllowed');
    expect(refused(await hold(cat, until, 'old'))).toBe('notAllowed');
    expect(refused(await hold(gus))).toBe('notAllowed');
    expect(refused(await hold(eve))).toBe('outside');
    expect((await seen())?.heldUntil).toBeNull();
  });

  test('needs a day after today in the installation’s time zone, and within a year', async () => {
    world.clock.now = '2026-06-30T23:30:00.000Z';
    for (const [day, code] of [
      ['2026-07-01', 'pastDay'],
      ['2027-07-02', 'tooFarAhead'],
      ['2026-02-30', 'notADay'],
    ] as const) {
      expect(await hold(ben, day)).toMatchObject({ refused: 'unfit', faults: [{ field: 'until', code }] });
    }
    granted(await hold(ben, '2026-07-02'));
  });

  test('needs the version that was seen', async () => {
    const now = granted(await change({ area: 'y' })).action;
    expect(await hold(ben)).toEqual({ refused: 'stale', current: now });
    granted(await hold(ben, until, now.etag));
  });

  test('pressed twice, or by two at the same moment, is one', async () => {
    const both = await Promise.all([hold(ben), other().hold(ann, team, action.id, until, action.etag)]);
    const [one, two] = both.map((answer) => granted(answer).action);
    expect(one).toEqual(two);
    expect(granted(await hold(ben)).action).toEqual(one);
    expect(await lines()).toEqual(['held', 'added']);
    const later = granted(await hold(ben, '2026-12-20', one?.etag)).action;
    expect(await hold(ben, '2026-12-21')).toEqual({ refused: 'stale', current: later });
  });

  test('of what is done shows it as it is, and of what is gone is nothing', async () => {
    const done = granted(await change({ status: 'done' })).action;
    expect(await hold(ben, until, done.etag)).toEqual({ refused: 'stale', current: done });
    granted(await world.desk.remove(ben, team, action.id, done.etag));
    expect(refused(await hold(ben, until, done.etag))).toBe('unknownAction');
    expect(refused(await world.desk.hold(ben, team, 'none', until, 'x'))).toBe('unknownAction');
    expect(refused(await world.desk.hold(ben, team, 'a/b#?', until, 'x'))).toBe('unknownAction');
  });

  test('ends with done, and is there again with an action that is brought back', async () => {
    const held = granted(await hold(ben)).action;
    granted(await world.desk.remove(ben, team, action.id, held.etag));
    const back = granted(await world.desk.restore(ben, team, action.id)).action;
    expect(back.heldUntil).toBe(until);
    const done = granted(await change({ status: 'done' }, back.etag)).action;
    expect(done.heldUntil).toBeNull();
    const open = granted(await change({ status: 'todo' }, done.etag)).action;
    expect(open.heldUntil).toBeNull();
  });

  test('cannot be changed in a plan that is being emptied', async () => {
    const read = granted(await world.desk.read(ann, team, null));
    const etag = read === 'same' ? '' : read.seen.plan.etag;
    granted(await world.desk.empty(ann, team, { name: 'North team' }, etag));
    expect(refused(await hold(ben))).toBe('busy');
    expect(refused(await world.desk.askForHelp(ben, team, action.id))).toBe('busy');
  });

  test('is seen by whoever looks with the tag from before', async () => {
    const before = granted(await world.desk.read(cat, team, null));
    if (before === 'same') throw new Error('the same');
    granted(await hold(ben));
    expect(await world.desk.read(cat, team, before.etag)).not.toBe('same');
  });
});

describe('why a date is moved', () => {
  test('is kept in the history for the team, and nowhere else', async () => {
    const moving = { dueOn: '2026-12-10', moveReason: 'The room was taken.' };
    const now = granted(await change(moving)).action;
    expect(now.dueOn).toBe('2026-12-10');
    expect(JSON.stringify([now, world.store.actions(team), world.store.plan(team)])).not.toContain('room');
    const [line] = granted(await world.desk.history(cat, team, action.id));
    expect(line).toMatchObject({
      what: 'changed',
      fields: ['dueOn'],
      moved: { dueOn: ['2026-12-01', '2026-12-10'] },
      note: 'The room was taken.',
    });
    expect(line).not.toHaveProperty('about');
    granted(await change({ dueOn: '2026-12-11', moveReason: ' ' }, now.etag));
    expect(granted(await world.desk.history(cat, team, action.id))[0]).not.toHaveProperty('note');
  });

  test('goes with other changes in the same step, people included', async () => {
    granted(await change({ dueOn: null, who: [{ id: cat }], moveReason: 'Handed over.' }));
    expect(granted(await world.desk.history(cat, team, action.id))[0]).toMatchObject({
      fields: ['who', 'dueOn'],
      note: 'Handed over.',
    });
  });
});

describe('help', () => {
  const ask = (by: string) => world.desk.askForHelp(by, team, action.id);
  const offer = (by: string) => world.desk.offerHelp(by, team, action.id);

  test('asked for by whoever is on the action is told to the managers, once a day', async () => {
    const first = granted(await ask(ben));
    expect(first).toEqual({ action, told: [{ id: ann, name: 'Ann' }], again: false });
    expect(granted(await ask(ben))).toEqual({ ...first, again: true });
    expect(await lines()).toEqual(['askedForHelp', 'added']);
    world.clock.now = '2026-11-23T08:00:00.000Z';
    expect(granted(await ask(ben)).again).toBe(false);
    expect(await lines()).toEqual(['askedForHelp', 'askedForHelp', 'added']);
  });

  test('offered by a manager is told to those on the action, once a day', async () => {
    expect(granted(await offer(ann))).toEqual({ action, told: [{ id: ben, name: 'Ben' }], again: false });
    expect(granted(await offer(ann)).again).toBe(true);
    expect(await world.desk.history(cat, team, action.id)).toMatchObject([
      { what: 'offeredHelp', by: { id: ann, name: 'Ann' }, fields: [], moved: {} },
      { what: 'added' },
    ]);
  });

  test('leaves the action as whoever is editing it saw it', async () => {
    granted(await ask(ben));
    granted(await offer(ann));
    expect(await seen()).toEqual(action);
    granted(await change({ area: 'y' }));
  });

  test('is neither asked for nor offered by others', async () => {
    for (const by of [ann, cat, gus]) expect(refused(await ask(by))).toBe('notAllowed');
    for (const by of [ben, cat, gus]) expect(refused(await offer(by))).toBe('notAllowed');
    expect(refused(await ask(eve))).toBe('outside');
    expect(await lines()).toEqual(['added']);
  });

  test('twice at the same moment, on two servers, is noted once', async () => {
    const both = await Promise.all([ask(ben), other().askForHelp(ben, team, action.id)]);
    expect(both.map((answer) => granted(answer).again).sort()).toEqual([false, true]);
    expect(await lines()).toEqual(['askedForHelp', 'added']);
  });

  test('where nobody is there to hear it is not noted', async () => {
    world.access.places.get(team)?.people.delete(ann);
    await world.desk.rosterChanged(team);
    const before = commits();
    expect(granted(await ask(ben))).toMatchObject({ told: [], again: false });
    expect(commits()).toBe(before);
    expect(await lines()).toEqual(['added']);
  });

  test('of what is done meanwhile shows it as it is', async () => {
    const done = granted(await change({ status: 'done' })).action;
    expect(await ask(ben)).toEqual({ refused: 'stale', current: done });
    expect(await offer(ann)).toEqual({ refused: 'stale', current: done });
    granted(await world.desk.remove(ben, team, action.id, done.etag));
    expect(refused(await ask(ben))).toBe('unknownAction');
    expect(refused(await world.desk.offerHelp(ann, team, 'none'))).toBe('unknownAction');
  });

  test('goes through where others change the plan meanwhile, and not where they finish the action', async () => {
    world.store.beforeCommit = async () => {
      world.store.beforeCommit = () => {};
      granted(await other().change(cat, team, action.id, { status: 'done' }, action.etag));
    };
    expect(await ask(ben)).toMatchObject({ refused: 'stale', current: { status: 'done' } });
    expect(await lines()).toEqual(['changed', 'added']);
  });
});
