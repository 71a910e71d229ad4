import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  readActionChange,
  readConfirmation,
  readHold,
  readKey,
  readNewAction,
  readPlanDraft,
} from '../../bot/plan/reading.ts';
import { ann, ben } from '../helpers/plan-world.ts';

const faultsOf = (read: ReturnType<typeof readActionChange> | ReturnType<typeof readPlanDraft>) =>
  read.ok ? {} : Object.fromEntries(read.faults.map(({ field, code }) => [field, code]));
const people = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ id: ann.slice(0, -4) + String(i).padStart(4, '0') }));

describe('an action is read', () => {
  test('with everything that can be said of one', () => {
    const body = {
      area: '  Team meetings\r\nand supervision ',
      activities: 'Circles\tweekly',
      who: [{ id: ann.toUpperCase(), name: 'somebody else' }, { id: ben }, { id: ann }],
      support: '',
      dueOn: '2028-02-29',
      timescale: 'by the end of term',
      outcome: 'We do it 😀',
      status: 'doing',
      outcomeMet: null,
      outcomeSeen: 'a\rb',
    };
    expect(readNewAction(body)).toEqual({
      ok: true,
      value: {
        ...body,
        area: 'Team meetings\nand supervision',
        who: [
          { id: ann, at: 0 },
          { id: ben, at: 1 },
        ],
        outcomeSeen: 'a\nb',
      },
    });
  });

  test('with the area alone', () => {
    expect(readNewAction({ area: 'x' })).toEqual({ ok: true, value: { area: 'x' } });
  });

  test('for a change, with any part of it or nothing', () => {
    expect(readActionChange({})).toEqual({ ok: true, value: {} });
    expect(readActionChange({ dueOn: null, outcomeMet: 'changed' })).toEqual({
      ok: true,
      value: { dueOn: null, outcomeMet: 'changed' },
    });
  });

  test('for a change of the date, with why, which needs the date', () => {
    const moving = { dueOn: '2026-12-10', moveReason: ' The room\r\nwas taken ' };
    expect(readActionChange(moving)).toEqual({
      ok: true,
      value: { dueOn: '2026-12-10', moveReason: 'The room\nwas taken' },
    });
    expect(readActionChange({ dueOn: null, moveReason: '' })).toEqual({
      ok: true,
      value: { dueOn: null, moveReason: '' },
    });
    expect(faultsOf(readActionChange({ moveReason: 'x' }))).toEqual({ dueOn: 'required' });
    expect(faultsOf(readActionChange({ moveReason: 'x', area: '' }))).toEqual({
      area: 'required',
      dueOn: 'required',
    });
    expect(faultsOf(readActionChange({ dueOn: 'soon', moveReason: 'x'.repeat(2_001) }))).toEqual({
      dueOn: 'notADay',
      moveReason: 'tooLong',
    });
    expect(faultsOf(readNewAction({ area: 'x', dueOn: '2026-12-10', moveReason: 'x' }))).toEqual({
      moveReason: 'unknownField',
    });
  });

  test('without a hold, which has a way of its own', () => {
    expect(faultsOf(readActionChange({ heldUntil: '2026-12-10' }))).toEqual({ heldUntil: 'unknownField' });
  });

  test('with every fault at once, by field', () => {
    const body = {
      area: ' \n ',
      activities: 'x'.repeat(2_001),
      who: [{ id: ann }, { id: 'nobody' }, {}, null, { id: ann, admin: true }, { id: 7 }],
      support: 7,
      dueOn: '2027-02-29',
      timescale: '\ud83d',
      outcome: 'a\u0000b',
      status: 'Done',
      outcomeMet: 'maybe',
      outcomeSeen: null,
      id: 'x',
      etag: 'x',
    };
    expect(faultsOf(readNewAction(body))).toEqual({
      area: 'required',
      activities: 'tooLong',
      'who.1': 'wrongType',
      'who.2': 'required',
      'who.3': 'wrongType',
      'who.4': 'unknownField',
      'who.5': 'wrongType',
      support: 'wrongType',
      dueOn: 'notADay',
      timescale: 'unreadable',
      outcome: 'unreadable',
      status: 'notOneOf',
      outcomeMet: 'notOneOf',
      outcomeSeen: 'wrongType',
      id: 'unknownField',
      etag: 'unknownField',
    });
  });

  test('and its area is needed, but for a change that leaves it as it is', () => {
    expect(faultsOf(readNewAction({}))).toEqual({ area: 'required' });
    expect(faultsOf(readActionChange({ area: '' }))).toEqual({ area: 'required' });
  });

  test.each([
    ['2000-01-01', {}],
    ['2100-12-31', {}],
    ['1999-12-31', { dueOn: 'notADay' }],
    ['2101-01-01', { dueOn: 'notADay' }],
    ['', { dueOn: 'notADay' }],
    ['2026-11-31', { dueOn: 'notADay' }],
    ['2026-11-22T00:00:00Z', { dueOn: 'notADay' }],
    [' 2026-11-22', { dueOn: 'notADay' }],
    [20_261_122, { dueOn: 'wrongType' }],
    [['2026-11-22'], { dueOn: 'wrongType' }],
  ])('with a real day of this century: %j', (dueOn, faults) => {
    expect(faultsOf(readActionChange({ dueOn }))).toEqual(faults);
  });

  test('with a text that is as long as its field holds, blank edges and line ends aside', () => {
    const longest = `a${'\n'.repeat(1_998)}b`;
    expect(faultsOf(readActionChange({ area: ` ${longest.replaceAll('\n', '\r\n')} ` }))).toEqual({});
    expect(faultsOf(readActionChange({ area: '😀'.repeat(1_001) }))).toEqual({ area: 'tooLong' });
  });

  test('with twenty people and no more, those chosen twice counted once', () => {
    expect(faultsOf(readActionChange({ who: [...people(20), ...people(20)] }))).toEqual({});
    expect(faultsOf(readActionChange({ who: people(21) }))).toEqual({ who: 'tooMany' });
  });

  test.each([[null], [undefined], ['text'], [7], [true], [[]], [[{ area: 'x' }]]])(
    'but not from %j',
    (body) => {
      const read = readNewAction(body);
      expect(read.ok ? [] : read.faults).toMatchObject([{ field: '', code: 'wrongType' }]);
    },
  );
});

