import { describe, expect, test } from '@jest/globals';
import { findIdentifiers } from '../../bot/guard/find.ts';
import { patternsOn } from '../../bot/guard/patterns.ts';

const births = (text: string, today = '2026-11-22'): number =>
  findIdentifiers(text, patternsOn(today)).reduce((sum, { kind, count }) => {
    expect(kind).toBe('birthDate');
    return sum + count;
  }, 0);

describe('points out a full date that may be a birth', () => {
  test.each([
    '03/03/2015',
    '3/3/2015',
    '3 / 3 / 2015',
    '03-03-2015',
    '03\u201303\u20132015',
    '3.3.2015.',
    '3.3.15',
    '3/12/98',
    '03 03 2015',
    '2015-03-03',
    '2015/3/3',
    '2015-03-03T10:00',
    '3 March 2015',
    '3rd of March 2015',
    '3rd March, 2015',
    'the 3rd day of March 2015',
    '3 mar 2015',
    '3-Mar-2015',
    '3-Mar-15',
    '3 March ’15',
    '3March2015',
    'March 3, 2015',
    'Sept. 3rd 2015',
    'MARCH 3 2015',
    'Tuesday 3 March 2015 at 10.30',
    'grandad, 1 February 1931',
    '29 February 2016',
    'DOB 3/3/15',
    'date of birth: 3 March 2015',
    '٣/٣/٢٠١٥',
  ])('%s', (text) => {
    expect(births(text)).toBe(1);
  });

  test('each of several, and both ends of a span', () => {
    expect(births('3/3/2015 and 4 May 2017')).toBe(2);
    expect(births('3/3/2015-4/4/2016')).toBe(2);
  });

  test.each([
    ['no real day', '31/04/2015, 30 February 2015, 29/2/2015, 12/13/2015, 0/1/2015, 2015-13-01'],
    ['half a date', '3 March, March 2015, 3/2015, 2015, 3/3'],
    ['two separators', '3/3-2015'],
    ['a figure too many', '103/03/2015, 03/03/20155, 1.3.3.2015, 3.3.2015.1'],
    ['longer ago than a life', '3 March 1850, 3/3/1910'],
    ['a day to come', '3 March 2031, 3/3/2027, 3.3.27, 3.3.36'],
    ['a visit of the last twelve months', '3 March 2026, 22/11/2026, 2025-12-20'],
    ['a word that only begins like a month', '3 marches 2015, 3 decisions 2015'],
  ])('but not %s', (_, text) => {
    expect(births(text)).toBe(0);
  });

  test('a year ago today, not a day later', () => {
    expect(births('22/11/2025')).toBe(1);
    expect(births('23/11/2025')).toBe(0);
  });

  test('January does not point out the visits of December', () => {
    expect(births('20 December 2026', '2027-01-04')).toBe(0);
    expect(births('20 December 2026', '2027-12-21')).toBe(1);
  });

  test.each([
    'born 3 March 2026',
    'born early, on 3/3/26',
    'DOB: 2026-03-03',
    'd.o.b. 3.3.26',
    'Date of birth 22/11/2026',
    'her birthday is March 3, 2026',
  ])('a baby’s, where the text says so: %s', (text) => {
    expect(births(text)).toBe(1);
  });

  test.each(['born 23/11/2026', 'stubborn on 3/3/2026', 'born. We met, as we had agreed to, on 3/3/2026'])(
    'a word that says nothing of this date: %s',
    (text) => {
      expect(births(text)).toBe(0);
    },
  );

  test('two figures of a year are the past, unless a review may be meant', () => {
    expect(births('3/3/37')).toBe(1);
    expect(births('3/3/00')).toBe(1);
    expect(births('3/3/30')).toBe(0);
  });
});
