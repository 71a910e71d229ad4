import { randomUUID } from 'node:crypto';
import { createBrake } from '../../bot/http/brake.ts';
import { type HttpParts, type HttpServer, startHttp } from '../../bot/http/server.ts';
import { createLog } from '../../bot/log.ts';
import type { PlanAction, PlanFacts, PlanSeen } from '../../bot/plan/contract.ts';
import type { PlanDesk } from '../../bot/plan/desk.ts';
import { startTabIssuer, type TabIssuer } from './tab-issuer.ts';

/** The plan's API alone, over real HTTP and real tokens, before a desk that answers what a test tells it to. */
export type PlanWorld = {
  issuer: TabIssuer;
  server: HttpServer;
  url: string;
  /** What the desk was asked, with its arguments. */
  asked: unknown[][];
  /** Answers of the desk, by its function's name. */
  answers: { [Name in keyof PlanDesk]?: (...given: Parameters<PlanDesk[Name]>) => unknown };
  logs: string[];
  /** Milliseconds on the brakes' clock. */
  clock: { now: number };
  /** Says that storage is away. */
  away: Error;
  /** Called after a plan was emptied. */
  erasing: { times: number };
  /** A request with a good token (or the one given; null for none). */
  call(method: string, path: string, how?: CallOptions): Promise<Response>;
  stop(): Promise<void>;
};

export type CallOptions = {
  token?: string | null;
  headers?: Record<string, string>;
  /** Sent as JSON, or as it is where it is text or bytes. */
  body?: unknown;
};

export const sam = '5f0c1e00-0000-4000-8000-00000000000a';
export const team = '19:team@thread.tacv2';
export const plan = `/api/plans/${encodeURIComponent(team)}`;

export const facts: PlanFacts = {
  id: team,
  etag: 'facts-1',
  name: 'Early Help North',
  managers: [],
  guestsRead: false,
  left: [],
  emptying: false,
};
export const action: PlanAction = {
  id: 'a 1',
  etag: 'row-1',
  area: 'Supervision',
  activities: '',
  who: [],
  support: '',
  dueOn: null,
  heldUntil: null,
  timescale: '',
  outcome: '',
  status: 'todo',
  outcomeMet: null,
  outcomeSeen: '',
  createdBy: { id: sam, name: 'Sam Okafor' },
  createdAt: '2026-11-22T09:00:00.000Z',
  updatedBy: { id: sam, name: 'Sam Okafor' },
  updatedAt: '2026-11-22T09:00:00.000Z',
};
export const seen: PlanSeen = {
  plan: facts,
  actions: [action],
  me: { id: sam, canEdit: true, isManager: false, mayAppoint: true },
};

export const startPlanWorld = async (more: Partial<HttpParts> = {}): Promise<PlanWorld> => {
  const issuer = await startTabIssuer();
  const asked: unknown[][] = [];
  const answers: PlanWorld['answers'] = {};
  const logs: string[] = [];
  const clock = { now: 0 };
  const away = new Error('she told me');
  const erasing = { times: 0 };
  const desk = new Proxy({} as PlanDesk, {
    get:
      (_desk, name: keyof PlanDesk) =>
      async (...given: unknown[]) => {
        asked.push([name, ...given]);
        const answer = answers[name] as ((...args: unknown[]) => unknown) | undefined;
        return answer ? answer(...given) : { refused: 'outside' };
      },
  });
  const server = await startHttp({
    host: '127.0.0.1',
    port: 0,
    door: { admit: () => null, receive: async () => ({ status: 200, body: {}, afterwards: null }) },
    readiness: async () => [],
    plans: {
      desk,
      exportPlan: async (given, format) => ({
        bytes: Buffer.from(`${format} of ${given.plan.name}`),
        type: 'text/plain',
        disposition: 'attachment; filename="plan"',
      }),
      isAway: (error) => error === away,
      afterEmpty: async () => {
        erasing.times += 1;
      },
      brakes: {
        writes: createBrake(120, () => clock.now),
        files: createBrake(30, () => clock.now),
        signIns: createBrake(60, () => clock.now),
      },
    },
    tokens: {
      audiences: [issuer.app, `api://plan.example/${issuer.app}`],
      issuer: issuer.issuer,
      tenants: [issuer.tenant],
      jwksUri: issuer.jwksUri,
    },
    local: null,
    log: createLog((line) => logs.push(line)),
    newId: randomUUID,
    ...more,
  });
  const url = `http://127.0.0.1:${server.port}`;
  const usual = await issuer.token(sam.toUpperCase());
  return {
    issuer,
    server,
    url,
    asked,
    answers,
    logs,
    clock,
    away,
    erasing,
    call: (method, path, { token = usual, headers = {}, body } = {}) =>
      fetch(`${url}${path}`, {
        method,
        redirect: 'manual',
        headers: {
          ...(token === null ? {} : { authorization: `Bearer ${token}` }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined
          ? {}
          : { body: typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body) }),
      } as RequestInit),
    stop: async () => {
      await server.stop(1_000);
      await issuer.stop();
    },
  };
};
