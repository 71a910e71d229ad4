import { type Line, line } from './lines.ts';
import { withKeyedAzurite } from './sweep-azurite.ts';
import { seedPeople } from './sweep-people.ts';
import { startSender } from './sweep-sender.ts';
import { openRatedTeams } from './sweep-teams.ts';

const rate = 200;
const digests = 10_000;
const day = '2026-06-09';

/** How fast digests go out, to a Teams that takes so many a second and no more. */
export const measureSweepSend = (): Promise<Line[]> =>
  withKeyedAzurite(async ({ connectionString }) => {
    const teams = await openRatedTeams({ rate });
    await seedPeople(connectionString, { serviceUrl: teams.serviceUrl, count: digests, day });
    const sender = await startSender(connectionString, { rate });
    try {
      const from = performance.now();
      if (!(await sender.sweep(`${day}T09:00:00.000Z`))) throw new Error('The sender ended.');
      const [first = Number.NaN, last = Number.NaN] = [teams.came[0], teams.came.at(-1)];
      const reached = (teams.came.length - 1) / ((last - first) / 1_000);
      return [
        line('sweep.send', reached / rate, 'share'),
        line('sweep.send.until_first', first - from, 'ms'),
        line('sweep.send.above', teams.above(), 'messages'),
        line('sweep.send.lost', digests - teams.taken.size, 'messages'),
        line('sweep.send.doubled', teams.count() - teams.taken.size, 'messages'),
      ];
    } finally {
      await sender.kill();
      await teams.stop();
    }
  });
