import { describe, expect, test } from '@jest/globals';
import { amounts, domains, isMismatch, shortOf, windowRows } from '../../bot/reflection/window.ts';

describe('the window', () => {
  test.each([
    ['to', ['support']],
    ['with', []],
    ['for', ['challenge']],
    ['not', ['support', 'challenge']],
  ] as const)('%s is short of %j', (domain, axes) => {
    expect(shortOf(domain)).toEqual(axes);
  });

  test('challenge runs upwards and support runs along the bottom', () => {
    expect(windowRows).toEqual([
      ['to', 'with'],
      ['not', 'for'],
    ]);
  });

  test.each(domains)('"some" and no amount fit %s on both axes', (domain) => {
    for (const axis of ['support', 'challenge'] as const) {
      expect(isMismatch(domain, axis, 'some')).toBe(false);
      expect(isMismatch(domain, axis, null)).toBe(false);
    }
  });

  test.each([
    ['to', 'support', 'aLot', true],
    ['to', 'support', 'aLittle', false],
    ['to', 'challenge', 'hardlyAny', true],
    ['with', 'support', 'aLittle', true],
    ['with', 'challenge', 'aGreatDeal', false],
    ['for', 'challenge', 'aLot', true],
    ['for', 'support', 'aGreatDeal', false],
    ['not', 'support', 'aLot', true],
    ['not', 'challenge', 'hardlyAny', false],
  ] as const)('%s with %s "%s": odd is %s', (domain, axis, amount, odd) => {
    expect(isMismatch(domain, axis, amount)).toBe(odd);
  });

  test('amounts are words', () => {
    for (const amount of amounts) expect(amount).not.toMatch(/\d/);
  });
});
