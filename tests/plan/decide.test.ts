import { describe, expect, test } from '@jest/globals';
import { planLimits } from '../../bot/plan/contract.ts';
import {
  addAction,
  changeAction,
  newPlan,
  type Ruling,
  removeAction,
  restoreAction,
} from '../../bot/plan/decide.ts';
import { type HelpKind, hasSaid, holdAction, maySay, sayHelp, toldOf } from '../../bot/plan/decide-care.ts';
import { beginEmptying, endEmptying, markLeft, markSeen, setFacts } from '../../bot/plan/decide-facts.ts';
import type { Circumstances } from '../../bot/plan/internal/moving.ts';
import type { Action, Plan } from '../../bot/plan/record.ts';
import { ann, ben, cat, team } from '../helpers/plan-world.ts';

const [Ann, Ben, Cat] = [
  { id: ann, name: 'Ann' },
  { id: ben, name: 'Ben' },
  { id: cat, name: 'Cat' },
];

const by = (change: string, more: Partial<Circumstances> = {}): Circumstances => ({
  by: Ann,
  now: '2026-11-22T13:00:00.000Z',
  today: '2026-11-22',
  change,
  ...more,
});
const plan: Plan = { ...newPlan(team, 'North', by('p')), managers: [Ann], factsChange: 'f', change: 'p' };
const manager = { isManager: true, mayAppoint: true };
const member = { isManager: false, mayAppoint: false };
const appointer = { isManager: false, mayAppoint: true };

const moved = (ruling: Ruling) => {
  if (ruling.is !== 'moved') throw new Error(JSON.stringify(ruling));
  return ruling;
};
const added = (content: Partial<Action> = {}, on = plan) =>
  moved(addAction(on, { id: 'a1', fingerprint: 'f1', content: { area: 'x', ...content } }, by('c1')));
const fieldOf = (ruling: { is: string; faults?: { field: string; code: string }[] }) =>
  ruling.faults?.map(({ field, code }) => `${field} ${code}`);

describe('adding', () => {
  test('makes an action of what was said, blank elsewhere, and counts it', () => {
    const { plan: after, action, entry } = added({ who: [Ben], dueOn: '2026-12-01' });
    expect(action).toEqual({
      id: 'a1',
      area: 'x',
      activities: '',
      who: [Ben],
      support: '',
      dueOn: '2026-12-01',
      heldUntil: null,
      timescale: '',
      outcome: '',
      status: 'todo',
      outcomeMet: null,
      outcomeSeen: '',
      createdBy: Ann,
      createdAt: '2026-11-22T13:00:00.000Z',
      updatedBy: Ann,
      updatedAt: '2026-11-22T13:00:00.000Z',
      removed: null,
      fingerprint: 'f1',
      change: 'c1',
    });
    expect(after).toEqual({ ...plan, actions: 1, open: 1, change: 'c1' });
    expect(entry).toEqual({
      id: 'c1',
      at: '2026-11-22T13:00:00.000Z',
      by: Ann,
      what: 'added',
      fields: ['area', 'who', 'dueOn'],
      moved: { who: [[], [Ben]], dueOn: [null, '2026-12-01'] },
      about: 'a1',
    });
  });

  test('one that is done already does not count as open', () => {
    expect(added({ status: 'done' }).plan).toMatchObject({ actions: 1, open: 0 });
  });

  test('stops where the plan is full', () => {
    const add = (on: Plan, status: 'todo' | 'done') =>
      addAction(on, { id: 'a', fingerprint: '', content: { area: 'x', status } }, by('c'));
    const busy = { ...plan, open: planLimits.open, actions: planLimits.open };
    expect(fieldOf(add(busy, 'todo'))).toEqual(['area planFull']);
    expect(add(busy, 'done').is).toBe('moved');
    expect(fieldOf(add({ ...plan, actions: planLimits.actions }, 'done'))).toEqual(['area planFull']);
  });
});

