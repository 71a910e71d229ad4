import type { Request, Response } from 'restify';
import { failure, type Log, word } from '../log.ts';
import type { PersonId } from '../people/person.ts';
import { type Brake, createBrake } from './brake.ts';
import { badToken, later, noToken, otherTenant, outside, type Refused, tooMany } from './refusals.ts';
import { sendProblem } from './reply.ts';
import type { SignIn } from './sign-in.ts';

/** A request to the plan's API from somebody who has signed in. */
export type PlanCall = {
  by: PersonId;
  /** As the address names them; whether they mean anything is the desk's to say. */
  planId: string;
  actionId: string;
  req: Request;
  res: Response;
  log: Log;
};

export type PlanRoute = (call: PlanCall) => Promise<void>;

export type GateParts = {
  signIn: SignIn;
  /** Whether an error only says that storage does not answer. */
  isAway: (error: unknown) => boolean;
  /** Changes by one person, files and lists of people for one person, and failed sign-ins from one address. */
  brakes?: { writes: Brake; files: Brake; signIns: Brake };
};

/** What stands before every route of the plan's API: sign-in first, before anything else is looked at. */
export const createPlanGate = ({
  signIn,
  isAway,
  brakes = { writes: createBrake(120), files: createBrake(30), signIns: createBrake(60) },
}: GateParts) => {
  const admitted = async (req: Request): Promise<PersonId | Refused> => {
    const signed = await signIn(req.headers.authorization);
    if ('person' in signed) return signed.person;
    const { why } = signed;
    // Who holds a good token, or held one, is never held up by others behind the same address.
    if (signed.refused === 'expired') return { ...badToken, why };
    const wait = brakes.signIns.take(req.socket.remoteAddress ?? '');
    if (signed.refused === 'unreachable') {
      return { ...later(10, 'Sign-in cannot be checked just now.'), why };
    }
    if (wait > 0) return { ...tooMany(wait), why };
    return { ...refusals[signed.refused], why };
  };
  /** `isDear`: it takes the processor for long (a file of a whole plan), or asks Teams page after page. */
  return (route: PlanRoute, isDear = false) =>
    async (req: Request, res: Response, log: Log): Promise<void> => {
      const by = await admitted(req);
      if (typeof by !== 'string') return refuse(res, log, by);
      const isWrite = req.method !== 'GET' && req.method !== 'HEAD';
      const brake = isWrite ? brakes.writes : isDear ? brakes.files : null;
      const wait = brake?.take(by) ?? 0;
      if (wait > 0) return refuse(res, log, tooMany(wait));
      const { planId = '', actionId = '' } = req.params as Record<string, string | undefined>;
      if (!isPossible(planId)) return refuse(res, log, outside);
      // The desk must say first whether this person belongs here, so an impossible action is asked for as one
      // that does not exist.
      const call = { by, planId, actionId: isPossible(actionId) ? actionId : '-', req, res, log };
      await route(call).catch((error: unknown) => {
        if (!isAway(error)) throw error;
        log.warn('storage.waiting', failure(error));
        refuse(res, log, later(5, 'The plan cannot be reached just now.'));
      });
    };
};

const refusals = { missing: noToken, invalid: badToken, elsewhere: otherTenant } as const;

/** Answers with the problem. Who was refused, and what they asked for, is not logged. */
export const refuse = (res: Response, log: Log, { headers, why = 'plan', ...problem }: Refused): void => {
  if ([401, 403, 429, 503].includes(problem.status)) {
    log.warn('request.refused', { status: problem.status, code: word(why) });
  }
  sendProblem(res, problem, headers);
};

/** Whether storage could hold such an id; it takes none with these characters as a key. */
const isPossible = (id: string): boolean =>
  id !== '' && id.length <= 250 && id.isWellFormed() && !/[\\/#?\p{Cc}]/u.test(id);
