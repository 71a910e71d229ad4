import type { IAdaptiveCard } from '@microsoft/teams.cards';
import { noEcho, withEcho } from '../../cards/echo.ts';
import { button, card, paragraph, title } from '../../cards/elements.ts';
import type { Words } from '../../words/words.ts';
import { goneCard } from '../cards/plain.ts';
import type { Answer } from '../desk.ts';
import { reflectionInputs } from '../inputs.ts';

/** The short forms in which turns are answered. */

export const shown = (
  drawn: IAdaptiveCard,
  summary: string,
  afterwards: Answer['afterwards'] = null,
  posted: Answer['posted'] = null,
): Answer => ({ card: drawn, summary, afterwards, posted });

/** Gone, or not this person's: said in the same words, so that nobody can find out which. */
export const goneAnswer = (words: Words, typed: Record<string, string> = {}): Answer =>
  shown(
    withEcho(goneCard('gone', words), { ...noEcho, refusal: 'gone', typed }, words, reflectionInputs),
    words.gone.title,
  );

/** A button of another product, an older version, or a hand-made one; words it brought come back to be copied. */
export const unreadable = (words: Words, typed: Record<string, string>): Answer => {
  const drawn = card(
    [title(words.trouble.summary), paragraph(words.trouble.unreadable)],
    [button(words.welcome.mine, 'mine', {})],
  );
  return shown(
    withEcho(drawn, { ...noEcho, refusal: 'gone', typed }, words, reflectionInputs),
    words.trouble.summary,
  );
};
