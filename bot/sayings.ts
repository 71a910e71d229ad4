import type { SayingsFor } from './teams/sayings.ts';
import { helloCard, helloChatCard, helpCard, notHereCard } from './welcome/cards.ts';
import { wordsFor } from './words/words.ts';

/** What the Teams edge says itself, in the words of one person's locale. */
export const sayings: SayingsFor = (locale) => {
  const words = wordsFor(locale);
  return {
    hello: () => ({ card: helloCard(words), summary: words.welcome.summary }),
    helloChat: () => ({ card: helloChatCard(words), summary: words.welcome.summary }),
    help: () => ({ card: helpCard(words), summary: words.help.summary }),
    unknown: () => ({ card: helpCard(words, true), summary: words.help.summary }),
    notHere: (botId) => ({ card: notHereCard(words, botId), summary: words.notHere.summary }),
    storage: words.trouble.storage,
    whoAreYou: words.trouble.unknownPerson,
    unreadable: words.trouble.unreadable,
  };
};