describe('changing', () => {
  const { plan: before, action } = added({ who: [Ben], outcomeSeen: 'calm' });

  test('changes what was said and nothing else', () => {
    const change = { status: 'done', outcomeMet: 'met', outcome: 'new' } as const;
    const later = by('c2', { by: Cat, now: '2026-11-23T09:00:00.000Z' });
    const { plan: after, action: changed, entry } = moved(changeAction(before, action, change, later));
    expect(changed).toEqual({
      ...action,
      ...change,
      updatedBy: Cat,
      updatedAt: '2026-11-23T09:00:00.000Z',
      change: 'c2',
    });
    expect(after).toEqual({ ...before, open: 0, change: 'c2' });
    expect(entry).toMatchObject({
      what: 'changed',
      by: Cat,
      fields: ['outcome', 'status', 'outcomeMet'],
      moved: { status: ['todo', 'done'], outcomeMet: [null, 'met'] },
    });
  });

  test('of texts the history says only that they were changed', () => {
    const { entry } = moved(changeAction(before, action, { outcomeSeen: 'loud' }, by('c2')));
    expect(entry).toMatchObject({ fields: ['outcomeSeen'], moved: {} });
    expect(JSON.stringify(entry)).not.toMatch(/calm|loud/);
  });

  test('that changes nothing is nothing, the same people in another order too', () => {
    const of = (who: Action['who']) => ({ ...action, who });
    expect(changeAction(before, action, { area: 'x', dueOn: null }, by('c2')).is).toBe('same');
    expect(changeAction(before, of([Ben, Cat]), { who: [Cat, Ben] }, by('c2')).is).toBe('same');
    expect(changeAction(before, of([Ben, Cat]), { who: [Cat] }, by('c2')).is).toBe('moved');
  });

  test('opening it again keeps what was written about its outcome', () => {
    const done = { ...action, status: 'done', outcomeMet: 'partly' } as const;
    const { plan: after, action: open } = moved(
      changeAction({ ...before, open: 0 }, done, { status: 'doing' }, by('c2')),
    );
    expect(open).toMatchObject({ status: 'doing', outcomeMet: 'partly', outcomeSeen: 'calm' });
    expect(after).toMatchObject({ open: 1, actions: 1 });
  });

  test('opening it again needs room, other changes of a full plan do not', () => {
    const full = { ...before, open: planLimits.open, actions: planLimits.actions };
    const done = { ...action, status: 'done' } as const;
    expect(fieldOf(changeAction(full, done, { status: 'todo' }, by('c2')))).toEqual(['status planFull']);
    expect(changeAction(full, done, { area: 'y' }, by('c2')).is).toBe('moved');
    expect(changeAction(full, action, { status: 'doing' }, by('c2')).is).toBe('moved');
  });
});

describe('moving the date', () => {
  const { plan: before, action } = added({ dueOn: '2026-12-01' });
  const move = (content: Partial<Action>, reason?: string) =>
    moved(changeAction(before, action, content, by('c2'), reason)).entry;

  test('keeps why beside the two days, and nothing where nobody said why', () => {
    const entry = move({ dueOn: '2026-12-10' }, 'The room was taken.');
    expect(entry).toMatchObject({
      what: 'changed',
      moved: { dueOn: ['2026-12-01', '2026-12-10'] },
      note: 'The room was taken.',
    });
    expect(move({ dueOn: null }, 'No hurry.')).toMatchObject({ note: 'No hurry.' });
    for (const reason of ['', undefined]) {
      expect(Object.keys(move({ dueOn: '2026-12-10' }, reason))).not.toContain('note');
    }
  });

  test('to the day that stands already is no move, so there is no reason for one', () => {
    expect(move({ dueOn: '2026-12-01', area: 'y' }, 'Because.').note).toBeUndefined();
    expect(changeAction(before, action, { dueOn: '2026-12-01' }, by('c2'), 'Because.').is).toBe('same');
  });
});

