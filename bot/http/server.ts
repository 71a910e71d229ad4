import type { AddressInfo } from 'node:net';
import { createServer, type Request, type RequestHandler, type Response } from 'restify';
import type { Door } from '../door.ts';
import { failure, type Log, word } from '../log.ts';
import { createDrain } from './drain.ts';
import { alive, type Readiness, ready } from './health.ts';
import { localPage, localStage, type Playground } from './local.ts';
import { messagesRoute } from './messages.ts';
import { sendProblem } from './reply.ts';

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
  /** The local page's frames; null outside local mode, where the page does not exist. */
  playgrounds: readonly Playground[] | null;
  log: Log;
  newId: () => string;
};

type Route = (req: Request, res: Response, log: Log) => void | Promise<void>;

/** @throws where the port is taken or may not be used. */
export const startHttp = async (parts: HttpParts): Promise<HttpServer> => {
  const server = createServer({ name: '', handleUncaughtExceptions: false });
  const drain = createDrain();
  let stopping = false;

  // The router's own refusals (no such path, no such method) would carry its error text. Its continuation would
  // send that text after this answer, so it is not called; nothing else waits for it.
  server.on('restifyError', (_req: Request, res: Response, error: { statusCode?: number }) => {
    const status = error.statusCode === 405 ? 405 : 404;
    sendProblem(res, { status, title: titles[status], detail: 'There is nothing here.' });
  });

  /** Every request gets a correlation id, is waited for by a stop, and never shows an error of ours. */
  const handled =
    (route: Route): RequestHandler =>
    (req, res, next) => {
      const turn = word(parts.newId());
      const log = parts.log.with({ turn });
      res.setHeader('X-Request-Id', turn);
      if (stopping) res.setHeader('Connection', 'close');
      const work = (async () => route(req, res, log))().catch((error: unknown) => {
        log.error('request.failed', failure(error));
        sendProblem(res, { status: 500, title: 'Something went wrong', detail: 'Please try again.' });
      });
      void drain.track(work).then(() => next(false));
    };

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
  const { playgrounds } = parts;
  if (playgrounds !== null) {
    server.get(
      '/local/',
      handled((_req, res) => localPage(res, playgrounds)),
    );
    server.get(
      '/local/stage.json',
      handled((_req, res) => localStage(res, playgrounds)),
    );
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

const titles = { 404: 'Not found', 405: 'Not allowed here' };
