import type { CardElement, IAdaptiveCard } from '@microsoft/teams.cards';
import { asTyped, label, paragraph, textField } from '../../cards/elements.ts';
import type { Words } from '../../words/words.ts';
import { type ItemId, isAmount, itemIds } from '../questions.ts';
import { limits } from '../record.ts';
import type { Compared } from '../view.ts';
import { type Domain, domains } from '../window.ts';
import { type Drawn, framed, press, type Setting } from './frame.ts';
import { ownCopyElements } from './own-copy.ts';
import { saidElements } from './said.ts';
import { shortened } from './shortened.ts';
import { windowToSee } from './window.ts';

/** Both placements and the guess in one window, the practitioner first, in the same plain words for both. */
export const sideBySideCard = (view: Drawn<'sideBySide'>, setting: Setting): IAdaptiveCard => {
  const { words } = setting;
  const { compared, me } = view;
  const say = words.sideBySide;
  const short = shortened(view, words);
  const mayNote = view.mayWrite && me.role === 'supervisor' && compared.note === null;
  const mayReply =
    view.mayWrite && me.role === 'practitioner' && compared.note !== null && compared.reply === null;
  return framed(
    view,
    say.title,
    [
      ...comparison(compared, view.kind, words),
      paragraph(say.open, { weight: 'Bolder' }),
      ...saidElements(compared.said, restOf, words, view.lastTime, short),
      ...ownCopyElements(view, setting),
      ...talk(compared, words, short),
      ...(mayNote ? [textField('note', say.noteLabel, '', noteField)] : []),
      ...(mayReply ? [textField('reply', say.replyLabel, '', noteField)] : []),
    ],
    [
      press(view, say.onwards, 'outcome', { style: 'positive' }),
      ...(mayNote ? [press(view, say.noteSend, 'note')] : []),
      ...(mayReply ? [press(view, say.replySend, 'reply')] : []),
    ],
    setting,
  );
};

const noteField = { isMultiline: true, maxLength: limits.text };

/** The placement and the guess are drawn in the window already. */
const restOf: readonly ItemId[] = itemIds.filter((item) => item !== 'place' && item !== 'guess');

/** The window with both, and the same said in words for whoever hears the card read aloud. */
export const comparison = (compared: Compared, kind: 'family' | 'network', words: Words): CardElement[] => {
  const { practitioner, supervisor, guess } = compared;
  const say = words.sideBySide;
  const marks = (domain: Domain): string[] => [
    ...(practitioner.domain === domain ? [practitioner.name] : []),
    ...(supervisor.domain === domain ? [supervisor.name] : []),
    ...(guess === domain ? [`(${words.window.guessMark})`] : []),
  ];
  const placed = (who: string, domain: Domain | null): string =>
    domain === null
      ? say.heardMore(who)
      : say.placed(who, words.domains[domain].name, words.domains[domain].axes);
  return [
    windowToSee(
      Object.fromEntries(domains.map((domain) => [domain, marks(domain)])) as Record<Domain, string[]>,
      words,
    ),
    paragraph(placed(practitioner.name, practitioner.domain)),
    ...(practitioner.domain === 'to' && practitioner.deliberate ? [paragraph(say.deliberate)] : []),
    paragraph(placed(supervisor.name, supervisor.domain), { spacing: 'Small' }),
    ...(guess === null
      ? []
      : [
          paragraph((kind === 'family' ? say.guess : say.guessNetwork)(words.guesses[guess]), {
            spacing: 'Small',
          }),
        ]),
    ...oddLines(compared, words),
  ];
};

const oddLines = ({ odd, said, practitioner }: Compared, words: Words): CardElement[] =>
  odd.flatMap((axis) => {
    const amount = said.amounts?.[axis];
    return isAmount(amount) && practitioner.domain !== null
      ? [
          paragraph(
            words.sideBySide.odd[axis](words.amounts[amount], words.domains[practitioner.domain].name),
          ),
        ]
      : [];
  });

/** The supervisor's note and the practitioner's answer, where there are any. */
const talk = (
  { note, reply, practitioner, supervisor }: Compared,
  words: Words,
  short: ReturnType<typeof shortened>,
): CardElement[] => [
  ...(note === null
    ? []
    : [label(words.sideBySide.note(supervisor.name)), ...short('note', [asTyped(note)])]),
  ...(reply === null
    ? []
    : [label(words.sideBySide.reply(practitioner.name)), ...short('reply', [asTyped(reply)])]),
];

/** One text uncut, with the way back. */
export const fullCard = (view: Drawn<'full'>, setting: Setting): IAdaptiveCard => {
  const { words } = setting;
  return framed(
    view,
    words.itemsOf[view.item],
    [paragraph(asTyped(view.text))],
    [press(view, words.sideBySide.back, 'sideBySide')],
    setting,
  );
};