describe('holding', () => {
  const { plan: before, action } = added({ dueOn: '2026-12-01', who: [Ben] });
  const until = '2026-12-18';
  const held = moved(holdAction(before, action, until, by('c2', { by: Ben })));

  test('changes the hold and nothing else, and ending it too', () => {
    expect(held.action).toEqual({ ...action, heldUntil: until, updatedBy: Ben, change: 'c2' });
    expect(held.plan).toEqual({ ...before, change: 'c2' });
    expect(held.entry).toMatchObject({
      what: 'held',
      by: Ben,
      fields: [],
      moved: { heldUntil: [null, until] },
      about: 'a1',
    });
    const ended = moved(holdAction(held.plan, held.action, null, by('c3')));
    expect(ended.action.heldUntil).toBeNull();
    expect(ended.entry).toMatchObject({ what: 'held', moved: { heldUntil: [until, null] } });
  });

  test('as it is held already is nothing', () => {
    expect(holdAction(held.plan, held.action, until, by('c3')).is).toBe('same');
    expect(holdAction(before, action, null, by('c3')).is).toBe('same');
  });

  test('is not for what is done or deleted', () => {
    const done = { ...action, status: 'done' } as const;
    expect(holdAction(before, done, until, by('c3')).is).toBe('gone');
    const gone = moved(removeAction(held.plan, held.action, by('c3')));
    expect(holdAction(gone.plan, gone.action, null, by('c4')).is).toBe('gone');
  });

  test('ends when the action is done, and does not come back when it is opened again', () => {
    const done = moved(changeAction(held.plan, held.action, { status: 'done' }, by('c3')));
    expect(done.action.heldUntil).toBeNull();
    expect(done.entry).toMatchObject({
      what: 'changed',
      fields: ['status'],
      moved: { status: ['todo', 'done'], heldUntil: [until, null] },
    });
    const open = moved(changeAction(done.plan, done.action, { status: 'todo' }, by('c4')));
    expect(open.action.heldUntil).toBeNull();
    expect(open.entry.moved).toEqual({ status: ['done', 'todo'] });
  });

  test('goes on through other changes, another date and other people included', () => {
    for (const content of [
      { area: 'y' },
      { dueOn: '2027-01-10' },
      { who: [Cat] },
      { status: 'doing' },
    ] as const) {
      const after = moved(changeAction(held.plan, held.action, content as Partial<Action>, by('c3')));
      expect(after.action.heldUntil).toBe(until);
      expect(after.entry.moved.heldUntil).toBeUndefined();
    }
  });

  test('is there again with the action that is brought back', () => {
    const gone = moved(removeAction(held.plan, held.action, by('c3')));
    expect(gone.action.heldUntil).toBe(until);
    const back = moved(restoreAction(gone.plan, gone.action, by('c4')));
    expect(back.action.heldUntil).toBe(until);
    expect(back.entry.moved).toEqual({});
  });
});

describe('help', () => {
  const { plan: begun, action } = added({ who: [Ben, Cat] });
  const before = { ...begun, managers: [Ann, Ben], left: [cat] };

  test('is asked for by whoever is on the action, and offered by managers', () => {
    const concern = (isOwner: boolean, isManager: boolean) => ({ isOwner, isManager });
    expect(maySay('askedForHelp', concern(true, false))).toBe(true);
    expect(maySay('askedForHelp', concern(false, true))).toBe(false);
    expect(maySay('offeredHelp', concern(false, true))).toBe(true);
    expect(maySay('offeredHelp', concern(true, false))).toBe(false);
  });

  test('is heard of by the others who are still there', () => {
    expect(toldOf('askedForHelp', before, action, Ben)).toEqual([Ann]);
    expect(toldOf('askedForHelp', before, action, Cat)).toEqual([Ann, Ben]);
    expect(toldOf('offeredHelp', before, action, Ann)).toEqual([Ben]);
    expect(toldOf('offeredHelp', before, { ...action, who: [] }, Ann)).toEqual([]);
  });

  test('is a line of history beside an action that stays as it is', () => {
    const said = sayHelp('askedForHelp', before, action, by('c2', { by: Ben }));
    expect(said.plan).toEqual({ ...before, change: 'c2' });
    expect(said.entry).toEqual({
      id: 'c2',
      at: '2026-11-22T13:00:00.000Z',
      by: Ben,
      what: 'askedForHelp',
      fields: [],
      moved: {},
      about: 'a1',
    });
  });

  test('is said once a day by the same person', () => {
    const { entry } = sayHelp('askedForHelp', before, action, by('c2', { by: Ben }));
    const day = (moment: string) => moment.slice(0, 10);
    const says = (kind: HelpKind, more: Partial<Circumstances>) =>
      hasSaid(kind, [entry], by('c3', more), day);
    expect(says('askedForHelp', { by: Ben })).toBe(true);
    expect(says('askedForHelp', { by: Ben, today: '2026-11-23' })).toBe(false);
    expect(says('askedForHelp', { by: Cat })).toBe(false);
    expect(says('offeredHelp', { by: Ben })).toBe(false);
  });
});

