import type { PlanFacts } from '../../bot/plan/contract.ts';
import type { Api, Trouble } from '../api/api.ts';
import {
  changedFacts,
  type FactField,
  type Facts,
  factFields,
  factsDraft,
  factsOf,
  isSameFact,
} from './facts.ts';
import { mergeThree } from './merge.ts';

export type FactsSent =
  | { did: 'saved'; plan: PlanFacts }
  /** Both changed these: a person has to choose. `mine` holds the others' other changes already. */
  | { did: 'clashed'; clashes: FactField[]; mine: Facts; current: PlanFacts }
  | { did: 'failed'; trouble: Trouble };

/** As often as somebody else may be quicker before the person is asked to try again. */
const rounds = 5;

/** Saves what was changed of the plan's facts, and only that; what only others changed is taken over. */
export const sendFacts = async (api: Api, base: PlanFacts, mine: Facts): Promise<FactsSent> => {
  let from = base;
  let facts = mine;
  for (let round = 0; round < rounds; round++) {
    const fields = changedFacts(factsOf(from), facts);
    if (fields.length === 0) return { did: 'saved', plan: from };
    const answer = await api.set(factsDraft(facts, fields), from.etag);
    if (answer.ok) return { did: 'saved', plan: answer.value };
    const { trouble } = answer;
    if (trouble.kind !== 'stale' || !('managers' in trouble.current)) return { did: 'failed', trouble };
    const { current } = trouble;
    const merged = mergeThree(factsOf(from), facts, factsOf(current), factFields, isSameFact);
    if (merged.clashes.length > 0) {
      return { did: 'clashed', clashes: merged.clashes, mine: merged.values, current };
    }
    facts = merged.values;
    from = current;
  }
  return { did: 'failed', trouble: { kind: 'busy', retryAfter: 1 } };
};
