import { describe, expect, test } from '@jest/globals';
import { findIdentifiers } from '../../bot/guard/find.ts';
import { patternsOn } from '../../bot/guard/patterns.ts';

const patterns = patternsOn('2026-11-22');
/** `phone`, or `phone 2` where there are several; empty where nothing is pointed out. */
const seenIn = (text: string): string =>
  findIdentifiers(text, patterns)
    .map(({ kind, count }) => (count === 1 ? kind : `${kind} ${count}`))
    .join(', ');

describe('points out an NHS number', () => {
  test.each([
    '9434765919',
    '943 476 5919',
    '943-476-5919',
    '943.476.5919',
    '943 4765919',
    'NHS:943  476\u00a05919.',
    'NHS9434765919',
    'in room 123 943 476 5919',
    '101 000 1000 (a check digit of nought)',
    '401 023 2137',
  ])('%s', (text) => {
    expect(seenIn(text)).toBe('nhsNumber');
  });

  test.each([
    ['a check digit that is wrong', '943 476 5918'],
    ['eleven digits', '94347659190'],
    ['nine digits', '943 476 591'],
    ['another grouping', '94 34 76 59 19'],
    ['over two lines', '943 476\n5919'],
    ['a placeholder', '000 000 0000 or 4444444444'],
    ['a check digit that would be ten', '100 000 0010'],
  ])('but not %s', (_, text) => {
    expect(seenIn(text)).toBe('');
  });
});

describe('points out a National Insurance number', () => {
  test.each([
    'AB123456C',
    'AB 12 34 56 C',
    'ab123456c',
    'AB-12-34-56-C',
    'AB 123 456 D',
    'her NI is jg 10 37 59 b.',
  ])('%s', (text) => {
    expect(seenIn(text)).toBe('nationalInsurance');
  });

  test.each([
    ['a first letter that is never used', 'DA123456C, QQ123456C, VA123456C'],
    ['a second letter that is never used', 'AO123456C, AF123456C'],
    [
      'a prefix that was never given out',
      'BG123456A GB123456A NK123456A KN123456A TN123456A NT123456A ZZ123456A',
    ],
    ['a last letter beyond D', 'AB123456E'],
    ['a reference without the last letter', 'AB123456'],
    ['too few digits', 'AB12345C'],
    ['part of something longer', 'XAB123456C AB123456CD'],
    ['an article', 'as 100 200 a month'],
  ])('but not %s', (_, text) => {
    expect(seenIn(text)).toBe('');
  });
});

describe('points out a phone number', () => {
  test.each([
    '07700 900123',
    '07700900123',
    '07700 900 123',
    '07 700 900 123',
    '07700-900-123',
    '+44 7700 900123',
    '+447700900123',
    '0044 7700 900123',
    '+44 (0)7700 900123',
    '(+44) 7700 900123',
    '(023) 9284 1560',
    '023 9284 1560',
    '(02392) 841560',
    '02392 841 560.',
    '+44 (0) 23 9284 1560',
    '0113 496 0123',
    '0161 496 0123',
    '01632 960123',
    '01204 52345',
    '07624 412345',
    'ring 07700 900123 2 times',
    'ward 03000 07700 900123',
    '+44 77 00 90 01 23',
  ])('%s', (text) => {
    expect(seenIn(text)).toBe('phone');
  });

  test.each([
    ['a reference of eleven digits', '12345678901'],
    ['a reference that begins with nought', '00123456789, 01012345678, 04123456789, 06123456789'],
    ['one digit too many', '07700 9001234'],
    ['one digit too few', '07700 90012'],
    ['ten digits at one go', '0120452345'],
    ['a helpline', 'Childline is 0800 1111, the desk is 0300 123 4567 and 0808 800 5000'],
    ['a pager or personal number', '07000 123456'],
    ['single digits', '0 7 7 0 0 9 0 0 1 2 3'],
    ['times', 'at 07.30 08.15 09.00, or 07.30-08.15-09.00'],
    ['a list of small numbers', '01 23 45 67 89 10, or 020 12 34 56 7 8'],
    ['a decimal fraction', '0.1234567890'],
    ['another country', '+33 1 23 45 67 89'],
    ['half a number', 'extension 841560, or 9284 1560'],
  ])('but not %s', (_, text) => {
    expect(seenIn(text)).toBe('');
  });
});

