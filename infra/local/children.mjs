/**
 * Keeps the children of one stack together: stops them in the reverse order of starting, so that storage goes
 * last, and tells of the first one that ends without having been asked to.
 */
export const createChildren = () => {
  const running = [];
  const expected = new Set();
  let stopped = null;
  let tell;
  /** Resolves with a sentence and the end of its log if a child ends by itself; never rejects. */
  const trouble = new Promise((resolve) => {
    tell = resolve;
  });

  const add = (child) => {
    running.push(child);
    child.ended.then(async (how) => {
      if (stopped || expected.has(child)) return;
      tell(
        `${child.name} stopped by itself (${how}). The end of its log, ${child.logFile}:\n\n${await child.tail()}`,
      );
    });
  };
  const stopAll = async () => {
    for (const child of running.toReversed()) await child.stop();
  };

  return {
    add,
    trouble,
    /** The end of this child is intended. */
    expect: (child) => expected.add(child),
    /** Stops all; asked again, it waits for the same end. */
    stop: () => {
      stopped ??= stopAll();
      return stopped;
    },
  };
};
