import { type Card, type Inputs, inputsOf } from '../helpers/cards.ts';
import type { Chats } from './chats.ts';
import type { Client } from './client.ts';
import { createPerson, type Person, type Shown, typedInto } from './person.ts';

/** A supervisor and a practitioner who both have the bot. */
export type Pair = { sam: Person; jo: Person };

/** Does one press; a caller may do more around it, such as counting. */
export type Doing = (what: string, by: Person, on: Shown, verb: string, inputs?: Inputs) => Promise<Shown>;

export const plainly: Doing = (_what, by, on, verb, inputs) => by.press(on, verb, inputs);

export const meet = async (url: string, client: Client, chats: Chats): Promise<Pair> => {
  const sam = createPerson('Sam Okafor', url, client, chats);
  const jo = createPerson('Jo Bennett', url, client, chats);
  await Promise.all([sam.installs(), jo.installs()]);
  await Promise.all([chats.next(sam.chatId, 0), chats.next(jo.chatId, 0)]);
  return { sam, jo };
};

/** Sam asks and Jo accepts: Jo's first question. */
export const begin = async ({ sam, jo }: Pair, chats: Chats, doing = plainly): Promise<Shown> => {
  const seen = chats.count(jo.chatId);
  const form = await sam.says('reflect');
  await doing('start', sam, form, 'begin.ask', { [peoplePicker(form.card)]: jo.id });
  const invitation = await jo.opens(seen);
  return doing('accept', jo, invitation, 'accept');
};

/** The input with Teams' search for people. */
export const peoplePicker = (card: Card): string =>
  String(inputsOf(card).find((input) => input['choices.data'] !== undefined)?.id);

/** From the first question to the placement, marked and said why; Jo is back at the first question. */
export const place = async (jo: Person, first: Shown, doing = plainly): Promise<Shown> => {
  const window = await doing('turn', jo, first, 'next', typedInto(first.card, 1));
  const marked = await doing('mark', jo, window, 'mark');
  return doing('turn', jo, marked, 'back', typedInto(marked.card, 2));
};

/** There and back through the questions: each press saves what was typed and is answered with another question. */
export const rounds = ['next', 'next', 'next', 'back', 'back', 'back'] as const;
