import type { CardElement, IAdaptiveCard } from '@microsoft/teams.cards';
import { asTyped, box, label, paragraph, reveal } from '../../cards/elements.ts';
import type { Words } from '../../words/words.ts';
import { itemIds, questionOf } from '../questions.ts';
import type { Compared } from '../view.ts';
import { type Drawn, framed, press, quoted, type Setting } from './frame.ts';
import { domainChoice, drawField, explanation, oneLine, prompts, wordingOf } from './question.ts';
import { saidElements } from './said.ts';
import { shortened } from './shortened.ts';
import { comparison } from './side-by-side.ts';
import { windowToTap } from './window.ts';

/** Half prepared: exactly what the press will share, before it is pressed. */
export const togetherConfirmCard = (view: Drawn<'togetherConfirm'>, setting: Setting): IAdaptiveCard => {
  const { words } = setting;
  const say = words.together;
  const other = view.other?.name ?? '';
  return framed(
    view,
    say.confirmTitle,
    [
      paragraph(say.confirm(other)),
      ...(view.description === ''
        ? [paragraph(say.confirmAloud)]
        : quoted(words.items.describe, asTyped(view.description))),
      ...(view.placement === null
        ? [paragraph(say.confirmNoPlacement)]
        : [
            label(words.items.place),
            paragraph(`**${words.domains[view.placement].name}** (${words.domains[view.placement].axes})`),
          ]),
      paragraph(say.confirmRest),
    ],
    [press(view, say.start, 'startTogether', { style: 'positive' }), press(view, say.notYet, 'open')],
    setting,
  );
};

/** Told aloud in a few sentences; then both place. */
export const togetherPlaceCard = (view: Drawn<'togetherPlace'>, setting: Setting): IAdaptiveCard => {
  const { words } = setting;
  const say = words.together;
  const wording = words.questions.place[view.kind];
  return framed(
    view,
    wording.title,
    [
      paragraph(say.tell(view.other?.name ?? '')),
      paragraph(wording.ask),
      explanation(words),
      windowToTap(
        view.marked,
        (domain, said) => press(view, said, 'markTogether', { data: { domain }, tooltip: said }),
        words,
      ),
      domainChoice('together.domain', wording.fields.domain, view.marked, words),
    ],
    [
      press(view, words.outside.place, 'placeTogether', { style: 'positive' }),
      reveal(words.window.what, 'explanation'),
      press(view, say.prepareInstead, 'takeBack'),
    ],
    setting,
  );
};

/** The practitioner's step: a line or two, shared as it is saved. */
export const showingCard = (view: Drawn<'showing'>, setting: Setting): IAdaptiveCard => {
  const { words } = setting;
  const { step, values } = view;
  const asked = { ...view, placement: view.compared.practitioner.domain };
  const wording = wordingOf(asked, words);
  const { fields, together } = questionOf(step);
  return framed(
    view,
    titleOf(view, words),
    [
      ...seenSoFar(view, words),
      ...(step === 'place' ? [] : [paragraph(wording.ask)]),
      ...prompts(asked, words),
      ...fields.flatMap((field) =>
        together.includes(field.item) && field.type !== 'window'
          ? [drawField(step, field, values, wording.fields, words, oneLine)]
          : [],
      ),
    ],
    [press(view, words.together.show, 'saveAndShow', { data: { step }, style: 'positive' })],
    setting,
  );
};

/** The supervisor's card of the same step: the question and what was shown, nothing to fill in. */
export const listeningCard = (view: Drawn<'listening'>, setting: Setting): IAdaptiveCard => {
  const { words } = setting;
  const { step } = view;
  const asked = { ...view, placement: view.compared.practitioner.domain };
  const wording = wordingOf(asked, words);
  const { fields, together } = questionOf(step);
  const labels = fields
    .filter((field) => together.includes(field.item))
    .map((field) => wording.fields[field.id] ?? '');
  return framed(
    view,
    titleOf(view, words),
    [
      ...seenSoFar(view, words),
      ...(step === 'place' ? [] : [paragraph(wording.ask)]),
      ...prompts(asked, words),
      box([
        paragraph(words.together.askedNow(view.other?.name ?? ''), { weight: 'Bolder' }),
        ...labels.map((one) => paragraph(`• ${one}`, { spacing: 'Small' })),
      ]),
      ...(step === 'move' ? [paragraph(words.together.offer)] : []),
    ],
    [press(view, words.together.look, 'open')],
    setting,
  );
};

const titleOf = ({ step, kind }: Drawn<'showing' | 'listening'>, words: Words): string =>
  step === 'place' ? words.sideBySide.title : words.questions[step][kind].title;

const seenSoFar = (view: Drawn<'showing' | 'listening'>, words: Words): CardElement[] => [
  ...(view.step === 'place' ? comparison(view.compared, view.kind, words) : inOneLine(view.compared, words)),
  ...saidElements(view.compared.said, shownItems, words, view.lastTime, shortened(view, words)),
];

/** After the first step the window has been seen: two short lines recall it. */
const inOneLine = ({ practitioner, supervisor }: Compared, words: Words): CardElement[] => [
  paragraph(
    [practitioner, supervisor]
      .map(
        ({ name, domain }) =>
          `${name}: ${domain === null ? words.together.heard : words.domains[domain].name}`,
      )
      .join(' · '),
  ),
];

const shownItems = itemIds.filter((item) => item !== 'place' && item !== 'guess');