describe('a hold is read', () => {
  test('as a day after today and within a year, or none', () => {
    for (const until of [null, '2026-11-23', '2027-11-22']) {
      expect(readHold(until, '2026-11-22')).toEqual({ ok: true, value: until });
    }
    expect(readHold('2029-02-28', '2028-02-29').ok).toBe(true);
  });

  test.each([
    ['2026-11-22', 'pastDay'],
    ['2026-11-03', 'pastDay'],
    ['2027-11-23', 'tooFarAhead'],
    ['2026-11-31', 'notADay'],
    ['soon', 'notADay'],
    ['', 'notADay'],
    [undefined, 'wrongType'],
    [5, 'wrongType'],
    [{}, 'wrongType'],
  ])('and %j is refused as %s', (until, code) => {
    const read = readHold(until, '2026-11-22');
    expect(read).toMatchObject({ ok: false, faults: [{ field: 'until', code }] });
  });
});

describe('hostile bodies', () => {
  test('a million people are refused without being looked through', () => {
    const who = new Array(1_000_000).fill({ id: ann });
    const started = performance.now();
    expect(faultsOf(readActionChange({ who }))).toEqual({ who: 'tooMany' });
    expect(performance.now() - started).toBeLessThan(200);
  });

  test('keys of the language itself are unknown fields and change nothing', () => {
    const body: unknown = JSON.parse(
      '{"area":"x","__proto__":{"status":"done"},"constructor":{"prototype":{"area":"y"}},"toString":1}',
    );
    expect(faultsOf(readNewAction(body))).toEqual(
      Object.fromEntries([
        ['__proto__', 'unknownField'],
        ['constructor', 'unknownField'],
        ['toString', 'unknownField'],
      ]),
    );
    expect(faultsOf(readActionChange({ who: [JSON.parse('{"__proto__":{"id":"x"}}')] }))).toEqual({
      'who.0': 'unknownField',
    });
    expect(({} as { status?: string }).status).toBeUndefined();
  });

  test('an inherited field is none', () => {
    expect(faultsOf(readNewAction(Object.create({ area: 'x' })))).toEqual({ area: 'required' });
  });

  test('thousands of unknown fields are told in a few lines, and odd names of fields are not repeated', () => {
    const wide = Object.fromEntries(Array.from({ length: 50_000 }, (_, i) => [`f${i}`, i]));
    const read = readActionChange(wide);
    expect(read.ok ? 0 : read.faults.length).toBeLessThanOrEqual(21);
    expect(faultsOf(readActionChange({ 'Mrs Smith told us': 1 }))).toEqual({ '': 'unknownField' });
  });

  test('no fault repeats what was sent', () => {
    const secret = 'Private words';
    const sent = {
      area: 7,
      status: secret,
      dueOn: secret,
      who: [{ id: secret }],
      outcome: `${secret}\u0001`,
    };
    const read = readNewAction(sent);
    expect(read.ok).toBe(false);
    expect(JSON.stringify(read)).not.toContain(secret);
  });

  test('whatever JSON can hold is read or refused, and what is read can be kept', () => {
    const field = fc.constantFrom('area', 'who', 'dueOn', 'status', 'outcomeMet', 'outcomeSeen', 'x');
    const body = fc.oneof(fc.jsonValue(), fc.dictionary(field, fc.jsonValue()));
    fc.assert(
      fc.property(body, (given) => {
        const read = readActionChange(given);
        if (!read.ok) return read.faults.length > 0;
        return Object.values(read.value).every(
          (value) => typeof value !== 'string' || (value.isWellFormed() && value === value.trim()),
        );
      }),
      { seed: 20_261_122, numRuns: 2_000 },
    );
  });
});

