import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { button, card, choiceField, textField } from '../../bot/cards/elements.ts';
import { type EdgeWorld, plainCard, startEdgeWorld } from '../helpers/edge-world.ts';
import type { Json } from '../helpers/teams-connector.ts';
import type { Person } from '../helpers/teams-person.ts';

let world: EdgeWorld;
let sam: Person;
const words = 'words of mine';
const question = card(
  [textField('text', 'What happened?', 'so far'), choiceField('where', 'Where?', [], null)],
  [
    button('Next', 'next', { id: 'r1', rev: 3 }),
    button('Back', 'back', { id: 'r1' }, { withoutInputs: true }),
  ],
);

beforeAll(async () => {
  world = await startEdgeWorld();
  sam = world.person('Sam');
  await sam.installs();
});
beforeEach(async () => {
  world.desk.answer = async () => ({ card: question, summary: 'A question', afterwards: null, posted: null });
  await sam.says('reflect');
});
afterAll(() => world.stop());

test('a press reaches the desk with its verb, its data, its inputs and its place, and is answered with a card', async () => {
  world.desk.answer = async () => ({ card: plainCard('done'), summary: '', afterwards: null, posted: null });
  const message = sam.latest().message;
  const answered = await sam.press(message, 'Next', { text: words, 'Where?': 'with' });
  expect(answered).toMatchObject({
    status: 200,
    type: 'application/vnd.microsoft.card.adaptive',
    card: plainCard('done'),
  });
  expect(world.asked.at(-1)).toEqual({
    what: 'press next',
    turn: {
      by: { id: sam.id, name: 'Sam', teamsId: sam.teamsId },
      locale: 'en-GB',
      at: { serviceUrl: world.connector.serviceUrl, conversationId: sam.chatId, activityId: message.id },
      manual: true,
      partner: null,
    },
    data: { id: 'r1', rev: 3, text: words, where: 'with' },
  });
  expect(sam.sees(message).card).toEqual(plainCard('done'));
});

test('a button without inputs sends its data alone', async () => {
  await sam.press(sam.latest(), 'Back');
  expect(world.asked.at(-1)?.data).toEqual({ id: 'r1' });
});

test('a refresh by the client is told from one by hand', async () => {
  const refresh = {
    action: { type: 'Action.Execute', verb: 'open', data: { id: 'r1' } },
    userIds: [sam.teamsId],
  };
  world.desk.answer = async () => ({
    card: { ...plainCard('neutral'), refresh } as never,
    summary: '',
    afterwards: null,
    posted: null,
  });
  await sam.says('reflect');
  await sam.refresh(sam.latest());
  expect(world.asked.at(-1)).toMatchObject({ what: 'press open', turn: { manual: false } });
  await sam.refresh(sam.latest(), { manual: true });
  expect(world.asked.at(-1)).toMatchObject({ what: 'press open', turn: { manual: true } });
});

test('a client that knows no Action.Execute is answered with a fresh message', async () => {
  const [answer] = await sam.submits(sam.latest(), 'Next', { text: words });
  expect(answer?.activity.summary).toBe('A question');
  expect(world.asked.at(-1)).toMatchObject({ what: 'press next', data: { id: 'r1', rev: 3, text: words } });
});

test('a button of reminders goes to the reminders, pressed or refreshed by the client itself', async () => {
  const action = { type: 'Action.Execute', verb: 'remind.open', data: {} };
  for (const [trigger, how] of [
    ['manual', 'pressed'],
    ['automatic', 'refreshed'],
  ]) {
    const sent = await sam.invokes({ action, trigger });
    const said = `remind.open ${sam.id} ${how}`;
    expect(sent.body).toMatchObject({ statusCode: 200, value: plainCard(said) });
    expect(world.plans.asked.slice(-2)).toEqual([said, `after ${said}`]);
  }
  const conversation = { conversationType: 'channel', id: '19:x@thread.tacv2', tenantId: world.tenantId };
  const inChannel = await sam.invokes({ action, trigger: 'manual' }, { conversation });
  expect(inChannel.body).toMatchObject({ value: plainCard(`not here ${world.bot.id}`) });
});

test('a press writes nothing to the directory', async () => {
  const before = JSON.stringify([...world.directory.people]);
  await sam.press(sam.latest(), 'Next', {}, { as: { name: 'Renamed' } });
  expect(JSON.stringify([...world.directory.people])).toBe(before);
});

test('what is left to do runs after the answer, and a fault there is no fault of the turn', async () => {
  let done = false;
  const gate = Promise.withResolvers<void>();
  world.desk.answer = async () => ({
    card: question,
    summary: '',
    afterwards: async () => {
      await gate.promise;
      done = true;
      throw new Error(words);
    },
    posted: null,
  });
  const value = { action: { type: 'Action.Execute', verb: 'next', data: {} } };
  const conversation = { conversationType: 'personal', id: sam.chatId, tenantId: world.tenantId };
  const from = { id: sam.teamsId, aadObjectId: sam.id };
  const invoke = { type: 'invoke', name: 'adaptiveCard/action', value, conversation, from };
  const sent = await world.send(invoke, { hurry: true });
  expect([sent.status, done]).toEqual([200, false]);
  gate.resolve();
  expect(await world.server.settled(5_000)).toBe(true);
  expect(done).toBe(true);
  expect(world.logs.filter((line) => line.includes('afterwards.failed'))).toHaveLength(1);
});

test('a desk that fails leaves the card and its words, and says so; the fault is logged without content', async () => {
  const message = sam.latest().message;
  world.desk.answer = async () => {
    throw Object.assign(new RangeError(`could not save ${words}`), { code: 'TIMEOUT' });
  };
  const answered = await sam.press(message, 'Next', { text: words });
  expect(answered).toMatchObject({
    status: 200,
    type: 'application/vnd.microsoft.activity.message',
    sentence: 'Could not be saved just now.',
    card: question,
  });
  const [said] = await sam.says('reflect');
  expect(said?.activity.text).toBe('Could not be saved just now.');
  expect(world.logs.at(-2)).toContain('"error":"RangeError","code":"TIMEOUT"');
});

test('a press outside the own chat is answered with why not here', async () => {
  const before = world.asked.length;
  const conversation = { conversationType: 'channel', id: '19:x@thread.tacv2', tenantId: world.tenantId };
  const sent = await sam.invokes({ action: { verb: 'next', data: {} } }, { conversation });
  expect(sent.body).toMatchObject({ statusCode: 200, value: plainCard(`not here ${world.bot.id}`) });
  expect(world.asked).toHaveLength(before);
});

test.each<[unknown, Json]>([
  [null, {}],
  ['text', {}],
  [{ action: null }, {}],
  [{ action: { verb: 7 } }, {}],
  [{ action: { verb: '', data: {} } }, {}],
])('the malformed press %j gets a way forward, never a fault', async (value, more) => {
  const sent = await sam.invokes(value, more);
  expect(sent.status).toBe(200);
  expect(sent.body).toMatchObject({ statusCode: 200, value: 'That button could not be read.' });
});

test('a press without a sender is answered with a sentence', async () => {
  const sent = await sam.invokes({ action: { verb: 'next' } }, { from: { id: '29:x' } });
  expect(sent.body).toMatchObject({ statusCode: 200, value: 'Teams did not say who you are.' });
});

test('an invoke of another kind is politely unknown', async () => {
  expect((await sam.invokes({}, { name: 'composeExtension/query' })).status).toBe(501);
});

test('the logs hold no word and no name', () => {
  expect(world.leaks(words).filter((to) => to === 'log')).toEqual([]);
  expect(world.leaks('Renamed')).toEqual([]);
});
