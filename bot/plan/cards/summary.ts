import type { IAdaptiveCard } from '@microsoft/teams.cards';
import { asTyped, card, link, paragraph, title } from '../../cards/elements.ts';
import { dayInWords } from '../../words/days.ts';
import type { Summary } from '../desk.ts';
import type { Setting } from './setting.ts';
import { shortened } from './shortened.ts';

/** How a plan stands, for a whole channel to read: counts and the next day. Nobody's name and no title. */
export const summaryCard = (plan: Summary, url: string | null, setting: Setting): IAdaptiveCard => {
  const say = setting.words.plan;
  const { name, open, done, nextDueOn } = plan;
  return card(
    [
      title(name === '' ? say.summary : say.title(asTyped(shortened(name, 120)))),
      ...(open + done === 0
        ? [paragraph(say.none), paragraph(say.begin)]
        : [paragraph(say.stands(open, done))]),
      ...(nextDueOn === null ? [] : [paragraph(say.next(dayInWords(nextDueOn, setting)))]),
    ],
    url === null ? [] : [link(say.open, url)],
  );
};

/** Why it is not said how the plan stands, for a whole channel to read: not to this person, or Teams did not tell. */
export const notToldCard = (why: 'membersAsk' | 'notTold', { words }: Setting): IAdaptiveCard =>
  card([title(words.plan.summary), paragraph(words.plan[why])]);

/** What an older summary becomes where it cannot be taken away. */
export const newerCard = ({ words }: Setting): IAdaptiveCard => card([paragraph(words.plan.newer)]);

/** Said in a chat of several people: there is no plan here, and where there is one. */
export const elsewhereCard = ({ words }: Setting): IAdaptiveCard =>
  card([
    title(words.plan.elsewhere),
    paragraph(words.plan.elsewhereText),
    ...words.help.commands.map((line) => paragraph(line, { spacing: 'Small' })),
  ]);
