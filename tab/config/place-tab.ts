import type { PlanFacts } from '../../bot/plan/contract.ts';
import type { Api, Result } from '../api/api.ts';

/** As often as somebody else may change the plan's facts in the meantime before the person presses *Save* again. */
const rounds = 5;

/** Tells the plan in which channel its tab stands. No other fact is touched, so others' changes are in nobody's way. */
export const placeTab = async (
  api: Pick<Api, 'set'>,
  tabChannel: string,
  etag: string,
): Promise<Result<PlanFacts>> => {
  let known = etag;
  for (let round = 1; ; round += 1) {
    const answer = await api.set({ tabChannel }, known);
    if (answer.ok || answer.trouble.kind !== 'stale' || round === rounds) return answer;
    known = answer.trouble.current.etag;
  }
};
