import { describe, expect, test } from '@jest/globals';
import { type Filters, filtered, hasPassed, noFilters } from '../../tab/plan/view/filters.ts';
import { anAction, ayesha, someActions, tom, zoe } from './actions.ts';

/** A Wednesday. */
const today = '2026-11-25';

const found = (filters: Partial<Filters>, actions: ReturnType<typeof anAction>[]): string[] =>
  filtered(actions, { ...noFilters, ...filters }, today).map(({ id }) => id);

describe('finding actions by their words', () => {
  const actions = [
    anAction({ id: 'letters', area: 'How we write', activities: 'Read a letter aloud' }),
    anAction({ id: 'circles', area: 'Team meetings', support: 'Training in circles', who: [zoe] }),
    anAction({
      id: 'seen',
      area: 'Visits',
      outcomeSeen: 'Families remember the LETTER',
      timescale: 'by May',
    }),
  ];

  test('looks through every text and the names', () => {
    expect(found({ text: 'letter' }, actions)).toEqual(['letters', 'seen']);
    expect(found({ text: 'circles' }, actions)).toEqual(['circles']);
    expect(found({ text: 'by may' }, actions)).toEqual(['seen']);
  });
  test('minds neither capitals nor accents', () => {
    expect(found({ text: 'ZOE' }, actions)).toEqual(['circles']);
    expect(found({ text: 'zoë' }, actions)).toEqual(['circles']);
  });
  test('wants every word, in any order and anywhere in the action', () => {
    expect(found({ text: 'aloud how' }, actions)).toEqual(['letters']);
    expect(found({ text: 'aloud circles' }, actions)).toEqual([]);
  });
  test('takes what is typed as it stands, and spaces as nothing', () => {
    expect(found({ text: '   ' }, actions)).toHaveLength(3);
    expect(found({ text: '.*' }, actions)).toEqual([]);
  });
  test('finds what was changed a moment ago', () => {
    const [first] = actions;
    expect(found({ text: 'novel' }, actions)).toEqual([]);
    expect(found({ text: 'novel' }, [{ ...anAction(first), area: 'A novel idea' }])).toEqual(['letters']);
  });
});

describe('filtering by person and status', () => {
  const actions = [
    anAction({ id: 'hers', who: [ayesha] }),
    anAction({ id: 'both', who: [ayesha, tom], status: 'doing' }),
    anAction({ id: 'nobody', status: 'done' }),
  ];

  test('a person is found beside others too, and nobody where nobody is named', () => {
    expect(found({ person: ayesha.id }, actions)).toEqual(['hers', 'both']);
    expect(found({ person: tom.id }, actions)).toEqual(['both']);
    expect(found({ person: 'nobody' }, actions)).toEqual(['nobody']);
  });
  test('"not done" is everything else than done', () => {
    expect(found({ status: 'open' }, actions)).toEqual(['hers', 'both']);
    expect(found({ status: 'done' }, actions)).toEqual(['nobody']);
  });
  test('all filters count together, and without one everything is there, in its order', () => {
    expect(found({ person: ayesha.id, status: 'doing' }, actions)).toEqual(['both']);
    expect(filtered(actions, noFilters, today)).toBe(actions);
  });
});

describe('filtering by date', () => {
  const days = [
    '2026-11-22',
    '2026-11-23',
    '2026-11-25',
    '2026-11-29',
    '2026-11-30',
    '2026-12-01',
    '2025-11-25',
  ];
  const actions = [...days.map((dueOn) => anAction({ id: dueOn, dueOn })), anAction({ id: 'none' })];

  test('this week is Monday to Sunday', () => {
    expect(found({ due: 'thisWeek' }, actions)).toEqual(['2026-11-23', '2026-11-25', '2026-11-29']);
  });
  test('this month is its first to its last day, of this year', () => {
    expect(found({ due: 'thisMonth' }, actions)).toEqual(days.slice(0, 5));
  });
  test('no date', () => {
    expect(found({ due: 'noDate' }, actions)).toEqual(['none']);
  });
  test('a date has passed the day after, and never for what is done', () => {
    expect(found({ due: 'passed' }, actions)).toEqual(['2026-11-22', '2026-11-23', '2025-11-25']);
    expect(hasPassed(anAction({ dueOn: '2026-11-24', status: 'done' }), today)).toBe(false);
    expect(hasPassed(anAction({ dueOn: today }), today)).toBe(false);
  });
});

test('a thousand actions are looked through in a few milliseconds', () => {
  const actions = someActions(1_000);
  found({ text: 'warm' }, actions);
  const began = performance.now();
  expect(found({ text: 'supervision' }, actions).length).toBeGreaterThan(0);
  expect(performance.now() - began).toBeLessThan(50);
});
