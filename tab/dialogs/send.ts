import { type ActionField, actionFields, type PlanAction, type PlanFacts } from '../../bot/plan/contract.ts';
import type { Api, Trouble } from '../api/api.ts';
import { mergeThree } from './merge.ts';
import { changedFields, changeOf, isSame, type Values, valuesOf } from './values.ts';

/** How sending went. */
export type Sent =
  /** `taken`: what others had changed in the meantime, and who was the last of them. */
  | { did: 'saved'; action: PlanAction; taken: ActionField[]; by: string }
  /** Both changed the same: a person has to choose. `mine` holds the others' other changes already. */
  | { did: 'clashed'; base: PlanAction; mine: Values; current: PlanAction }
  | { did: 'failed'; trouble: Trouble };

/** As often as somebody else may be quicker before the person is asked to try again. */
const rounds = 5;

const isAction = (current: PlanAction | PlanFacts): current is PlanAction => 'area' in current;

/**
 * Saves what was changed, and only that. Where somebody else was quicker and changed other answers, theirs are
 * taken over and mine sent again on the new version. An answer that was lost on the way shows here as a version
 * that is already mine, and is a success.
 * @param known the newest version there is known to be; left out, the one that was typed over
 */
export const sendChange = async (
  api: Api,
  base: PlanAction,
  mine: Values,
  known: PlanAction = base,
): Promise<Sent> => {
  const taken = new Set<ActionField>();
  let from = base;
  let values = mine;
  let current = known;
  for (let round = 0; round < rounds; round++) {
    const merged = mergeThree(valuesOf(from), values, valuesOf(current), actionFields, isSame);
    if (merged.clashes.length > 0) return { did: 'clashed', base: from, mine: merged.values, current };
    for (const field of merged.taken) taken.add(field);
    values = merged.values;
    from = current;
    const fields = changedFields(valuesOf(from), values);
    const saved = (action: PlanAction): Sent => ({
      did: 'saved',
      action,
      taken: [...taken],
      by: current.updatedBy.name,
    });
    if (fields.length === 0) return saved(from);
    const answer = await api.change(from.id, changeOf(values, fields), from.etag);
    if (answer.ok) return saved(answer.value);
    const { trouble } = answer;
    if (trouble.kind !== 'stale' || !isAction(trouble.current)) return { did: 'failed', trouble };
    current = trouble.current;
  }
  return { did: 'failed', trouble: { kind: 'busy', retryAfter: 1 } };
};
