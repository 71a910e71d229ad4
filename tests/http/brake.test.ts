import { expect, test } from '@jest/globals';
import { createBrake } from '../../bot/http/brake.ts';

test('lets the given number through at once, then one at a time as the minute goes by', () => {
  let now = 0;
  const brake = createBrake(6, () => now);
  expect(Array.from({ length: 7 }, () => brake.take('sam'))).toEqual([0, 0, 0, 0, 0, 0, 10]);
  now = 4_000;
  expect(brake.take('sam')).toBe(6);
  now = 10_000;
  expect([brake.take('sam'), brake.take('sam')]).toEqual([0, 10]);
  now = 3_600_000;
  expect(Array.from({ length: 7 }, () => brake.take('sam')).filter((wait) => wait === 0)).toHaveLength(6);
});

test('holds up nobody for what another did', () => {
  const brake = createBrake(1, () => 0);
  expect([brake.take('sam'), brake.take('sam'), brake.take('jo')]).toEqual([0, 60, 0]);
});

test('remembers no more than it was told to, and forgets those seen longest ago', () => {
  const brake = createBrake(1, () => 0, 2);
  for (const who of ['sam', 'jo', 'sam', 'kim']) brake.take(who);
  // Jo was forgotten, so the bucket is full again; Sam and Kim are remembered.
  expect([brake.take('sam'), brake.take('kim')]).toEqual([60, 60]);
  expect(brake.take('jo')).toBe(0);
});
