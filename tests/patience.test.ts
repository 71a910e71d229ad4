import { expect, test } from '@jest/globals';
import { untilItWorks } from '../bot/patience.ts';
import { startRounds } from '../bot/rounds.ts';
import { eventually } from './helpers/http.ts';

test('work is repeated until it succeeds', async () => {
  let attempts = 0;
  const faults: unknown[] = [];
  const work = async () => {
    attempts += 1;
    if (attempts < 3) throw new Error('away');
  };
  const { signal } = new AbortController();
  expect(await untilItWorks({ work, failed: (error) => faults.push(error), longestPauseMs: 1, signal })).toBe(
    true,
  );
  expect([attempts, faults.length]).toEqual([3, 2]);
});

test('it ends when told to, in the middle of a pause', async () => {
  const stop = new AbortController();
  const work = async () => {
    throw new Error('away');
  };
  const waiting = untilItWorks({
    work,
    failed: () => stop.abort(),
    longestPauseMs: 60_000,
    signal: stop.signal,
  });
  expect(await waiting).toBe(false);
});

test('rounds begin at once, never overlap, outlive a fault, and end with the one under way', async () => {
  let [begun, ended, most] = [0, 0, 0];
  const faults: unknown[] = [];
  const rounds = startRounds({
    everyMs: 1,
    work: async () => {
      begun += 1;
      most = Math.max(most, begun - ended);
      await new Promise((resolve) => setImmediate(resolve));
      ended += 1;
      throw new Error('a fault');
    },
    failed: (error) => faults.push(error),
  });
  expect(begun).toBe(1);
  await eventually('three rounds', () => ended >= 3);
  await rounds.stop();
  expect([most, begun - ended, faults.length]).toEqual([1, 0, ended]);
});
