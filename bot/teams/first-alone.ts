/**
 * The first call after a rest fetches a token and opens a connection. Others that may go meanwhile would wait for
 * the same, and then arrive all at once, above the rate at which they left: so it goes alone.
 */
export type FirstAlone = <T>(call: () => Promise<T | null>) => Promise<T | null>;

/** Connections that nobody uses are closed after a few seconds, in milliseconds. */
const restMs = 3_000;

/** A call that gives null was not made. @param now milliseconds of a clock that only goes forward */
export const createFirstAlone = (now: () => number): FirstAlone => {
  let answeredAt = Number.NEGATIVE_INFINITY;
  let first: Promise<void> | null = null;

  return async (call) => {
    while (first !== null) await first;
    const done = Promise.withResolvers<void>();
    const isFirst = now() - answeredAt > restMs;
    if (isFirst) first = done.promise;
    try {
      const answer = await call();
      if (answer !== null) answeredAt = now();
      return answer;
    } finally {
      if (isFirst) first = null;
      done.resolve();
    }
  };
};
