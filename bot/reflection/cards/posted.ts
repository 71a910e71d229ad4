import type { IAdaptiveCard } from '@microsoft/teams.cards';
import { button, card, paragraph, title } from '../../cards/elements.ts';
import type { Words } from '../../words/words.ts';
import type { NeutralMessage } from '../courier.ts';
import type { Notice } from '../record.ts';
import type { View } from '../view.ts';
import { keptNotice } from './frame.ts';

/**
 * What stands in a chat: a title, a state and *Open*, with the one reader named for a refresh. It holds nobody's
 * words, so that a preview, a search or a reverted card shows nothing; a person's own press shows the rest.
 */
export const postedMessage = (
  view: View,
  notice: Notice | null,
  reader: { teamsId: string; welcome: boolean },
  words: Words,
): NeutralMessage => {
  const say = words.posted;
  const other = view.other?.name ?? '';
  const state = notice === null ? stateLine(view, words) : noticeLine(notice, other, words);
  const open = button(say.open, 'open', { id: view.id });
  return {
    card: {
      ...card(
        [
          title(view.other === null ? say.titleAlone : say.title(other)),
          paragraph(state),
          ...(notice === 'asked' ? introduction(view, other, reader.welcome, words) : []),
          ...keptNotice(view, words),
        ],
        [open],
      ),
      ...refresh(view.id, reader.teamsId),
    },
    summary: state,
  };
};

/** An older card: a line, now that the reflection goes on below it. */
export const shrunkMessage = (words: Words): NeutralMessage => ({
  card: card([paragraph(words.posted.moved)]),
  summary: words.posted.moved,
});

/** What replaces every card of a reflection that is gone: the same line, whoever ended it and however. */
export const farewellMessage = (words: Words): NeutralMessage => ({
  card: card([title(words.gone.title), paragraph(words.gone.text)]),
  summary: words.gone.title,
});

/** The first message somebody ever gets says what this is, in the same breath. */
const introduction = (view: View, other: string, welcome: boolean, words: Words) => [
  paragraph(
    view.me.role === 'practitioner' ? words.invited.asPractitioner(other) : words.invited.asSupervisor(other),
  ),
  paragraph(
    view.me.role === 'practitioner' ? words.invited.sees(other) : words.invited.seesSupervisor(other),
  ),
  ...(welcome ? [paragraph(words.welcome.what), paragraph(words.welcome.privacy)] : []),
];

const noticeLine = (notice: Notice, other: string, words: Words): string =>
  notice === 'asked' ? words.notices.asked(other) : words.notices[notice];

const stateLine = (view: View, words: Words): string => {
  const say = words.posted;
  const other = view.other?.name ?? '';
  if (view.unreached) return say.unreached(other);
  switch (view.screen) {
    case 'closed':
      return say.closed;
    case 'withPractitioner':
      return view.asked ? say.asked(other) : say.waiting(other);
    case 'proposed':
      return say.waiting(other);
    case 'shared':
      return say.shared;
    case 'listening':
      return say.together;
    default:
      return say.yours;
  }
};

const refresh = (id: string, teamsId: string): Pick<IAdaptiveCard, 'refresh'> =>
  teamsId === ''
    ? {}
    : { refresh: { action: { type: 'Action.Execute', verb: 'open', data: { id } }, userIds: [teamsId] } };
