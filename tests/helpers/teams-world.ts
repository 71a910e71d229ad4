import { randomUUID } from 'node:crypto';
import { loadConfig } from '../../bot/config.ts';
import { createLog } from '../../bot/log.ts';
import { type Overrides, type Server, startServer } from '../../bot/server.ts';
import { type FakeConnector, type Json, startConnector } from './teams-connector.ts';
import { fakeCredentials, type Issuer, startIssuer } from './teams-issuer.ts';
import { createPerson, type Person } from './teams-person.ts';
import { createTeam, type Team } from './teams-team.ts';

/** The server's answer to one activity. */
export type Sent = { status: number; headers: Headers; body: unknown };

export type SendOptions = {
  /** Replaces the token; null sends none. */
  token?: string | null;
  contentType?: string;
  /** Do not wait for what the turn left to do after its answer. */
  hurry?: boolean;
};

/** One payload that left the server: an answer to somebody, a message in a conversation, or a log line. */
export type Payload = { to: string; text: string };

/**
 * Teams as the tests play it: a token issuer, a connector, people and teams, around the real server on a free
 * port, which verifies real signatures. Stop it in the end.
 */
export type TeamsWorld = {
  tenantId: string;
  appId: string;
  bot: { id: string; name: string };
  connector: FakeConnector;
  issuer: Issuer;
  server: Server;
  url: string;
  /** The server's log, a JSON object a line. */
  logs: string[];
  /** The server's clock stands here; null lets it run. */
  clock: { now: Date | null };
  newId(): string;
  person(name: string, more?: { locale?: string; id?: string }): Person;
  team(name: string, people: readonly Person[]): Team;
  /** Posts an activity as the channel does, completed with what every activity carries. */
  send(activity: Json, options?: SendOptions): Promise<Sent>;
  /** Posts any body, as it is. */
  post(body: string, options?: SendOptions): Promise<Sent>;
  /** Every payload that left the server so far. `to` is a person's name, a conversation's id, or `log`. */
  everything(): Payload[];
  /** Where else than with these people a text turned up: names, conversation ids, `log`. */
  leaks(text: string, allowed?: readonly Person[]): string[];
  /** Stops the server and starts it again on the same storage. */
  restart(): Promise<void>;
  stop(): Promise<void>;
};

export type WorldOptions = {
  /** Of a storage that is running, unless the inside is replaced. */
  connectionString: string;
  overrides?: Overrides;
  env?: Record<string, string>;
};

export const startWorld = async (options: WorldOptions): Promise<TeamsWorld> => {
  const tenantId = randomUUID();
  const appId = randomUUID();
  const bot = { id: `28:${appId}`, name: 'Four Ways' };
  const connector = await startConnector();
  const issuer = await startIssuer(appId, connector.serviceUrl);
  const logs: string[] = [];
  const answers: Payload[] = [];
  const people: Person[] = [];
  const clock: { now: Date | null } = { now: null };

  const config = loadConfig({
    PORT: '0',
    HOST: '127.0.0.1',
    TABLES_CONNECTION_STRING: options.connectionString,
    MicrosoftAppType: 'SingleTenant',
    MicrosoftAppId: appId,
    MicrosoftAppTenantId: tenantId,
    MicrosoftAppPassword: 'a password that is never used',
    ToBotFromChannelOpenIdMetadataUrl: issuer.metadataUrl,
    ToBotFromChannelTokenIssuer: issuer.name,
    ALLOWED_SERVICE_URLS: connector.serviceUrl,
    ...options.env,
  });
  const start = async () => {
    const server = await startServer(config, {
      log: createLog((line) => logs.push(line)),
      now: () => clock.now ?? new Date(),
      credentials: fakeCredentials(appId),
      // On a working day they would go out in the middle of somebody's test.
      remindsByItself: false,
      ...options.overrides,
    });
    await server.ready;
    return server;
  };
  let server = await start();
  const usual = await issuer.token();

  connector.opens = (teamsId) => {
    const person = people.find((each) => each.teamsId === teamsId);
    const shared = [...connector.rosters.values()].some(
      (roster) => roster.length > 1 && roster.some((member) => member.id === teamsId),
    );
    if (!person || !shared) return null;
    connector.without.delete(person.chatId);
    return person.chatId;
  };

  const world: TeamsWorld = {
    tenantId,
    appId,
    bot,
    connector,
    issuer,
    get server() {
      return server;
    },
    get url() {
      return `http://127.0.0.1:${server.port}`;
    },
    logs,
    clock,
    newId: randomUUID,
    person: (name, more = {}) => {
      const id = more.id ?? randomUUID();
      const teamsId = `29:${id.replaceAll('-', '')}`;
      const chatId = `a:chat-${id}`;
      connector.rosters.set(chatId, [{ id: teamsId, name, aadObjectId: id }]);
      connector.without.add(chatId);
      const person = createPerson(world, { id, name, teamsId, chatId, locale: more.locale ?? 'en-GB' });
      people.push(person);
      return person;
    },
    team: (name, members) => createTeam(world, `19:${randomUUID()}@thread.tacv2`, name, members),
    send: async (activity, how = {}) => {
      const whole: Json = {
        channelId: 'msteams',
        id: randomUUID(),
        timestamp: new Date().toISOString(),
        serviceUrl: connector.serviceUrl,
        recipient: bot,
        channelData: { tenant: { id: tenantId } },
        ...activity,
      };
      const sent = await world.post(JSON.stringify(whole), how);
      const from = (whole.from ?? {}) as { aadObjectId?: string };
      const to = people.find((each) => each.id === from.aadObjectId)?.name ?? 'somebody';
      answers.push({ to, text: JSON.stringify(sent.body ?? null) });
      return sent;
    },
    post: async (body, how = {}) => {
      const token = how.token === undefined ? usual : how.token;
      const response = await fetch(`${world.url}/api/messages`, {
        method: 'POST',
        headers: {
          'content-type': how.contentType ?? 'application/json; charset=utf-8',
          ...(token === null ? {} : { authorization: `Bearer ${token}` }),
        },
        body,
      });
      const text = await response.text();
      if (!how.hurry) await server.settled(10_000);
      return {
        status: response.status,
        headers: response.headers,
        body: text === '' ? null : JSON.parse(text),
      };
    },
    everything: () => [
      ...answers,
      ...connector.calls.map(({ path, body }) => ({
        to:
          people.find((each) => decodeURIComponent(path).includes(`/${each.chatId}/`))?.name ??
          decodeURIComponent(path),
        text: body,
      })),
      ...logs.map((text) => ({ to: 'log', text })),
    ],
    leaks: (text, allowed = []) => {
      const asJson = JSON.stringify(text).slice(1, -1);
      return world
        .everything()
        .filter((payload) => payload.text.includes(text) || payload.text.includes(asJson))
        .map((payload) => payload.to)
        .filter((to) => !allowed.some((person) => person.name === to));
    },
    restart: async () => {
      await server.stop();
      server = await start();
    },
    stop: async () => {
      await server.stop();
      await Promise.all([connector.stop(), issuer.stop()]);
    },
  };
  return world;
};
