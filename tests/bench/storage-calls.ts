import { stepIds } from '../../bot/reflection/questions.ts';
import { openWire, type Wire } from '../tables/wire.ts';
import { openChats } from './chats.ts';
import { createClient } from './client.ts';
import { type Line, line, median } from './lines.ts';
import { begin, type Doing, meet, place } from './pair.ts';
import { typedInto } from './person.ts';
import { quiet } from './quiet.ts';
import { startServer } from './servers.ts';

const walks = 3;

/** Calls until the answer began to arrive, and all with what was done after it, by what was pressed. */
type Counts = Map<string, { before: number[]; all: number[] }>;

/** How often a press asks storage, from the invitation to the closed reflection. */
export const countStorageCalls = async (azuritePort: number): Promise<Line[]> => {
  const counts: Counts = new Map();
  for (let walk = 0; walk < walks; walk += 1) await countOneWalk(azuritePort, counts);
  return [
    // Every answered question counts: one that needed more than the others would be hidden by a median.
    line('turn.storage_calls', Math.max(...(counts.get('turn')?.all ?? [Number.NaN])), 'calls'),
    ...['start', 'accept', 'share', 'place', 'propose', 'close'].flatMap((what) => [
      line(`${what}.storage_calls`, median(counts.get(what)?.before ?? []), 'calls'),
      line(`${what}.storage_calls.with_afterwards`, median(counts.get(what)?.all ?? []), 'calls'),
    ]),
  ];
};

/** On a server of its own: its half-minute round, which looks for messages still owed, would be counted too. */
const countOneWalk = async (azuritePort: number, counts: Counts): Promise<void> => {
  const wire = await openWire(azuritePort);
  const chats = await openChats();
  const client = createClient();
  const server = await startServer('product', wire.connectionString);
  try {
    const counting = countingOn(wire, counts, () => chats.calls() + wire.calls.length);
    const { sam, jo } = await meet(server.url, client, chats);
    let shown = await place(jo, await begin({ sam, jo }, chats, counting), counting);
    for (const [number] of stepIds.entries()) {
      shown = await counting('turn', jo, shown, 'next', typedInto(shown.card, number));
    }
    await counting('share', jo, shown, 'share');
    const window = await sam.opens();
    const marked = await counting('mark', sam, window, 'markOutside');
    const both = await counting('place', sam, marked, 'placeOutside');
    const outcome = await sam.press(both, 'outcome');
    await counting('propose', sam, outcome, 'noAction');
    await counting('close', jo, await jo.opens(), 'agree');
  } finally {
    await server.stop();
    client.close();
    await chats.stop();
    await wire.close();
  }
};

/**
 * Does the press with the wire at rest before and after it. The server sends its answer before it asks for what
 * is left to do, and both arrive in this process, so the calls seen when the answer begins are those before it.
 */
const countingOn =
  (wire: Wire, counts: Counts, activity: () => number): Doing =>
  async (what, by, on, verb, inputs) => {
    await quiet(activity);
    wire.listen();
    let before = 0;
    const shown = await by.press(on, verb, inputs, () => {
      before = wire.calls.length;
    });
    await quiet(activity);
    const found = counts.get(what) ?? { before: [], all: [] };
    found.before.push(before);
    found.all.push(wire.calls.length);
    counts.set(what, found);
    return shown;
  };
