import type { IAdaptiveCard } from '@microsoft/teams.cards';
import { paragraph } from '../../cards/elements.ts';
import type { PersonId } from '../../people/person.ts';
import type { View } from '../view.ts';
import { framed, press, type Setting } from './frame.ts';
import { whomFields } from './whom.ts';

/** With whom to share what is ticked; whoever was supervisor before is no longer part of it. */
export const handCard = (
  view: View,
  colleagues: readonly { id: PersonId; name: string }[],
  setting: Setting,
): IAdaptiveCard => {
  const say = setting.words.hand;
  return framed(
    view,
    say.title,
    [
      paragraph(say.lead),
      ...(view.other === null ? [] : [paragraph(say.leadAnother(view.other.name))]),
      ...whomFields(colleagues, setting.words),
    ],
    [press(view, say.share, 'hand', { style: 'positive' }), press(view, say.back, 'open')],
    setting,
  );
};
