import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { loadConfig } from '../../bot/config.ts';
import { createLog, failure } from '../../bot/log.ts';
import { openReminding } from '../../bot/remind-open.ts';

/**
 * A process that only sweeps, so that it can be killed or looked into: as a server does, and for the moments it is
 * told, each until its day is over. `AHEAD_MS` says how far its clock is ahead: the lease of one that was killed
 * lapses after five minutes, for which no bench waits.
 */
const ahead = Number(process.env.AHEAD_MS ?? 0);
const log = createLog((line) => process.stderr.write(line));
const { sweep } = await openReminding(loadConfig(process.env), {
  log,
  now: () => new Date(Date.now() + ahead),
  newId: randomUUID,
  signal: new AbortController().signal,
});

/** As a server's timer does: what fails once is tried again. */
const isOver = async (at: string): Promise<boolean> => {
  try {
    const { covered, not } = await sweep(at, { dryRun: false });
    return covered || not === 'again';
  } catch (error) {
    log.error('reminding.failed', failure(error));
    return false;
  }
};

process.on('message', async (at: string) => {
  while (!(await isOver(at))) await pause(200);
  process.send?.('covered');
});
process.on('disconnect', () => process.exit());
process.send?.('ready');
