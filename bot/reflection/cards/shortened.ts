import type { CardElement } from '@microsoft/teams.cards';
import { paragraph } from '../../cards/elements.ts';
import type { Words } from '../../words/words.ts';
import type { ItemId } from '../questions.ts';
import type { Frame } from '../view.ts';
import { press } from './frame.ts';

/** Where several people's texts stand on one card each keeps to this many characters; the rest is a press away. */
export const shownLength = 280;

/** Long texts shortened at a word's end, with a button that opens the whole. */
export const shortened =
  (view: Frame, words: Words) =>
  (item: ItemId | 'note' | 'reply', lines: string[]): CardElement[] =>
    lines.flatMap((line): CardElement[] =>
      line.length <= shownLength
        ? [paragraph(line)]
        : [
            paragraph(
              `${line
                .slice(0, shownLength)
                .toWellFormed()
                .replace(/\s+\S*$/, '')} …`,
            ),
            { type: 'ActionSet', actions: [press(view, words.sideBySide.full, 'full', { data: { item } })] },
          ],
    );
