import { readFile } from 'node:fs/promises';
import type { Response, Server } from 'restify';
import { isLoopback } from '../config-parts.ts';
import type { Handled, Route } from './handled.ts';
import type { LocalTokens } from './local-tokens.ts';
import { send, sendJson, sendProblem } from './reply.ts';

/** What the local page shows: two people's Teams, and the tab of this team as any of these people sees it. */
export type LocalStage = {
  playgrounds: readonly { name: string; url: string }[];
  people: readonly { id: string; name: string }[];
  team: { id: string; name: string } | null;
};

const page = new URL('../../infra/local/page.html', import.meta.url);
const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The local page, whom it frames, and tokens for whomever it likes. Local mode only. */
export const mountLocal = (
  server: Server,
  handled: Handled,
  stage: LocalStage,
  tokens: LocalTokens,
): void => {
  const token: Route = async (req, res) => {
    // A page elsewhere could give its own name this machine's address and then read what is answered here.
    if (!isLoopback((req.headers.host ?? '').replace(/:\d+$/, ''))) {
      const detail = 'Tokens are for pages of this machine.';
      return sendProblem(res, { status: 403, title: 'Forbidden', detail });
    }
    const who = new URLSearchParams(req.getQuery()).get('as') ?? '';
    if (!guid.test(who)) {
      const detail = 'Say as whom: /local/token?as={object id}.';
      return sendProblem(res, { status: 400, title: 'Bad request', detail });
    }
    sendJson(res, 200, { token: await tokens.mint(who.toLowerCase()) });
  };
  server.get(
    '/local/',
    handled((_req, res) => localPage(res, stage)),
  );
  server.get(
    '/local/stage.json',
    handled((_req, res) => sendJson(res, 200, stage)),
  );
  server.get('/local/token', handled(token));
};

/** GET /local/: both people's Teams side by side, and the tab. */
const localPage = async (res: Response, { playgrounds }: LocalStage): Promise<void> => {
  const text = await readFile(page, 'utf8').catch(() => null);
  if (text === null) {
    return sendProblem(res, { status: 404, title: 'Not found', detail: 'The local page is missing.' });
  }
  const frames = playgrounds.map(({ url }) => new URL(url).origin).join(' ');
  send(res, 200, text, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': [
      "default-src 'none'",
      "connect-src 'self'",
      "img-src 'self' data:",
      "style-src 'unsafe-inline'",
      "script-src 'unsafe-inline'",
      `frame-src 'self' ${frames}`,
      "frame-ancestors 'none'",
    ].join('; '),
  });
};
