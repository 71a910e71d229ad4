import type { Request, Response } from 'restify';
import type { Door } from '../door.ts';
import { failure, type Log } from '../log.ts';
import { isJson, readJson } from './body.ts';
import type { Drain } from './drain.ts';
import { sendJson, sendProblem } from './reply.ts';

/** The largest activity that is read, in bytes. Teams' activities hold a few kilobytes. */
const maxActivity = 256 * 1024;

/** POST /api/messages: the channel's door. What a turn leaves to do starts when its answer has been handed over. */
export const messagesRoute =
  (door: Door, drain: Drain) =>
  async (req: Request, res: Response, log: Log): Promise<void> => {
    if (!isJson(req)) {
      return sendProblem(res, { status: 415, title: 'Wrong kind of body', detail: 'The body must be JSON.' });
    }
    const authorization = req.headers.authorization;
    const stopped = door.admit(authorization);
    if (stopped !== null) {
      log.warn('turn.refused', { status: stopped.status });
      return sendProblem(res, stopped);
    }
    const body = await readJson(req, maxActivity);
    if ('problem' in body) {
      log.warn('turn.refused', { status: body.problem.status });
      // The rest of an oversized body is not read: the connection ends with the answer.
      if (body.problem.status === 413) res.setHeader('Connection', 'close');
      return sendProblem(res, body.problem);
    }
    const received = await door.receive(authorization, body.value, log);
    if ('problem' in received) return sendProblem(res, received.problem);
    sendJson(res, received.status, received.body);
    const { afterwards } = received;
    if (afterwards === null) return;
    void drain.track(afterwards().catch((error: unknown) => log.error('afterwards.failed', failure(error))));
  };
