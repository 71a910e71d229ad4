const isOk = (status) => status === 200;
const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * Asks until the URL answers with an accepted status; throws after `within` milliseconds, or as soon as `signal`
 * says that nobody waits any more, naming what was waited for and the last answer.
 *
 * @param {string} url
 * @param {string} what
 * @param {{ within?: number, accept?: (status: number) => boolean, signal?: AbortSignal }} [options]
 */
export const untilAnswers = async (url, what, { within = 30_000, accept = isOk, signal } = {}) => {
  const deadline = Date.now() + within;
  let last = 'no answer';
  while (Date.now() < deadline && !signal?.aborted) {
    try {
      const answer = await fetch(url, { signal: AbortSignal.timeout(2_000) });
      await answer.body?.cancel();
      if (accept(answer.status)) return;
      last = `status ${answer.status}`;
    } catch {
      last = 'no answer';
    }
    await pause(100);
  }
  throw new Error(`${what} was not ready after ${within / 1000} s (${last} at ${url})`);
};
