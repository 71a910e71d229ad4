import type { Day } from '../../calendar/days.ts';
import { fullDay } from '../../words/days.ts';
import type { Words } from '../../words/words.ts';
import type { PlanAction, PlanSeen } from '../contract.ts';
import { linesOf } from './clean.ts';

/** An action as somebody reads it, whatever the file: texts as their lines, cleaned; lists of the contract in words. */
export type ActionAsRead = {
  area: string[];
  activities: string[];
  /** "Sam Carter, Jo Field"; empty where nobody is named. */
  who: string;
  support: string[];
  dueOn: Day | null;
  /** "3 November 2026", or "was due 3 November 2026" where that day has passed and it is not done. */
  byWhen: string;
  timescale: string[];
  outcome: string[];
  /** Empty while the outcome question has no answer. */
  outcomeMet: string;
  outcomeSeen: string[];
  status: string;
};

/** Every action of the plan as it is read on `today`, ordered by area as the tab orders them at first. */
export const actionsAsRead = (seen: PlanSeen, words: Words, today: Day): ActionAsRead[] =>
  inOrder(seen.actions, words.locale).map((action) => asRead(action, words, today));

/** Areas by the alphabet of the language; those of one area as they were added, as the tab has them. */
const inOrder = (actions: readonly PlanAction[], locale: string): PlanAction[] => {
  const collator = new Intl.Collator(locale, { sensitivity: 'base', numeric: true });
  return actions.toSorted(
    (one, other) =>
      collator.compare(one.area, other.area) ||
      plainly(one.createdAt, other.createdAt) ||
      plainly(one.id, other.id),
  );
};

const plainly = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

const asRead = (action: PlanAction, words: Words, today: Day): ActionAsRead => ({
  area: linesOf(action.area),
  activities: linesOf(action.activities),
  who: action.who.map(({ name }) => linesOf(name).join(' ')).join(', '),
  support: linesOf(action.support),
  dueOn: action.dueOn,
  byWhen: byWhen(action, words, today),
  timescale: linesOf(action.timescale),
  outcome: linesOf(action.outcome),
  outcomeMet: action.outcomeMet ? words.planExport.outcomesMet[action.outcomeMet] : '',
  outcomeSeen: linesOf(action.outcomeSeen),
  status: words.planExport.statuses[action.status],
});

const byWhen = ({ dueOn, status }: PlanAction, words: Words, today: Day): string => {
  if (!dueOn) return '';
  const day = fullDay(dueOn, words);
  return status !== 'done' && dueOn < today ? words.planExport.wasDue(day) : day;
};
