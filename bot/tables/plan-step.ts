import type { Action, Plan } from '../plan/record.ts';
import type { Step } from '../plan/store.ts';
import { BreaksTableRule } from './faults.ts';
import { refileAction, refilePlan, rowsOfAction, rowsOfPlan } from './plan-filing.ts';
import type { IndexEntity } from './plan-index.ts';
import { checkActionId, checkPlanId, planPartition } from './plan-keys.ts';
import {
  actionEntity,
  actionFilingOf,
  entryEntity,
  type Kept,
  planEntity,
  planFilingOf,
  rowOfAction,
} from './plan-rows.ts';
import type { Entity } from './sizes.ts';
import type { Change } from './table.ts';

/** What a step changes: rows of the plan's partition in one transaction, index rows before it and after it. */
type Written = { changes: Change[]; before: IndexEntity[]; after: IndexEntity[] };

/**
 * @param found the plan and the action as they were, with their filings
 * @param mark the end of the keys of the index rows that this attempt writes
 */
export const writtenBy = (
  { plan, action, entry }: Step,
  found: { plan: Kept<Plan> | null; action: Kept<Action> | null },
  mark: string,
): Written => {
  const planId = plan.after.id;
  const planFiled = found.plan && planFilingOf(found.plan);
  const planFiling = refilePlan(planFiled, plan.after, mark);
  const head = planEntity(plan.after, planFiling);
  const changes: Change[] = [
    found.plan === null
      ? { do: 'insert', entity: head }
      : { do: 'replace', entity: head, etag: found.plan.etag },
  ];
  const before = planFiled ? rowsOfPlan(planId, planFiled) : [];
  const after = rowsOfPlan(planId, planFiling);
  if (action) {
    const { id } = action.after;
    const filed = found.action && actionFilingOf(planId, found.action);
    const filing = refileAction(filed, action.after, mark);
    changes.push(...moved(planId, found.action, actionEntity(planId, action.after, filing)));
    before.push(...(filed ? rowsOfAction(planId, id, filed) : []));
    after.push(...rowsOfAction(planId, id, filing));
  }
  if (entry) changes.push({ do: 'insert', entity: entryEntity(planId, entry, plan.after.change) });
  return { changes, before, after };
};

/** An action that is deleted or restored leaves its row for another one. */
const moved = (planId: string, before: Kept<Action> | null, entity: Entity): Change[] => {
  if (before === null) return [{ do: 'insert', entity }];
  const rowKey = rowOfAction(before.value);
  if (rowKey === entity.rowKey) return [{ do: 'replace', entity, etag: before.etag }];
  return [
    { do: 'remove', entity: { partitionKey: planPartition(planId), rowKey } },
    { do: 'insert', entity },
  ];
};

/** Where rows lie and how they are told apart rests on these ids. @throws BreaksTableRule */
export const checkStep = ({ plan, action, entry }: Step): void => {
  checkPlanId(plan.after.id);
  if (action) checkActionId(action.after.id);
  if (entry?.about != null) checkActionId(entry.about);
  const sameIds =
    (plan.before?.value.id ?? plan.after.id) === plan.after.id &&
    (action?.before?.value.id ?? action?.after.id) === action?.after.id;
  if (!sameIds || plan.before?.value.change === plan.after.change) {
    throw new BreaksTableRule('A change keeps the ids of a plan and of an action, and has an id of its own.');
  }
};
