import { isRefusal, type Refusal } from '../plan/desk.ts';

/** Somebody else may change it between two attempts; more often than this is not to be expected. */
const most = 4;

/**
 * Makes a change under the tag that `If-Match` allows. A list, and `*`, stand for whichever version is the current
 * one: the desk tells it with its refusal.
 */
export const matching = async <T extends object | string>(
  allowed: '*' | readonly string[],
  change: (etag: string) => Promise<T | Refusal>,
): Promise<T | Refusal> => {
  // No version has an empty tag, so that nothing matches where nothing is allowed.
  let etag = allowed === '*' ? '' : (allowed[0] ?? '');
  for (let attempt = 1; ; attempt += 1) {
    const answer = await change(etag);
    if (typeof answer === 'string' || !isRefusal(answer) || answer.refused !== 'stale') return answer;
    const { current } = answer;
    const isAllowed = allowed === '*' || allowed.includes(current.etag);
    if (!isAllowed || current.etag === etag || attempt === most) return answer;
    etag = current.etag;
  }
};
