import { describe, expect, test } from '@jest/globals';
import { readCaseForm } from '../../bot/guard/council.ts';
import { findIdentifiers } from '../../bot/guard/find.ts';

const countIn = (form: string, text: string): number => {
  const read = readCaseForm(form);
  if ('fault' in read) throw new Error(read.fault);
  const [found] = findIdentifiers(text, [read.pattern]);
  expect(found?.kind ?? 'caseNumber').toBe('caseNumber');
  return found?.count ?? 0;
};
const faultOf = (form: string): string => {
  const read = readCaseForm(form);
  return 'fault' in read ? read.fault : '';
};

describe('a case number’s form', () => {
  test.each([
    ['AAA-999999', 'see LAC-123456, please', 1],
    ['AAA-999999', 'lac-123456 and ABC-654321', 2],
    ['AAA-999999', 'LAC\u2013123456', 1],
    ['AAA-999999', 'LA-123456', 0],
    ['AAA-999999', 'LAC-12345', 0],
    ['AAA-999999', 'LAC-1234567', 0],
    ['AAA-999999', 'XLAC-123456', 0],
    ['AAA-999999', 'LAC123456', 0],
    ['CH-9999', 'CH-2041', 1],
    ['CH-9999', 'ch-2041', 1],
    ['CH-9999', 'CX-2041', 0],
    ['P9999/88', 'P1234/88', 1],
    ['P9999/88', 'P1234/87', 0],
    ['Case 9999', 'case  0412 was opened', 1],
    ['999999', 'number 123456 of them', 1],
    ['999999', '1234567', 0],
    ['(99.9999)', 'as (12.3456) says', 1],
    ['(99.9999)', 'as (12x3456) says', 0],
    ['#999999#', '#123456#', 1],
    [' AA – 9999 ', 'PO - 1234', 1],
    ['ÄÖ9999', 'äö1234', 1],
  ])('%s in “%s”: %i', (form, text, count) => {
    expect(countIn(form, text)).toBe(count);
  });

  test.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['9'.repeat(41), 'longer than 40'],
    ['AAA', 'fewer than 4 digits'],
    ['AAA-999', 'fewer than 4 digits'],
    ['9999', 'would find years'],
    ['99/999', 'would find years'],
    ['A{3}-9999', 'character, number 2,'],
    ['(9999)+', 'character, number 7,'],
    ['AAA-9999*', 'character, number 9,'],
    ['\\d9999', 'character, number 1,'],
    ['[A]9999', 'character, number 1,'],
    ['A|9999', 'character, number 2,'],
    ['AAA\n9999', 'character, number 4,'],
  ])('%j is a fault: %s', (form, fault) => {
    expect(faultOf(form)).toContain(fault);
  });

  test('a fault says what to do and never repeats the setting', () => {
    expect(faultOf('hushQ*')).toMatch(/use 9 for a digit, A for a letter/);
    expect(faultOf('hushQ*')).not.toContain('hushQ');
  });
});
