import { expect, test } from '@jest/globals';
import { retryAfterMs } from '../../bot/teams/retry-after.ts';

const now = Date.parse('2026-11-23T08:30:00Z');
const inTwoMinutes = 'Mon, 23 Nov 2026 08:32:00 GMT';

test.each<[string, Record<string, string>, number | undefined]>([
  ['nothing said', {}, undefined],
  ['seconds', { 'retry-after': '17' }, 17_000],
  ['part of a second', { 'retry-after': '0.5' }, 500],
  ['a date, by this machine’s clock', { 'retry-after': inTwoMinutes }, 120_000],
  [
    'a date, by the clock of who answered',
    { 'retry-after': inTwoMinutes, date: 'Mon, 23 Nov 2026 08:31:50 GMT' },
    10_000,
  ],
  ['a date that has passed', { 'retry-after': 'Mon, 23 Nov 2026 08:29:00 GMT' }, 0],
  ['a word', { 'retry-after': 'soon' }, undefined],
  ['an empty header', { 'retry-after': '' }, undefined],
])('%s', (_case, headers, ms) => {
  expect(retryAfterMs(new Headers(headers), now)).toBe(ms);
});
