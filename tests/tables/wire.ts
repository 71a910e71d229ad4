import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { connectionStringFor } from '../helpers/azurite.ts';

/**
 * What happens to one call on its way to storage: it passes; it is cut before it arrives; it arrives and its
 * answer is lost; it never gets an answer; or somebody in between answers it.
 */
export type Fate =
  | 'pass'
  | 'cut'
  | 'lose'
  | 'hang'
  | { status: number; headers: Record<string, string>; body: string };

type Call = { method: string; path: string };
type Decide = (number: number, call: Call) => Fate | Promise<Fate>;

export type Wire = {
  connectionString: string;
  /** Every call that reached the wire since the last `listen`, repeats included. */
  calls: Call[];
  /**
   * Forgets the calls seen so far and decides from now on about each: `number` counts from 1. A call whose fate is
   * a promise waits for it, so that something else can happen first.
   */
  listen(fate?: Decide): void;
  close(): Promise<void>;
};

/** A line between the client and a real Azurite which counts calls and can be cut at any of them. */
export const openWire = async (port: number): Promise<Wire> => {
  let decide: Decide = () => 'pass';
  const calls: Call[] = [];

  const forward = (from: IncomingMessage, answer: ServerResponse, lose: boolean) => {
    const { method, url: path, headers } = from;
    const onwards = request({ host: '127.0.0.1', port, method, path, headers }, (reply) => {
      if (lose) {
        reply.resume().on('end', () => from.socket.destroy());
        return;
      }
      answer.writeHead(reply.statusCode ?? 502, reply.headers);
      reply.pipe(answer);
    });
    onwards.on('error', () => from.socket.destroy());
    from.pipe(onwards);
  };

  const server = createServer(async (from, answer) => {
    const call = { method: from.method ?? '', path: decodeURIComponent(from.url ?? '') };
    calls.push(call);
    const fate = await decide(calls.length, call);
    if (fate === 'hang') return;
    if (fate === 'cut') from.socket.destroy();
    else if (fate === 'pass' || fate === 'lose') forward(from, answer, fate === 'lose');
    else {
      answer.writeHead(fate.status, fate.headers);
      answer.end(fate.body);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  return {
    connectionString: connectionStringFor((server.address() as AddressInfo).port),
    calls,
    listen(fate = () => 'pass') {
      calls.length = 0;
      decide = fate;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
