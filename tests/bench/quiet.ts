import { setTimeout as pause } from 'node:timers/promises';

/** Resolves once a count has stood still for 300 ms: what turns left to do is done. @throws after 15 s */
export const quiet = async (count: () => number): Promise<void> => {
  const deadline = performance.now() + 15_000;
  let last = count();
  let since = performance.now();
  while (performance.now() - since < 300) {
    if (performance.now() > deadline) throw new Error('The server did not come to rest.');
    await pause(20);
    if (count() === last) continue;
    last = count();
    since = performance.now();
  }
};
