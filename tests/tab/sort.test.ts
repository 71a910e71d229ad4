import { describe, expect, test } from '@jest/globals';
import { planOrder, pressed, type Sort, sorted } from '../../tab/plan/view/sort.ts';
import { anAction, ayesha, tom, zoe } from './actions.ts';

const order = (actions: ReturnType<typeof anAction>[], sort: Sort = planOrder): string[] =>
  sorted(actions, sort, 'en-GB').map(({ id }) => id);

describe('the order of a plan', () => {
  test('is by area of practice, as people order letters and numbers', () => {
    const areas = ['visits 10', 'Éclair', 'visits 9', 'egg', 'Zebra', 'apple'];
    const actions = areas.map((area) => anAction({ id: area, area }));
    expect(order(actions)).toEqual(['apple', 'Éclair', 'egg', 'visits 9', 'visits 10', 'Zebra']);
  });
  test('does not depend on the order in which actions came', () => {
    const actions = [
      anAction({ id: 'c', createdAt: '2026-03-01T00:00:00Z' }),
      anAction({ id: 'b', createdAt: '2026-01-01T00:00:00Z' }),
      anAction({ id: 'a', createdAt: '2026-01-01T00:00:00Z' }),
    ];
    expect(order(actions)).toEqual(['a', 'b', 'c']);
    expect(order(actions.toReversed())).toEqual(['a', 'b', 'c']);
  });
  test('by date has what has none last, whichever way round', () => {
    const actions = [
      anAction({ id: 'none' }),
      anAction({ id: 'late', dueOn: '2027-01-01' }),
      anAction({ id: 'soon', dueOn: '2026-12-01' }),
    ];
    expect(order(actions, { key: 'due', descending: false })).toEqual(['soon', 'late', 'none']);
    expect(order(actions, { key: 'due', descending: true })).toEqual(['late', 'soon', 'none']);
  });
  test('by person goes by the first name on it, those without anybody last', () => {
    const actions = [
      anAction({ id: 'nobody' }),
      anAction({ id: 'zoe', who: [zoe, ayesha] }),
      anAction({ id: 'tom', who: [tom] }),
    ];
    expect(order(actions, { key: 'who', descending: false })).toEqual(['tom', 'zoe', 'nobody']);
  });
  test('by status goes from to do to done, and by area among equals', () => {
    const actions = [
      anAction({ id: 'done', status: 'done', area: 'A' }),
      anAction({ id: 'later', area: 'B' }),
      anAction({ id: 'first', area: 'A' }),
      anAction({ id: 'doing', status: 'doing' }),
    ];
    expect(order(actions, { key: 'status', descending: false })).toEqual(['first', 'later', 'doing', 'done']);
    expect(order(actions, { key: 'status', descending: true })).toEqual(['done', 'doing', 'first', 'later']);
  });
  test('a header sorts by its column, and pressed again the other way round', () => {
    const due = pressed(planOrder, 'due');
    expect(due).toEqual({ key: 'due', descending: false });
    expect(pressed(due, 'due')).toEqual({ key: 'due', descending: true });
    expect(pressed(due, 'area')).toEqual(planOrder);
  });
});
