/** Does the work for each, that many at the same time. Throws the first fault once all under way has ended. */
export const inParallel = async <T>(
  width: number,
  items: Iterable<T> | AsyncIterable<T>,
  work: (item: T) => Promise<void>,
): Promise<void> => {
  const pool = createPool(width);
  try {
    for await (const item of items) {
      await pool.room(1);
      pool.start(() => work(item));
    }
  } finally {
    await pool.drained();
  }
};

/** Work under way, so much and no more at once. */
export type Pool = {
  /** Resolves once that many more may start. @throws the fault of a work that failed */
  room(more: number): Promise<void>;
  start(work: () => Promise<void>): void;
  /** Resolves once nothing is under way. @throws as `room` does */
  drained(): Promise<void>;
};

export const createPool = (most: number): Pool => {
  let underWay = 0;
  let fault: { error: unknown } | null = null;
  let waiting: (() => void)[] = [];
  const until = async (isSo: () => boolean): Promise<void> => {
    while (!isSo()) {
      await new Promise<void>((resolve) => {
        waiting.push(resolve);
      });
    }
  };
  const check = () => {
    if (fault !== null) throw fault.error;
  };
  return {
    room: async (more) => {
      await until(() => underWay === 0 || underWay + more <= most);
      check();
    },
    start: (work) => {
      underWay += 1;
      void work()
        .catch((error: unknown) => {
          fault ??= { error };
        })
        .finally(() => {
          underWay -= 1;
          const woken = waiting;
          waiting = [];
          for (const wake of woken) wake();
        });
    },
    drained: async () => {
      await until(() => underWay === 0);
      check();
    },
  };
};

/** The items in groups of so many, in their order. */
export async function* inGroups<T>(items: AsyncIterable<T>, size: number): AsyncGenerator<T[]> {
  let group: T[] = [];
  for await (const item of items) {
    group.push(item);
    if (group.length < size) continue;
    yield group;
    group = [];
  }
  if (group.length > 0) yield group;
}
