import type { Directory } from '../../bot/people/directory.ts';
import type { Person, Team, TeamMember } from '../../bot/people/person.ts';
import type { Courier } from '../../bot/reflection/courier.ts';
import type { Answer, Desk, Turn } from '../../bot/reflection/desk.ts';
import type { Overrides } from '../../bot/server.ts';
import type { SayingsFor } from '../../bot/teams/sayings.ts';
import { startWorld, type TeamsWorld } from './teams-world.ts';

/**
 * A world around the edges alone: a desk that notes what it was asked and answers with a plain card, and people
 * kept in memory, so that a fault of these suites is a fault of the edges.
 */
export type EdgeWorld = TeamsWorld & {
  asked: { what: string; turn: Turn; data?: unknown }[];
  directory: Directory & {
    people: Map<string, Person>;
    teams: Map<string, { team: Team; members: readonly TeamMember[] }>;
  };
  courier: Courier;
  /** Replaces what the desk does next. */
  desk: { answer: (what: string, turn: Turn) => Promise<Answer> };
};

export const plainCard = (text: string) => ({
  type: 'AdaptiveCard' as const,
  version: '1.5' as const,
  body: [{ type: 'TextBlock' as const, text }],
});

const said = (text: string) => ({ card: plainCard(text), summary: text });

export const sayings: SayingsFor = (locale) => ({
  hello: () => said(`hello ${locale}`),
  helloChat: () => said('hello chat'),
  help: () => said('help'),
  unknown: () => said('unknown'),
  notHere: (botId) => said(`not here ${botId}`),
  storage: 'Could not be saved just now.',
  whoAreYou: 'Teams did not say who you are.',
  unreadable: 'That button could not be read.',
});

export const startEdgeWorld = async (
  overrides: Overrides = {},
  env: Record<string, string> = {},
): Promise<EdgeWorld> => {
  const asked: EdgeWorld['asked'] = [];
  const directory = memoryDirectory();
  const desk: EdgeWorld['desk'] = {
    answer: async (what) => ({ ...said(what), afterwards: null, posted: null }),
  };
  const note = (what: string, turn: Turn, data?: unknown) => {
    asked.push({ what, turn, ...(data === undefined ? {} : { data }) });
    return desk.answer(what, turn);
  };
  let courier: Courier | undefined;
  const standIn: Desk = {
    start: (turn) => note('start', turn),
    mine: (turn) => note('mine', turn),
    press: (turn, verb, data) => note(`press ${verb}`, turn, data),
    catchUp: async () => 0,
    keep: async () => {
      throw new Error('no edge asks for this');
    },
  };
  const world = await startWorld({
    connectionString: 'UseDevelopmentStorage=true',
    overrides: {
      sayings,
      openInside: async (_config, reach) => {
        courier = reach(directory);
        return { directory, desk: standIn, ensureStorage: async () => {}, pingStorage: async () => {} };
      },
      ...overrides,
    },
    env,
  });
  if (courier === undefined) throw new Error('The server was not put together.');
  return Object.defineProperties(
    { asked, directory, desk, courier } as EdgeWorld,
    Object.getOwnPropertyDescriptors(world),
  );
};

const memoryDirectory = (): EdgeWorld['directory'] => {
  const people = new Map<string, Person>();
  const teams: EdgeWorld['directory']['teams'] = new Map();
  const remember: Directory['remember'] = async (id, facts) => {
    const empty: Person = { id, name: '', teamsId: '', locale: null, chat: null, welcomedAt: null };
    const person = { ...(people.get(id) ?? empty), ...facts };
    people.set(id, person);
    return person;
  };
  const sharedWith = (id: string) =>
    [...teams.values()].filter(({ members }) => members.some((member) => member.id === id));
  return {
    people,
    teams,
    remember,
    find: async (id) => people.get(id) ?? null,
    keepTeam: async (team, members) => {
      teams.set(team.id, { team, members });
      for (const { id, name, teamsId } of members) await remember(id, { name, teamsId });
    },
    dropTeam: async (teamId) => void teams.delete(teamId),
    colleagues: async (id) =>
      sharedWith(id).flatMap(({ members }) => members.filter((member) => member.id !== id)),
    teamOf: async (id) => sharedWith(id)[0]?.team ?? null,
  };
};
