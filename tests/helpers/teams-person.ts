import { type Card, findPress, type Inputs, pressData } from './cards.ts';
import type { Json, Message } from './teams-connector.ts';
import type { Sent, TeamsWorld } from './teams-world.ts';

/** A card as one person saw it at one moment: pressing an old one presses what stood there then. */
export type Shown = { message: Message; card: Card };

/** What a press or a refresh was answered with. */
export type Answered = Shown & {
  status: number;
  /** `application/vnd.microsoft.card.adaptive`, or another of Teams' answers. */
  type: string;
  /** The sentence of an answer that leaves the card as it is. */
  sentence: string | null;
};

export type PressOptions = {
  /** Sent by somebody else's client: a third person, or a forged sender. */
  as?: Partial<{ id: string; aadObjectId: string; name: string }>;
  /** The same activity is delivered twice at once; the second answer is returned. */
  twice?: boolean;
  /** A client that lets through what this card's inputs would stop. */
  force?: boolean;
  /** Which of several buttons with this title. */
  nth?: number;
};

/** Somebody with Teams, and everything they can do to the bot. */
export type Person = {
  id: string;
  name: string;
  teamsId: string;
  chatId: string;
  installs(): Promise<void>;
  uninstalls(): Promise<void>;
  /** Types into the own chat, or elsewhere; gives the messages that came in answer there. */
  says(text: string, where?: Json): Promise<Message[]>;
  press(where: Message | Shown, title: string, inputs?: Inputs, options?: PressOptions): Promise<Answered>;
  /** The client refreshes the card by itself, as it does for the people the card names; or the person asks. */
  refresh(where: Message | Shown, options?: { manual?: boolean }): Promise<Answered>;
  /** Presses on a client that knows no Action.Execute: the fallback goes out as a message. */
  submits(where: Message | Shown, title: string, inputs?: Inputs): Promise<Message[]>;
  /** Sends an invoke with this value, well-formed or not. */
  invokes(value: unknown, more?: Json): Promise<Sent>;
  /** What the person sees of a message now: the latest answer they got to it, or the posted card. */
  sees(message: Message): Shown;
  /** The client drops the answered card and shows the posted one again, as after a reaction or on another device. */
  reverts(message: Message): Shown;
  /** The messages in the own chat, oldest first. */
  readonly messages: Message[];
  /** The newest message in the own chat as this person sees it. @throws where there is none */
  latest(): Shown;
};

export const cardOf = (message: Message): Card => {
  const attachments = message.activity.attachments as { content: Card }[] | undefined;
  const card = attachments?.[0]?.content;
  if (!card) throw new Error('The message holds no card.');
  return card;
};

