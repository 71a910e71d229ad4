import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, resolve } from 'node:path';
import type { PlanAction, PlanSeen } from '../../bot/plan/contract.ts';
import { answerJson, bodyOf, type LocalServer, serve } from '../helpers/http.ts';
import { anAction, ayesha, tom, zoe } from './actions.ts';

const built = resolve(import.meta.dirname, '../../dist/tab');
const types: Record<string, string> = { '.js': 'text/javascript', '.css': 'text/css', '.html': 'text/html' };

/** As strict as the real server is with the tab's page. */
export const pagePolicy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='; img-src 'self' data:; " +
  "connect-src 'self' https://res.cdn.office.net; font-src 'self'; base-uri 'none'; form-action 'none'";

export const aPlan = (actions: PlanAction[], more: Partial<PlanSeen['plan']> = {}): PlanSeen => ({
  plan: {
    id: '19:team@thread.tacv2',
    etag: 'p1',
    name: 'Family Support, North',
    managers: [ayesha],
    guestsRead: true,
    left: [],
    emptying: false,
    ...more,
  },
  actions,
  me: { id: tom.id, canEdit: true, isManager: false, mayAppoint: false },
});

export type PlanServer = LocalServer & {
  /** What the server holds; a test may change it as another person would. */
  plan: PlanSeen;
  /** One line a request to the API: method, path after the plan, status. */
  asked: string[];
  /** Where set, every call to the API is answered with this status. */
  refuse: number | null;
  /** Where set, no token is given; how often one was asked for is counted. */
  tokens: { refused: boolean; asked: number };
  /** Where set, files whose name fits are not there, as after a newer version has taken their place. */
  missing: RegExp | null;
  /** Where set, changes are answered only after it. */
  gate: Promise<void> | null;
  /** Somebody else changes an action. */
  othersChange(id: string, change: Partial<PlanAction>): void;
};

/** The built tab before a plan in memory, on a developer's machine (`/tab/?as=…`). It checks no tokens. */
export const servePlan = async (plan: PlanSeen): Promise<PlanServer> => {
  let version = 1;
  const removed = new Map<string, PlanAction>();
  const server = {
    plan,
    asked: [] as string[],
    refuse: null as number | null,
    tokens: { refused: false, asked: 0 },
    missing: null as RegExp | null,
    gate: null as Promise<void> | null,
    othersChange: (id: string, change: Partial<PlanAction>) => {
      server.plan = {
        ...server.plan,
        actions: server.plan.actions.map((each) =>
          each.id === id
            ? {
                ...each,
                ...change,
                etag: `v${++version}`,
                updatedBy: zoe,
                updatedAt: new Date().toISOString(),
              }
            : each,
        ),
      };
    },
  };

  const api = async (req: IncomingMessage, res: ServerResponse, path: string): Promise<void> => {
    const [, id, verb] = /^\/actions(?:\/([^/]+))?(?:\/(\w+))?$/.exec(path) ?? [];
    const found = server.plan.actions.find((each) => each.id === id);
    if (server.refuse !== null) return answerJson(res, server.refuse, { type: 'about:blank' });
    if (req.method === 'GET' && path === '') {
      const etag = `"whole-${version}"`;
      if (req.headers['if-none-match'] === etag) return void res.writeHead(304, { etag }).end();
      return answerJson(res, 200, server.plan, { etag });
    }
    if (req.method === 'GET' && path === '/members')
      return answerJson(res, 200, { members: [ayesha, tom, zoe] });
    if (verb === 'restore' && id) {
      const back = removed.get(id);
      if (!back) return answerJson(res, 404, {});
      server.plan = { ...server.plan, actions: [...server.plan.actions, back] };
      version += 1;
      return answerJson(res, 200, back);
    }
    if (req.method === 'POST' && path === '/actions') {
      version += 1;
      const added = { ...anAction(JSON.parse(await bodyOf(req))), id: `new-${version}`, etag: `v${version}` };
      server.plan = { ...server.plan, actions: [...server.plan.actions, added] };
      return answerJson(res, 201, added);
    }
    if (!found || !id) return answerJson(res, 404, {});
    if (req.method === 'PATCH') await server.gate;
    const now = server.plan.actions.find((each) => each.id === id) ?? found;
    if (req.headers['if-match'] !== `"${now.etag}"`) return answerJson(res, 412, { current: now });
    if (req.method === 'DELETE') {
      removed.set(id, found);
      server.plan = { ...server.plan, actions: server.plan.actions.filter((each) => each.id !== id) };
      version += 1;
      return void res.writeHead(204).end();
    }
    server.othersChange(id, JSON.parse(await bodyOf(req)));
    answerJson(
      res,
      200,
      server.plan.actions.find((each) => each.id === id),
    );
  };

  const http = await serve(async (req, res) => {
    const { pathname } = new URL(req.url ?? '/', 'http://x');
    if (pathname === '/local/token') {
      server.tokens.asked += 1;
      if (server.tokens.refused) return answerJson(res, 500, {});
    }
    if (pathname === '/local/token') return answerJson(res, 200, { token: 'a.b.c' });
    if (pathname === '/local/stage.json') {
      return answerJson(res, 200, {
        people: [ayesha, tom],
        team: { id: plan.plan.id, name: plan.plan.name },
      });
    }
    if (pathname.startsWith('/api/plans/')) {
      const path = decodeURIComponent(
        pathname
          .split('/')
          .slice(4)
          .map((part) => `/${part}`)
          .join(''),
      );
      await api(req, res, path);
      server.asked.push(`${req.method} ${path} ${res.statusCode}`);
      return;
    }
    const file = pathname.startsWith('/tab/assets/') ? pathname.slice(5) : 'index.html';
    const bytes = server.missing?.test(file) ? null : await readFile(join(built, file)).catch(() => null);
    if (!bytes) return void res.writeHead(404).end();
    res.writeHead(200, { 'content-type': types[extname(file)], 'content-security-policy': pagePolicy });
    res.end(bytes);
  });
  return Object.assign(server, http);
};
