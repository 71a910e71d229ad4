import type { CardElement } from '@microsoft/teams.cards';
import { box, paragraph } from '../../cards/elements.ts';
import { itemIds } from '../questions.ts';
import type { View } from '../view.ts';
import type { Setting } from './frame.ts';
import { saidElements } from './said.ts';
import { shortened } from './shortened.ts';

/** What the practitioner did not share stands on their own copy alone, and says so. */
export const ownCopyElements = (view: View, { words }: Setting): CardElement[] => {
  const kept = saidElements(view.ownCopy, itemIds, words, view.lastTime, shortened(view, words));
  return kept.length === 0
    ? []
    : [box([paragraph(words.read.onlyYours, { weight: 'Bolder' }), ...kept], { style: 'emphasis' })];
};
