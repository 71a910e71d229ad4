import type { IAdaptiveCard } from '@microsoft/teams.cards';
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
import { addDays } from '../days.ts';
import { kinds, limits } from '../record.ts';
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
};

export const startCard = (
  { id, colleagues, partner }: StartForm,
  { words, today }: Setting,
): IAdaptiveCard => {
  const say = words.start;
  return card(
    [
      title(say.title),
      paragraph(say.lead),
      ...(partner
        ? [paragraph(say.withPartner(partner.name), { weight: 'Bolder' })]
        : whomFields(colleagues, words)),
      choiceField(
        'whose',
        say.whose,
        [
          { title: say.theirs, value: 'theirs' },
          { title: say.mine, value: 'mine' },
        ],
        'theirs',
        { style: 'expanded' },
      ),
      choiceField(
        'kind',
        say.kind,
        kinds.map((kind) => ({ title: words.kind[kind], value: kind })),
        'family',
        { style: 'expanded' },
      ),
      textField('pointer', say.pointer, '', { maxLength: limits.pointer, placeholder: say.pointerHint }),
      dateField('meetOn', say.meetOn, null, { min: today, max: addDays(today, 731) }),
      small(words.help.privacy),
    ],
    [
      button(say.ask, 'begin.ask', { id }, { style: 'positive' }),
      button(words.together.now, 'begin.together', { id }),
      ...(partner ? [] : [button(say.alone, 'begin.alone', { id })]),
    ],
  );
};
