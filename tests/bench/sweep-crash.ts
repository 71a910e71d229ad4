import type { PersonId } from '../../bot/people/person.ts';
import { connect } from '../../bot/tables/client.ts';
import { TableReminders } from '../../bot/tables/reminders.ts';
import { type Line, line } from './lines.ts';
import { withKeyedAzurite } from './sweep-azurite.ts';
import { seedPeople } from './sweep-people.ts';
import { startSender } from './sweep-sender.ts';
import { type Fate, openRatedTeams, type RatedTeams } from './sweep-teams.ts';

const rate = 200;
/** Fewer than elsewhere: each 429 holds everybody for a second at least, so this many take about a minute. */
const digests = 3_000;
const day = '2026-06-09';
/** After so many that were taken the sending process is killed. */
const kills = [600, 1_400, 2_200];
/** A lease outlives its holder by five minutes; the next process's clock is that much ahead. */
const leaseMs = 6 * 60_000;
/** Of a thousand calls: not taken, in three ways; taken, and the connection dropped. */
const faulty = { notTaken: 50, dropped: 10 };

/** What becomes of digests where the process that sends them is killed and Teams is at fault. */
export const measureSweepCrash = (): Promise<Line[]> =>
  withKeyedAzurite(async ({ connectionString }) => {
    const teams: RatedTeams = await openRatedTeams({
      rate,
      fate: drawnFates(),
      onTaken: (count) => {
        if (kills.includes(count)) void sender.kill();
      },
    });
    await seedPeople(connectionString, { serviceUrl: teams.serviceUrl, count: digests, day });
    const reminders = new TableReminders((await connect({ connectionString }))('reminders'), {
      onUnreadable: (fault) => {
        throw fault;
      },
    });
    /** For each person, how often a process was killed between the taking of their digest and its writing down. */
    const caught = new Map<PersonId, number>();
    let sender = await startSender(connectionString, { rate });
    try {
      for (let killed = 0; !(await sender.sweep(`${day}T09:00:00.000Z`)); killed += 1) {
        for (const person of await takenAndNotWritten(teams, reminders)) {
          caught.set(person, (caught.get(person) ?? 0) + 1);
        }
        sender = await startSender(connectionString, { rate, aheadMs: (killed + 1) * leaseMs });
      }
      const excused = (person: PersonId) => (caught.get(person) ?? 0) + (teams.dropped.get(person) ?? 0);
      const extra = [...teams.taken].map(([person, count]) => ({ person, extra: count - 1 }));
      const sum = (numbers: number[]) => numbers.reduce((one, other) => one + other, 0);
      return [
        line('sweep.crash.lost', digests - teams.taken.size, 'messages'),
        line('sweep.crash.in_flight_at_kills', sum([...caught.values()]), 'messages'),
        line('sweep.crash.dropped_after_taking', sum([...teams.dropped.values()]), 'messages'),
        line('sweep.crash.doubled', sum(extra.map(({ extra }) => extra)), 'messages'),
        line(
          'sweep.crash.unexplained',
          sum(extra.map(({ person, extra }) => Math.max(0, extra - excused(person)))),
          'messages',
        ),
      ];
    } finally {
      await sender.kill();
      await teams.stop();
    }
  });

/** Whose digest was taken, and is not known to be by the next process. */
const takenAndNotWritten = async (teams: RatedTeams, reminders: TableReminders): Promise<PersonId[]> => {
  const found: PersonId[] = [];
  for (const person of teams.taken.keys()) {
    if ((await reminders.find(person)).reminders.last?.day !== day) found.push(person);
  }
  return found;
};

/** The same at every run: what happens to a call goes by its number. */
const drawnFates = (): (() => Fate) => {
  const notTaken: readonly Fate[] = [429, 500, 'drop'];
  let seed = 20_260_609;
  return () => {
    seed = (seed * 48_271) % 2_147_483_647;
    const drawn = seed % 1_000;
    if (drawn < faulty.notTaken) return notTaken[drawn % notTaken.length] ?? 500;
    return drawn < faulty.notTaken + faulty.dropped ? 'takeAndDrop' : 'take';
  };
};