describe('deleting and bringing back', () => {
  const { plan: before, action } = added({ who: [Ben], status: 'doing' });
  const gone = moved(removeAction(before, action, by('c2', { by: Ben })));

  test('keeps the action aside for thirty days', () => {
    expect(gone.plan).toEqual({ ...before, actions: 0, open: 0, change: 'c2' });
    expect(gone.action).toEqual({
      ...action,
      removed: { by: Ben, at: '2026-11-22T13:00:00.000Z', until: '2026-12-22' },
      change: 'c2',
    });
    expect(gone.entry).toMatchObject({ what: 'removed', fields: [], moved: {}, by: Ben });
  });

  test('brings it back as it was, on the last day too', () => {
    const last = by('c3', { by: Cat, today: '2026-12-22', now: '2026-12-22T20:00:00.000Z' });
    const back = moved(restoreAction(gone.plan, gone.action, last));
    expect(back.plan).toMatchObject({ actions: 1, open: 1 });
    expect(back.action).toEqual({
      ...action,
      updatedBy: Cat,
      updatedAt: '2026-12-22T20:00:00.000Z',
      change: 'c3',
    });
    expect(back.entry).toMatchObject({ what: 'restored', by: Cat });
  });

  test('not after that', () => {
    expect(restoreAction(gone.plan, gone.action, by('c3', { today: '2026-12-23' })).is).toBe('gone');
  });

  test('a standing one is back already, and a deleted one can be neither changed nor deleted', () => {
    expect(restoreAction(before, action, by('c3')).is).toBe('same');
    expect(changeAction(gone.plan, gone.action, { area: 'y' }, by('c3')).is).toBe('gone');
    expect(removeAction(gone.plan, gone.action, by('c3')).is).toBe('gone');
  });

  test('needs room in the plan', () => {
    const busy = { ...gone.plan, open: planLimits.open };
    const done = { ...gone.action, status: 'done' } as const;
    expect(fieldOf(restoreAction(busy, gone.action, by('c3')))).toEqual(['status planFull']);
    expect(restoreAction(busy, done, by('c3')).is).toBe('moved');
    const full = { ...gone.plan, actions: planLimits.actions };
    expect(fieldOf(restoreAction(full, done, by('c3')))).toEqual(['area planFull']);
  });
});

