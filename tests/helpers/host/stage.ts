import { buildWhatIsOlder } from '../../../infra/local/build.mjs';
import { startAzurite } from '../azurite.ts';
import type { Person } from '../teams-person.ts';
import type { Team } from '../teams-team.ts';
import { startWorld, type TeamsWorld, type WorldOptions } from '../teams-world.ts';
import { type HostBrowser, launchBeside } from './browser.ts';
import { type ClientOptions, type Issued, openClient, type TeamsClient } from './client.ts';
import type { Opening } from './opening.ts';
import { type PlanApi, planApi } from './plan-api.ts';
import { type HostServer, serveHost } from './serve.ts';
import { startTabTokens, type TabTokens } from './tokens.ts';

/** Real storage, the real server with the built tab, Teams beside it, and a browser that opens the tab in Teams. */
export type TabStage = {
  connectionString: string;
  world: TeamsWorld;
  tokens: TabTokens;
  host: HostServer;
  browser: HostBrowser;
  /** The tab's page, or with `config` or `remove` one of those that Teams shows beside it. */
  url(path?: 'config' | 'remove'): string;
  /** A team whose roster the bot has read. */
  team(name: string, people: readonly Person[]): Promise<Team>;
  token(person: Person, claims?: Record<string, unknown>, expiresIn?: number): Promise<string>;
  /** This person's Teams at the team's tab, which is not opened yet. */
  client(person: Person, team: Team, how?: ClientHow): Promise<TeamsClient>;
  /** What the API itself says to this person. */
  api(person: Person, team: Pick<Team, 'id'>): PlanApi;
  stop(): Promise<void>;
};

export type ClientHow = {
  opening?: Partial<Opening>;
  /** Replaces the usual token, which is good for an hour. */
  issue?: () => Promise<Issued>;
} & Omit<ClientOptions, 'issue'>;

/** @param options a storage that is running, in place of one of its own, and what `startWorld` takes */
export const startTabStage = async (options: Partial<WorldOptions> = {}): Promise<TabStage> => {
  const [azurite, tokens, host] = await Promise.all([
    options.connectionString === undefined ? startAzurite() : null,
    startTabTokens(),
    serveHost(),
    buildWhatIsOlder(),
  ]);
  const connectionString = options.connectionString ?? azurite?.connectionString ?? '';
  const [world, browser] = await Promise.all([
    startWorld({
      ...options,
      connectionString,
      env: { ...tokens.env, ...options.env },
    }),
    launchBeside(host),
  ]);

  const stage: TabStage = {
    connectionString,
    world,
    tokens,
    host,
    browser,
    url: (path) => `${world.url}/tab/${path ?? ''}`,
    team: async (name, people) => {
      const team = world.team(name, people);
      await team.addsBot();
      return team;
    },
    token: (person, claims, expiresIn) =>
      tokens.token({ id: person.id, tenantId: world.tenantId }, claims, expiresIn),
    client: (person, team, { opening, issue, ...rest } = {}) => {
      const first: Opening = {
        url: stage.url(),
        page: 'content',
        team: { id: team.id, name: team.name },
        channel: { id: team.id, name: 'General', kind: 'Regular' },
        person: { id: person.id, tenantId: world.tenantId },
        appId: world.appId,
        theme: 'default',
        locale: 'en-gb',
        subPageId: null,
        hasPicker: false,
        allowsModals: true,
        ...opening,
      };
      const usual = async () => ({ token: await stage.token(person) });
      return openClient(browser.browser, first, { issue: issue ?? usual, ...rest });
    },
    api: (person, team) => planApi(world.url, team.id, () => stage.token(person)),
    stop: async () => {
      await browser.close();
      await world.stop();
      await Promise.all([host.stop(), tokens.stop(), azurite?.stop()]);
    },
  };
  return stage;
};
