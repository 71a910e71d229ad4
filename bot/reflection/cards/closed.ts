import type { CardElement, IAdaptiveCard } from '@microsoft/teams.cards';
import { dayOf } from '../../calendar/days.ts';
import { button, label, paragraph, small, textField } from '../../cards/elements.ts';
import { fullDay } from '../../words/days.ts';
import { closedUntil } from '../keeping.ts';
import { itemIds } from '../questions.ts';
import { type Drawn, framed, press, type Setting } from './frame.ts';
import { ownCopyElements } from './own-copy.ts';
import { actionElements, lookAgainLine } from './proposal.ts';
import { saidElements } from './said.ts';
import { shortened } from './shortened.ts';
import { comparison } from './side-by-side.ts';

/** What was agreed, read-only, with one line to copy as evidence that a reflection was held. */
export const closedCard = (view: Drawn<'closed'>, setting: Setting): IAdaptiveCard => {
  const { words, timeZone } = setting;
  const say = words.closed;
  const { ending, actions } = view.proposal;
  const agreed: CardElement[] =
    ending === 'actions'
      ? [label(say.agreed), ...actionElements(actions, view, words)]
      : [paragraph(ending === 'noAction' ? say.noAction : say.differ)];
  return framed(
    view,
    say.title,
    [
      ...agreed,
      ...lookAgainLine(view.proposal, words),
      ...(view.amendedAt === null
        ? []
        : [paragraph(say.amended(fullDay(dayOf(view.amendedAt, timeZone), words)))]),
      paragraph(say.boundary),
      textField(
        'evidence',
        say.copyLabel,
        say.copy(fullDay(dayOf(view.closedAt, timeZone), words), actions.length),
      ),
      { ...label(say.seen), separator: true, spacing: 'Large' },
      ...comparison(view.compared, view.kind, words),
      ...saidElements(view.compared.said, closedItems, words, view.lastTime, shortened(view, words)),
      ...ownCopyElements(view, setting),
      small(words.keeping.closed(fullDay(closedUntil(view.closedAt, setting), words))),
    ],
    [
      ...(view.other ? [press(view, say.lookAgain, 'again')] : []),
      press(view, say.amend, 'outcome'),
      // It takes nothing along: what is offered to a team is written anew, and leads back to nobody's reflection.
      button(say.toPlan, 'plan.offer', {}, { withoutInputs: true }),
    ],
    setting,
  );
};

const closedItems = itemIds.filter((item) => item !== 'place' && item !== 'guess');
