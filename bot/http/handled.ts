import type { Request, RequestHandler, Response } from 'restify';
import { failure, type Log, word } from '../log.ts';
import type { Drain } from './drain.ts';
import { sendProblem } from './reply.ts';

export type Route = (req: Request, res: Response, log: Log) => void | Promise<void>;

/** Makes a handler of a route: it gets a correlation id, is waited for by a stop, and never shows an error of ours. */
export type Handled = (route: Route) => RequestHandler;

export const createHandled =
  (parts: { newId: () => string; log: Log; drain: Drain; isStopping: () => boolean }): Handled =>
  (route) =>
  (req, res, next) => {
    const turn = word(parts.newId());
    const log = parts.log.with({ turn });
    res.setHeader('X-Request-Id', turn);
    if (parts.isStopping()) res.setHeader('Connection', 'close');
    const work = (async () => route(req, res, log))().catch((error: unknown) => {
      log.error('request.failed', failure(error));
      sendProblem(res, { status: 500, title: 'Something went wrong', detail: 'Please try again.' });
    });
    void parts.drain.track(work).then(() => next(false));
  };
