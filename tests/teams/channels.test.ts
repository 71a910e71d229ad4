import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type EdgeWorld, startEdgeWorld } from '../helpers/edge-world.ts';
import type { Person } from '../helpers/teams-person.ts';
import type { Channel, Team } from '../helpers/teams-team.ts';

/** A private or a shared channel is a place of its own, with its own members; a standard one is its team's. */
let world: EdgeWorld;
let sam: Person;
let jo: Person;
let team: Team;
beforeAll(async () => {
  world = await startEdgeWorld();
});
afterAll(() => world.stop());
beforeEach(async () => {
  [sam, jo] = [world.person('Sam'), world.person('Jo')];
  team = world.team('Northfield', [sam, jo]);
  await team.addsBot();
  world.plans.asked.length = 0;
  world.plans.forgotten.length = 0;
});

const kept = (id: string) => world.directory.teams.get(id);
const names = (id: string) => kept(id)?.members.map(({ name }) => name);

describe.each(['private', 'shared'] as const)('a %s channel', (kind) => {
  let duty: Channel;
  beforeEach(() => {
    duty = team.channel('Duty', kind, [jo]);
  });

  test('is kept when the bot is added to it, under its own id and both names', async () => {
    await duty.addsBot();
    expect(kept(duty.id)?.team).toEqual({
      id: duty.id,
      name: 'Northfield – Duty',
      serviceUrl: world.connector.serviceUrl,
      tenantId: world.tenantId,
      botId: world.bot.id,
    });
    expect(names(duty.id)).toEqual(['Jo']);
    expect(names(team.id)).toEqual(['Sam', 'Jo']);
    expect(world.plans.asked).toEqual([`rosterChanged ${duty.id}`]);
  });

  test('is not kept before that, whatever is heard of it', async () => {
    for (const event of ['channelCreated', 'channelRenamed', 'channelRestored', 'channelDeleted']) {
      await duty.tells(event);
    }
    expect(kept(duty.id)).toBeUndefined();
    expect(names(team.id)).toEqual(['Sam', 'Jo']);
  });

  test('learns who comes and who goes, and forgets at once what it knew of them', async () => {
    await duty.addsBot();
    world.plans.forgotten.length = 0;
    await duty.adds(sam);
    expect(names(duty.id)).toEqual(['Jo', 'Sam']);
    await duty.removes(jo);
    expect(names(duty.id)).toEqual(['Sam']);
    expect(names(team.id)).toEqual(['Sam', 'Jo']);
    expect(world.plans.forgotten).toEqual([
      [duty.id, [sam.id]],
      [duty.id, [jo.id]],
    ]);
  });

  test('goes when the bot is taken out of it, and its team stays', async () => {
    await duty.addsBot();
    await duty.removesBot();
    expect(kept(duty.id)).toBeUndefined();
    expect(world.plans.forgotten.at(-1)).toEqual([duty.id, null]);
    expect(names(team.id)).toEqual(['Sam', 'Jo']);
  });

  test('goes when it is deleted', async () => {
    await duty.addsBot();
    await duty.tells('channelDeleted');
    expect(kept(duty.id)).toBeUndefined();
    expect(kept(team.id)).toBeDefined();
  });

  test('takes a new name, and keeps the one it has where an event gives none', async () => {
    await duty.addsBot();
    const channel = { ...(duty.channelData.channel as object), name: 'Duty desk' };
    await duty.tells('channelRenamed', {
      channelData: { ...duty.channelData, channel, eventType: 'channelRenamed' },
    });
    expect(kept(duty.id)?.team.name).toBe('Northfield – Duty desk');
    const nameless = { id: duty.id, type: kind };
    await duty.tells('channelMemberAdded', {
      channelData: { ...duty.channelData, channel: nameless, eventType: 'channelMemberAdded' },
      membersAdded: [{ id: sam.teamsId }],
    });
    expect(kept(duty.id)?.team.name).toBe('Northfield – Duty desk');
  });

  test('a roster that Teams does not tell keeps no place', async () => {
    await duty.tells('channelMemberAdded', { membersAdded: [{ id: world.bot.id }] });
    expect(kept(duty.id)).toBeUndefined();
  });
});

test('a shared channel that is shared with another team is read anew, and all that was known is forgotten', async () => {
  const open = team.channel('Open', 'shared', [jo]);
  await open.addsBot();
  world.connector.rosters.get(open.id)?.push({ id: sam.teamsId, name: 'Sam', aadObjectId: sam.id });
  await open.tells('channelShared', {
    channelData: { ...open.channelData, eventType: 'channelShared', sharedWithTeams: [{ id: '19:other' }] },
  });
  expect(names(open.id)).toEqual(['Jo', 'Sam']);
  expect(world.plans.forgotten.at(-1)).toEqual([open.id, null]);
});

