import type { IAdaptiveCard } from '@microsoft/teams.cards';
import { button, card, paragraph, textField, title } from '../../cards/elements.ts';
import type { Words } from '../../words/words.ts';
import { holdsWords } from '../inputs.ts';

/** Cards that belong to no reflection: it is gone, or what was typed could not be saved yet. */

export type Gone = 'gone' | 'deleted' | 'declined' | 'cancelled';

/** Withdrawn, declined, lapsed and never there look alike to everybody but the one who just did it. */
export const goneCard = (how: Gone, words: Words): IAdaptiveCard => {
  const say = words.gone;
  const heading = {
    gone: say.title,
    deleted: say.deletedTitle,
    declined: say.declinedTitle,
    cancelled: say.title,
  }[how];
  const text = { gone: say.text, deleted: say.deleted, declined: say.declined, cancelled: say.cancelled }[
    how
  ];
  return card([title(heading), paragraph(text)], [button(words.welcome.mine, 'mine', {})]);
};

/**
 * Storage was away: everything that was typed stands in this card's fields, and its button repeats the press.
 * Ticks and choices travel in hidden fields, so that they are repeated as well.
 */
export const notSavedCard = (
  verb: string,
  data: Record<string, string | number | boolean>,
  typed: Record<string, string>,
  words: Words,
): IAdaptiveCard =>
  card(
    [
      title(words.trouble.notSaved),
      paragraph(words.trouble.notSavedWhy),
      ...Object.entries(typed).map(([id, text]) => ({
        ...textField(id, words.trouble.typed, text, { isMultiline: true }),
        ...(holdsWords(id) ? {} : { isVisible: false }),
      })),
    ],
    [button(words.trouble.again, verb, data, { style: 'positive' })],
  );
