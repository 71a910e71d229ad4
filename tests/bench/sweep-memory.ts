import { heapInUse } from './heap.ts';
import { type Line, line } from './lines.ts';
import { withKeyedAzurite } from './sweep-azurite.ts';
import { seedPeople } from './sweep-people.ts';
import { startSender } from './sweep-sender.ts';
import { openRatedTeams } from './sweep-teams.ts';

/** Fast, as only what is left behind counts here. */
const rate = 1_000;
const few = { day: '2026-03-10', count: 1_000, from: 0 };
/** So much later that nothing of the first day is still said. */
const more = { day: '2026-06-09', count: 9_000, from: 1_000 };

/** Whether digests leave something behind in the memory of the process that sends them. */
export const measureSweepMemory = (): Promise<Line[]> =>
  withKeyedAzurite(async ({ connectionString }) => {
    const teams = await openRatedTeams({ rate });
    for (const some of [few, more]) {
      await seedPeople(connectionString, { serviceUrl: teams.serviceUrl, ...some });
    }
    const sender = await startSender(connectionString, { rate, inspected: true });
    const heapAfter = async ({ day }: { day: string }, count: number): Promise<number> => {
      const isCovered = await sender.sweep(`${day}T09:00:00.000Z`);
      if (!isCovered || teams.count() !== count) throw new Error(`The sender sent ${teams.count()} digests.`);
      return heapInUse(sender);
    };
    try {
      const before = await heapAfter(few, few.count);
      const after = await heapAfter(more, few.count + more.count);
      return [line('sweep.memory', after, 'bytes', before)];
    } finally {
      await sender.kill();
      await teams.stop();
    }
  });
