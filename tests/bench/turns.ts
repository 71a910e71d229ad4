import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TableClient } from '@azure/data-tables';
import { type Chats, openChats } from './chats.ts';
import { type Client, createClient } from './client.ts';
import { type Line, line, median } from './lines.ts';
import { begin, meet, place, rounds } from './pair.ts';
import { quiet } from './quiet.ts';
import { type Server, startServer } from './servers.ts';
import { bareWalk, productWalk, type Recorded, type Walk } from './walks.ts';

const pairs = 8;
/** Turns a round and server: a multiple of the walk there and back, and few, so that both meet the same weather. */
const turnsPerRound = rounds.length * 16;
const measuredRounds = 30;
export const warmUps = 8;

/** An answered question, against a bot that does the bare storage work and answers with the same cards. */
export const measureTurns = async (connectionString: string): Promise<Line[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const chats = await openChats();
  const client = createClient();
  const servers: Server[] = [];
  try {
    const product = await startServer('product', connectionString);
    servers.push(product);
    const walks = await walkers(pairs, product, client, chats);
    const cardsFile = join(folder, 'cards.json');
    const cards = walks[0]?.recorded.map(({ key, card }) => [key, { card }]) ?? [];
    writeFileSync(cardsFile, JSON.stringify(Object.fromEntries(cards)));
    const bare = await startServer('bare', connectionString, { cardsFile });
    servers.push(bare);
    await copyRows(
      connectionString,
      walks.map(({ recorded }) => idIn(recorded)),
    );

    const to = { url: bare.url, client };
    const contestants: Contestants = {
      product: walks.map(({ walk }) => walk),
      bare: walks.map(({ recorded }) => bareWalk(recorded, to)),
    };
    const alone = await contest(contestants, oneByOne(turnsPerRound));
    const atOnce = await contest(contestants, allAtOnce);
    return [
      line('turn', alone.product, 'ms', alone.bare),
      line('turn.eight_at_once', atOnce.product, 'ms', atOnce.bare),
    ];
  } finally {
    for (const server of servers) await server.stop();
    client.close();
    await chats.stop();
    rmSync(folder, { recursive: true, force: true });
  }
};

/** Pairs of people in the middle of a reflection, each with one round of presses recorded. */
export const walkers = async (count: number, { url }: Server, client: Client, chats: Chats) => {
  const made: { walk: Walk; recorded: Recorded[] }[] = [];
  for (let number = 0; number < count; number += 1) {
    const pair = await meet(url, client, chats);
    const first = await place(pair.jo, await begin(pair, chats));
    await quiet(chats.calls);
    const recorded: Recorded[] = [];
    const walk = productWalk(pair, first, { url, client }, (each) => {
      if (recorded.length < rounds.length) recorded.push(each);
    });
    for (const _ of rounds) await walk();
    made.push({ walk, recorded });
  }
  return made;
};

const idIn = ([first]: readonly Recorded[]): string => {
  const { action }: { action: { data: { id: string } } } = JSON.parse(first?.body ?? '{}').value;
  return action.data.id;
};

/** The bare bot's rows are the product's own, so that both read and write the same number of bytes. */
const copyRows = async (connectionString: string, ids: readonly string[]): Promise<void> => {
  const open = (name: string) =>
    TableClient.fromConnectionString(connectionString, name, { allowInsecureConnection: true });
  for (const id of ids) {
    const row = await open('reflections').getEntity(id, 'record');
    await open('bare').createEntity({ ...row, partitionKey: id, rowKey: 'record' });
  }
};

export type Contestants = { product: Walk[]; bare: Walk[] };
type Round = (walks: readonly Walk[]) => Promise<number>;

/** Rounds of both in turn, which of them first changing too; the medians of their rounds. */
export const contest = async (
  walks: Contestants,
  round: Round,
): Promise<{ product: number; bare: number }> => {
  const times = { product: [] as number[], bare: [] as number[] };
  for (let number = -warmUps; number < measuredRounds; number += 1) {
    const order = number % 2 === 0 ? (['product', 'bare'] as const) : (['bare', 'product'] as const);
    for (const which of order) {
      const time = await round(walks[which]);
      if (number >= 0) times[which].push(time);
    }
  }
  return { product: median(times.product), bare: median(times.bare) };
};

export const oneByOne =
  (turns: number): Round =>
  async ([walk]) => {
    const times: number[] = [];
    for (let turn = 0; walk && turn < turns; turn += 1) times.push(await walk());
    return median(times);
  };

/** Time over turns, since at once each waits for the others. */
const allAtOnce: Round = async (walks) => {
  const from = performance.now();
  await Promise.all(
    walks.map(async (walk) => {
      for (let turn = 0; turn < turnsPerRound / walks.length; turn += 1) await walk();
    }),
  );
  return (performance.now() - from) / turnsPerRound;
};
