/**
 * Repeats the work until it succeeds, with a pause between attempts that grows up to the given longest, in
 * milliseconds. Resolves false when told to give up first. For the start alone, where storage may come later.
 */
export const untilItWorks = async (parts: {
  work: () => Promise<void>;
  failed: (error: unknown) => void;
  longestPauseMs: number;
  signal: AbortSignal;
}): Promise<boolean> => {
  for (let pause = 100; !parts.signal.aborted; pause = Math.min(pause * 2, parts.longestPauseMs)) {
    try {
      await parts.work();
      return true;
    } catch (error) {
      parts.failed(error);
      await wait(pause, parts.signal);
    }
  }
  return false;
};

const wait = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done, { once: true });
    function done() {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    }
  });
