import { addDays } from '../calendar/days.ts';
import { type FieldFault, planLimits } from './contract.ts';
import { fault } from './internal/faults.ts';
import { blank, type Content, changedFields } from './internal/moves.ts';
import { type Circumstances, isOpen, type Move, moved, touched } from './internal/moving.ts';
import type { Action, Plan } from './record.ts';

export type Ruling =
  | Move
  /** Nothing would be different: nothing is written. */
  | { is: 'same' }
  /** Nothing that can be changed: not there, or no longer to be had back. */
  | { is: 'gone' }
  | { is: 'unfit'; faults: FieldFault[] };

/**
 * A plan that nobody has set up yet: named after its place, without managers. Its facts keep the tag under which
 * an absent plan is seen, as they are the same.
 */
export const newPlan = (
  id: string,
  name: string,
  { now, change }: Pick<Circumstances, 'now' | 'change'>,
): Plan => ({
  id,
  name,
  managers: [],
  guestsRead: false,
  tabChannel: null,
  left: [],
  createdAt: now,
  emptying: null,
  open: 0,
  actions: 0,
  factsChange: absentTag,
  change,
});

/** The tag of the facts of a plan that is not there yet. */
const absentTag = 'new';

/** Adds an action; what was not said of it is blank. */
export const addAction = (
  plan: Plan,
  { id, fingerprint, content }: { id: string; fingerprint: string; content: Partial<Content> },
  circumstances: Circumstances,
): Ruling => {
  const { by, now, change } = circumstances;
  const filled = { ...blank, ...content };
  const action: Action = {
    id,
    ...filled,
    heldUntil: null,
    createdBy: by,
    createdAt: now,
    updatedBy: by,
    updatedAt: now,
    removed: null,
    fingerprint,
    change,
  };
  if (isFull(plan) || (isOpen(action) && isFullOfOpen(plan))) return full('area');
  return moved(plan, null, action, 'added', circumstances);
};

/**
 * Changes an action. Whether the outcome is met, and what was seen, stay when it is opened again: they are what
 * somebody wrote, and whoever opens it decides what becomes of them. What is done is no longer on hold, also when
 * it is opened again: whoever opens it wants to hear of it.
 *
 * @param reason why the date is moved, to be kept beside the two dates; where it is not moved there is none
 */
export const changeAction = (
  plan: Plan,
  action: Action,
  content: Partial<Content>,
  circumstances: Circumstances,
  reason = '',
): Ruling => {
  if (action.removed !== null) return { is: 'gone' };
  const changed = { ...action, ...content };
  if (changedFields(action, changed).length === 0) return { is: 'same' };
  if (!isOpen(action) && isOpen(changed) && isFullOfOpen(plan)) return full('status');
  const after = touched(isOpen(changed) ? changed : { ...changed, heldUntil: null }, circumstances);
  const note = after.dueOn === action.dueOn ? '' : reason;
  return moved(plan, action, after, 'changed', circumstances, note);
};

/** Takes an action out of the plan, to be had back for thirty days. */
export const removeAction = (plan: Plan, action: Action, circumstances: Circumstances): Ruling => {
  if (action.removed !== null) return { is: 'gone' };
  const { by, now, today, change } = circumstances;
  const removed = { by, at: now, until: addDays(today, planLimits.undoDays) };
  return moved(plan, action, { ...action, removed, change }, 'removed', circumstances);
};

/** Brings a deleted action back as it was, on hold if it was. */
export const restoreAction = (plan: Plan, action: Action, circumstances: Circumstances): Ruling => {
  if (action.removed === null) return { is: 'same' };
  if (action.removed.until < circumstances.today) return { is: 'gone' };
  if (isFull(plan)) return full('area');
  if (isOpen(action) && isFullOfOpen(plan)) return full('status');
  return moved(plan, action, touched({ ...action, removed: null }, circumstances), 'restored', circumstances);
};

const isFull = (plan: Plan): boolean => plan.actions >= planLimits.actions;
const isFullOfOpen = (plan: Plan): boolean => plan.open >= planLimits.open;
const full = (field: string): Ruling => ({ is: 'unfit', faults: [fault(field, 'planFull')] });
