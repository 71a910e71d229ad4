import { describe, expect, test } from '@jest/globals';
import { BreaksTableRule } from '../../bot/tables/faults.ts';
import { checkKey, fitsAsKey, keyFrom } from '../../bot/tables/keys.ts';
import { checkEntity, checkTransaction, sizeLimits } from '../../bot/tables/sizes.ts';

const row = { partitionKey: 'p', rowKey: 'r' };

describe('keys', () => {
  test.each(['19:abc@thread.tacv2', '11111111-0000-4000-8000-000000000001', '29:1AbC-d_e.f'])(
    'leave an ordinary id as it is: %s',
    (id) => expect(keyFrom(id)).toBe(id),
  );

  test.each(['a/b', 'a\\b', 'a#b', 'a?b', 'a%2Fb', 'a\u0000b', 'a\nb', 'a\u0085b', '\ud800'])(
    'rewrite what the service refuses: %j',
    (id) => expect(fitsAsKey(`x${keyFrom(id)}`)).toBe(true),
  );

  test('never turn two ids into one key', () => {
    const ids = ['a/b', 'a~002fb', 'a~b', 'a\\b', 'ab', 'a~007e002fb'];
    expect(new Set(ids.map(keyFrom)).size).toBe(ids.length);
  });

  test.each([
    ['empty', ''],
    ['too long', 'k'.repeat(513)],
    ['a slash', 'a/b'],
    ['a control character', 'a\tb'],
  ])('are refused when %s', (_, key) => expect(() => checkKey(key)).toThrow(BreaksTableRule));

  test('may be 512 characters long', () => expect(() => checkKey('k'.repeat(512))).not.toThrow());

  test('do not stand in the error about them', () => {
    expect(() => checkKey('secret/words')).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('secret') }),
    );
  });
});

describe('sizes', () => {
  test('a text of 32K characters is taken, one more is not', () => {
    expect(() => checkEntity({ ...row, text: 'x'.repeat(sizeLimits.text) })).not.toThrow();
    expect(() => checkEntity({ ...row, text: 'x'.repeat(sizeLimits.text + 1) })).toThrow(/"text" has 32769/);
  });

  test('252 properties of ours are taken, one more is not', () => {
    const many = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, i) => [`p${i}`, true]));
    expect(() => checkEntity({ ...many(252), ...row })).not.toThrow();
    expect(() => checkEntity({ ...many(253), ...row })).toThrow(/252 properties/);
  });

  test('a row of more than 1 MiB is refused', () => {
    const piece = 'x'.repeat(sizeLimits.text);
    const pieces = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, i) => [`p${i}`, piece]));
    expect(() => checkEntity({ ...pieces(15), ...row })).not.toThrow();
    expect(() => checkEntity({ ...pieces(16), ...row })).toThrow(/1048576 bytes/);
  });

  test('a transaction of more than 100 rows or 4 MiB is refused', () => {
    const rows = (count: number, more = {}) =>
      Array.from({ length: count }, (_, i) => ({ ...row, rowKey: `r${i}`, ...more }));
    expect(() => checkTransaction(rows(100))).not.toThrow();
    expect(() => checkTransaction(rows(101))).toThrow(/100 rows/);
    const large = { a: 'x'.repeat(32_000), b: 'x'.repeat(32_000) };
    expect(() => checkTransaction(rows(33, large))).toThrow(/4194304 bytes/);
  });
});