describe('the facts of a plan', () => {
  const absent = newPlan(team, 'North', by('p'));

  test('are set up by whoever edits, with a manager', () => {
    const ruling = setFacts(absent, false, { name: 'N', managers: [Ben] }, appointer, by('c'));
    expect(ruling).toMatchObject({
      is: 'moved',
      plan: { name: 'N', managers: [Ben], factsChange: 'c', change: 'c', actions: 0 },
      entry: {
        what: 'set',
        about: null,
        fields: ['name', 'managers'],
        moved: { managers: [[], [Ben]] },
      },
    });
    for (const facts of [{}, { name: 'N' }, { tabChannel: '19:c' }, { managers: [] }]) {
      expect(fieldOf(setFacts(absent, false, facts, appointer, by('c')))).toEqual(['managers required']);
    }
  });

  test('of a plan that began with an action are set up in the same way', () => {
    expect(setFacts(absent, true, { name: 'N', managers: [Ben] }, appointer, by('c')).is).toBe('moved');
    expect(fieldOf(setFacts(absent, true, { name: 'N' }, appointer, by('c')))).toEqual(['managers required']);
    expect(setFacts(absent, true, { tabChannel: '19:c' }, appointer, by('c')).is).toBe('moved');
  });

  test('are changed by managers, who leave at least one', () => {
    expect(setFacts(plan, true, { name: 'N' }, manager, by('c'))).toMatchObject({
      is: 'moved',
      plan: { name: 'N', managers: [Ann], factsChange: 'c' },
    });
    expect(setFacts(plan, true, { guestsRead: true }, manager, by('c'))).toMatchObject({
      entry: { fields: ['guestsRead'], moved: { guestsRead: [false, true] } },
    });
    expect(fieldOf(setFacts(plan, true, { managers: [] }, manager, by('c')))).toEqual(['managers required']);
  });

  test('are not changed by others, but for where the tab stands', () => {
    expect(setFacts(plan, true, { name: 'N' }, member, by('c')).is).toBe('notAllowed');
    expect(setFacts(plan, true, { managers: [Ann, Ben] }, member, by('c')).is).toBe('notAllowed');
    expect(setFacts(plan, true, { tabChannel: '19:c', name: 'N' }, member, by('c')).is).toBe('notAllowed');
    expect(setFacts(plan, true, { tabChannel: '19:c', name: 'North' }, member, by('c'))).toMatchObject({
      is: 'moved',
      entry: { fields: ['tabChannel'] },
    });
  });

  test('where no manager is left, whoever edits appoints one and changes nothing else', () => {
    const orphaned = { ...plan, left: [ann] };
    expect(setFacts(orphaned, true, { managers: [Ben] }, appointer, by('c')).is).toBe('moved');
    expect(setFacts(orphaned, true, { managers: [Ben], name: 'N' }, appointer, by('c')).is).toBe(
      'notAllowed',
    );
    expect(setFacts(orphaned, true, { guestsRead: true }, appointer, by('c')).is).toBe('notAllowed');
  });

  test('that are as they were are not written', () => {
    const same = { name: 'North', managers: [Ann], guestsRead: false };
    expect(setFacts(plan, true, same, member, by('c')).is).toBe('same');
    expect(setFacts(plan, true, {}, manager, by('c')).is).toBe('same');
  });

  test('whoever is appointed has not left', () => {
    const ruling = setFacts({ ...plan, left: [ben, cat] }, true, { managers: [Ann, Ben] }, manager, by('c'));
    expect(ruling).toMatchObject({ plan: { left: [cat] } });
  });
});

describe('emptying, and who has left', () => {
  test('begins with a line in the history and ends with none', () => {
    const full = { ...plan, open: 3, actions: 5 };
    const { plan: during, entry } = beginEmptying(full, by('c'));
    expect(during).toEqual({
      ...full,
      emptying: { by: Ann, at: '2026-11-22T13:00:00.000Z' },
      factsChange: 'c',
      change: 'c',
    });
    expect(entry).toMatchObject({ what: 'emptied', by: Ann, about: null });
    expect(endEmptying(during, 'd')).toEqual({ ...plan, factsChange: 'd', change: 'd' });
  });

  test('who has left is marked once, in a fixed order', () => {
    const marked = markLeft(plan, [cat, ben, cat], 'c');
    expect(marked).toEqual({ ...plan, left: [ben, cat], factsChange: 'c', change: 'c' });
    expect(markLeft(marked, [cat, ben], 'd')).toBe(marked);
    expect(markSeen(marked, [Ann], 'd')).toBe(marked);
    expect(markSeen(marked, [Cat], 'd').left).toEqual([ben]);
  });
});
