import type { Day, Moment } from '../../calendar/days.ts';
import type { HistoryEntry, HistoryKind, Named } from '../contract.ts';
import type { Action, Entry, Plan } from '../record.ts';
import { blank, changedFields, movedBetween, pair } from './moves.ts';

/** Who changes something, when, and the id of this change; unique for good. */
export type Circumstances = { by: Named; now: Moment; today: Day; change: string };

/** What is to be saved, all of it or nothing. */
export type Move = { is: 'moved'; plan: Plan; action: Action; entry: Entry };

/** Not done. Whether it stands in its plan is another question. */
export const isOpen = ({ status }: Pick<Action, 'status'>): boolean => status !== 'done';

export const touched = (action: Action, { by, now, change }: Circumstances): Action => ({
  ...action,
  updatedBy: by,
  updatedAt: now,
  change,
});

/**
 * What a change of one action makes of its plan: the counts, the mark of the last change, and the line of history.
 *
 * @param before null for a new one
 * @param note why a date was moved; left out where it is blank
 */
export const moved = (
  plan: Plan,
  before: Action | null,
  after: Action,
  what: HistoryKind,
  circumstances: Circumstances,
  note = '',
): Move => {
  const [was, is] = [counted(before), counted(after)];
  const { change } = circumstances;
  return {
    is: 'moved',
    plan: {
      ...plan,
      actions: plan.actions - was.actions + is.actions,
      open: plan.open - was.open + is.open,
      change,
    },
    action: after,
    entry: {
      ...line(after.id, what, circumstances),
      fields: changedFields(before ?? blank, after),
      moved: { ...movedBetween(before ?? blank, after), ...holdMoved(before, after) },
      ...(note === '' ? {} : { note }),
    },
  };
};

/** A line of an action's history that tells of no field. */
export const line = (about: string, what: HistoryKind, { by, now, change }: Circumstances): Entry => ({
  id: change,
  at: now,
  by,
  what,
  fields: [],
  moved: {},
  about,
});

const holdMoved = (before: Action | null, after: Action): HistoryEntry['moved'] => {
  const from = before?.heldUntil ?? null;
  return from === after.heldUntil ? {} : { heldUntil: pair(from, after.heldUntil) };
};

/** Whether it counts in its plan: once in all, and once more while it is open. */
const counted = (action: Action | null): { actions: number; open: number } =>
  action === null || action.removed !== null
    ? { actions: 0, open: 0 }
    : { actions: 1, open: isOpen(action) ? 1 : 0 };
