import { randomUUID } from 'node:crypto';
import { dayOf } from './calendar/days.ts';
import type { Config } from './config.ts';
import { startHttp } from './http/server.ts';
import { openInside, type Reach, type Tools } from './inside.ts';
import { createLog, failure } from './log.ts';
import { untilItWorks } from './patience.ts';
import { type LinkTo, localLinks, teamsLinks } from './plan/chat-links.ts';
import { exportPlan } from './plan/export/export-plan.ts';
import { createReminding } from './reminding.ts';
import { sayings } from './sayings.ts';
import { StorageFault } from './tables/faults.ts';
import { type CredentialsFactory, credentialsFor, TeamsAdapter } from './teams/adapter.ts';
import { createAskTeams } from './teams/ask-teams.ts';
import { channelConstants } from './teams/channel.ts';
import { createConnector } from './teams/connector.ts';
import { createCourier } from './teams/courier.ts';
import { createEndpoint } from './teams/endpoint.ts';
import { createGate } from './teams/gate.ts';
import { createQueues } from './teams/queues.ts';
import { createRosters } from './teams/roster.ts';
import type { SayingsFor } from './teams/sayings.ts';
import { serviceUrls } from './teams/service-urls.ts';
import { outboundTokens } from './teams/tokens.ts';
import { createUpkeep } from './upkeep.ts';
import { wordsFor } from './words/words.ts';

/** What tests may replace; no switch of the environment does. */
export type Overrides = Partial<Tools> & {
  openInside?: typeof openInside;
  sayings?: SayingsFor;
  credentials?: CredentialsFactory;
  /** Bounds one call to Teams, in milliseconds. */
  callTimeoutMs?: number;
  /** False leaves the digests to `remind`. */
  remindsByItself?: boolean;
};

export type Server = {
  port: number;
  /** Resolves true when storage is there and people can be served; false where a stop came first. */
  ready: Promise<boolean>;
  /** Delivers what is owed now rather than at the next round; for tests. */
  catchUp(): Promise<void>;
  /** Sends the digests of this morning now rather than at the next round; for tests. */
  remind(): Promise<void>;
  settled(withinMs: number): Promise<boolean>;
  /** Takes no more requests and lets turns finish; true if all did within ten seconds. */
  stop(): Promise<boolean>;
};

const stopWithinMs = 10_000;

/** Puts the server together and starts it. @throws where the port cannot be used. */
export const startServer = async (config: Config, overrides: Overrides = {}): Promise<Server> => {
  const log = overrides.log ?? createLog();
  const now = overrides.now ?? (() => new Date());
  const newId = overrides.newId ?? randomUUID;

  const channel = channelConstants(config.channel);
  const credentials = overrides.credentials ?? credentialsFor(config.bot);
  const allowed = serviceUrls(config.allowedServiceUrls, config.local !== null);
  const connector = createConnector({
    token: outboundTokens(credentials, channel, config.bot?.appId ?? null),
    serviceUrls: allowed,
    timeoutMs: overrides.callTimeoutMs ?? 8_000,
    log,
  });
  const { allowedTenants } = config;
  const reach: Reach = (directory) => ({
    courier: createCourier({ directory, connector }),
    ask: createAskTeams({ connector, directory, allowedTenants }),
    reread: (place) => rosters.keep(place),
    linkTo: (...asked) => linkTo(...asked),
  });
  const inside = await (overrides.openInside ?? openInside)(config, reach, { log, now, newId });
  const { directory, desk, planDesk, planChat, reminderChat, memberships } = inside;

  const gate = createGate({
    signIn: config.bot && { issuer: channel.ToBotFromChannelTokenIssuer, appId: config.bot.appId },
    allowedTenants,
    serviceUrls: allowed,
    channels: config.local ? ['msteams', 'emulator'] : ['msteams'],
    now: () => new Date(),
  });
  const rosters = createRosters({ connector, directory, allowedTenants, log });
  const door = createEndpoint(gate, new TeamsAdapter(channel, credentials), {
    desk,
    plans: planChat,
    reminders: reminderChat,
    memberships,
    directory,
    connector,
    rosters,
    inTurn: createQueues(),
    sayings: overrides.sayings ?? sayings,
    now,
  });

  const stopping = new AbortController();
  const { signal } = stopping;
  const upkeep = createUpkeep({
    desk,
    planDesk,
    memberships,
    plans: inside.reminding.plans,
    reminding: () =>
      createReminding({ ...inside.reminding, config, directory, connector, log, now, newId, signal }),
    now,
    log,
    signal,
  });

  let tablesAreThere = false;
  const http = await startHttp({
    host: config.host,
    port: config.port,
    door,
    readiness: async () => {
      if (!tablesAreThere) return ['The tables are not there yet.'];
      return inside.pingStorage().then(
        () => [],
        () => ['Storage does not answer.'],
      );
    },
    plans: {
      desk: planDesk,
      exportPlan: (seen, format) =>
        exportPlan(seen, format, wordsFor(null), dayOf(now().toISOString(), config.timeZone)),
      isAway: (error) => error instanceof StorageFault,
      afterEmpty: upkeep.erase,
    },
    tokens: config.tab && { ...config.tab, tenants: config.allowedTenants ?? [] },
    local: config.local,
    log,
    newId,
  });

  const linkTo = linksFor(config, http.port);

  const ready = untilItWorks({
    work: inside.ensureStorage,
    failed: (error) => log.warn('storage.waiting', failure(error)),
    longestPauseMs: 5_000,
    signal,
  }).then((there) => {
    if (!there) return false;
    tablesAreThere = true;
    log.info('ready', { port: http.port });
    upkeep.start({ remindsByItself: overrides.remindsByItself ?? true });
    return true;
  });

  return {
    port: http.port,
    ready,
    catchUp: upkeep.catchUp,
    remind: upkeep.remind,
    settled: http.settled,
    stop: async () => {
      log.info('stopping');
      stopping.abort();
      const roundsEnded = within(stopWithinMs, upkeep.stop());
      const clean = (await http.stop(stopWithinMs)) && (await roundsEnded);
      log.info('stopped');
      return clean;
    },
  };
};

/** Where a card's link to a plan leads: into Teams, or on a developer's machine to this server's own page. */
const linksFor = ({ local, publicUrl, teamsAppId }: Config, port: number): LinkTo => {
  if (local !== null) return localLinks(publicUrl ?? `http://127.0.0.1:${port}`);
  return teamsAppId === null ? () => null : teamsLinks(teamsAppId);
};

/** Whether the work ended within the given time, in milliseconds. */
const within = async (ms: number, work: Promise<unknown>): Promise<boolean> => {
  const late = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => late.resolve(false), ms);
  try {
    return await Promise.race([late.promise, work.then(() => true)]);
  } finally {
    clearTimeout(timer);
  }
};
