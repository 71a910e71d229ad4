import type { Response } from 'restify';

/** What every answer carries: nothing of ours is to be cached, framed, sniffed or scripted. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

export const sendJson = (
  res: Response,
  status: number,
  body: unknown,
  type = 'application/json; charset=utf-8',
): void => {
  if (res.headersSent) return;
  const text = body === undefined ? '' : JSON.stringify(body);
  send(res, status, text, text === '' ? {} : { 'Content-Type': type });
};

/** A fault as RFC 9457 spells it; `detail` is always a sentence of ours. */
export const sendProblem = (
  res: Response,
  problem: { status: number; title: string; detail: string },
): void => sendJson(res, problem.status, { type: 'about:blank', ...problem }, 'application/problem+json');

export const send = (
  res: Response,
  status: number,
  text: string,
  headers: Readonly<Record<string, string>>,
): void => {
  if (res.headersSent) return;
  const bytes = Buffer.from(text);
  res.writeHead(status, { ...securityHeaders, 'Content-Length': String(bytes.length), ...headers });
  res.end(bytes);
};
