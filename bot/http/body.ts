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
  const body = await received(req);
  if (body === 'tooLarge') return { problem: tooLarge };
  try {
    return { value: JSON.parse(body?.toString('utf8') ?? '') };
  } catch {
    return { problem: { status: 400, title: 'Bad request', detail: 'The body must be JSON.' } };
  }
};

/** The bytes of a body, as they come; null where the connection was lost half-way. */
const received = (req: IncomingMessage): Promise<Buffer | 'tooLarge' | null> =>
  new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    req.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > maxBodySize) {
        req.pause();
        resolve('tooLarge');
      } else chunks.push(chunk);
    });
    req.once('end', () => resolve(Buffer.concat(chunks)));
    req.once('error', () => resolve(null));
    req.once('close', () => resolve(null));
  });

const tooLarge: Problem = { status: 413, title: 'Too large', detail: 'The body is larger than 256 KB.' };
