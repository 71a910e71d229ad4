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
};

export const createTeam = (world: TeamsWorld, id: string, name: string, people: readonly Person[]): Team => {
  const memberOf = (person: Person) => ({ id: person.teamsId, name: person.name, aadObjectId: person.id });
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
      roster.splice(
        roster.findIndex((each) => each.id === person.teamsId),
        1,
      );
      await members({ membersRemoved: [{ id: person.teamsId }] });
    },
  };
};
