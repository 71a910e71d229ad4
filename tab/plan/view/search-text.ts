import type { PlanAction } from '../../../bot/plan/contract.ts';
import { simplified } from '../../simplified.ts';

/** Everything of an action that a search looks through; made once for each version of an action. */
export const searchText = (action: PlanAction): string => {
  const known = made.get(action);
  if (known !== undefined) return known;
  const text = simplified(
    [
      action.area,
      action.activities,
      ...action.who.map(({ name }) => name),
      action.support,
      action.timescale,
      action.outcome,
      action.outcomeSeen,
    ].join('\n'),
  );
  made.set(action, text);
  return text;
};
const made = new WeakMap<PlanAction, string>();
