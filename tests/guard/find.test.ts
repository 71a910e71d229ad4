import { describe, expect, test } from '@jest/globals';
import { readCaseForm } from '../../bot/guard/council.ts';
import { findIdentifiers } from '../../bot/guard/find.ts';
import type { Pattern } from '../../bot/guard/pattern.ts';
import { patternsOn } from '../../bot/guard/patterns.ts';

const ours = patternsOn('2026-11-22');
const form = readCaseForm('AAA/99/9999');
if ('fault' in form) throw new Error(form.fault);
const patterns: readonly Pattern[] = [form.pattern, ...ours];

describe('what is found', () => {
  test('is kinds and counts, and never a character of it', () => {
    const text =
      'Call 07700 900123 or 943 476 5919, jo@example.org, PO1 2AL, AB123456C, 3/3/2015, LAC/24/1234';
    const found = findIdentifiers(text, patterns);
    expect(found).toEqual([
      { kind: 'caseNumber', count: 1 },
      { kind: 'email', count: 1 },
      { kind: 'nhsNumber', count: 1 },
      { kind: 'nationalInsurance', count: 1 },
      { kind: 'phone', count: 1 },
      { kind: 'postcode', count: 1 },
      { kind: 'birthDate', count: 1 },
    ]);
    expect(JSON.stringify(found).replace(/"count":1/g, '')).not.toMatch(/\d|@|PO|AB/);
  });

  test('is the same every time, whatever was searched before', () => {
    const text = '07700 900123 and 943 476 5919';
    expect(findIdentifiers(text, patterns)).toEqual(findIdentifiers(text, patterns));
  });

  test('is nothing where there are no patterns, or no text', () => {
    expect(findIdentifiers('07700 900123', [])).toEqual([]);
    expect(findIdentifiers('', patterns)).toEqual([]);
  });
});

describe('what overlaps counts once', () => {
  test.each([
    ['a phone number in an address', '07700900123@example.org', ['email']],
    ['a postcode in an address', 'PO12AL@example.org', ['email']],
    ['a date behind its label', 'DOB 3/3/2015', ['birthDate']],
    ['a phone number that a case number looks like too', '02392 841560', ['phone']],
  ])('%s', (_, text, kinds) => {
    const digits: Pattern = { kind: 'caseNumber', find: /(?<!\d)\d{6}(?!\d)/ };
    expect(findIdentifiers(text, [digits, ...ours])).toEqual(kinds.map((kind) => ({ kind, count: 1 })));
  });

  test('as the longer of the two, and of equals the first in the list', () => {
    const short: Pattern = { kind: 'phone', find: /\d{6}/ };
    const long: Pattern = { kind: 'caseNumber', find: /[A-Z]-\d{6}/ };
    const same: Pattern = { kind: 'nhsNumber', find: /\d{6}/ };
    expect(findIdentifiers('A-123456', [short, long])).toEqual([{ kind: 'caseNumber', count: 1 }]);
    expect(findIdentifiers('123456', [same, short])).toEqual([{ kind: 'nhsNumber', count: 1 }]);
  });

  test('what stands side by side is two', () => {
    expect(findIdentifiers('PO1 2AL PO1 2AL', patterns)).toEqual([{ kind: 'postcode', count: 2 }]);
  });
});

describe('what only looks different is the same', () => {
  test.each([
    ['full-width digits', '０７７００ ９００１２３', 'phone'],
    ['Arabic-Indic digits', '٠٧٧٠٠٩٠٠١٢٣', 'phone'],
    ['Devanagari digits', '०७७०० ९००१२३', 'phone'],
    ['mathematical bold digits', '𝟎𝟕𝟕𝟎𝟎 𝟗𝟎𝟎𝟏𝟐𝟑', 'phone'],
    [
      'digits of a script that follows another’s',
      [...'07700900123'].map((digit) => String.fromCodePoint(0x116da + Number(digit))).join(''),
      'phone',
    ],
    ['en dashes', '07700\u2013900\u2013123', 'phone'],
    ['a true minus', '943\u2212476\u22125919', 'nhsNumber'],
    ['non-breaking hyphens and spaces', '943\u2011476\u00a05919', 'nhsNumber'],
    ['invisible characters', '943\u200b4765\u00ad919', 'nhsNumber'],
    ['several spaces and a tab', 'PO1 \t 2AL', 'postcode'],
    ['full-width letters', 'ＰＯ１ ２ＡＬ', 'postcode'],
  ])('%s', (_, text, kind) => {
    expect(findIdentifiers(text, patterns)).toEqual([{ kind, count: 1 }]);
  });

  test('half a character breaks nothing', () => {
    expect(findIdentifiers('\ud83d 07700 900123 \udc00', patterns)).toEqual([{ kind: 'phone', count: 1 }]);
  });
});

describe('a hostile text', () => {
  test.each(patterns.map(({ kind, find }) => [kind, find.source] as const))(
    'cannot make %s look further than a fixed way: %s',
    (_, source) => {
      const operators = source.replace(/\\[pPux]\{[^}]*\}|\\k<\w+>|\\./g, 'x').replace(/\[[^\]]*\]/g, 'x');
      expect(operators).not.toMatch(/[*+]|\{\d+,\}/);
    },
  );

  const pieces = [
    '0',
    '7 ',
    '+44',
    '0(',
    '12.',
    '1/1/',
    'a',
    'a@',
    'a.',
    '@a.a',
    'PO1 ',
    'AB1',
    'dob ',
    'born',
    '1 mar ',
    ' ',
    '-',
    'ﷺ',
    '٣',
  ];

  test.each(pieces)('of “%s” over and over asks each check at most in proportion to its length', (piece) => {
    const asked = (length: number): number => {
      let count = 0;
      const counting = patterns.map((pattern): Pattern => {
        const { check } = pattern;
        if (!check) return pattern;
        const counted = (found: string): boolean => {
          count += 1;
          return check(found);
        };
        return { ...pattern, check: counted };
      });
      expect(findIdentifiers(piece.repeat(length / piece.length), counting)).toEqual(expect.any(Array));
      return count;
    };
    expect(asked(4_000)).toBeLessThanOrEqual(4_000 * patterns.length);
    expect(asked(64_000)).toBeLessThanOrEqual(17 * asked(4_000) + 17 * patterns.length);
  });

  test('hides nothing that stands at its end', () => {
    for (const piece of pieces.slice(4)) {
      const found = findIdentifiers(`${piece.repeat(4_000 / piece.length)}\n07700 900123`, patterns);
      expect(found).toContainEqual({ kind: 'phone', count: 1 });
    }
  });
});
