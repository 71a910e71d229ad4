import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Chats, openChats } from './chats.ts';
import { type Client, createClient } from './client.ts';
import { type Line, line, median } from './lines.ts';
import type { Pair } from './pair.ts';
import { cardIn, type Shown, typedInto } from './person.ts';
import { openRows, type Row, type Rows } from './rows.ts';
import { type Server, startServer } from './servers.ts';
import { beginTogether, pressForBoth, shownSteps } from './together-walk.ts';
import { contest, oneByOne, warmUps } from './turns.ts';
import { keyOf, type Walk } from './walks.ts';

/** Turns a round and server: each step as often as the others. */
const turnsPerRound = shownSteps * 16;

type To = { url: string; client: Client; chats: Chats };

/** One step before its press: the record and the card as they stood, and what came of the press. */
type Prepared = { row: Row; shown: Shown; body: string; card: unknown; message: object };

/** A *Save and show*, until both have seen it, against a bot that does the bare storage work and one edit. */
export const measureTogether = async (connectionString: string): Promise<Line[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const chats = await openChats();
  const client = createClient();
  const servers: Server[] = [];
  try {
    const product = await startServer('product', connectionString);
    servers.push(product);
    const rows = openRows(connectionString);
    const to = { url: product.url, client, chats };
    const { sam, jo, first } = await beginTogether(product.url, client, chats);
    const steps = await prepare({ sam, jo }, first, to, rows);

    const cardsFile = join(folder, 'cards.json');
    const replies = steps.map(({ body, card, message }) => {
      const edit = { serviceUrl: chats.serviceUrl, chatId: sam.chatId, message };
      return [keyOf(body), { card, edit }];
    });
    writeFileSync(cardsFile, JSON.stringify(Object.fromEntries(replies)));
    const bare = await startServer('bare', connectionString, { cardsFile });
    servers.push(bare);

    const answers: number[] = [];
    const contestants = {
      product: [again({ sam, jo }, steps, to, rows, (ms) => answers.push(ms))],
      bare: [bareAgain(sam.chatId, steps, { ...to, url: bare.url }, rows)],
    };
    const both = await contest(contestants, oneByOne(turnsPerRound));
    return [
      line('turn.together', both.product, 'ms', both.bare),
      line('turn.together.answer', median(answers.slice(warmUps * turnsPerRound)), 'ms'),
    ];
  } finally {
    for (const server of servers) await server.stop();
    client.close();
    await chats.stop();
    rmSync(folder, { recursive: true, force: true });
  }
};

/** Walks the steps once and keeps what is needed to walk each again. */
const prepare = async ({ sam, jo }: Pair, first: Shown, to: To, rows: Rows): Promise<Prepared[]> => {
  const id = idIn(jo.pressed(first, 'saveAndShow'));
  const steps: Prepared[] = [];
  let shown = first;
  for (let number = 0; number < shownSteps; number += 1) {
    await rows.settled(id);
    const row = await rows.read(id);
    const body = jo.pressed(shown, 'saveAndShow', typedInto(shown.card, number));
    const { text, edited } = await pressForBoth(body, sam.chatId, to);
    const card = cardIn(text);
    steps.push({ row, shown, body, card, message: edited.message });
    shown = { ...shown, card };
  }
  await rows.settled(id);
  return steps;
};

/** Presses the steps in turn, each on its record as it stood before; putting it back is not part of the time. */
const again = (
  { sam, jo }: Pair,
  steps: readonly Prepared[],
  to: To,
  rows: Rows,
  answered: (ms: number) => void,
): Walk => {
  let count = 0;
  return async () => {
    const { row, shown } = stepOf(steps, count);
    count += 1;
    await rows.restore('reflections', row);
    const body = jo.pressed(shown, 'saveAndShow', typedInto(shown.card, count));
    const { text, answeredInMs, bothInMs } = await pressForBoth(body, sam.chatId, to);
    cardIn(text);
    answered(answeredInMs);
    await rows.settled(row.partitionKey);
    return bothInMs;
  };
};

/** The same for the bare bot, on a row with the same bytes. */
const bareAgain = (otherChatId: string, steps: readonly Prepared[], to: To, rows: Rows): Walk => {
  let count = 0;
  return async () => {
    const { row, body } = stepOf(steps, count);
    count += 1;
    await rows.restore('bare', row);
    const { text, bothInMs } = await pressForBoth(body, otherChatId, to);
    cardIn(text);
    // It owes nothing; asked all the same, so that both servers rest as long between turns.
    await rows.settled(row.partitionKey);
    return bothInMs;
  };
};

const stepOf = (steps: readonly Prepared[], count: number): Prepared => {
  const step = steps[count % steps.length];
  if (step === undefined) throw new Error('No step was prepared.');
  return step;
};

const idIn = (body: string): string => {
  const { action }: { action: { data: { id: string } } } = JSON.parse(body).value;
  return action.data.id;
};
