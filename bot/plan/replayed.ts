import type { PersonId } from '../people/person.ts';
import type { PlanAction } from './contract.ts';
import { isRefusal, type Refusal } from './desk.ts';

/** A doubled press finds what its first delivery did: the same person's doing, as it was asked for. */
export const replayed = (
  changed: { action: PlanAction } | Refusal,
  by: PersonId,
  isAsAsked: (action: PlanAction) => boolean,
): { action: PlanAction } | Refusal => {
  if (!isRefusal(changed) || changed.refused !== 'stale' || !('status' in changed.current)) return changed;
  const { current } = changed;
  return current.updatedBy.id === by && isAsAsked(current) ? { action: current } : changed;
};
