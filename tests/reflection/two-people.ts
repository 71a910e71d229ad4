import type { Domain } from '../../bot/reflection/window.ts';
import type { Overrides } from '../../bot/server.ts';
import { startAzurite } from '../helpers/azurite.ts';
import { textOf } from '../helpers/cards.ts';
import { type Answered, cardOf, type Person, type Shown } from '../helpers/teams-person.ts';
import { startWorld, type TeamsWorld } from '../helpers/teams-world.ts';
import { openWire, type Wire } from '../tables/wire.ts';
import { box } from './boxes.ts';
import { planted } from './play.ts';

/**
 * A supervisor, a practitioner and a colleague of one team, with Teams and the real server around them; `wire` is
 * the line to storage, which can be cut.
 */
export type Pair = {
  world: TeamsWorld;
  wire: Wire;
  sam: Person;
  jo: Person;
  robin: Person;
  stop(): Promise<void>;
};

export const startPair = async (
  overrides: Overrides = {},
  env: Record<string, string> = {},
): Promise<Pair> => {
  const azurite = await startAzurite();
  const wire = await openWire(azurite.port);
  const world = await startWorld({ connectionString: wire.connectionString, overrides, env });
  const sam = world.person('Sam Okafor');
  const jo = world.person('Jo Bennett');
  const robin = world.person('Robin Iqbal');
  for (const person of [sam, jo, robin]) await person.installs();
  await world.team('North Team', [sam, jo, robin]).addsBot();
  const stop = async () => {
    await world.stop();
    await wire.close();
    await azurite.stop();
  };
  return { world, wire, sam, jo, robin, stop };
};

/** Presses *Open* on the newest message as it was posted, as after a client has put the posted card back. */
export const open = (person: Person): Promise<Answered> => {
  const { message } = person.latest();
  return person.press({ message, card: cardOf(message) }, 'Open');
};

export const text = (shown: Shown): string => textOf(shown.card);

/** Sam asks Jo; gives Sam's answered card. */
export const ask = async ({ sam, jo }: Pair, inputs: Record<string, string> = {}): Promise<Answered> => {
  const [form] = await sam.says('reflect');
  if (!form) throw new Error('no form');
  return sam.press(form, 'Ask them', {
    who: jo.id,
    whose: 'theirs',
    kind: 'family',
    pointer: planted.pointer,
    ...inputs,
  });
};

/** Jo starts and answers every step; gives the read-through. */
export const answerAll = async ({ jo }: Pair, domain: Domain = 'for'): Promise<Answered> => {
  let card = await jo.press(await open(jo), 'Start');
  card = await jo.press(card, 'Next', { 'describe.text': planted.describe });
  card = await jo.press(card, box(domain));
  card = await jo.press(card, 'Next', { 'place.why': planted.why, 'place.support': 'aGreatDeal' });
  card = await jo.press(card, 'Next', {
    'balance.choice': 'tooMuch',
    'balance.text': planted.balance,
    'balance.guess': 'to',
  });
  return jo.press(card, 'Next', { 'move.change': planted.change, 'move.need': planted.need });
};

/** Jo shares, Sam places; gives both comparisons. */
export const shareAndPlace = async (pair: Pair): Promise<{ mine: Answered; theirs: Answered }> => {
  await pair.jo.press(await answerAll(pair), 'Share what is ticked');
  const outside = await open(pair.sam);
  const theirs = await pair.sam.press(outside, 'Place it', { 'outside.domain': 'with' });
  return { mine: await open(pair.jo), theirs };
};

export const inADay = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** Waits for something that happens outside the turn. @throws after ten seconds */
export const until = async (isSo: () => boolean): Promise<void> => {
  const end = Date.now() + 10_000;
  while (!isSo()) {
    if (Date.now() > end) throw new Error('it did not happen');
    await new Promise((resolve) => setImmediate(resolve));
  }
};
