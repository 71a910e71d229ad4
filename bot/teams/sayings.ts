import type { OutboundMessage } from './connector.ts';

/** What the edge says itself, in one person's language. Everything else is the desk's. */
export type Sayings = {
  hello(): Card;
  /** On being added to a chat of several: what happens here, said once; nobody is enrolled. */
  helloChat(): Card;
  help(): Card;
  /** Help, for words that are no command. */
  unknown(): Card;
  /** In a channel or a group chat: why not here, with a way to one's own chat. */
  notHere(botId: string): Card;
  /** Storage gave up; what was typed stays where it is. */
  storage: string;
  /** The activity does not say who sent it. */
  whoAreYou: string;
  /** A press without a verb. */
  unreadable: string;
};

export type Card = Extract<OutboundMessage, { card: unknown }>;
export type SayingsFor = (locale: string | null) => Sayings;
