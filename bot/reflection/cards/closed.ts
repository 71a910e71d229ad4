import type { CardElement, IAdaptiveCard } from '@microsoft/teams.cards';
import { dayOf } from '../../calendar/days.ts';
import { label, paragraph, small, textField } from '../../cards/elements.ts';
import { closedUntil } from '../keeping.ts';
import { itemIds } from '../questions.ts';
import { type Drawn, dayInWords, framed, press, type Setting } from './frame.ts';
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
        : [paragraph(say.amended(dayInWords(dayOf(view.amendedAt, timeZone), words)))]),
      paragraph(say.boundary),
      textField(
        'evidence',
        say.copyLabel,
        say.copy(dayInWords(dayOf(view.closedAt, timeZone), words), actions.length),
      ),
      { ...label(say.seen), separator: true, spacing: 'Large' },
      ...comparison(view.compared, view.kind, words),
      ...saidElements(view.compared.said, closedItems, words, view.lastTime, shortened(view, words)),
      ...ownCopyElements(view, setting),
      small(words.keeping.closed(dayInWords(closedUntil(view.closedAt, setting), words))),
    ],
    [...(view.other ? [press(view, say.lookAgain, 'again')] : []), press(view, say.amend, 'outcome')],
    setting,
  );
};

const closedItems = itemIds.filter((item) => item !== 'place' && item !== 'guess');
