import type { CardElement, IAdaptiveCard } from '@microsoft/teams.cards';
import { dayOf } from '../../calendar/days.ts';
import { button, card, paragraph, small, title } from '../../cards/elements.ts';
import { fullDay } from '../../words/days.ts';
import type { View } from '../view.ts';
import type { Setting } from './frame.ts';

/** Mine in both roles, newest first: person, kind, date and state; never a domain, never a pointer. */
export const mineCard = (
  views: readonly View[],
  paging: { next: string | null; first: boolean },
  setting: Setting,
): IAdaptiveCard => {
  const { words } = setting;
  const say = words.mine;
  return card(
    [
      title(say.title),
      ...(views.length === 0 ? [paragraph(say.none)] : views.map((view) => entry(view, setting))),
    ],
    [
      ...(paging.next === null ? [] : [button(say.older, 'mine', { after: paging.next })]),
      ...(paging.first ? [] : [button(say.newest, 'mine', {})]),
    ],
  );
};

const entry = (view: View, setting: Setting): CardElement => {
  const { words, timeZone } = setting;
  const say = words.mine;
  const other = view.other === null ? say.alone : say.with(view.other.name);
  const day = fullDay(dayOf(view.createdAt, timeZone), words);
  return {
    type: 'ColumnSet',
    separator: true,
    columns: [
      {
        type: 'Column',
        width: 'stretch',
        items: [
          paragraph(other, { weight: 'Bolder' }),
          small(say.line(words.kind[view.kind], day, stateOf(view, setting))),
        ],
      },
      {
        type: 'Column',
        width: 'auto',
        verticalContentAlignment: 'Center',
        items: [
          {
            type: 'ActionSet',
            actions: [
              button(say.open, 'open', { id: view.id }, { tooltip: `${say.open}: ${other}, ${day}` }),
            ],
          },
        ],
      },
    ],
  };
};

/** The state as this viewer may know it; before sharing a supervisor learns nothing finer than asked or with them. */
export const stateOf = (view: View, { words, timeZone }: Setting): string => {
  const say = words.mine.states;
  const other = view.other?.name ?? '';
  switch (view.screen) {
    case 'invited':
      return view.laterOn === null ? say.invited : say.invitedLater(fullDay(view.laterOn, words));
    case 'withPractitioner':
      return view.asked ? say.asked(other) : say.withPractitioner(other);
    case 'proposed':
      return say.proposed(other);
    case 'closed':
      return say.closed(fullDay(dayOf(view.closedAt, timeZone), words));
    case 'step':
    case 'read':
    case 'shared':
    case 'outside':
    case 'sideBySide':
    case 'agreeing':
      return say[view.screen];
    case 'saved':
    case 'togetherConfirm':
      return say.step;
    case 'togetherPlace':
    case 'showing':
    case 'listening':
      return say.together;
    case 'full':
    case 'outcome':
      return say.sideBySide;
  }
};
