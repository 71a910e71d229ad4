import type { IncomingMessage } from 'node:http';
import type { Problem } from '../door.ts';

/** The largest body that is read, in bytes. Teams' activities hold a few kilobytes. */
export const maxBodySize = 256 * 1024;

export type ReadBody = { value: unknown } | { problem: Problem };

/** Whether the headers promise plain JSON; nothing else is read. */
export const isJson = (req: IncomingMessage): boolean =>
  /^application\/json\s*(;|$)/i.test(req.headers['content-type'] ?? '') &&
  /^(identity)?$/i.test(req.headers['content-encoding'] ?? '');

/** Reads the body as JSON up to the limit; never throws. A connection lost half-way counts as broken JSON. */
export const readJson = async (req: IncomingMessage): Promise<ReadBody> => {
  if (Number(req.headers['content-length'] ?? 0) > maxBodySize) return { problem: tooLarge };
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of req) {
      size += (chunk as Buffer).length;
      if (size > maxBodySize) return { problem: tooLarge };
      chunks.push(chunk as Buffer);
    }
    return { value: JSON.parse(Buffer.concat(chunks).toString('utf8')) };
  } catch {
    return { problem: { status: 400, title: 'Bad request', detail: 'The body must be JSON.' } };
  }
};

const tooLarge: Problem = { status: 413, title: 'Too large', detail: 'The body is larger than 256 KB.' };
