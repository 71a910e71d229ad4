import type { IAdaptiveCard } from '@microsoft/teams.cards';
import { paragraph } from '../../cards/elements.ts';
import { type Drawn, framed, press, type Setting } from './frame.ts';

/** "Save for later": what was typed is kept, and the way back stands on the card. */
export const savedCard = (view: Drawn<'saved'>, setting: Setting): IAdaptiveCard => {
  const { title, text, go } = setting.words.saved;
  return framed(
    view,
    title,
    [paragraph(text)],
    [
      press(view, go, 'open', { style: 'positive' }),
      ...(view.other === null ? [] : [press(view, setting.words.together.now, 'together')]),
    ],
    setting,
  );
};
