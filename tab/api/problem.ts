import type { PlanAction, PlanFacts, Problem } from '../../bot/plan/contract.ts';
import type { Trouble } from './api.ts';

/**
 * What an answer that is no success means for the tab. A body that is no problem document (a proxy's page, say)
 * counts as an empty one.
 */
export const troubleOf = async (response: Response): Promise<Trouble> => {
  const problem = await problemIn(response);
  switch (response.status) {
    case 401:
      return { kind: is(problem, 'other-tenant') ? 'elsewhere' : 'signIn' };
    case 403:
      return { kind: is(problem, 'not-allowed') ? 'notAllowed' : 'outside' };
    case 404:
    case 410:
      return { kind: 'gone' };
    case 412:
      return problem.current
        ? { kind: 'stale', current: problem.current as PlanAction | PlanFacts }
        : { kind: 'broken', status: 412 };
    case 422:
      return { kind: 'unfit', faults: problem.errors ?? [] };
    case 429:
    case 503:
      return { kind: 'busy', retryAfter: secondsIn(response.headers.get('retry-after')) };
    default:
      return { kind: 'broken', status: response.status };
  }
};

const problemIn = async (response: Response): Promise<Partial<Problem>> => {
  const body: unknown = await response.json().catch(() => null);
  return typeof body === 'object' && body !== null ? body : {};
};

/** Some refusals share a status: not one of the team, and a member who may not do this. */
const is = (problem: Partial<Problem>, type: string): boolean => problem.type?.endsWith(`:${type}`) ?? false;

/** `Retry-After` in seconds; a date, or nothing that can be read, counts as a short while. */
const secondsIn = (header: string | null): number => {
  const seconds = Number(header);
  return header !== null && Number.isFinite(seconds) && seconds >= 0 ? Math.min(seconds, 300) : 5;
};
