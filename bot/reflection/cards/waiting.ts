import type { IAdaptiveCard } from '@microsoft/teams.cards';
import { box, paragraph } from '../../cards/elements.ts';
import { itemIds } from '../questions.ts';
import { type Drawn, framed, press, revealSure, type Setting, sure } from './frame.ts';
import { ownCopyElements } from './own-copy.ts';
import { saidElements } from './said.ts';
import { shortened } from './shortened.ts';
import { unreachedNotice } from './unreached.ts';

/** The practitioner has shared and waits; it can be taken back until the supervisor has placed. */
export const sharedCard = (view: Drawn<'shared'>, setting: Setting): IAdaptiveCard => {
  const { words } = setting;
  const notice = unreachedNotice(view, words);
  return framed(
    view,
    words.shared.title,
    [
      ...notice.body,
      paragraph((view.together ? words.together.waiting : words.shared.text)(view.other?.name ?? '')),
      box([
        paragraph(words.shared.what, { weight: 'Bolder' }),
        ...saidElements(view.said, itemIds, words, view.lastTime, shortened(view, words)),
      ]),
      ...ownCopyElements(view, setting),
    ],
    [...notice.actions, press(view, words.shared.takeBack, 'takeBack')],
    setting,
  );
};

/** The supervisor waits: a state and nothing finer, no step and no time. */
export const withPractitionerCard = (view: Drawn<'withPractitioner'>, setting: Setting): IAdaptiveCard => {
  const { words } = setting;
  const say = words.withPractitioner;
  const other = view.other?.name ?? '';
  const notice = unreachedNotice(view, words);
  return framed(
    view,
    words.posted.title(other),
    [
      ...notice.body,
      paragraph(view.asked ? say.asked(other) : say.with(other)),
      ...(view.togetherAsked ? [paragraph(words.together.hasAsked(other))] : []),
      sure(
        'cancelSure',
        say.cancelSure(other),
        press(view, say.cancelYes, 'leave', { style: 'destructive' }),
      ),
    ],
    [
      ...notice.actions,
      ...(view.togetherAsked ? [] : [press(view, words.together.askFor, 'askTogether')]),
      revealSure(say.cancel, 'cancelSure'),
    ],
    setting,
  );
};
