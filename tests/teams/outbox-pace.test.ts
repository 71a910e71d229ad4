import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createPace, type Pause } from '../../bot/teams/pace.ts';
import { mostInOneSecond, steppedClock } from './outbox-clock.ts';

const always = async () => true;

/** Asks for turns at the given moments and tells when each left; null for one that never did. */
const leave = async (
  { rate, late = () => 0, holds = [] }: { rate: number; late?: () => number; holds?: [number, number][] },
  askedAt: readonly number[],
): Promise<(number | null)[]> => {
  const clock = steppedClock();
  const { signal } = new AbortController();
  // A timer fires later than it should, as those of a busy server do.
  const pause: Pause = (ms, given) => clock.pause(ms + late(), given);
  const pace = createPace({ rate, now: clock.now, pause, signal });
  const held = holds.map(([at, ms]) => clock.pause(at, signal).then(() => pace.hold(ms)));
  const turns = askedAt.map(async (at) => {
    await clock.pause(at, signal);
    return (await pace.turn(always)) ? clock.now() : null;
  });
  const [left] = await clock.run(Promise.all([Promise.all(turns), Promise.all(held)]));
  return left;
};

/** Milliseconds; mostly none, at times a good deal. */
const lateness = fc.oneof({ weight: 9, arbitrary: fc.constant(0) }, fc.integer({ min: 0, max: 300 }));

const rates = fc.oneof(
  fc.double({ min: 0.1, max: 1, noNaN: true }),
  fc.integer({ min: 1, max: 30 }),
  fc.double({ min: 1, max: 300, noNaN: true }),
  fc.constant(1_000),
);

test('whatever the rate, however late timers are and whenever people ask: never above it in any one second', async () => {
  await fc.assert(
    fc.asyncProperty(
      rates,
      fc.array(fc.integer({ min: 0, max: 3_000 }), { maxLength: 100 }),
      fc.array(lateness, { minLength: 1, maxLength: 100 }),
      async (rate, some, late) => {
        const many: number[] = Array(Math.min(500, Math.ceil(rate * 3))).fill(0);
        let n = 0;
        const left = await leave({ rate, late: () => late[n++ % late.length] ?? 0 }, [...many, ...some]);
        expect(left).not.toContain(null);
        expect(mostInOneSecond(left.map(Number))).toBeLessThanOrEqual(Math.ceil(rate));
      },
    ),
    { numRuns: 100 },
  );
});

test('a hold is kept by everybody, also by those who were already waiting', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 50 }),
      fc.array(fc.integer({ min: 0, max: 2_000 }), { minLength: 1, maxLength: 60 }),
      fc.integer({ min: 0, max: 2_000 }),
      fc.integer({ min: 1, max: 240_000 }),
      async (rate, askedAt, at, ms) => {
        const left = await leave({ rate, holds: [[at, ms]] }, askedAt);
        expect(left.filter((moment) => Number(moment) > at && Number(moment) < at + ms)).toEqual([]);
      },
    ),
    { numRuns: 40 },
  );
});

test('messages leave one by one, evenly and in the order in which they were asked for', async () => {
  const left = (await leave({ rate: 10 }, Array(40).fill(0))).map(Number);
  expect(left[0]).toBe(0);
  const gaps = left.slice(1).map((moment, index) => moment - (left[index] ?? 0));
  expect(Math.min(...gaps)).toBeGreaterThan(100);
  expect(Math.max(...gaps)).toBeLessThan(104.1);
});

test('nobody who asks after a pause waits, and the pause is not made up for', async () => {
  const left = (await leave({ rate: 10 }, [0, 60_000, 60_000, 60_000])).map(Number);
  expect(left.slice(0, 2)).toEqual([0, 60_000]);
  expect((left[2] ?? 0) - (left[1] ?? 0)).toBeGreaterThan(100);
});

test('late timers cost little: what they lose is made up for', async () => {
  let n = 0;
  const late = () => (n++ % 40 === 0 ? 60 : 1);
  const left = (await leave({ rate: 200, late }, Array(4_000).fill(0))).map(Number);
  expect(3_999 / ((left.at(-1) ?? 0) / 1_000)).toBeGreaterThan(0.96 * 200);
});

test('the end of waiting lets nobody go', async () => {
  const stop = new AbortController();
  const clock = steppedClock();
  const pace = createPace({ rate: 1, now: clock.now, pause: clock.pause, signal: stop.signal });
  const turns = [1, 2, 3].map(() => pace.turn(always));
  expect(await clock.run(turns[0] as Promise<boolean>)).toBe(true);
  stop.abort();
  expect(await clock.run(Promise.all(turns))).toEqual([true, false, false]);
  expect(await clock.run(pace.turn(always))).toBe(false);
});

test('who may no longer send has no turn and takes nobody else’s; a fault of asking is that asker’s alone', async () => {
  const clock = steppedClock();
  const { signal } = new AbortController();
  const pace = createPace({ rate: 1, now: clock.now, pause: clock.pause, signal });
  const turns = [
    pace.turn(async () => false),
    pace.turn(() => Promise.reject(new Error('Storage is away.'))),
    pace.turn(always),
  ];
  const settled = await clock.run(Promise.allSettled(turns));
  expect(settled.map((turn) => (turn.status === 'fulfilled' ? turn.value : 'fault'))).toEqual([
    false,
    'fault',
    true,
  ]);
  expect(clock.now()).toBe(0);
});

test('somebody who was asked for long while everybody is held waits for that too', async () => {
  const clock = steppedClock();
  const { signal } = new AbortController();
  const pace = createPace({ rate: 1, now: clock.now, pause: clock.pause, signal });
  let asked = 0;
  const slow = async () => {
    asked += 1;
    if (asked === 1) pace.hold(5_000);
    return true;
  };
  await clock.run(pace.turn(slow));
  expect([clock.now(), asked]).toEqual([5_000, 2]);
});
