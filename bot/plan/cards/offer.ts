import type { IAdaptiveCard } from '@microsoft/teams.cards';
import {
  asTyped,
  type Button,
  button,
  card,
  choiceField,
  dateField,
  link,
  paragraph,
  textField,
  title,
} from '../../cards/elements.ts';
import { planLimits } from '../contract.ts';
import type { Setting } from './setting.ts';
import { shortened } from './shortened.ts';

/**
 * The form for an action that somebody offers to a team. It begins empty: it knows nothing of the reflection that it
 * was opened from.
 */
export type OfferForm = {
  /** Made when the form is drawn, so that a doubled press adds one action. */
  key: string;
  teams: readonly { id: string; name: string }[];
};

const aFew = 4;

export const offerCard = ({ key, teams }: OfferForm, { words }: Setting): IAdaptiveCard => {
  const say = words.plan.offer;
  return card(
    [
      title(say.title),
      paragraph(say.lead),
      paragraph(say.readers, { weight: 'Bolder' }),
      choiceField(
        'team',
        say.team,
        teams.map(({ id, name }) => ({ title: shortened(name, 80), value: id })),
        teams.length === 1 ? (teams[0]?.id ?? null) : null,
        // A few are shown as they are: a list cuts long names off.
        teams.length <= aFew ? { style: 'expanded' } : { placeholder: say.chooseTeam },
      ),
      textField('area', say.area, '', { maxLength: planLimits.text }),
      textField('activities', say.activities, '', { maxLength: planLimits.text, isMultiline: true }),
      dateField('dueOn', say.day, null),
      textField('timescale', say.timescale, '', { maxLength: planLimits.text }),
    ],
    [button(say.add, 'plan.add', { key }, { style: 'positive' }), mine(words)],
  );
};

/** What the team can see now. It holds no words: those stand in the plan. */
export const addedCard = (team: string, url: string | null, { words }: Setting): IAdaptiveCard =>
  card(
    [title(words.plan.offer.added), paragraph(words.plan.offer.addedTo(asTyped(shortened(team, 120))))],
    [mine(words), ...(url === null ? [] : [link(words.plan.action.inPlan, url)])],
  );

/** There is no team to offer it to, or Teams does not tell. */
export const noTeamCard = (why: 'noTeam' | 'unreachable', { words }: Setting): IAdaptiveCard =>
  card(
    [title(words.plan.offer.title), paragraph(words.plan.offer[why])],
    [...(why === 'unreachable' ? [button(words.trouble.again, 'plan.offer', {})] : []), mine(words)],
  );

const mine = (words: Setting['words']): Button =>
  button(words.welcome.mine, 'mine', {}, { withoutInputs: true });
