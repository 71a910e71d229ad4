import { type Line, line, median } from './lines.ts';
import { type Measured, startServer } from './servers.ts';

const measured = 9;

/** From the start of the process to ready, as it is started every day, and as the first start of all on a machine. */
export const measureStarts = async (connectionString: string): Promise<Line[]> => [
  await inTurn('start', connectionString, true),
  // The product keeps what Node compiled for its next start; a fresh container has nothing of that kind.
  await inTurn('start.uncached', connectionString, false),
];

/** Both in turn, one at a time; the tables are there already. */
const inTurn = async (name: string, connectionString: string, cached: boolean): Promise<Line> => {
  const times: Record<Measured, number[]> = { product: [], bare: [] };
  // The first of each makes the tables and warms the machine's file cache.
  for (let number = -1; number < measured; number += 1) {
    for (const which of ['product', 'bare'] as const) {
      const server = await startServer(which, connectionString, { cached });
      await server.stop();
      if (number >= 0) times[which].push(server.startedInMs);
    }
  }
  return line(name, median(times.product), 'ms', median(times.bare));
};
