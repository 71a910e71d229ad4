import type { Json, Roster } from './teams-connector.ts';
import type { Person } from './teams-person.ts';
import type { TeamsWorld } from './teams-world.ts';

/** A team with a channel, whose people the bot learns from the roster. */
export type Team = {
  id: string;
  name: string;
  conversation: Json;
  channelData: Json;
  addsBot(): Promise<void>;
  removesBot(): Promise<void>;
  adds(person: Person): Promise<void>;
  removes(person: Person): Promise<void>;
  /** A private or shared channel of the team, with members of its own and, until it is added, without the bot. */
  channel(name: string, kind: 'private' | 'shared', people: readonly Person[]): Channel;
};

export type Channel = Pick<Team, 'id' | 'name' | 'conversation' | 'channelData' | 'adds' | 'removes'> & {
  addsBot(): Promise<void>;
  removesBot(): Promise<void>;
  /** Any other change of the channel, such as `channelRenamed`. */
  tells(eventType: string, more?: Json): Promise<void>;
};

const memberOf = (person: Person) => ({ id: person.teamsId, name: person.name, aadObjectId: person.id });

const leaves = (roster: Roster, person: Person): void => {
  roster.splice(
    roster.findIndex((each) => each.id === person.teamsId),
    1,
  );
};

export const createTeam = (world: TeamsWorld, id: string, name: string, people: readonly Person[]): Team => {
  const roster: Roster = people.map(memberOf);
  world.connector.rosters.set(id, roster);
  const conversation = { conversationType: 'channel', isGroup: true, tenantId: world.tenantId, id };
  const channelData = { tenant: { id: world.tenantId }, team: { id, name } };
  const event = (more: Json) =>
    world.send({ from: { id: '29:admin', aadObjectId: world.newId() }, conversation, channelData, ...more });
  const members = (more: Json) => event({ type: 'conversationUpdate', ...more });
  return {
    id,
    name,
    conversation,
    channelData,
    addsBot: async () => {
      await Promise.all([
        event({ type: 'installationUpdate', action: 'add' }),
        members({ membersAdded: [world.bot] }),
      ]);
    },
    removesBot: async () => {
      await Promise.all([
        event({ type: 'installationUpdate', action: 'remove' }),
        members({ membersRemoved: [world.bot] }),
      ]);
    },
    adds: async (person) => {
      roster.push(memberOf(person));
      await members({ membersAdded: [{ id: person.teamsId }] });
    },
    removes: async (person) => {
      leaves(roster, person);
      await members({ membersRemoved: [{ id: person.teamsId }] });
    },
    channel: (channelName, kind, members) => createChannel(world, id, { name: channelName, kind }, members),
  };
};

/** Its events name the channel and what sort it is, and of the team the id alone. */
const createChannel = (
  world: TeamsWorld,
  teamId: string,
  { name, kind }: { name: string; kind: 'private' | 'shared' },
  people: readonly Person[],
): Channel => {
  const id = `19:${world.newId()}@thread.tacv2`;
  const roster: Roster = people.map(memberOf);
  world.connector.rosters.set(id, roster);
  world.connector.without.add(id);
  const conversation = { conversationType: 'channel', isGroup: true, tenantId: world.tenantId, id };
  const channelData = {
    tenant: { id: world.tenantId },
    team: { id: teamId },
    channel: { id, name, type: kind },
  };
  const tells = async (eventType: string, more: Json = {}) => {
    await world.send({
      type: 'conversationUpdate',
      from: { id: '29:admin', aadObjectId: world.newId() },
      conversation,
      channelData: { ...channelData, eventType },
      ...more,
    });
  };
  const member = ({ teamsId, id: aadObjectId }: Person) => ({ id: teamsId, aadObjectId });
  return {
    id,
    name,
    conversation,
    channelData,
    tells,
    addsBot: async () => {
      world.connector.without.delete(id);
      await tells('channelMemberAdded', { membersAdded: [{ id: world.bot.id }] });
    },
    removesBot: async () => {
      world.connector.without.add(id);
      await tells('channelMemberRemoved', { membersRemoved: [{ id: world.bot.id }] });
    },
    adds: async (person) => {
      roster.push(memberOf(person));
      await tells('channelMemberAdded', { membersAdded: [member(person)] });
    },
    removes: async (person) => {
      leaves(roster, person);
      await tells('channelMemberRemoved', { membersRemoved: [member(person)] });
    },
  };
};
