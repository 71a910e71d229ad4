import { describe, expect, test } from '@jest/globals';
import { addDays, addMonths, dayOf, isDay } from '../../bot/calendar/days.ts';
import { cleanText, lengthFault } from '../../bot/cards/texts.ts';
import { readDay } from '../../bot/reflection/chosen-day.ts';

describe('days', () => {
  test.each([
    ['2028-02-29', true],
    ['2027-02-29', false],
    ['2026-13-01', false],
    ['2026-04-31', false],
    ['26-01-01', false],
    ['2026-1-1', false],
    ['tomorrow', false],
    [20261101, false],
    [null, false],
  ])('%j is a day: %s', (given, real) => {
    expect(isDay(given)).toBe(real);
  });

  test.each([
    ['2026-03-28', 2, '2026-03-30'],
    ['2026-10-24', 2, '2026-10-26'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2026-01-01', -1, '2025-12-31'],
  ])('%s plus %i days is %s', (day, days, expected) => {
    expect(addDays(day, days)).toBe(expected);
  });

  test.each([
    ['2026-11-22', 12, '2027-11-22'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2026-11-30', 3, '2027-02-28'],
  ])('%s plus %i months is %s', (day, months, expected) => {
    expect(addMonths(day, months)).toBe(expected);
  });

  test.each([
    ['2026-06-30T23:30:00Z', '2026-07-01'],
    ['2026-12-31T23:30:00Z', '2026-12-31'],
    ['2026-10-25T00:30:00Z', '2026-10-25'],
  ])('in London %s falls on %s', (moment, day) => {
    expect(dayOf(moment, 'Europe/London')).toBe(day);
  });

  test.each([
    ['', null, []],
    [undefined, null, []],
    ['2026-11-02', '2026-11-02', []],
    ['2026-11-01', '2026-11-01', ['pastDay']],
    ['2029-01-01', '2029-01-01', ['tooFarAhead']],
    ['2026-02-30', null, ['notADay']],
    [{}, null, ['notADay']],
  ])('a chosen day %j reads as %j with %j', (given, day, problems) => {
    const read = readDay('by', given, '2026-11-02');
    expect(read.day).toBe(day);
    expect(read.faults.map((fault) => fault.problem)).toEqual(problems);
  });
});

describe('texts', () => {
  test.each([
    ['  a\r\nb  ', 'a\nb'],
    ['a\u0000b\u0007c\td', 'a b c d'],
    ['half \ud83d', 'half \ufffd'],
    [7, ''],
    [null, ''],
  ])('%j is kept as %j', (given, kept) => {
    expect(cleanText(given)).toBe(kept);
  });

  test('a text may fill its field and not one character more', () => {
    expect(lengthFault('f', 'x'.repeat(10), 10)).toEqual([]);
    expect(lengthFault('f', 'x'.repeat(11), 10)).toEqual([{ field: 'f', problem: 'tooLong' }]);
  });
});
