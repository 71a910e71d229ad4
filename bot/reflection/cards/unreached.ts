import type { CardElement } from '@microsoft/teams.cards';
import { type Button, box, paragraph } from '../../cards/elements.ts';
import type { Words } from '../../words/words.ts';
import type { Frame } from '../view.ts';
import { press } from './frame.ts';

/** Whoever waits for somebody the bot could not reach is told so plainly, and what helps. */
export const unreachedNotice = (view: Frame, words: Words): { body: CardElement[]; actions: Button[] } => {
  if (!view.unreached || view.other === null) return { body: [], actions: [] };
  return {
    body: [box([paragraph(words.unreached.text(view.other.name))], { style: 'warning' })],
    actions: [press(view, words.unreached.again, 'retry')],
  };
};
