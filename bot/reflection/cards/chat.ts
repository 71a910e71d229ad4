import type { IAdaptiveCard } from '@microsoft/teams.cards';
import { button, card, paragraph, title } from '../../cards/elements.ts';
import type { TeamMember } from '../../people/person.ts';
import type { Words } from '../../words/words.ts';

/** The one card in a chat of two: nobody's words, and each opens their own view by a press or their refresh. */
export const chatCard = (
  id: string,
  two: readonly [Pick<TeamMember, 'name' | 'teamsId'>, Pick<TeamMember, 'name' | 'teamsId'>],
  words: Words,
): IAdaptiveCard => ({
  ...card(
    [title(words.chat.title(two[0].name, two[1].name)), paragraph(words.chat.text)],
    [button(words.chat.open, 'here', { id }, { style: 'positive' })],
  ),
  refresh: {
    action: { type: 'Action.Execute', verb: 'here', data: { id } },
    userIds: two.map(({ teamsId }) => teamsId),
  },
});
