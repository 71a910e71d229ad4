import type { IAdaptiveCard } from '@microsoft/teams.cards';
import { button, card, paragraph, small, title } from '../cards/elements.ts';
import type { Words } from '../words/words.ts';

/** The first words somebody hears: what this is, what stays private, and one thing to press. */
export const helloCard = (words: Words): IAdaptiveCard =>
  card(
    [
      title(words.welcome.title),
      paragraph(words.welcome.what),
      paragraph(words.welcome.privacy),
      paragraph(words.welcome.plan),
    ],
    openings(words),
  );

/** On being added to a chat of several. */
export const helloChatCard = (words: Words): IAdaptiveCard =>
  card([title(words.welcome.title), paragraph(words.chat.hello)]);

/** What can be done here; `unknown` where something else was written. */
export const helpCard = (words: Words, unknown = false): IAdaptiveCard =>
  card(
    [
      title(words.help.title),
      ...(unknown ? [paragraph(words.help.unknown)] : []),
      ...words.help.commands.map((line) => paragraph(line, { spacing: 'Small' })),
      paragraph(words.help.boundary),
      small(words.help.privacy),
    ],
    openings(words),
  );

const openings = (words: Words) => [
  button(words.welcome.start, 'start', {}, { style: 'positive' }),
  button(words.welcome.mine, 'mine', {}),
];

/** Said in a channel or a group chat: why not here, and the way to one's own chat with the bot. */
export const notHereCard = (words: Words, botId: string): IAdaptiveCard => ({
  ...card([title(words.notHere.title), paragraph(words.notHere.why)]),
  actions: [
    {
      type: 'Action.OpenUrl',
      title: words.notHere.open,
      url: `https://teams.microsoft.com/l/chat/0/0?users=${encodeURIComponent(botId)}`,
    },
  ],
});
