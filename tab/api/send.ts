import { patience, within } from '../patience.ts';
import type { Result, Trouble } from './api.ts';
import { troubleOf } from './problem.ts';

export type Call = {
  method?: 'GET' | 'PUT' | 'POST' | 'PATCH' | 'DELETE';
  path: string;
  body?: object;
  headers?: Record<string, string>;
};

/** A token for the API, a new one where `fresh`; throws where the person is not signed in. */
export type Token = (fresh?: boolean) => Promise<string>;

/**
 * Sends one call with a token, and once more with a fresh one where the token was refused; a host that gives no
 * token is not asked again, as each asking may open a window before the person. Gives the answer where it is a
 * success or "not modified". Never throws.
 * @param wait how long the token, and then the answer, may take, in milliseconds. The person can try again, and a
 * creation that did arrive is not made twice.
 */
export const createSend = (token: Token, wait = patience) => {
  const attempt = async (call: Call, fresh: boolean): Promise<Result<Response>> => {
    const bearer = await within(wait, token(fresh)).catch(() => null);
    if (bearer === null) return no({ kind: isOffline() ? 'offline' : 'signIn' });
    const answer = await fetched(call, bearer, wait);
    const wasRefused = !answer.ok && answer.trouble.kind === 'signIn';
    return wasRefused && !fresh ? attempt(call, true) : answer;
  };
  return (call: Call): Promise<Result<Response>> => attempt(call, false);
};

const fetched = async (call: Call, bearer: string, wait: number): Promise<Result<Response>> => {
  try {
    const response = await fetch(call.path, {
      method: call.method ?? 'GET',
      headers: {
        authorization: `Bearer ${bearer}`,
        ...(call.body ? { 'content-type': 'application/json' } : {}),
        ...call.headers,
      },
      ...(call.body ? { body: JSON.stringify(call.body) } : {}),
      // What the plan's readers see stays out of the disk's cache; "not modified" is dealt with here.
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'error',
      signal: AbortSignal.timeout(wait),
    });
    if (response.ok || response.status === 304) return { ok: true, value: response };
    return no(await troubleOf(response));
  } catch {
    return no({ kind: 'offline' });
  }
};

const no = (trouble: Trouble): { ok: false; trouble: Trouble } => ({ ok: false, trouble });

/** A host without a connection cannot give a token either, which is no matter of signing in. */
const isOffline = (): boolean => 'onLine' in navigator && navigator.onLine === false;
