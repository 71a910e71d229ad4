import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { titlesOf } from '../helpers/cards.ts';
import type { Message } from '../helpers/teams-connector.ts';
import { cardOf, type Person } from '../helpers/teams-person.ts';
import { planted } from './play.ts';
import { type Pair, startPair, text } from './two-people.ts';

/** With the bot added to the chat of the two: one neutral card, and each opens their own view of it. */
let pair: Pair;
beforeAll(async () => {
  pair = await startPair();
});
afterAll(() => pair.stop());

/** A chat of these people with the bot in it. */
const chatOf = (...people: Person[]) => {
  const { world } = pair;
  const id = `19:${randomUUID()}@unq.gbl.spaces`;
  world.connector.rosters.set(
    id,
    people.map(({ teamsId, name, id: object }) => ({ id: teamsId, name, aadObjectId: object })),
  );
  const conversation = { conversationType: 'groupChat', isGroup: true, tenantId: world.tenantId, id };
  return {
    id,
    conversation,
    messages: (): Message[] => world.connector.messages.filter((message) => message.conversationId === id),
    says: async (person: Person, words: string): Promise<Message> => {
      const [message] = await person.says(`<at>Four Ways</at> ${words}`, {
        conversation,
        entities: [{ type: 'mention', mentioned: { id: world.bot.id }, text: '<at>Four Ways</at>' }],
      });
      if (!message) throw new Error('no answer');
      return message;
    },
  };
};

test('reflect takes the other from the roster; each opens their own view, and nobody else’s', async () => {
  const { sam, jo, robin, world } = pair;
  const chat = chatOf(sam, jo);
  const card = await chat.says(sam, 'reflect');
  expect(cardOf(card).refresh).toMatchObject({ userIds: [sam.teamsId, jo.teamsId] });
  expect(titlesOf(cardOf(card))).toEqual(['Open mine']);

  const form = await sam.press(card, 'Open mine');
  expect(text(form)).toContain('With Jo Bennett.');
  expect(text(form)).not.toContain('With whom?');
  const asked = await sam.press(form, 'Ask them', { pointer: planted.pointer });
  expect(text(asked)).toContain('Jo Bennett has been asked');

  const invited = await jo.press({ message: card, card: cardOf(card) }, 'Open mine');
  expect(text(invited)).toContain(planted.pointer);
  const step = await jo.press(invited, 'Start');
  await jo.press(step, 'Save for later', { 'describe.text': planted.describe });
  const mine = await sam.refresh(card);
  expect(text(mine)).toContain('It is with Jo Bennett');
  expect(text(mine)).not.toContain(planted.describe);

  const stranger = await robin.press({ message: card, card: cardOf(card) }, 'Open mine');
  expect(JSON.stringify(stranger.card)).not.toContain('planted');
  expect(text(stranger)).toContain('not here for you any more');

  // What stands in the chat is what stood there at first.
  expect(chat.messages()).toHaveLength(1);
  expect(chat.messages()[0]?.history).toHaveLength(1);
  expect(world.leaks(planted.describe, [jo])).toEqual([]);
});

test('either of the two may begin it; both at once make one', async () => {
  const { sam, jo } = pair;
  const card = await chatOf(sam, jo).says(jo, 'Reflect');
  const fresh = { message: card, card: cardOf(card) };
  const [ofSam, ofJo] = [await sam.press(fresh, 'Open mine'), await jo.press(fresh, 'Open mine')];
  expect(text(ofJo)).toContain('With Sam Okafor.');
  await Promise.all([
    sam.press(ofSam, 'Ask them', { whose: 'theirs' }),
    jo.press(ofJo, 'Ask them', { whose: 'mine' }),
  ]);
  const [list] = await sam.says('my reflections');
  const [theirs] = await jo.says('my reflections');
  expect(list && text(sam.sees(list)).split('With Jo Bennett').length).toBe(
    theirs && text(jo.sees(theirs)).split('With Sam Okafor').length,
  );
});

test('deleted, the card of the two says so like any other', async () => {
  const { sam, jo } = pair;
  const chat = chatOf(sam, jo);
  const card = await chat.says(sam, 'reflect');
  await sam.press(await sam.press(card, 'Open mine'), 'Ask them');
  const invited = await jo.press({ message: card, card: cardOf(card) }, 'Open mine');
  await jo.press(invited, 'Not this time');
  expect(text(sam.sees(chat.messages()[0] ?? card))).toContain('Not going ahead this time');
});

test('more than two: why not here, and the way to one’s own chat', async () => {
  const { sam, jo, robin } = pair;
  const message = await chatOf(sam, jo, robin).says(sam, 'reflect');
  expect(text(sam.sees(message))).toContain('Not here, where others can read along');
});

test('somebody joins the two before it has begun: nothing is opened there', async () => {
  const { sam, jo, robin, world } = pair;
  const chat = chatOf(sam, jo);
  const card = await chat.says(sam, 'reflect');
  const form = await sam.press(card, 'Open mine');
  world.connector.rosters.get(chat.id)?.push({ id: robin.teamsId, name: robin.name, aadObjectId: robin.id });
  expect(text(await sam.press(form, 'Ask them'))).toContain('Not here, where others can read along');
});

test('added to a chat, the bot explains itself once and enrols nobody', async () => {
  const { sam, jo, world } = pair;
  const chat = chatOf(sam, jo);
  const before = [sam.messages.length, jo.messages.length];
  await world.send({
    type: 'installationUpdate',
    action: 'add',
    conversation: chat.conversation,
    from: { id: sam.teamsId, name: sam.name, aadObjectId: sam.id },
  });
  await world.send({
    type: 'conversationUpdate',
    conversation: chat.conversation,
    membersAdded: [world.bot],
    from: { id: sam.teamsId, name: sam.name, aadObjectId: sam.id },
  });
  expect(chat.messages()).toHaveLength(1);
  expect(text(sam.sees(chat.messages()[0] ?? (await chat.says(sam, 'help'))))).toContain('I enrol nobody');
  expect([sam.messages.length, jo.messages.length]).toEqual(before);
});
