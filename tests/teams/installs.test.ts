import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type EdgeWorld, startEdgeWorld } from '../helpers/edge-world.ts';

let world: EdgeWorld;
beforeAll(async () => {
  world = await startEdgeWorld();
});
afterAll(() => world.stop());

describe('in the own chat', () => {
  test('installing remembers where to write, and welcomes once, however often Teams tells', async () => {
    const jo = world.person('Jo', { locale: 'cy-GB' });
    await jo.installs();
    await jo.installs();
    expect(jo.messages.map((message) => message.activity.summary)).toEqual(['hello cy-GB']);
    expect(world.directory.people.get(jo.id)).toEqual({
      id: jo.id,
      name: 'Jo',
      teamsId: jo.teamsId,
      locale: 'cy-GB',
      chat: {
        serviceUrl: world.connector.serviceUrl,
        conversationId: jo.chatId,
        tenantId: world.tenantId,
        botId: world.bot.id,
      },
      welcomedAt: expect.stringMatching(/^\d{4}-.*Z$/),
    });
  });

  test('removing forgets the chat and keeps the rest; coming back is no second welcome', async () => {
    const jo = world.person('Jo');
    await jo.installs();
    await jo.uninstalls();
    expect(world.directory.people.get(jo.id)).toMatchObject({ name: 'Jo', chat: null });
    await jo.installs();
    expect(jo.messages).toHaveLength(1);
    expect(world.directory.people.get(jo.id)?.chat).not.toBeNull();
  });

  test('an event without a name takes it from the chat’s roster', async () => {
    const jo = world.person('Jo');
    world.connector.without.delete(jo.chatId);
    await world.send({
      type: 'installationUpdate',
      action: 'add',
      from: { id: jo.teamsId, aadObjectId: jo.id },
      conversation: { conversationType: 'personal', id: jo.chatId, tenantId: world.tenantId },
    });
    expect(world.directory.people.get(jo.id)?.name).toBe('Jo');
  });

  test('a message keeps the stored locale and name where it states none', async () => {
    const jo = world.person('Jo');
    await jo.installs();
    await jo.says('help', { locale: '' });
    expect(world.directory.people.get(jo.id)).toMatchObject({ name: 'Jo', locale: 'en-GB' });
  });

  test('a welcome that Teams refused is tried at the next event', async () => {
    const jo = world.person('Jo');
    world.connector.faults.set(jo.chatId, { status: 429, times: 1 });
    await jo.installs();
    expect(jo.messages).toHaveLength(0);
    await jo.installs();
    expect(jo.messages).toHaveLength(1);
  });
});

describe('in a team', () => {
  test('adding the bot reads the whole roster, writes to nobody and posts nothing', async () => {
    const people = Array.from({ length: 7 }, (_, index) => world.person(`Member ${index}`));
    const team = world.team('Northfield', people);
    world.connector.rosters.get(team.id)?.push({ id: '28:another-bot', name: 'Another bot' });
    world.connector.pageSize = 3;
    const before = world.connector.messages.length;
    await team.addsBot();
    world.connector.pageSize = 500;
    expect(world.connector.messages).toHaveLength(before);
    const kept = world.directory.teams.get(team.id);
    expect(kept?.team).toEqual({
      id: team.id,
      name: 'Northfield',
      serviceUrl: world.connector.serviceUrl,
      tenantId: world.tenantId,
      botId: world.bot.id,
    });
    expect(kept?.members).toEqual(people.map(({ id, name, teamsId }) => ({ id, name, teamsId })));
  });

  test('people who join and leave are learnt; the team goes with the bot', async () => {
    const [sam, jo] = [world.person('Sam'), world.person('Jo')];
    const team = world.team('Westbrook', [sam]);
    await team.addsBot();
    await team.adds(jo);
    expect(world.directory.teams.get(team.id)?.members).toHaveLength(2);
    await team.removes(sam);
    expect(world.directory.teams.get(team.id)?.members.map((member) => member.name)).toEqual(['Jo']);
    await team.removesBot();
    expect(world.directory.teams.has(team.id)).toBe(false);
    expect(world.directory.people.get(jo.id)?.name).toBe('Jo');
  });

  test('a roster that Teams does not tell leaves the stored one', async () => {
    const sam = world.person('Sam');
    const team = world.team('Eastfield', [sam]);
    await team.addsBot();
    world.connector.faults.set(team.id, { status: 503, times: 1 });
    await team.adds(world.person('Jo'));
    expect(world.directory.teams.get(team.id)?.members).toHaveLength(1);
  });

  test('an answer without a list of members leaves the stored one', async () => {
    const team = world.team('Southfield', [world.person('Sam')]);
    await team.addsBot();
    world.connector.faults.set(team.id, { status: 200, times: 1 });
    await team.adds(world.person('Jo'));
    expect(world.directory.teams.get(team.id)?.members.map(({ name }) => name)).toEqual(['Sam']);
  });

  test('a roster whose pages do not end leaves the stored one: nobody is said to have left', async () => {
    const team = world.team('Longfield', [world.person('Sam')]);
    await team.addsBot();
    const everybody = Array.from({ length: 501 }, (_, index) => world.person(`Member ${index}`));
    for (const { id, name, teamsId } of everybody) {
      world.connector.rosters.get(team.id)?.unshift({ id: teamsId, name, aadObjectId: id });
    }
    world.connector.pageSize = 1;
    await team.adds(world.person('Jo'));
    world.connector.pageSize = 500;
    expect(world.directory.teams.get(team.id)?.members.map(({ name }) => name)).toEqual(['Sam']);
  });

  test('guests are kept as guests, and who joined a meeting without an account not at all', async () => {
    const [sam, gus, ann] = [world.person('Sam'), world.person('Gus'), world.person('Ann')];
    const team = world.team('Guestfield', [sam, gus, ann]);
    for (const member of world.connector.rosters.get(team.id) ?? []) {
      member.userRole = { Gus: 'guest', Ann: 'anonymous' }[member.name] ?? 'user';
    }
    await team.addsBot();
    expect(world.directory.teams.get(team.id)?.members).toEqual([
      { id: sam.id, name: 'Sam', teamsId: sam.teamsId },
      { id: gus.id, name: 'Gus', teamsId: gus.teamsId, guest: true },
    ]);
  });

  test.each(['teamDeleted', 'teamHardDeleted'])(
    'a team that is deleted (%s) vouches for nobody, and does again once it is restored',
    async (eventType) => {
      const team = world.team('Oldfield', [world.person('Sam')]);
      await team.addsBot();
      world.plans.forgotten.length = 0;
      const tells = (type: string) =>
        world.send({
          type: 'conversationUpdate',
          from: { id: '29:admin', aadObjectId: world.newId() },
          conversation: team.conversation,
          channelData: { ...team.channelData, eventType: type },
        });
      await tells(eventType);
      expect(world.directory.teams.has(team.id)).toBe(false);
      expect(world.plans.forgotten).toEqual([[team.id, null]]);
      await tells('teamRestored');
      expect(world.directory.teams.get(team.id)?.members).toHaveLength(1);
    },
  );
});

test.each(['messageReaction', 'typing', 'event', 'endOfConversation', 'somethingNew'])(
  'an activity of type %s is tolerated',
  async (type) => {
    expect((await world.send({ type, from: { id: '29:x', aadObjectId: world.newId() } })).status).toBe(200);
  },
);
