import type { Client } from './client.ts';
import { type Pair, rounds } from './pair.ts';
import { cardIn, type Shown, typedInto } from './person.ts';

/** Somebody answering questions for as long as asked: gives the time that one turn took, in milliseconds. */
export type Walk = () => Promise<number>;

/** One press as it went over the wire, to be played to another server. */
export type Recorded = { key: string; body: string; card: unknown };

/** Answers the product's questions, there and back. `note` sees each press and its answer. */
export const productWalk = (
  { jo }: Pair,
  first: Shown,
  to: { url: string; client: Client },
  note: (recorded: Recorded) => void = () => {},
): Walk => {
  let shown = first;
  let count = 0;
  return async () => {
    const verb = rounds[count % rounds.length] ?? 'next';
    count += 1;
    const body = jo.pressed(shown, verb, typedInto(shown.card, count));
    const { status, text, ms } = await to.client.post(to.url, body);
    if (status !== 200) throw new Error(`A turn was answered with ${status}.`);
    const card = cardIn(text);
    note({ key: keyOf(body), body, card });
    shown = { ...shown, card };
    return ms;
  };
};

/** Plays recorded presses to the bare bot, which answers with the cards of the same presses. */
export const bareWalk = (recorded: readonly Recorded[], to: { url: string; client: Client }): Walk => {
  let count = 0;
  return async () => {
    const { body } = recorded[count % recorded.length] ?? { body: '' };
    count += 1;
    const { status, text, ms } = await to.client.post(to.url, body);
    if (status !== 200) throw new Error(`The bare bot answered with ${status}.`);
    cardIn(text);
    return ms;
  };
};

/** Which press this is: the bare bot finds its card by it. */
export const keyOf = (body: string): string => {
  const { action }: { action: { verb: string; data: { step: string } } } = JSON.parse(body).value;
  return `${action.data.step}.${action.verb}`;
};
