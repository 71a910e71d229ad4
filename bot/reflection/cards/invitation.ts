import type { IAdaptiveCard } from '@microsoft/teams.cards';
import { asTyped, type Button, box, choiceField, dateField, paragraph } from '../../cards/elements.ts';
import { fullDay } from '../../words/days.ts';
import { kinds } from '../record.ts';
import { type Drawn, framed, press, revealSure, type Setting, togetherNotice } from './frame.ts';

/** Who asks, what it is and who sees what: start, another time, or not this time, and no reason asked. */
export const invitationCard = (view: Drawn<'invited'>, setting: Setting): IAdaptiveCard => {
  const { words } = setting;
  const say = words.invited;
  const asker = view.other?.name ?? '';
  const practitioner = view.me.role === 'practitioner';
  return framed(
    view,
    say.title(asker),
    [
      ...(practitioner ? togetherNotice(view, words) : []),
      paragraph(practitioner ? say.asPractitioner(asker) : say.asSupervisor(asker)),
      paragraph(practitioner ? say.sees(asker) : say.seesSupervisor(asker)),
      ...(view.pointer === '' ? [] : [paragraph(say.pointer(asTyped(view.pointer)))]),
      ...(view.meetOn === null ? [] : [paragraph(say.meetOn(fullDay(view.meetOn, words)))]),
      ...(view.laterOn === null
        ? []
        : [paragraph(say.laterOn(fullDay(view.laterOn, words)), { weight: 'Bolder' })]),
      ...(practitioner
        ? [
            choiceField(
              'kind',
              words.start.kind,
              kinds.map((kind) => ({ title: words.kind[kind], value: kind })),
              view.kind,
              { style: 'expanded' },
            ),
          ]
        : []),
      box(
        [
          dateField('laterOn', say.laterDay, view.laterOn),
          { type: 'ActionSet', actions: [press(view, say.laterSend, 'later')] },
        ],
        { id: 'anotherTime', isVisible: false },
      ),
    ],
    [
      ...(practitioner
        ? ways(view, setting)
        : [press(view, say.agreeToRead, 'accept', { style: 'positive' })]),
      revealSure(say.later, 'anotherTime'),
      press(view, say.decline, 'decline'),
    ],
    setting,
  );
};

/** Prepared first or together now: what the asker had in mind stands first, the choice is the practitioner's. */
const ways = (view: Drawn<'invited'>, { words }: Setting): Button[] => {
  const first = { style: 'positive' } as const;
  return view.togetherAsked
    ? [
        press(view, words.together.start, 'startTogether', first),
        press(view, words.together.prepare, 'accept'),
      ]
    : [press(view, words.invited.start, 'accept', first), press(view, words.together.now, 'startTogether')];
};
