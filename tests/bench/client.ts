import { Agent, type IncomingMessage, request } from 'node:http';

export type Answered = {
  status: number;
  text: string;
  /** From the first byte sent to the last received, in milliseconds; reading the answer is not counted. */
  ms: number;
};

export type Client = {
  /** `onAnswer` is called the moment the answer begins to arrive. */
  post(url: string, body: string, onAnswer?: () => void): Promise<Answered>;
  /** The status, or null where nobody answers. */
  get(url: string): Promise<number | null>;
  close(): void;
};

/** One driver for all servers, on connections that stay open as the channel's do. */
export const createClient = (): Client => {
  const agent = new Agent({ keepAlive: true, maxSockets: 16 });
  return {
    post: (url, body, onAnswer = () => {}) =>
      new Promise((resolve, reject) => {
        const headers = {
          'content-type': 'application/json; charset=utf-8',
          'content-length': Buffer.byteLength(body),
        };
        const from = performance.now();
        const sent = request(`${url}/api/messages`, { method: 'POST', agent, headers }, async (answer) => {
          onAnswer();
          const text = await textOf(answer).catch(reject);
          if (text !== undefined)
            resolve({ status: answer.statusCode ?? 0, text, ms: performance.now() - from });
        });
        sent.once('error', reject);
        sent.end(body);
      }),
    get: (url) =>
      new Promise((resolve) => {
        const sent = request(url, { agent }, (answer) => {
          answer.resume().once('end', () => resolve(answer.statusCode ?? null));
        });
        sent.once('error', () => resolve(null));
        sent.end();
      }),
    close: () => agent.destroy(),
  };
};

const textOf = (answer: IncomingMessage): Promise<string> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    answer.on('data', (chunk: Buffer) => chunks.push(chunk));
    answer.once('end', () => resolve(Buffer.concat(chunks).toString('utf8')));
    answer.once('error', reject);
  });
