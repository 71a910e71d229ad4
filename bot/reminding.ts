import type { IsWorking } from './calendar/working-days.ts';
import type { Config } from './config.ts';
import { failure, type Log } from './log.ts';
import type { Directory } from './people/directory.ts';
import type { ReminderIndex } from './reflection/store.ts';
import { postedDigest } from './reminders/cards/posted.ts';
import { createReflectionDays } from './reminders/create-reflection-days.ts';
import { createSweep, type SweepParts } from './reminders/sweep.ts';
import { createOutbox, type OutboxParts } from './teams/outbox.ts';
import { wordsFor } from './words/words.ts';

export type RemindingParts = Pick<SweepParts, 'plans' | 'reminders' | 'newId'> &
  Pick<OutboxParts, 'connector' | 'signal'> & {
    directory: Directory;
    config: Pick<Config, 'timeZone' | 'reminders'>;
    calendar: () => Promise<IsWorking>;
    /** Where reflections are found for their days. */
    index: ReminderIndex;
    log: Log;
    now: () => Date;
  };

/** The sweep with the way out to Teams, as the server's timer and a sweep by hand use it. */
export const createReminding = async (parts: RemindingParts): Promise<ReturnType<typeof createSweep>> => {
  const { config, plans, reminders, index, directory, connector, signal, log, now, newId } = parts;
  const { timeZone } = config;
  const { time, sendRate } = config.reminders;
  const isWorking = await parts.calendar();
  const report = (error: unknown) => log.error('reminding.failed', failure(error));
  const outbox = createOutbox({ directory, connector, rate: sendRate, signal, log });
  return createSweep({
    plans,
    reminders,
    // Of a team that the bot was taken from nobody is reminded any more.
    knows: async (planId) => (await directory.team(planId)) !== null,
    reflections: createReflectionDays({ index, isWorking, timeZone, report }),
    isWorking,
    report,
    send: (digest, still) =>
      outbox.send(digest.person, (reader) => postedDigest(digest, wordsFor(reader.locale), reader), still),
    timeZone,
    reminderTime: time,
    now: () => now().toISOString(),
    newId,
  });
};
