import { type Me, type PlanAction, type PlanFacts, planLimits, type RemovedAction } from '../contract.ts';
import type { Action, Plan } from '../record.ts';

/** How plans and actions look from outside. Field by field: what is added to a record is not shown by default. */
export const seenAction = (action: Action): PlanAction => ({
  id: action.id,
  etag: action.change,
  area: action.area,
  activities: action.activities,
  who: action.who,
  support: action.support,
  dueOn: action.dueOn,
  heldUntil: action.heldUntil,
  timescale: action.timescale,
  outcome: action.outcome,
  status: action.status,
  outcomeMet: action.outcomeMet,
  outcomeSeen: action.outcomeSeen,
  createdBy: action.createdBy,
  createdAt: action.createdAt,
  updatedBy: action.updatedBy,
  updatedAt: action.updatedAt,
});

export const seenRemoved = (action: Action): RemovedAction[] =>
  action.removed === null
    ? []
    : [
        {
          ...seenAction(action),
          removedAt: action.removed.at,
          removedBy: action.removed.by,
          until: action.removed.until,
        },
      ];

export const seenFacts = (plan: Plan): PlanFacts => ({
  id: plan.id,
  etag: plan.factsChange,
  name: plan.name,
  managers: plan.managers,
  guestsRead: plan.guestsRead,
  left: plan.left,
  emptying: plan.emptying !== null,
});

/** Rises when the same plan is written out differently, so that nobody keeps what an older server answered. */
const form = 2;

/**
 * The tag of the whole as this viewer sees it: the plan's last change, which every change of the plan or of an
 * action renews, and what the viewer may do.
 */
export const wholeTag = (change: string, me: Me, digest: (text: string) => string): string =>
  digest(JSON.stringify([form, change, me.id, me.canEdit, me.isManager, me.mayAppoint])).slice(0, 32);

/** A place's name as a plan can bear it: in one line, and no longer than a plan's name may be. */
export const placeName = (name: string): string =>
  name
    .toWellFormed()
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, planLimits.name)
    // A character of two units that the limit has cut in half goes whole.
    .replace(/[\uD800-\uDBFF]$/, '');
