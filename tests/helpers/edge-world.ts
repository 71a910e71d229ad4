import type { Memberships } from '../../bot/people/access.ts';
import type { Directory } from '../../bot/people/directory.ts';
import type { Person, Team, TeamMember } from '../../bot/people/person.ts';
import type { PlanChat } from '../../bot/plan/chat.ts';
import type { SummaryPlace } from '../../bot/plan/store.ts';
import type { Courier } from '../../bot/reflection/courier.ts';
import type { Answer, Desk, Turn } from '../../bot/reflection/desk.ts';
import type { ReminderIndex } from '../../bot/reflection/store.ts';
import type { ReminderChat } from '../../bot/reminders/chat.ts';
import type { Overrides } from '../../bot/server.ts';
import type { SayingsFor } from '../../bot/teams/sayings.ts';
import { planWorld } from './plan-world.ts';
import { reminderMemory } from './reminder-memory.ts';
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
  /** What the plans were asked, what was forgotten of memberships, and where summaries stand. */
  plans: {
    asked: string[];
    forgotten: [string, readonly string[] | null][];
    stands: Map<string, SummaryPlace>;
  };
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
  const plans: EdgeWorld['plans'] = { asked: [], forgotten: [], stands: new Map() };
  const quiet = planWorld();
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
        courier = reach(directory).courier;
        return {
          directory,
          desk: standIn,
          planDesk: quiet.desk,
          access: quiet.access,
          planChat: chatOf(plans),
          reminderChat: remindersOf(plans),
          memberships: membershipsOf(plans),
          reminding: {
            plans: quiet.store,
            reminders: reminderMemory(),
            index: nothingFiled,
            calendar: async () => () => true,
          },
          ensureStorage: async () => {},
          pingStorage: async () => {},
        };
      },
      ...overrides,
    },
    env,
  });
  if (courier === undefined) throw new Error('The server was not put together.');
  return Object.defineProperties(
    { asked, directory, desk, courier, plans } as EdgeWorld,
    Object.getOwnPropertyDescriptors(world),
  );
};

const nothingFiled: ReminderIndex = {
  read: async () => null,
  remindBy: async function* () {},
  remindOn: async () => {},
  dropRemind: async () => true,
};

/** Plans that note what they are asked and answer with a plain card. */
const chatOf = ({ asked, stands }: EdgeWorld['plans']): PlanChat => {
  const note = (what: string) => {
    asked.push(what);
    return said(what);
  };
  return {
    summary: async (planId) => ({ ...note(`summary ${planId}`), stands: true }),
    stands: async (planId, place) => {
      const before = stands.get(planId) ?? null;
      stands.set(planId, place);
      return before;
    },
    newer: () => said('newer'),
    elsewhere: () => note('elsewhere'),
    mine: async ({ by }) => note(`mine ${by}`),
    press: async ({ by }, verb) => note(`${verb} ${by}`),
    rosterChanged: async (placeId) => void note(`rosterChanged ${placeId}`),
  };
};

/** Reminders that note what they are asked and answer with a plain card. */
const remindersOf = ({ asked }: EdgeWorld['plans']): ReminderChat => {
  const note = (what: string) => {
    asked.push(what);
    return { ...said(what), afterwards: async () => void asked.push(`after ${what}`) };
  };
  return {
    settings: async ({ by }) => note(`settings ${by}`),
    elsewhere: (_locale, botId) => said(`reminders elsewhere ${botId}`),
    press: async ({ by, manual }, verb) => note(`${verb} ${by} ${manual ? 'pressed' : 'refreshed'}`),
  };
};

const membershipsOf = ({ forgotten }: EdgeWorld['plans']): Memberships => ({
  find: async () => null,
  check: async () => async () => {},
  clear: async () => 0,
  forget: async (placeId, people) => void forgotten.push([placeId, people]),
});

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
    team: async (id) => teams.get(id)?.team ?? null,
    teamsOf: async (person) => sharedWith(person).map(({ team }) => team),
    members: async (teamId) => [...(teams.get(teamId)?.members ?? [])],
    member: async (teamId, person) => teams.get(teamId)?.members.find(({ id }) => id === person) ?? null,
  };
};
