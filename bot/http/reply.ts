import type { Response } from 'restify';
import type { Problem } from '../door.ts';

export type Headers = Readonly<Record<string, string>>;

/** What every answer carries: nothing of ours is to be cached, framed, sniffed or scripted. */
export const securityHeaders: Headers = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

export const sendJson = (res: Response, status: number, body: unknown, headers: Headers = {}): void => {
  const text = body === undefined ? '' : JSON.stringify(body);
  send(
    res,
    status,
    text,
    text === '' ? headers : { 'Content-Type': 'application/json; charset=utf-8', ...headers },
  );
};

/** A fault as RFC 9457 spells it, with members of its own where it has some; `detail` is always a sentence of ours. */
export const sendProblem = (
  res: Response,
  problem: Problem & { type?: string },
  headers: Headers = {},
): void =>
  sendJson(
    res,
    problem.status,
    { type: 'about:blank', ...problem },
    { ...headers, 'Content-Type': 'application/problem+json' },
  );

export const send = (res: Response, status: number, content: string | Uint8Array, headers: Headers): void => {
  if (res.headersSent) return;
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  res.writeHead(status, { ...securityHeaders, 'Content-Length': String(bytes.length), ...headers });
  res.end(bytes);
};

/** An answer without a body: 204, 304 or a redirection. */
export const sendEmpty = (res: Response, status: 204 | 304 | 308, headers: Headers = {}): void => {
  if (res.headersSent) return;
  res.writeHead(status, { ...securityHeaders, ...headers });
  res.end();
};
