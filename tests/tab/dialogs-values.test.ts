import { describe, expect, test } from '@jest/globals';
import { actionFields } from '../../bot/plan/contract.ts';
import { mergeThree } from '../../tab/dialogs/merge.ts';
import { peopleFound } from '../../tab/dialogs/people-search.ts';
import { bothTexts, clashesIn, resolved } from '../../tab/dialogs/resolve.ts';
import {
  changedFields,
  draftOf,
  emptyValues,
  isSame,
  type Values,
  valuesOf,
  withDraft,
} from '../../tab/dialogs/values.ts';
import { anAction, jo, ola, sam } from './dialogs-samples.ts';

const base = valuesOf(anAction());
const merge = (mine: Partial<Values>, theirs: Partial<Values>) =>
  mergeThree(base, { ...base, ...mine }, { ...base, ...theirs }, actionFields, isSame);

describe('what was changed', () => {
  test('is named in the order of the template, and space at the ends of a text is no change', () => {
    const now = { ...base, status: 'done', area: 'Another', activities: ' Ask first\n' } as const;
    expect(changedFields(base, now)).toEqual(['area', 'status']);
  });

  test('does not hang on the order of people, nor on their names', () => {
    const before = { ...base, who: [jo, sam] };
    expect(changedFields(before, { ...base, who: [{ ...sam, name: 'Samuel' }, jo] })).toEqual([]);
    expect(changedFields(before, { ...base, who: [jo] })).toEqual(['who']);
  });

  test('is sent alone, without the names of people, a text without space at its ends', () => {
    const now: Values = { ...base, area: '  Another ', who: [jo, ola], dueOn: null };
    expect(draftOf(now, changedFields(base, now))).toEqual({
      area: 'Another',
      who: [{ id: jo.id }, { id: ola.id }],
      dueOn: null,
    });
  });

  test('of a new action is everything that is not as it is in an empty one', () => {
    expect(changedFields(emptyValues, { ...emptyValues, area: 'A', status: 'doing' })).toEqual([
      'area',
      'status',
    ]);
  });

  test('comes back from a draft, with names where they are known', () => {
    const values = withDraft(base, { area: 'Another', who: [{ id: ola.id }] }, () => 'Ola');
    expect(values).toEqual({ ...base, area: 'Another', who: [ola] });
  });
});

describe('three versions of an action', () => {
  test('come together where each changed something else', () => {
    const merged = merge({ area: 'Mine' }, { status: 'doing', support: 'A buddy' });
    expect(merged.values).toEqual({ ...base, area: 'Mine', status: 'doing', support: 'A buddy' });
    expect(merged).toMatchObject({ clashes: [], taken: ['support', 'status'] });
  });

  test('clash only where both changed the same, and not to the same', () => {
    const merged = merge({ area: 'Mine', status: 'done' }, { area: 'Theirs', status: 'done' });
    expect(merged).toMatchObject({ clashes: ['area'], taken: [] });
    expect(merged.values.area).toBe('Mine');
  });

  test('clash over people as a whole: nobody is added to an action by a sum', () => {
    expect(merge({ who: [jo, ola] }, { who: [jo, sam] }).clashes).toEqual(['who']);
  });

  test('become what was chosen, field by field', () => {
    const mine: Values = { ...base, area: 'Mine', dueOn: '2027-01-01', outcome: 'Mine too', support: 'Time' };
    const theirs: Values = { ...base, area: 'Theirs', dueOn: '2027-02-02', outcome: 'Theirs too' };
    const { clashes, others, values } = clashesIn(base, mine, theirs);
    expect({ clashes, others }).toEqual({ clashes: ['area', 'dueOn', 'outcome'], others: ['support'] });
    const picks = { area: 'anew', dueOn: 'theirs', outcome: 'mine' } as const;
    expect(resolved(values, theirs, clashes, picks, { area: 'Both of ours' })).toEqual({
      ...mine,
      area: 'Both of ours',
      dueOn: '2027-02-02',
    });
  });

  test('begin a text written from both with the two texts, and none twice empty', () => {
    expect(bothTexts('Mine ', ' Theirs')).toBe('Mine\n\nTheirs');
    expect(bothTexts('', 'Theirs')).toBe('Theirs');
  });
});

describe('looking for people', () => {
  const people = ['Zoë Lindqvist', 'Sam O’Neill', 'Anna-Maria Berg', 'Jo Marsh'].map((name) => ({
    id: name,
    name,
  }));
  test.each([
    ['zoe', ['Zoë Lindqvist']],
    ['neill', ['Sam O’Neill']],
    ['maria b', ['Anna-Maria Berg']],
    ['m', ['Anna-Maria Berg', 'Jo Marsh']],
    ['indq', ['Zoë Lindqvist']],
    ['  ', ['Zoë Lindqvist', 'Sam O’Neill', 'Anna-Maria Berg', 'Jo Marsh']],
    ['(', []],
  ])('%j finds %j', (typed, found) => {
    expect(peopleFound(people, typed).map(({ name }) => name)).toEqual(found);
  });
});
