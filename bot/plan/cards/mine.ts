import type { CardElement, IAdaptiveCard } from '@microsoft/teams.cards';
import { asTyped, button, card, paragraph, small, title } from '../../cards/elements.ts';
import { row } from '../../cards/row.ts';
import type { PlanAction } from '../contract.ts';
import type { Setting } from './setting.ts';
import { shortened } from './shortened.ts';
import { whenOf } from './when.ts';

/** An action of one's own, and whose plan it stands in. */
export type OwnAction = { plan: { id: string; name: string }; action: PlanAction };

/** Teams draws no more than it can hold, and a person takes no more in. */
const shown = 6;

/** One's own open actions in all teams, in the order given: what, which team, when. */
export const mineCard = (own: readonly OwnAction[], setting: Setting): IAdaptiveCard => {
  const say = setting.words.plan.mine;
  const rest = own.length - shown;
  return card([
    title(say.title),
    ...(own.length === 0 ? [paragraph(say.none)] : own.slice(0, shown).map((one) => entry(one, setting))),
    ...(rest > 0 ? [paragraph(say.more(rest), { separator: true })] : []),
  ]);
};

const entry = ({ plan, action }: OwnAction, setting: Setting): CardElement => {
  const say = setting.words.plan.mine;
  const name = shortened(action.area, 80);
  return row(
    [
      paragraph(asTyped(name), { weight: 'Bolder' }),
      small(say.line(asTyped(shortened(plan.name, 80)), whenOf(action.dueOn, setting))),
    ],
    button(say.open, 'plan.open', { plan: plan.id, action: action.id }, { tooltip: `${say.open}: ${name}` }),
  );
};
