import type { Pause } from '../../bot/teams/pace.ts';

/** A clock in milliseconds that goes only when everybody waits, to the next moment that somebody waits for. */
export type SteppedClock = {
  now: () => number;
  pause: Pause;
  /** Lets the clock go until the work is done. @throws where nobody waits for a moment and it is not done. */
  run<T>(work: Promise<T>): Promise<T>;
};

export const steppedClock = (): SteppedClock => {
  let now = 0;
  const timers = new Set<{ at: number; ring: () => void }>();

  const pause: Pause = (ms, signal) =>
    new Promise((resolve) => {
      const timer = { at: now + ms, ring };
      function ring() {
        timers.delete(timer);
        signal.removeEventListener('abort', ring);
        resolve();
      }
      timers.add(timer);
      signal.addEventListener('abort', ring, { once: true });
      if (signal.aborted) ring();
    });

  return {
    now: () => now,
    pause,
    run: async (work) => {
      let isDone = false;
      const done = () => {
        isDone = true;
      };
      work.then(done, done);
      for (;;) {
        // All that can go on without the clock has gone on after this.
        await new Promise((resolve) => setImmediate(resolve));
        if (isDone) return work;
        const next = Math.min(...[...timers].map(({ at }) => at));
        if (next === Number.POSITIVE_INFINITY) throw new Error('Nobody waits for a moment.');
        now = Math.max(now, next);
        for (const timer of [...timers].filter(({ at }) => at <= now)) timer.ring();
      }
    },
  };
};

/** The most that lie within any one second. */
export const mostInOneSecond = (moments: readonly number[]): number => {
  const inOrder = [...moments].sort((one, other) => one - other);
  let from = 0;
  let most = 0;
  for (const [index, moment] of inOrder.entries()) {
    while (moment - (inOrder[from] ?? moment) >= 1_000) from += 1;
    most = Math.max(most, index - from + 1);
  }
  return most;
};
