import type { Config } from './config.ts';
import { failure, type Log } from './log.ts';
import { readAsked } from './remind-args.ts';
import { openReminding } from './remind-open.ts';
import { reportOf } from './remind-report.ts';
import { atOnce } from './tables/at-once.ts';
import { StorageFault } from './tables/faults.ts';
import type { Unreached } from './tables/reminder-unreached.ts';

export type RemindTools = {
  log: Log;
  now: () => Date;
  newId: () => string;
  /** Ends the sweep early; the next one goes on with the day. */
  signal: AbortSignal;
  /** A line for the operator who asked. */
  say: (line: string) => void;
  /** The same for what is wrong. */
  complain: (line: string) => void;
};

/** 0 where all went well, 1 for trouble or somebody left over, 2 for arguments that cannot be read. */
export type ExitCode = 0 | 1 | 2;

/**
 * `npm run remind`: one sweep by hand, for now or any other moment. It takes turns with the servers that run, and
 * tells who was reminded and who could not be: people alone, nothing of their actions.
 *
 * @param configured asked only once the arguments make sense
 */
export const remind = async (
  args: readonly string[],
  configured: () => Config,
  tools: RemindTools,
): Promise<ExitCode> => {
  const { log, now, signal, say, complain } = tools;
  const asked = readAsked(args);
  if ('faults' in asked) {
    for (const fault of asked.faults) complain(fault);
    return 2;
  }
  const config = configured();
  try {
    const { sweep, reminders, directory, ensureStorage } = await openReminding(config, tools);
    if (!asked.dryRun) await ensureStorage();
    const { dryRun } = asked;
    const swept = await sweep(asked.at ?? now().toISOString(), { dryRun, signal });
    const recorded: Unreached[] = [];
    for await (const one of reminders.unreached()) recorded.push(one);
    const people = [
      ...swept.sent,
      ...swept.later,
      ...swept.failed,
      ...[...swept.unreached, ...recorded].map(({ person }) => person),
    ];
    const known = await atOnce(16, [...new Set(people)], (person) => directory.find(person));
    const names = new Map(known.flatMap((person) => (person === null ? [] : [[person.id, person.name]])));
    const nameOf = (person: string) => names.get(person) ?? '';
    const { timeZone } = config;
    const reminderTime = config.reminders.time;
    for (const line of reportOf({ swept, dryRun, recorded, nameOf, reminderTime, timeZone })) say(line);
    return swept.later.length + swept.failed.length > 0 || swept.not === 'alone' ? 1 : 0;
  } catch (error) {
    log.error('reminding.failed', failure(error));
    complain(error instanceof StorageFault ? trouble.storage : trouble.other);
    return 1;
  }
};

const trouble = {
  storage:
    'Storage did not answer as it should. Whoever has had a digest gets no second one: please run this again.',
  other: 'This failed; the log line above says where. Please run this again.',
};
