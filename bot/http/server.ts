import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { createServer, type Request, type Response } from 'restify';
import type { Door } from '../door.ts';
import { failure, type Log } from '../log.ts';
import { createDrain } from './drain.ts';
import { createHandled } from './handled.ts';
import { alive, type Readiness, ready } from './health.ts';
import { type LocalStage, mountLocal } from './local.ts';
import { createLocalTokens } from './local-tokens.ts';
import { messagesRoute } from './messages.ts';
import { createPlanGate } from './plan-gate.ts';
import { mountPlans, type PlanParts } from './plan-routes.ts';
import { sendProblem } from './reply.ts';
import { createSignIn, publishedKeys, type SignIn, type TokenRules } from './sign-in.ts';
import { createTabFiles } from './tab-files.ts';
import { mountTab } from './tab-routes.ts';

export type HttpServer = {
  /** The port it listens on, also where the configuration left the choice to the machine. */
  port: number;
  /** True once no turn and no work after one is under way, false if that took longer. */
  settled(withinMs: number): Promise<boolean>;
  /** Takes no more requests, lets turns and what they left to do finish, and gives up after the given time. */
  stop(withinMs: number): Promise<boolean>;
};

export type HttpParts = {
  host: string;
  port: number;
  door: Door;
  readiness: Readiness;
  /** The plan's API; null where a test looks at the other routes. */
  plans: PlanParts | null;
  /** Whose tokens sign people in to the tab; null in local mode, where this process makes them. */
  tokens: (TokenRules & { jwksUri: string }) | null;
  /** Where the built tab lies; left out, where the build puts it. */
  tabFolder?: string;
  /** What the local page shows; null outside local mode, where the page does not exist. */
  local: LocalStage | null;
  log: Log;
  newId: () => string;
};

/** An id is a path's segment; thread ids are longer than what the router takes by itself. */
const longestId = 500;
const builtTab = fileURLToPath(new URL('../../dist/tab', import.meta.url));
const nobody: SignIn = async () => ({ refused: 'invalid', why: 'nobody' });

/** @throws where the port is taken or may not be used. */
export const startHttp = async (parts: HttpParts): Promise<HttpServer> => {
  const server = createServer({ name: '', handleUncaughtExceptions: false, maxParamLength: longestId });
  const drain = createDrain();
  let stopping = false;

  // The router's own refusals (no such path, no such method) would carry its error text. Its continuation would
  // send that text after this answer, so it is not called; nothing else waits for it.
  server.on('restifyError', (req: Request, res: Response, error: { statusCode?: number }) => {
    const status = error.statusCode === 405 ? 405 : isReadable(req.url) ? 404 : 400;
    sendProblem(res, { status, ...refusals[status] });
  });

  const handled = createHandled({ newId: parts.newId, log: parts.log, drain, isStopping: () => stopping });
  server.post('/api/messages', handled(messagesRoute(parts.door, drain)));
  server.get(
    '/healthz',
    handled((_req, res) => alive(res)),
  );
  server.get(
    '/readyz',
    handled((_req, res) =>
      ready(res, async () => [
        ...(stopping ? ['The server is stopping.'] : []),
        ...(await parts.readiness()),
      ]),
    ),
  );

  const { plans, local } = parts;
  const localTokens = local && createLocalTokens();
  if (local && localTokens) mountLocal(server, handled, local, localTokens);
  mountTab(server, handled, createTabFiles(parts.tabFolder ?? builtTab), local !== null);
  if (plans !== null) {
    const signIn = localTokens?.signIn ?? (parts.tokens && tokensOf(parts.tokens)) ?? nobody;
    mountPlans(server, handled, createPlanGate({ ...plans, signIn }), plans, () => {
      const failed = (error: unknown) => parts.log.error('afterwards.failed', failure(error));
      void drain.track(plans.afterEmpty().catch(failed));
    });
  }

  const listening = Promise.withResolvers<void>();
  server.once('error', listening.reject);
  server.listen(parts.port, parts.host, () => listening.resolve());
  await listening.promise;

  return {
    port: (server.address() as AddressInfo).port,
    settled: (withinMs) => drain.settled(withinMs),
    stop: async (withinMs) => {
      stopping = true;
      const closed = Promise.withResolvers<void>();
      server.close(() => closed.resolve());
      server.server.closeIdleConnections();
      const clean = await drain.settled(withinMs);
      server.server.closeAllConnections();
      await closed.promise;
      return clean;
    },
  };
};

const tokensOf = ({ jwksUri, ...rules }: TokenRules & { jwksUri: string }): SignIn =>
  createSignIn(rules, publishedKeys(jwksUri));

const refusals = {
  400: { title: 'Bad request', detail: 'The address cannot be read.' },
  404: { title: 'Not found', detail: 'There is nothing here.' },
  405: { title: 'Not allowed here', detail: 'There is nothing here.' },
};

const isReadable = (address = ''): boolean => {
  try {
    return decodeURIComponent(address) !== '';
  } catch {
    return false;
  }
};
