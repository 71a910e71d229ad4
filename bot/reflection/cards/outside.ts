import type { IAdaptiveCard } from '@microsoft/teams.cards';
import { asTyped, paragraph, reveal } from '../../cards/elements.ts';
import { type Drawn, framed, press, quoted, type Setting } from './frame.ts';
import { domainChoice, explanation } from './question.ts';
import { windowToTap } from './window.ts';

/** The supervisor places it from outside, having seen the description at most. */
export const outsideCard = (view: Drawn<'outside'>, setting: Setting): IAdaptiveCard => {
  const { words } = setting;
  const say = words.outside;
  const practitioner = view.other?.name ?? '';
  return framed(
    view,
    say.title,
    [
      ...(view.description === ''
        ? [paragraph(say.aloud(practitioner))]
        : quoted(say.described(practitioner), asTyped(view.description))),
      paragraph(say.ask),
      explanation(words),
      windowToTap(
        view.marked,
        (domain, said) => press(view, said, 'markOutside', { data: { domain }, tooltip: said }),
        words,
      ),
      domainChoice('outside.domain', words.questions.place[view.kind].fields.domain, view.marked, words),
    ],
    [
      press(view, say.place, 'placeOutside', { style: 'positive' }),
      press(view, say.hearMore, 'hearMore'),
      ...(view.invited ? [press(view, words.invited.decline, 'decline')] : []),
      reveal(words.window.what, 'explanation'),
    ],
    setting,
  );
};
