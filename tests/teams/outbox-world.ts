import { randomUUID } from 'node:crypto';
import { createLog } from '../../bot/log.ts';
import type { Person, Team } from '../../bot/people/person.ts';
import { createConnector } from '../../bot/teams/connector.ts';
import { createOutbox, type Outbox, type OutboxParts } from '../../bot/teams/outbox.ts';
import { serviceUrls } from '../../bot/teams/service-urls.ts';
import { plainCard } from '../helpers/edge-world.ts';
import type { FakeConnector } from '../helpers/teams-connector.ts';
import { outboundToken } from '../helpers/teams-issuer.ts';

export const message = { card: plainCard('Open'), summary: 'Your plan actions: 2' };

/**
 * An outbox that writes to the tests' Teams over HTTP, and the people it knows. Its clock goes by what is waited
 * for and by nothing else, so that a wait of minutes takes none.
 */
export type OutboxWorld = {
  outbox: Outbox;
  people: Map<string, Person>;
  /** Somebody with a chat of their own in Teams, or none; in a team, or in none. */
  person(more?: { chat?: boolean; team?: boolean }): { id: string; teamsId: string; chatId: string };
  /** The waits so far, in milliseconds. */
  waits: number[];
  stop: AbortController;
  logs: string[];
  /** The methods and paths called while the work runs, each cut to what it is about. */
  calls(work: () => Promise<unknown>): Promise<string[]>;
};

export const outboxWorld = (teams: FakeConnector, more: Partial<OutboxParts> = {}): OutboxWorld => {
  const people = new Map<string, Person>();
  const inTeam = new Set<string>();
  const waits: number[] = [];
  const logs: string[] = [];
  const stop = new AbortController();
  const log = createLog((line) => logs.push(line));
  const at = { serviceUrl: teams.serviceUrl, tenantId: randomUUID(), botId: '28:bot' };
  const team: Team = { ...at, id: '19:north@thread.tacv2', name: 'North' };
  let now = 0;

  const outbox = createOutbox({
    directory: {
      find: async (id) => people.get(id) ?? null,
      remember: async (id, facts) => {
        const known = people.get(id);
        if (known === undefined) throw new Error('Nobody of that id.');
        people.set(id, { ...known, ...facts });
        return { ...known, ...facts };
      },
      teamOf: async (id) => (inTeam.has(id) ? team : null),
    },
    connector: createConnector({
      token: async () => outboundToken,
      serviceUrls: serviceUrls([teams.serviceUrl], false),
      timeoutMs: 300,
      log,
    }),
    rate: 1_000,
    signal: stop.signal,
    log,
    now: () => now,
    pause: async (ms) => {
      waits.push(ms);
      now += ms;
    },
    random: () => 0.5,
    ...more,
  });

  return {
    outbox,
    people,
    waits,
    stop,
    logs,
    person: ({ chat = true, team: isInTeam = true } = {}) => {
      const id = randomUUID();
      const [teamsId, chatId] = [`29:${id}`, `a:${id}`];
      if (chat) teams.rosters.set(chatId, []);
      if (isInTeam) inTeam.add(id);
      const own = chat ? { ...at, conversationId: chatId } : null;
      people.set(id, { id, name: 'Jo Ash', teamsId, locale: null, chat: own, welcomedAt: null });
      return { id, teamsId, chatId };
    },
    calls: async (work) => {
      const before = teams.calls.length;
      await work();
      return teams.calls.slice(before).map(({ path }) => (path.includes('/activities') ? 'post' : 'open'));
    },
  };
};
