import type { Day } from '../calendar/days.ts';
import type { HistoryEntry, HistoryKind, Named } from './contract.ts';
import type { Ruling } from './decide.ts';
import { type Circumstances, isOpen, line, moved, touched } from './internal/moving.ts';
import type { Action, Entry, Plan } from './record.ts';

/** How somebody who edits stands towards one action. */
export type Concern = { isOwner: boolean; isManager: boolean };

/**
 * Puts an open action on hold until a day, or (null) ends that. The day itself was checked. Held until that day
 * already, or not held at all: nothing to do, so that pressing twice does no more than once.
 */
export const holdAction = (
  plan: Plan,
  action: Action,
  until: Day | null,
  circumstances: Circumstances,
): Ruling => {
  if (action.removed !== null || !isOpen(action)) return { is: 'gone' };
  if (action.heldUntil === until) return { is: 'same' };
  const after = touched({ ...action, heldUntil: until }, circumstances);
  return moved(plan, action, after, 'held', circumstances);
};

export type HelpKind = Extract<HistoryKind, 'askedForHelp' | 'offeredHelp'>;

/** Who is on an action asks for help with it, a manager offers it. */
export const maySay = (kind: HelpKind, { isOwner, isManager }: Concern): boolean =>
  kind === 'askedForHelp' ? isOwner : isManager;

/** Managers hear that help is asked for, owners that it is offered: without those who have left and whoever says it. */
export const toldOf = (kind: HelpKind, plan: Plan, action: Action, by: Named): Named[] => {
  const hearers = kind === 'askedForHelp' ? plan.managers : action.who;
  return hearers.filter(({ id }) => id !== by.id && !plan.left.includes(id));
};

/** The same person has said so today: pressed twice, or sent again. Asking anew another day is asking anew. */
export const hasSaid = (
  kind: HelpKind,
  history: readonly HistoryEntry[],
  { by, today }: Circumstances,
  dayOf: (moment: string) => Day,
): boolean =>
  history.some((entry) => entry.what === kind && entry.by.id === by.id && dayOf(entry.at) === today);

/** A line of history beside an action that stays as it is; whoever is just editing it goes on undisturbed. */
export const sayHelp = (
  kind: HelpKind,
  plan: Plan,
  action: Action,
  circumstances: Circumstances,
): { plan: Plan; entry: Entry } => ({
  plan: { ...plan, change: circumstances.change },
  entry: line(action.id, kind, circumstances),
});