describe('the facts of a plan are read', () => {
  test('with a name in one line', () => {
    const body = {
      name: ' North \n  team ',
      managers: [{ id: ann }],
      guestsRead: true,
      tabChannel: '19:c@x',
    };
    expect(readPlanDraft(body)).toEqual({
      ok: true,
      value: { ...body, name: 'North team', managers: [{ id: ann, at: 0 }] },
    });
  });

  test('with every fault at once', () => {
    const body = {
      name: 'x'.repeat(121),
      managers: people(21),
      guestsRead: 'yes',
      tabChannel: 'a b',
      open: 0,
    };
    expect(faultsOf(readPlanDraft(body))).toEqual({
      name: 'tooLong',
      managers: 'tooMany',
      guestsRead: 'wrongType',
      tabChannel: 'unreadable',
      open: 'unknownField',
    });
    expect(faultsOf(readPlanDraft({ name: '', tabChannel: 'x'.repeat(257) }))).toEqual({
      name: 'required',
      tabChannel: 'tooLong',
    });
  });

  test('and the second asking needs a name', () => {
    expect(readConfirmation({ name: ' North ' })).toEqual({ ok: true, value: { name: 'North' } });
    expect(readConfirmation({}).ok).toBe(false);
  });
});

test.each([
  [null, undefined],
  ['k', undefined],
  ['~'.repeat(200), undefined],
  ['', 'required'],
  ['~'.repeat(201), 'tooLong'],
  ['a\u0000', 'unreadable'],
  ['ä', 'unreadable'],
])('the key of a creation is printable and not long: %j', (key, code) => {
  expect(readKey(key)[0]?.code).toBe(code);
});