export const createPerson = (
  world: TeamsWorld,
  who: { id: string; name: string; teamsId: string; chatId: string; locale: string },
): Person => {
  // A client keeps the answered card until the posted one is edited.
  const answers = new Map<string, { card: Card; version: number }>();
  const from = { id: who.teamsId, name: who.name, aadObjectId: who.id };
  const chat = { conversationType: 'personal', tenantId: world.tenantId, id: who.chatId };
  /** A press comes from the conversation in which its message stands. */
  const whereIs = (message: Message): Json =>
    message.conversationId === who.chatId
      ? chat
      : {
          conversationType: 'groupChat',
          isGroup: true,
          tenantId: world.tenantId,
          id: message.conversationId,
        };
  const own = (more: Json): Json => ({ from, conversation: chat, locale: who.locale, ...more });

  /** `version` is the posted card's when it was pressed: an edit in between is shown over the answer. */
  const answeredTo = (message: Message, version: number, sent: Sent): Answered => {
    const body = (sent.body ?? {}) as { type?: string; value?: unknown };
    const type = body.type ?? '';
    const isCard = type === 'application/vnd.microsoft.card.adaptive';
    if (isCard) answers.set(message.id, { card: body.value as Card, version });
    const sentence = typeof body.value === 'string' ? body.value : null;
    const card = isCard ? (body.value as Card) : person.sees(message).card;
    return { message, card, status: sent.status, type, sentence };
  };

  const shown = (where: Message | Shown): Shown => ('card' in where ? where : person.sees(where));

  const during = async (work: () => Promise<unknown>, conversationId: string): Promise<Message[]> => {
    const before = world.connector.messages.length;
    await work();
    return world.connector.messages.slice(before).filter((each) => each.conversationId === conversationId);
  };

  const person: Person = {
    ...who,
    installs: async () => {
      world.connector.without.delete(who.chatId);
      await Promise.all([
        world.send(own({ type: 'installationUpdate', action: 'add' })),
        world.send(own({ type: 'conversationUpdate', membersAdded: [world.bot, { id: who.teamsId }] })),
      ]);
    },
    uninstalls: async () => {
      world.connector.without.add(who.chatId);
      await world.send(own({ type: 'installationUpdate', action: 'remove' }));
    },
    says: (text, where = {}) => {
      const activity = own({ type: 'message', text, ...where });
      return during(() => world.send(activity), String((activity.conversation as Json).id));
    },
    press: async (where, title, inputs = {}, options = {}) => {
      const { card, message } = shown(where);
      const version = message.history.length;
      const action = findPress(card, title, options.nth);
      const data = pressData(card, action, inputs, options.force);
      const activity = own({
        type: 'invoke',
        name: 'adaptiveCard/action',
        id: world.newId(),
        replyToId: message.id,
        conversation: whereIs(message),
        from: { ...from, ...options.as },
        value: { action: { type: 'Action.Execute', title, verb: action.verb, data }, trigger: 'manual' },
      });
      const both = await Promise.all([
        world.send(activity),
        ...(options.twice ? [world.send(activity)] : []),
      ]);
      return answeredTo(message, version, both.at(-1) as Sent);
    },
    refresh: async (where, options = {}) => {
      const { card: now, message } = shown(where);
      const version = message.history.length;
      // What a client refreshes by itself is the posted card, which it shows again after a while.
      const card = now.refresh ? now : cardOf(message);
      const refresh = card.refresh as { action?: Card; userIds?: string[] } | undefined;
      if (!refresh?.action) throw new Error('The card has nothing to refresh.');
      if (!options.manual && !refresh.userIds?.includes(who.teamsId)) {
        throw new Error('Teams refreshes this card for others only.');
      }
      const { verb, data } = refresh.action;
      const sent = await world.send(
        own({
          type: 'invoke',
          name: 'adaptiveCard/action',
          replyToId: message.id,
          conversation: whereIs(message),
          value: {
            action: { type: 'Action.Execute', verb, data },
            trigger: options.manual ? 'manual' : 'automatic',
          },
        }),
      );
      return answeredTo(message, version, sent);
    },
    submits: (where, title, inputs = {}) => {
      const { card, message } = shown(where);
      const action = findPress(card, title);
      const fallback = (action.fallback ?? action) as Card;
      const value = pressData(card, fallback, inputs);
      return during(() => world.send(own({ type: 'message', replyToId: message.id, value })), who.chatId);
    },
    invokes: (value, more = {}) =>
      world.send(own({ type: 'invoke', name: 'adaptiveCard/action', value, ...more })),
    sees: (message) => {
      const answer = answers.get(message.id);
      const current = answer && answer.version === message.history.length ? answer.card : cardOf(message);
      return { message, card: current };
    },
    reverts: (message) => {
      answers.delete(message.id);
      return person.sees(message);
    },
    get messages() {
      return world.connector.messages.filter((each) => each.conversationId === who.chatId && !each.deleted);
    },
    latest: () => {
      const message = person.messages.at(-1);
      if (!message) throw new Error(`${who.name} has no message.`);
      return person.sees(message);
    },
  };
  return person;
};
