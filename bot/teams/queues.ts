/** Runs work on the same key one after the other, in the order it was asked for; other keys do not wait. */
export type Queues = <T>(key: string, work: () => Promise<T>) => Promise<T>;

/** For this process alone: what must hold between instances is storage's to keep. */
export const createQueues = (): Queues => {
  const last = new Map<string, Promise<unknown>>();
  return async (key, work) => {
    const mine = (last.get(key) ?? Promise.resolve()).then(work, work);
    last.set(key, mine);
    try {
      return await mine;
    } finally {
      if (last.get(key) === mine) last.delete(key);
    }
  };
};