test('people of an organisation that is not allowed are not kept', async () => {
  const open = team.channel('Open', 'shared', [jo]);
  world.connector.rosters
    .get(open.id)
    ?.push({ id: '29:far', name: 'Far', aadObjectId: world.newId(), tenantId: world.newId() });
  await open.addsBot();
  expect(names(open.id)).toEqual(['Jo']);
});

test('an event whose type is hidden, doubled or of another shape does no harm', async () => {
  const duty = team.channel('Duty', 'private', [jo]);
  await duty.addsBot();
  for (const channelData of [
    { ...duty.channelData, channel: { id: 7, type: ['private'] }, eventType: 'channelMemberAdded' },
    { ...duty.channelData, channel: 'a channel', eventType: {} },
    { tenant: { id: world.tenantId }, team: null, channel: null, eventType: 'channelMemberRemoved' },
    { tenant: { id: world.tenantId }, team: { id: team.id }, channel: { id: duty.id, type: '__proto__' } },
  ]) {
    await duty.tells('', { channelData, membersAdded: 'nobody', membersRemoved: [null, 3] });
  }
  expect(names(duty.id)).toEqual(['Jo']);
  expect(names(team.id)).toEqual(['Sam', 'Jo']);
});

test('in a standard channel the members are the team’s', async () => {
  const channel = { id: '19:standard@thread.tacv2', name: 'General talk', type: 'standard' };
  await world.send({
    type: 'conversationUpdate',
    from: { id: '29:admin', aadObjectId: world.newId() },
    conversation: { ...team.conversation, id: channel.id },
    channelData: { ...team.channelData, channel, eventType: 'teamMemberAdded' },
    membersAdded: [{ id: sam.teamsId, aadObjectId: sam.id.toUpperCase() }],
  });
  expect(kept(channel.id)).toBeUndefined();
  expect(world.plans.forgotten).toEqual([[team.id, [sam.id]]]);
  expect(world.plans.asked).toEqual([`rosterChanged ${team.id}`]);
});

test('who left a team is forgotten at once; without their object id, everybody is', async () => {
  await team.removes(jo);
  expect(world.plans.forgotten).toEqual([[team.id, null]]);
  await team.removesBot();
  expect(world.plans.forgotten.at(-1)).toEqual([team.id, null]);
});

test('an event that does not name its team leaves the name that is known', async () => {
  await world.send({
    type: 'conversationUpdate',
    from: { id: '29:admin', aadObjectId: world.newId() },
    conversation: team.conversation,
    channelData: { tenant: { id: world.tenantId }, team: { id: team.id }, eventType: 'teamMemberAdded' },
    membersAdded: [{ id: jo.teamsId }],
  });
  expect(kept(team.id)?.team.name).toBe('Northfield');
});

describe('`plan`', () => {
  const says = (words: string, where: Pick<Team, 'conversation' | 'channelData'>) => {
    const { conversation, channelData } = where;
    return sam.says(`<at>Four Ways</at> ${words}`, { conversation, channelData });
  };

  test('in a team’s thread is about the team, and in a private channel about the channel', async () => {
    const thread = { ...team.conversation, id: `${team.id};messageid=17` };
    world.connector.rosters.set(thread.id, []);
    await says('plan', { ...team, conversation: thread });
    const duty = team.channel('Duty', 'private', [sam]);
    await duty.addsBot();
    await says('plan', duty);
    const { type: _, ...untyped } = duty.channelData.channel as { id: string; type: string };
    await says('plan', { ...duty, channelData: { ...duty.channelData, channel: untyped } });
    expect(world.plans.asked.filter((what) => what.startsWith('summary'))).toEqual([
      `summary ${team.id}`,
      `summary ${duty.id}`,
      `summary ${duty.id}`,
    ]);
  });

  test('in a standard channel is about the team', async () => {
    const id = '19:standard@thread.tacv2';
    world.connector.rosters.set(id, []);
    const conversation = { ...team.conversation, id };
    await says('plan', { conversation, channelData: { ...team.channelData, channel: { id } } });
    expect(world.plans.asked).toEqual([`summary ${team.id}`]);
  });

  test('a submit in a channel is answered for all to read, so it is not for here', async () => {
    const { conversation, channelData } = team;
    const [answer] = await sam.says('', { conversation, channelData, value: { verb: 'plan.mine' } });
    expect(answer?.activity.summary).toBe(`not here ${world.bot.id}`);
    expect(world.plans.asked).toEqual([]);
  });

  test('in one’s own chat and its buttons are the sender’s, whatever the data says', async () => {
    await sam.installs();
    await sam.says('Plan');
    await sam.invokes({
      action: { type: 'Action.Execute', verb: 'plan.open', data: { by: jo.id, aadObjectId: jo.id } },
      trigger: 'manual',
    });
    expect(world.plans.asked).toEqual([`mine ${sam.id}`, `plan.open ${sam.id}`]);
  });
});
