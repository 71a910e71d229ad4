import type { CardElement } from '@microsoft/teams.cards';
import { asTyped, label } from '../../cards/elements.ts';
import type { Words } from '../../words/words.ts';
import {
  type ItemId,
  isAmount,
  isBalance,
  isDomain,
  isGuess,
  isOutcome,
  textIn,
  type Values,
} from '../questions.ts';
import type { AgreedAction } from '../record.ts';
import type { Said } from '../view.ts';

/** An item as lines to read: choices in words, texts as they were typed; nothing where it was left blank. */
export const linesOf = (
  item: ItemId,
  values: Values,
  words: Words,
  lastTime: readonly AgreedAction[],
): string[] => {
  const domain = values.domain;
  const { support, challenge, choice, guess } = values;
  const text = textIn(item, values);
  const lines = [
    isDomain(domain) ? `**${words.domains[domain].name}** (${words.domains[domain].axes})` : '',
    isDomain(domain) && domain === 'to' && values.deliberate === 'true' ? words.read.deliberate : '',
    isAmount(support) ? words.read.support(words.amounts[support]) : '',
    isAmount(challenge) ? words.read.challenge(words.amounts[challenge]) : '',
    isBalance(choice) ? words.balances[choice] : '',
    isGuess(guess) ? words.guesses[guess] : '',
    asTyped(text),
    ...lastTime.map(({ what }, index) => {
      const became = values[`last${index}`];
      return isOutcome(became) ? `${asTyped(what)}: ${words.lastTime.outcomes[became]}` : '';
    }),
  ];
  return lines.filter((line) => line !== '');
};

/** The items of a sharing under their headings, for whoever may read them. */
export const saidElements = (
  said: Said,
  items: readonly ItemId[],
  words: Words,
  lastTime: readonly AgreedAction[],
  shorten: (item: ItemId, lines: string[]) => CardElement[],
): CardElement[] =>
  items.flatMap((item) => {
    const lines = linesOf(item, said[item] ?? {}, words, lastTime);
    return lines.length === 0 ? [] : [label(words.itemsOf[item]), ...shorten(item, lines)];
  });
