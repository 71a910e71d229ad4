import type { CardElement, IAdaptiveCard } from '@microsoft/teams.cards';
import { label, paragraph, small, tickField } from '../../cards/elements.ts';
import type { Words } from '../../words/words.ts';
import { keepingDays } from '../keeping.ts';
import { type ItemId, isAmount, isDomain, itemIds, questions } from '../questions.ts';
import { type Drawn, framed, press, revealSure, type Setting, sure, togetherNotice } from './frame.ts';
import { linesOf } from './said.ts';
import { unreachedNotice } from './unreached.ts';

/** All of it, uncut, with a tick an answer: what is unticked stays on the practitioner's copy alone. */
export const readThroughCard = (view: Drawn<'read'>, setting: Setting): IAdaptiveCard => {
  const { words, keepMonths } = setting;
  const say = words.read;
  const { other } = view;
  return framed(
    view,
    say.title,
    [
      ...togetherNotice(view, words),
      ...unreachedNotice(view, words).body,
      paragraph(other === null ? say.leadAlone : say.lead(other.name)),
      ...itemIds.flatMap((item) => itemToTick(item, view, words)),
      ...oddLines(view, words),
      {
        type: 'ActionSet',
        actions: questions.map(({ step }) => press(view, say.edit[step], 'edit', { data: { step } })),
      },
      small(
        `${words.keeping.untouched(keepingDays.untouched, keepingDays.notice)} ${words.keeping.months(keepMonths)}`,
      ),
      sure(
        'removeSure',
        words.step.removeSure,
        press(view, words.step.removeYes, 'erase', { style: 'destructive' }),
      ),
    ],
    [
      ...(other === null ? [] : [press(view, say.share, 'share', { style: 'positive' })]),
      press(view, words.step.save, 'save'),
      ...(other === null ? [] : [press(view, words.together.now, 'together')]),
      press(view, other === null ? words.hand.withSomebody : words.hand.withAnother, 'handForm'),
      ...unreachedNotice(view, words).actions,
      revealSure(words.step.remove, 'removeSure'),
    ],
    setting,
  );
};

const itemToTick = (item: ItemId, view: Drawn<'read'>, words: Words): CardElement[] => {
  const said = linesOf(item, view.said[item] ?? {}, words, view.lastTime);
  const heading = words.items[item];
  if (said.length === 0)
    return item === 'guess' || item === 'amounts' || item === 'lastTime'
      ? []
      : [label(heading), small(words.read.blank)];
  const tick: CardElement[] =
    item === 'place'
      ? []
      : [tickField(`share.${item}`, words.read.tick(heading), !view.withheld.includes(item))];
  return [
    label(item === 'place' ? words.read.always(heading) : heading),
    ...said.map((line) => paragraph(line)),
    ...tick,
  ];
};

const oddLines = (view: Drawn<'read'>, words: Words): CardElement[] => {
  const domain = view.said.place?.domain;
  return view.odd.flatMap((axis) => {
    const amount = view.said.amounts?.[axis];
    return isDomain(domain) && isAmount(amount)
      ? [paragraph(words.odd[axis](words.amounts[amount], words.domains[domain].name))]
      : [];
  });
};
