import { patience } from './patience.ts';

/** A token that runs out sooner than this is asked for anew. */
const margin = 60_000;

type Token = (fresh?: boolean) => Promise<string>;

/**
 * Keeps a person's token while it is good, so that the host is not asked before each call. What a token says is read
 * for its end alone; who somebody is, the server decides.
 * @param ask gets one from the host; what it throws is thrown on, and asked again next time
 * @param now milliseconds since 1970
 * @param wait so long one question counts as under way, in milliseconds; after that a call asks anew
 */
export const keepToken = (
  ask: () => Promise<string>,
  now: () => number = Date.now,
  wait = patience,
): Token => {
  let kept: { token: string; until: number } | null = null;
  let asking: Promise<string> | null = null;
  const askAnew = (): Promise<string> => {
    // What comes late is kept all the same: the person may have been reading what they were asked.
    const answer = ask().then((token) => {
      kept = { token, until: endOf(token) };
      return token;
    });
    const over = (): void => {
      clearTimeout(timer);
      if (asking === answer) asking = null;
    };
    const timer = setTimeout(over, wait);
    answer.then(over, over);
    return answer;
  };
  return async (fresh = false) => {
    if (!fresh && kept && now() < kept.until - margin) return kept.token;
    // Calls at the same moment share one question.
    asking ??= askAnew();
    return asking;
  };
};

/**
 * Asks before anybody needs it. Whatever comes of that, a refusal too, is the answer to the first call: a person who
 * was asked once is not asked again at once.
 */
export const askedEarly = (token: Token): Token => {
  let early: Promise<string> | null = token();
  early.catch(() => {});
  return (fresh = false) => {
    const first = fresh ? null : early;
    early = null;
    return first ?? token(fresh);
  };
};

/** When a token ends, in milliseconds since 1970; 0 where it does not say. */
export const endOf = (token: string): number => {
  try {
    const [, claims = ''] = token.split('.');
    const { exp } = JSON.parse(atob(claims.replaceAll('-', '+').replaceAll('_', '/'))) as { exp?: unknown };
    return typeof exp === 'number' ? exp * 1000 : 0;
  } catch {
    return 0;
  }
};
