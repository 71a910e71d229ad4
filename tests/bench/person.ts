import { randomUUID } from 'node:crypto';
import { type Card, type Inputs, inputsOf, pressData, pressesOf } from '../helpers/cards.ts';
import type { Chats } from './chats.ts';
import type { Client } from './client.ts';

/** A card in front of somebody, and the message it stands in. */
export type Shown = { messageId: string; card: Card };

export type Person = {
  id: string;
  chatId: string;
  installs(): Promise<void>;
  /** Says something; gives the card that comes in answer. */
  says(text: string): Promise<Shown>;
  /** Opens the newest message, once there are more than `seen`. */
  opens(seen?: number): Promise<Shown>;
  /** The activity of a press on the card's button with this verb. */
  pressed(on: Shown, verb: string, inputs?: Inputs): string;
  press(on: Shown, verb: string, inputs?: Inputs, onAnswer?: () => void): Promise<Shown & { ms: number }>;
};

const tenantId = randomUUID();

export const createPerson = (name: string, url: string, client: Client, chats: Chats): Person => {
  const id = randomUUID();
  const teamsId = `29:${id}`;
  const chatId = `a:${id}`;
  const activity = (more: object): string =>
    JSON.stringify({
      channelId: 'msteams',
      id: randomUUID(),
      timestamp: new Date().toISOString(),
      serviceUrl: chats.serviceUrl,
      recipient: { id: '28:bench', name: 'Four Ways' },
      from: { id: teamsId, name, aadObjectId: id },
      conversation: { conversationType: 'personal', tenantId, id: chatId },
      channelData: { tenant: { id: tenantId } },
      locale: 'en-GB',
      ...more,
    });
  const send = async (body: string, onAnswer?: () => void) => {
    const answered = await client.post(url, body, onAnswer);
    if (answered.status !== 200) throw new Error(`An activity was answered with ${answered.status}.`);
    return answered;
  };

  const person: Person = {
    id,
    chatId,
    installs: async () => void (await send(activity({ type: 'installationUpdate', action: 'add' }))),
    says: async (text) => {
      const seen = chats.count(chatId);
      await send(activity({ type: 'message', text }));
      const { id: messageId, card } = await chats.next(chatId, seen);
      return { messageId, card };
    },
    opens: async (seen = 0) => {
      const { id: messageId, card } = await chats.next(chatId, seen);
      return person.press({ messageId, card }, 'open');
    },
    pressed: ({ messageId, card }, verb, inputs = {}) => {
      const action = pressesOf(card).find((each) => each.verb === verb);
      if (action === undefined) throw new Error(`The card has no button that does "${verb}".`);
      const data = pressData(card, action, inputs);
      return activity({
        type: 'invoke',
        name: 'adaptiveCard/action',
        replyToId: messageId,
        value: { action: { type: 'Action.Execute', title: action.title, verb, data }, trigger: 'manual' },
      });
    },
    press: async (on, verb, inputs = {}, onAnswer = () => {}) => {
      const { text, ms } = await send(person.pressed(on, verb, inputs), onAnswer);
      return { messageId: on.messageId, card: cardIn(text), ms };
    },
  };
  return person;
};

/** Something of about 300 characters in every box of the card, different each time. */
export const typedInto = (card: Card, number: number): Inputs =>
  Object.fromEntries(
    inputsOf(card)
      .filter((input) => input.type === 'Input.Text')
      .map((input) => [
        String(input.id),
        `${String(number).padStart(8, '0')} ${sentence.repeat(6)}`.slice(0, 300),
      ]),
  );

const sentence = 'We spoke about what would help, and who would do it. ';

/** @throws where the answer is a sentence instead, which means that nothing was saved. */
export const cardIn = (text: string): Card => {
  const body: { type?: string; value?: Card } = JSON.parse(text);
  if (body.type !== 'application/vnd.microsoft.card.adaptive' || !body.value) {
    throw new Error('A press was not answered with a card.');
  }
  return body.value;
};