describe('points out an e-mail address', () => {
  test.each([
    'sam@example.org',
    'Sam.O’Brien+home@mail.example.co.uk',
    'write to <jo_1@example.org>, please.',
    'mailto:jo@example.org?subject=hello',
    'josé@exämple.org',
    `${'a'.repeat(100)}@example.org`,
    'sam＠example.org',
  ])('%s', (text) => {
    expect(seenIn(text)).toBe('email');
  });

  test.each(['@Sam said so', 'meet @ 10.30', 'sam@home', 'sam@ example.org', 'sam at example.org', 'a@b.c'])(
    'but not in %s',
    (text) => {
      expect(seenIn(text)).toBe('');
    },
  );
});

describe('points out a postcode', () => {
  test.each([
    'M1 1AE',
    'B33 8TH',
    'CR2 6XH',
    'DN55 1PT',
    'W1A 1HQ',
    'EC1A 1BB',
    'PO1 2AL',
    'po1 2al',
    'Po1  2Al.',
    'PO12AL',
    'SW1A1AA',
    'they live near BT1 5GS now',
    'S17 2ND',
    'JE2 3AB',
  ])('%s', (text) => {
    expect(seenIn(text)).toBe('postcode');
  });

  test.each([
    ['small letters without a space', 'po12al, sw1a1aa'],
    ['an area that does not exist', 'XX1 2AB, QO1 2AL, AC1 2AB'],
    ['letters that end none', 'PO1 2AC, PO1 2IL, PO1 2AM, PO1 2VO'],
    ['the first half alone', 'in PO1 and SW1A'],
    ['part of something longer', 'XPO1 2AL, PO1 2ALX, PO123 4AL'],
    ['the time of day', 's17 4am, S47 5pm, e1 7pm'],
    ['an ordinal', 's47 1st meeting, S17 2nd review, S47 3rd, s47 4th'],
    ['an amount', 's20 3yr plan, m1 2hr drive, w6 5ft fence'],
  ])('but not %s', (_, text) => {
    expect(seenIn(text)).toBe('');
  });
});

describe('ordinary writing of social work is left alone', () => {
  test.each([
    'We met in room 12 and have been at this since 3 March.',
    'Section 47 was mentioned, then s.17, then S17 again.',
    'He kept 2 of 10 visits; she came at 10.30, then at 2pm.',
    'Year 9 is hard, and so were Years 7 and 8.',
    'EHCP, CIN, LAC, MASH and a TAF of 6.',
    'Flat 4, number 17, the No. 9 bus.',
    'It has been 3-4 weeks; in March 2024 it was 2/3 of the time.',
    'The budget is £1,250.00, or 12.5% of 10,000.',
    'Case 2024/0123 and reference 12345678901.',
    'Working Together 2023, chapter 1, paragraph 2.14',
    'About 24/7 care, 50/50, and a score of 7/10.',
    'From 2019 to 2023, that is 4 years.',
    'Mum said "I’m not doing it", and dad agreed.',
    'COVID-19, Form B12, A4 paper, M27 and the A27.',
    '',
  ])('%s', (text) => {
    expect(seenIn(text)).toBe('');
  });

  test('a whole family, each kind with its count', () => {
    const text =
      'Born 3 March 2015, sister 4.5.17. NHS 943 476 5919. Mum 07700 900123, dad 07700 900124, mum@example.org, PO1 2AL, AB123456C';
    expect(seenIn(text)).toBe('email, nhsNumber, nationalInsurance, phone 2, postcode, birthDate 2');
  });
});
