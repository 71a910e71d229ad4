import type { Day } from '../../calendar/days.ts';
import { dayInWords } from '../../words/days.ts';
import type { Setting } from './setting.ts';

/** "by 3 December", "was due 3 November", "no date yet": never how late. */
export const whenOf = (dueOn: Day | null, setting: Setting): string => {
  const say = setting.words.plan.when;
  if (dueOn === null) return say.none;
  const day = dayInWords(dueOn, setting);
  return dueOn < setting.today ? say.wasDue(day) : say.by(day);
};
