import { openInside } from '../../bot/inside.ts';
import type { Desk, Round } from '../../bot/reflection/desk.ts';
import { connect } from '../../bot/tables/client.ts';
import { textOf } from '../helpers/cards.ts';
import type { Message } from '../helpers/teams-connector.ts';
import { cardOf, type Person } from '../helpers/teams-person.ts';
import { type Pair, startPair } from './two-people.ts';

/** A pair whose clock stands still until it is moved, with the rounds that no timer calls yet. */
export type Kept = Pair & {
  /** Moves on to ten in the morning of the day that many days later. */
  pass(days: number): void;
  today(): string;
  keep(most?: number, dryRun?: boolean): Promise<Round>;
  /** Rows of the table that name this reflection, as "partition row". */
  rowsOf(id: string): Promise<string[]>;
};

export const nothing: Round = {
  lapsed: 0,
  noticed: 0,
  erased: 0,
  refiled: 0,
  dropped: 0,
  left: 0,
  failed: 0,
  more: false,
};

export const startKept = async (): Promise<Kept> => {
  let desk: Desk | undefined;
  const pair = await startPair({
    openInside: async (...given) => {
      const inside = await openInside(...given);
      desk = inside.desk;
      return inside;
    },
  });
  const { clock } = pair.world;
  let now = new Date('2027-01-04T10:00:00.000Z');
  clock.now = now;
  const table = (await connect({ connectionString: pair.wire.connectionString }))('reflections');
  return {
    ...pair,
    pass: (days) => {
      now = new Date(now.getTime() + days * 86_400_000);
      clock.now = now;
    },
    today: () => now.toISOString().slice(0, 10),
    keep: (most = 100, dryRun = false) => {
      if (!desk) throw new Error('the server has not started');
      return desk.keep(most, dryRun);
    },
    rowsOf: async (id) => {
      const found: string[] = [];
      for await (const { partitionKey, rowKey } of table.rows("PartitionKey gt ''")) {
        if (`${partitionKey} ${rowKey}`.includes(id)) found.push(`${partitionKey} ${rowKey}`);
      }
      return found;
    },
  };
};

export const idOf = (shown: { card: unknown }): string => {
  const id = /"id":"([0-9a-f-]{36})"/.exec(JSON.stringify(shown.card))?.[1];
  if (!id) throw new Error('the card names no reflection');
  return id;
};

/** What stands in the chat for everybody to see: the posted message, not the answers to presses. */
export const posted = (message: Message): string => textOf(cardOf(message));

export const newest = (person: Person): string => {
  const message = person.messages.at(-1);
  if (!message) throw new Error(`${person.name} has no message.`);
  return posted(message);
};

export const gone = 'This reflection is not here for you any more. There is nothing left to do.';
