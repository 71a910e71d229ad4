import { describe, expect, test } from '@jest/globals';
import { dayInWords, fullDay } from '../bot/words/days.ts';
import { enGB } from '../bot/words/en-GB.ts';
import { wordsFor } from '../bot/words/words.ts';

describe('words', () => {
  test.each([['en-GB'], ['EN-gb'], ['en-US'], ['fr-FR'], ['xx'], [''], [null], ['../../etc']])(
    'a client that speaks %j reads British English, where there is nothing nearer',
    (locale) => {
      expect(wordsFor(locale)).toBe(enGB);
    },
  );

  test('another language says what it has, and the rest in British English', () => {
    const welsh = wordsFor('cy-GB');
    expect(welsh.step.next).toBe('Nesaf');
    expect(welsh.step.save).toBe(enGB.step.save);
    expect(welsh.invited.title('Sam')).toBe(enGB.invited.title('Sam'));
    expect(Object.keys(welsh)).toEqual(Object.keys(enGB));
    expect(wordsFor('constructor')).toBe(enGB);
  });

  /** Every sentence there is; those that take names are filled with a mark. */
  const sentences = (node: unknown): string[] => {
    if (typeof node === 'string') return [node];
    if (typeof node === 'function') return [String(node('Ⓐ', 'Ⓑ', 'Ⓒ'))];
    return typeof node === 'object' && node !== null ? Object.values(node).flatMap(sentences) : [];
  };

  test('nobody and no box is called good or bad, and the product is not called what it is not', () => {
    for (const sentence of sentences(enGB)) {
      expect(sentence).not.toMatch(/neglect|punitive|permissive|restorative supervision/i);
      expect(sentence).toMatch(/\S/);
      expect(sentence).not.toMatch(/undefined|\[object/);
    }
  });

  test('is British', () => {
    for (const sentence of sentences(enGB)) {
      expect(sentence).not.toMatch(/\b(behavior|organiz\w+|recogniz\w+|color|center|practise session)\b/i);
    }
  });
});

describe('a day in words', () => {
  const welsh = wordsFor('cy');
  test('has its year, in the reader’s language', () => {
    expect(fullDay('2026-11-03', enGB)).toBe('3 November 2026');
    expect(fullDay('2026-11-03', welsh)).toBe('3 Tachwedd 2026');
  });

  test('is as people say it where that is all it takes: without this year', () => {
    const today = '2026-11-22';
    expect(dayInWords('2026-12-03', { words: enGB, today })).toBe('3 December');
    expect(dayInWords('2027-01-03', { words: enGB, today })).toBe('3 January 2027');
    expect(dayInWords('2026-12-03', { words: welsh, today })).toContain('Rhagfyr');
  });
});
