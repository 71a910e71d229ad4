import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { dayOf, dayText, monthOf, weekOf } from '../../tab/plan/view/days.ts';
import { peopleOn } from '../../tab/plan/view/people.ts';
import { splitText } from '../../tab/plan/view/split-text.ts';
import { enGB } from '../../tab/words/en-GB.ts';
import { anAction, ayesha, tom, zoe } from './actions.ts';

describe('a long text', () => {
  test('is whole however it is cut, and cut only where there is enough left', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 600, unit: 'grapheme' }), (text) => {
        const { start, rest } = splitText(text);
        expect(start + rest).toBe(text);
        expect(start.isWellFormed() || !text.isWellFormed()).toBe(true);
      }),
    );
  });
  test('a short one is not cut', () => {
    expect(splitText('Ten minutes of supervision.').rest).toBe('');
    expect(splitText('word '.repeat(52)).rest).toBe('');
  });
  test('a long one is cut between two words', () => {
    const { start, rest } = splitText('seven77 '.repeat(100));
    expect(start.length).toBeLessThanOrEqual(240);
    expect(start.endsWith('seven77')).toBe(true);
    expect(rest.startsWith(' ')).toBe(true);
  });
  test('many short lines are cut after the sixth', () => {
    expect(splitText('a\nb\nc\nd\ne\nf\ng\nh\ni').start).toBe('a\nb\nc\nd\ne\nf');
    expect(splitText('a\nb\nc\nd\ne\nf\ng').rest).toBe('');
  });
  test('one endless word is cut, but never inside a character', () => {
    const { start, rest } = splitText('a'.repeat(239) + '😀'.repeat(100));
    expect(start).toBe('a'.repeat(239));
    expect(rest.isWellFormed()).toBe(true);
  });
});

describe('days', () => {
  test('are said without the year in this one, and with it in another', () => {
    expect(dayText('2026-11-03', '2026-11-22', 'en-GB')).toBe('3 November');
    expect(dayText('2025-11-03', '2026-11-22', 'en-GB')).toBe('3 November 2025');
  });
  test('weeks and months end where they do, also over the turn of a year', () => {
    expect(weekOf('2027-01-01')).toEqual({ from: '2026-12-28', to: '2027-01-03' });
    expect(weekOf('2026-11-23')).toEqual({ from: '2026-11-23', to: '2026-11-29' });
    expect(weekOf('2026-11-29')).toEqual({ from: '2026-11-23', to: '2026-11-29' });
    expect(monthOf('2028-02-10')).toEqual({ from: '2028-02-01', to: '2028-02-29' });
  });
  test('today is the day on the clock of the person', () => {
    expect(dayOf(new Date(2026, 0, 5, 0, 1))).toBe('2026-01-05');
    expect(dayOf(new Date(2026, 11, 31, 23, 59))).toBe('2026-12-31');
  });
});

test('everybody on an action can be chosen once, by name', () => {
  const actions = [anAction({ who: [zoe, tom] }), anAction({ who: [ayesha, tom] })];
  expect(peopleOn(actions, 'en-GB')).toEqual([ayesha, tom, zoe]);
});

describe('the words', () => {
  const sentences = (node: unknown): string[] => {
    if (typeof node === 'string') return [node];
    if (Array.isArray(node)) return node.flatMap(sentences);
    return typeof node === 'object' && node !== null ? Object.values(node).flatMap(sentences) : [];
  };
  test('shame nobody and are British', () => {
    for (const sentence of sentences(enGB)) {
      expect(sentence).not.toMatch(/overdue|days? late|behind schedule|score/i);
      expect(sentence).not.toMatch(/neglect|punitive|permissive|restorative supervision/i);
      expect(sentence).not.toMatch(/\b(behavior|organiz\w+|recogniz\w+|color|center)\b/i);
    }
  });
  test('have the template’s columns in its order', () => {
    expect(Object.values(enGB.columns).map(({ name }) => name)).toEqual([
      'Area of practice',
      'Activities',
      'Who, and what support',
      'By when',
      'Outcome',
      'Status',
    ]);
  });
});
