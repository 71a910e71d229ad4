import { asTyped } from '../../cards/elements.ts';
import type { Setting } from '../../plan/cards/setting.ts';
import { shortened } from '../../plan/cards/shortened.ts';
import { whenOf } from '../../plan/cards/when.ts';
import type { Named, PlanAction } from '../../plan/contract.ts';
import { dayInWords } from '../../words/days.ts';
import type { Line } from '../digest.ts';

/** An action as its reader may see it now, and what they may do with it. */
export type Shown = {
  plan: { id: string; name: string };
  action: PlanAction;
  /** The reader, by the name that the plan has for them. */
  me: Named;
  isOwner: boolean;
  /** Of its plan; somebody may be both. */
  isManager: boolean;
  /** Who could be asked for help: managers who are still there, without the reader. */
  managers: readonly Named[];
  /** Who is on it and still there. */
  owners: readonly Named[];
  /** The tab with this action; null where no link can be made. */
  url: string | null;
};

export type Kind = Line['kind'];

/** What it is called, in one line. */
export const nameOf = ({ action }: Pick<Shown, 'action'>): string => asTyped(shortened(action.area, 80));

/** Its team, when it is or was due, and what else there is to know: never how late, and never who. */
export const aboutOf = ({ plan, action, owners }: Shown, kind: Kind, setting: Setting): string => {
  const say = setting.words.reminders;
  const { heldUntil } = action;
  return [
    setting.words.plan.mine.line(asTyped(shortened(plan.name, 80)), whenOf(action.dueOn, setting)),
    ...(owners.length === 0 ? [say.needsOwner] : []),
    ...(heldUntil !== null && heldUntil > setting.today ? [say.held(dayInWords(heldUntil, setting))] : []),
    ...(kind === 'noWord' ? [say.noWord] : []),
  ].join(' · ');
};

/** Names as people say them: "Sam", "Sam and Jo", "Sam, Jo and Priya". */
export const namesOf = (names: readonly string[], { words }: Setting): string =>
  new Intl.ListFormat(words.locale).format(names.map((name) => asTyped(shortened(name, 40))));
