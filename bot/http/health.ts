import type { Response } from 'restify';
import { sendJson } from './reply.ts';

/** Why the server is not ready, in words of ours; empty where it is. */
export type Readiness = () => Promise<string[]>;

/** Alive: the process answers. Ready: it can also do its work, which a load balancer should ask. */
export const alive = (res: Response): void => sendJson(res, 200, { status: 'alive' });

export const ready = async (res: Response, readiness: Readiness): Promise<void> => {
  const reasons = await readiness();
  sendJson(
    res,
    reasons.length === 0 ? 200 : 503,
    reasons.length === 0 ? { status: 'ready' } : { status: 'waiting', reasons },
  );
};
