import type { Access, Standing } from '../../people/access.ts';
import type { PersonId } from '../../people/person.ts';
import type { Me } from '../contract.ts';
import type { Refusal } from '../desk.ts';
import type { Plan } from '../record.ts';

/** How the roster has this person, or why they hear nothing of a plan. Asked before anything else. */
export const standingIn = async (
  access: Access,
  planId: string,
  by: PersonId,
): Promise<Standing | Refusal> => {
  const asked = await access.of(planId, by);
  return typeof asked === 'string' ? { refused: asked } : asked;
};

/** What they may do in the plan (null: there is none yet); null for a guest to whom it is not open. */
export const roleIn = (plan: Plan | null, by: PersonId, { guest }: Standing): Me | null => {
  if (guest) {
    return plan?.guestsRead ? { id: by, canEdit: false, isManager: false, mayAppoint: false } : null;
  }
  const isManager = plan?.managers.some(({ id }) => id === by) ?? false;
  return { id: by, canEdit: true, isManager, mayAppoint: isManager || !hasManager(plan) };
};

/** Whether somebody who manages it is still in the team. */
const hasManager = (plan: Plan | null): boolean =>
  plan?.managers.some(({ id }) => !plan.left.includes(id)) ?? false;
