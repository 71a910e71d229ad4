import { randomUUID } from 'node:crypto';
import type { Config } from './config.ts';
import { startHttp } from './http/server.ts';
import { openInside, type Tools } from './inside.ts';
import { createLog, failure } from './log.ts';
import { untilItWorks } from './patience.ts';
import type { Directory } from './people/directory.ts';
import { startRounds } from './rounds.ts';
import { sayings } from './sayings.ts';
import { type CredentialsFactory, credentialsFor, TeamsAdapter } from './teams/adapter.ts';
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

/** What tests may replace; no switch of the environment does. */
export type Overrides = Partial<Tools> & {
  openInside?: typeof openInside;
  sayings?: SayingsFor;
  credentials?: CredentialsFactory;
  /** Bounds one call to Teams, in milliseconds. */
  callTimeoutMs?: number;
};

export type Server = {
  port: number;
  /** Resolves true when storage is there and people can be served; false where a stop came first. */
  ready: Promise<boolean>;
  /** Delivers what is owed now rather than at the next round; for tests. */
  catchUp(): Promise<void>;
  settled(withinMs: number): Promise<boolean>;
  /** Takes no more requests and lets turns finish; true if all did within ten seconds. */
  stop(): Promise<boolean>;
};

const stopWithinMs = 10_000;
const catchUpEveryMs = 30_000;
/** What is due falls due by the day; a round that finds nothing costs one query. */
const keepEveryMs = 60 * 60_000;
const keptAtOnce = 50;

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
  const reach = (directory: Directory) => createCourier({ directory, connector });
  const inside = await (overrides.openInside ?? openInside)(config, reach, { log, now, newId });
  const { directory, desk } = inside;

  const gate = createGate({
    signIn: config.bot && { issuer: channel.ToBotFromChannelTokenIssuer, appId: config.bot.appId },
    allowedTenants: config.allowedTenants,
    serviceUrls: allowed,
    channels: config.local ? ['msteams', 'emulator'] : ['msteams'],
    now: () => new Date(),
  });
  const rosters = createRosters({ connector, directory, log });
  const door = createEndpoint(gate, new TeamsAdapter(channel, credentials), {
    desk,
    directory,
    connector,
    rosters,
    inTurn: createQueues(),
    sayings: overrides.sayings ?? sayings,
    now,
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
    playgrounds: config.local?.playgrounds ?? null,
    log,
    newId,
  });

  const stopping = new AbortController();
  const catchUp = async () => {
    const count = await desk.catchUp();
    if (count > 0) log.info('errands.delivered', { count });
  };
  const keepUp = async () => {
    for (let more = true; more && !stopping.signal.aborted; ) {
      const { left, failed, more: isMore, ...done } = await desk.keep(keptAtOnce, false);
      // A round that got nowhere is not repeated at once: what is due stays due.
      more = isMore && Object.values(done).some((count) => count > 0);
    }
  };
  let rounds: ReturnType<typeof startRounds>[] = [];
  const ready = untilItWorks({
    work: inside.ensureStorage,
    failed: (error) => log.warn('storage.waiting', failure(error)),
    longestPauseMs: 5_000,
    signal: stopping.signal,
  }).then((there) => {
    if (!there) return false;
    tablesAreThere = true;
    log.info('ready', { port: http.port });
    const failed = (error: unknown) => log.error('errands.failed', failure(error));
    rounds = [
      startRounds({ everyMs: catchUpEveryMs, work: catchUp, failed }),
      startRounds({ everyMs: keepEveryMs, work: keepUp, failed }),
    ];
    return true;
  });

  return {
    port: http.port,
    ready,
    catchUp,
    settled: http.settled,
    stop: async () => {
      log.info('stopping');
      stopping.abort();
      const roundsEnded = within(stopWithinMs, Promise.all(rounds.map((round) => round.stop())));
      const clean = (await http.stop(stopWithinMs)) && (await roundsEnded);
      log.info('stopped');
      return clean;
    },
  };
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
