import type { IncomingMessage } from 'node:http';
import type { Problem } from '../door.ts';

export type ReadBody = { value: unknown } | { problem: Problem };

/** Whether the headers promise plain JSON (or, where one is named, another kind of it); nothing else is read. */
export const isJson = (req: IncomingMessage, also?: string): boolean => {
  const type = (req.headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase();
  const isKnown = type === 'application/json' || (also !== undefined && type === also);
  return isKnown && /^(identity)?$/i.test(req.headers['content-encoding'] ?? '');
};

/**
 * Reads the body as JSON in UTF-8; never throws. A connection lost half-way counts as broken JSON.
 * @param limit the largest body that is read, in bytes
 */
export const readJson = async (req: IncomingMessage, limit: number): Promise<ReadBody> => {
  const tooLarge = () => ({
    problem: { status: 413, title: 'Too large', detail: `The body is larger than ${limit / 1024} KB.` },
  });
  if (Number(req.headers['content-length'] ?? 0) > limit) return tooLarge();
  const body = await received(req, limit);
  if (body === 'tooLarge') return tooLarge();
  try {
    return { value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body ?? undefined)) };
  } catch {
    return { problem: { status: 400, title: 'Bad request', detail: 'The body must be JSON.' } };
  }
};

/** The bytes of a body, as they come; null where the connection was lost half-way. */
const received = (req: IncomingMessage, limit: number): Promise<Buffer | 'tooLarge' | null> =>
  new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    req.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > limit) {
        req.pause();
        resolve('tooLarge');
      } else chunks.push(chunk);
    });
    req.once('end', () => resolve(Buffer.concat(chunks)));
    req.once('error', () => resolve(null));
    req.once('close', () => resolve(null));
  });
