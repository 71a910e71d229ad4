/** Work that a graceful stop waits for: turns in progress, and what they left to do after their answer. */
export type Drain = {
  /** Runs the work and keeps it in view until it ends; its outcome is the caller's. */
  track<T>(work: Promise<T>): Promise<T>;
  /** True once nothing is under way, false if that took longer than the given time. */
  settled(withinMs: number): Promise<boolean>;
};

export const createDrain = (): Drain => {
  const underWay = new Set<Promise<unknown>>();
  return {
    track: (work) => {
      underWay.add(work);
      const done = () => underWay.delete(work);
      work.then(done, done);
      return work;
    },
    settled: async (withinMs) => {
      const late = Promise.withResolvers<false>();
      const timer = setTimeout(() => late.resolve(false), withinMs);
      const finished = async () => {
        // Work may start work: look again until nothing is left.
        while (underWay.size > 0) await Promise.allSettled(underWay);
        return true;
      };
      try {
        return await Promise.race([finished(), late.promise]);
      } finally {
        clearTimeout(timer);
      }
    },
  };
};
