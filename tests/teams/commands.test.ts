import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { commandIn } from '../../bot/teams/commands.ts';
import { textOf } from '../helpers/cards.ts';
import { type EdgeWorld, startEdgeWorld } from '../helpers/edge-world.ts';
import { cardOf, type Person } from '../helpers/teams-person.ts';
import type { Team } from '../helpers/teams-team.ts';

describe('a typed command', () => {
  test.each([
    ['reflect', 'reflect'],
    ['  REFLECT. ', 'reflect'],
    ['Reflect!', 'reflect'],
    ['My  Reflections', 'mine'],
    ['my\u00a0reflections', 'mine'],
    ['my&nbsp;reflections?', 'mine'],
    ['Hi', 'hello'],
    ['hello', 'hello'],
    ['HELP', 'help'],
    ['plan', 'plan'],
    ['Plan!', 'plan'],
    ['reminders', 'reminders'],
    ['My reminders', 'unknown'],
    ['', 'unknown'],
    ['constructor', 'unknown'],
    ['I want to reflect on my day', 'unknown'],
  ])('%j means %s', (text, command) => {
    expect(commandIn(text)).toBe(command);
  });
});

describe('in Teams', () => {
  let world: EdgeWorld;
  let sam: Person;
  let team: Team;
  beforeAll(async () => {
    world = await startEdgeWorld();
    sam = world.person('Sam');
    await sam.installs();
    team = world.team('Northfield', [sam]);
  });
  afterAll(() => world.stop());

  const answerTo = async (...said: Parameters<Person['says']>) => {
    const answers = await sam.says(...said);
    expect(answers).toHaveLength(1);
    return answers.map((message) => textOf(cardOf(message)).trim()).join();
  };
  const mention = { type: 'mention', text: '<at>Four Ways</at>', mentioned: { id: '' } };

  test.each([
    ['reflect', 'start'],
    ['<at>Four Ways</at> Reflect', 'start'],
    ['my reflections', 'mine'],
    ['hello', 'hello en-GB'],
    ['anything else', 'unknown'],
  ])('%j in the own chat is answered with the %s card', async (text, answer) => {
    expect(await answerTo(text)).toBe(answer);
  });

  test('the bot’s mention is taken out wherever it stands, other mentions are not', async () => {
    const entities = [{ ...mention, mentioned: { id: world.bot.id } }];
    expect(await answerTo('my <at>Four Ways</at> reflections', { entities })).toBe('mine');
    const other = [{ type: 'mention', text: '<at>Jo</at>', mentioned: { id: '29:jo' } }];
    expect(await answerTo('reflect <at>Jo</at>', { entities: other })).toBe('unknown');
  });

  test('the desk learns who speaks from the activity alone, in lower case', async () => {
    const loud = world.person('Loud', { id: '0F00BA47-0000-4000-8000-00000000CAFE' });
    await loud.installs();
    await loud.says('reflect');
    expect(world.asked.at(-1)).toEqual({
      what: 'start',
      turn: {
        by: { id: '0f00ba47-0000-4000-8000-00000000cafe', name: 'Loud', teamsId: loud.teamsId },
        locale: 'en-GB',
        at: null,
        manual: true,
        partner: null,
      },
    });
  });

  test('“reminders” in the own chat is answered with one’s own settings, and what follows is done', async () => {
    expect(await answerTo('Reminders')).toBe(`settings ${sam.id}`);
    expect(world.plans.asked.slice(-2)).toEqual([`settings ${sam.id}`, `after settings ${sam.id}`]);
  });

  test('“reminders” in a channel says where instead, and asks nothing', async () => {
    const before = world.plans.asked.length;
    const { conversation, channelData } = team;
    expect(await answerTo('reminders', { conversation, channelData })).toBe(
      `reminders elsewhere ${world.bot.id}`,
    );
    expect(world.plans.asked).toHaveLength(before);
  });

  test.each(['reflect', 'my reflections'])(
    '%j in a channel says why not here and asks no desk',
    async (text) => {
      const before = world.asked.length;
      const { conversation, channelData } = team;
      expect(await answerTo(text, { conversation, channelData })).toBe(`not here ${world.bot.id}`);
      expect(world.asked).toHaveLength(before);
    },
  );

  test('help in a group chat is answered there', async () => {
    const conversation = { conversationType: 'groupChat', isGroup: true, id: '19:group@thread.v2' };
    world.connector.rosters.set(conversation.id, []);
    expect(await answerTo('help', { conversation: { ...conversation, tenantId: world.tenantId } })).toBe(
      'help',
    );
  });

  test('an activity without an object id is answered with a sentence', async () => {
    const sent = await world.send({
      type: 'message',
      text: 'reflect',
      from: { id: '29:nobody' },
      conversation: { conversationType: 'personal', id: sam.chatId, tenantId: world.tenantId },
    });
    expect(sent.status).toBe(200);
    expect(sam.messages.at(-1)?.activity.text).toBe('Teams did not say who you are.');
  });
});
