import { Agent, type IncomingHttpHeaders, request } from 'node:http';
import { believe, type Seeded, seedPlan } from './api-plan.ts';
import { type Line, line, median } from './lines.ts';
import { type Server, startServer } from './servers.ts';
import type { Walk } from './walks.ts';

const actions = 200;
const rounds = 200;
const warmUps = 40;

/** A look at a plan against a bare route that reads the same rows, and one that finds nothing new against a whole one. */
export const measureApi = async (connectionString: string): Promise<Line[]> => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const servers: Server[] = [];
  try {
    const seeded = await seedPlan(connectionString, actions);
    for (const which of ['product', 'bareApi'] as const) {
      servers.push(await startServer(which, connectionString));
    }
    const [product = '', bare = ''] = servers.map(({ url }) => url);
    const looks = await waysToLook(agent, product, bare, seeded);

    await believe(connectionString);
    const { whole, unchanged, rows } = await inTurn(looks);
    return [line('api.read', whole, 'ms', rows), line('api.not_modified', unchanged, 'ms', whole)];
  } finally {
    for (const server of servers) await server.stop();
    agent.destroy();
  }
};

type Look = 'whole' | 'unchanged' | 'rows';

/** One of each a round, each of them first in its turn, so that all meet the same weather; the medians. */
const inTurn = async (looks: Record<Look, Walk>): Promise<Record<Look, number>> => {
  const times: Record<Look, number[]> = { whole: [], unchanged: [], rows: [] };
  const order: Look[] = ['whole', 'rows', 'unchanged'];
  for (let round = -warmUps; round < rounds; round += 1) {
    for (const which of order) {
      const time = await looks[which]();
      if (round >= 0) times[which].push(time);
    }
    order.push(...order.splice(0, 1));
  }
  return { whole: median(times.whole), unchanged: median(times.unchanged), rows: median(times.rows) };
};

/** Each look is checked: a fast answer that is none would be no merit. */
const waysToLook = async (
  agent: Agent,
  product: string,
  bare: string,
  { planId, person, filter, membership }: Seeded,
): Promise<Record<Look, Walk>> => {
  const minted = await look(agent, `${product}/local/token?as=${person}`);
  const { token }: { token: string } = JSON.parse(minted.text);
  const signed = { authorization: `Bearer ${token}` };
  const plan = `${product}/api/plans/${encodeURIComponent(planId)}`;
  const rows = `${bare}/rows?${new URLSearchParams({ filter, ...membership })}`;

  const first = await look(agent, plan, signed);
  const etag = first.headers.etag ?? '';
  if (JSON.parse(first.text).actions.length !== actions) throw new Error('The plan has not all its actions.');
  const bareFirst = await look(agent, rows);
  if (JSON.parse(bareFirst.text).rows.length !== actions + 1)
    throw new Error('The bare route has not all rows.');

  const expected = async (status: number, length: number, looked: Promise<Looked>): Promise<number> => {
    const answer = await looked;
    if (answer.status !== status || answer.text.length !== length) {
      throw new Error(`A look was answered with ${answer.status} and ${answer.text.length} characters.`);
    }
    return answer.ms;
  };
  return {
    whole: () => expected(200, first.text.length, look(agent, plan, signed)),
    unchanged: () => expected(304, 0, look(agent, plan, { ...signed, 'if-none-match': etag })),
    rows: () => expected(200, bareFirst.text.length, look(agent, rows)),
  };
};

type Looked = { status: number; headers: IncomingHttpHeaders; text: string; ms: number };

/** From the first byte sent to the last received; parsing is not counted. */
const look = (agent: Agent, url: string, headers: Record<string, string> = {}): Promise<Looked> =>
  new Promise((resolve, reject) => {
    const from = performance.now();
    const sent = request(url, { agent, headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.once('error', reject);
      answer.once('end', () => {
        const ms = performance.now() - from;
        const text = Buffer.concat(chunks).toString('utf8');
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text, ms });
      });
    });
    sent.once('error', reject);
    sent.end();
  });
