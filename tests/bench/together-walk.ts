import type { Chats, Edited } from './chats.ts';
import type { Client } from './client.ts';
import { meet, type Pair, peoplePicker } from './pair.ts';
import type { Shown } from './person.ts';
import { quiet } from './quiet.ts';

/** The steps of the walk together that end in *Save and show*. */
export const shownSteps = 3;

/** Two people who do it together and have both placed: the practitioner's first *Save and show*. */
export const beginTogether = async (
  url: string,
  client: Client,
  chats: Chats,
  activity = chats.calls,
): Promise<Pair & { first: Shown }> => {
  const { sam, jo } = await meet(url, client, chats);
  const invited = chats.count(jo.chatId);
  const form = await sam.says('reflect');
  await sam.press(form, 'begin.together', { [peoplePicker(form.card)]: jo.id });
  const asked = await jo.opens(invited);
  const called = chats.count(sam.chatId);
  const mine = await jo.press(asked, 'startTogether');
  const theirs = await sam.opens(called);
  await jo.press(mine, 'placeTogether', { 'together.domain': 'for' });
  const told = chats.count(jo.chatId);
  await sam.press(theirs, 'placeOutside', { 'outside.domain': 'with' });
  const first = await jo.opens(told);
  await quiet(activity);
  return { sam, jo, first };
};

/** What one *Save and show* came to: its own answer, and the other person's card. */
export type Both = { text: string; answeredInMs: number; bothInMs: number; edited: Edited };

/** Sends a press and waits until the answer is here and the card in the other chat has been redrawn. */
export const pressForBoth = async (
  body: string,
  otherChatId: string,
  to: { url: string; client: Client; chats: Chats },
): Promise<Both> => {
  const coming = to.chats.edited(otherChatId);
  const from = performance.now();
  const [{ status, text, ms }, edited] = await Promise.all([to.client.post(to.url, body), coming]);
  if (status !== 200) throw new Error(`A press was answered with ${status}.`);
  return { text, answeredInMs: ms, bothInMs: Math.max(ms, edited.at - from), edited };
};
