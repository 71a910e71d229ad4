import { readFile } from 'node:fs/promises';
import type { Response } from 'restify';
import { send, sendJson, sendProblem } from './reply.ts';

export type Playground = { name: string; url: string };

const page = new URL('../../infra/local/page.html', import.meta.url);

/** GET /local/: both people's Teams side by side. Local mode only. */
export const localPage = async (res: Response, playgrounds: readonly Playground[]): Promise<void> => {
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

/** GET /local/stage.json: whom the page frames, and where. */
export const localStage = (res: Response, playgrounds: readonly Playground[]): void =>
  sendJson(res, 200, { playgrounds });
