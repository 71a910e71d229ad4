import type { Delivery, LedgerEntry, Note, Reminders } from '../../bot/reminders/record.ts';
import { standardReminders } from '../../bot/reminders/record.ts';
import type { ReminderStore } from '../../bot/reminders/store.ts';
import { connect } from '../../bot/tables/client.ts';
import { TableReminders } from '../../bot/tables/reminders.ts';
import { startAzurite } from '../helpers/azurite.ts';
import { type Fate, openWire } from './wire.ts';

export type RemindersWorld = Awaited<ReturnType<typeof openRemindersWorld>>;

export const day = '2026-03-02';
export const at = (time: string): string => `${day}T${time}.000Z`;
export const lost =
  (number: number) =>
  (seen: number): Fate =>
    seen === number ? 'lose' : 'pass';

/** Stores of reminders on a real table service: two behind a wire that can be cut, one past it. */
export const openRemindersWorld = async () => {
  const azurite = await startAzurite();
  const wire = await openWire(azurite.port);
  let tables = 0;
  const unreadable: unknown[] = [];
  const tools = { onUnreadable: (fault: unknown) => unreadable.push(fault) };
  return {
    wire,
    /** Rows that were left out. */
    unreadable,
    /** A table of its own. */
    async fresh() {
      tables += 1;
      unreadable.length = 0;
      wire.listen();
      const open = async (connectionString: string) =>
        (await connect({ connectionString }))(`reminders${tables}`);
      const table = await open(azurite.connectionString);
      await table.ensure();
      const wired = await open(wire.connectionString);
      const [store, rival] = [new TableReminders(wired, tools), new TableReminders(wired, tools)];
      return { table, store, rival, other: new TableReminders(table, tools) };
    },
    methods: () => wire.calls.map(({ method }) => method),
    async close() {
      await wire.close();
      await azurite.stop();
    },
  };
};

export const all = async <T>(found: AsyncIterable<T>): Promise<T[]> => {
  const items: T[] = [];
  for await (const item of found) items.push(item);
  return items;
};

export const chosen = (more: Partial<Reminders> = {}): Reminders => ({ ...standardReminders, ...more });

export const crowd = (size: number): string[] =>
  Array.from({ length: size }, (_, i) => `person-${String(i).padStart(4, '0')}`);

export const entry = (person: string, holder: string, delivery: Delivery) => ({
  person,
  day,
  holder,
  claimedAt: at('08:30:00'),
  delivery,
});

export const noteOf = (more: Partial<Note> = {}): Note => ({
  day,
  person: 'ann',
  kind: 'noWord',
  planId: '19:north@thread.tacv2',
  actionId: 'a1',
  about: 'ben',
  ...more,
});

/** Who stands in the ledger, as `person holder delivery`. */
export const ledgerOf = async (store: ReminderStore, of = day): Promise<string[]> =>
  (await all(store.ledger(of))).map(
    ({ person, holder, delivery }: LedgerEntry) => `${person} ${holder} ${delivery ?? 'open'}`,
  );
