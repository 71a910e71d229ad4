import type { CardElement, IAdaptiveCard } from '@microsoft/teams.cards';
import {
  button,
  card,
  choiceField,
  dateField,
  paragraph,
  small,
  textField,
  title,
} from '../../cards/elements.ts';
import type { PersonId } from '../../people/person.ts';
import type { Words } from '../../words/words.ts';
import { type Kind, kinds, limits } from '../record.ts';
import type { Setting } from './frame.ts';
import { whomFields } from './whom.ts';

/** With whom, whose practice, family or network, a pointer without names, and when they meet. */
export type StartForm = {
  /** The id that the reflection will have, so that a doubled press asks once. */
  id: string;
  /** Whom the bot knows: from shared teams and from earlier reflections. */
  colleagues: { id: PersonId; name: string }[];
  /** In a chat of two it is the other; nobody is chosen. */
  partner: { name: string } | null;
  /** The closed reflection that is looked at again: the same two, in the same roles. */
  from: { id: string; kind: Kind; pointer: string } | null;
};

export const startCard = (
  { id, colleagues, partner, from }: StartForm,
  { words }: Setting,
): IAdaptiveCard => {
  const say = words.start;
  const data = { id, ...(from ? { from: from.id } : {}) };
  return card(
    [
      title(say.title),
      ...(from && partner
        ? [paragraph(words.lastTime.again(partner.name))]
        : [paragraph(say.lead), ...whom(partner, colleagues, words)]),
      ...(from ? [] : [whoseField(words)]),
      choiceField(
        'kind',
        say.kind,
        kinds.map((kind) => ({ title: words.kind[kind], value: kind })),
        from?.kind ?? 'family',
        { style: 'expanded' },
      ),
      textField('pointer', say.pointer, from?.pointer ?? '', {
        maxLength: limits.pointer,
        placeholder: say.pointerHint,
      }),
      dateField('meetOn', say.meetOn, null),
      small(words.help.privacy),
    ],
    [
      button(say.ask, 'begin.ask', data, { style: 'positive' }),
      button(words.together.now, 'begin.together', data),
      ...(partner ? [] : [button(say.alone, 'begin.alone', data)]),
    ],
  );
};

const whom = (
  partner: StartForm['partner'],
  colleagues: StartForm['colleagues'],
  words: Words,
): CardElement[] =>
  partner
    ? [paragraph(words.start.withPartner(partner.name), { weight: 'Bolder' })]
    : whomFields(colleagues, words);

const whoseField = (words: Words): CardElement =>
  choiceField(
    'whose',
    words.start.whose,
    [
      { title: words.start.theirs, value: 'theirs' },
      { title: words.start.mine, value: 'mine' },
    ],
    'theirs',
    { style: 'expanded' },
  );
