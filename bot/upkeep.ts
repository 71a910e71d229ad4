import { failure, type Log } from './log.ts';
import type { Memberships } from './people/access.ts';
import type { PlanDesk } from './plan/desk.ts';
import type { Desk } from './reflection/desk.ts';
import { type CheckParts, checkIndexes } from './reminders/check.ts';
import type { createSweep } from './reminders/sweep.ts';
import { startRounds } from './rounds.ts';

type Sweep = ReturnType<typeof createSweep>;

/** What a running server does by itself, again and again; any number of servers may, and each round resumes. */
export type Upkeep = {
  /** Delivers messages that a crash or an outage left undone. */
  catchUp(): Promise<void>;
  /** Erases what was emptied, and what was deleted long enough ago. */
  erase(): Promise<void>;
  /** Sends the digests of this morning, once it is time; does nothing where that has been done. */
  remind(): Promise<void>;
  /** Begins the rounds. */
  start(how: { remindsByItself: boolean }): void;
  /** Ends them, once those under way are done. */
  stop(): Promise<void>;
};

const catchUpEveryMs = 30_000;
/** What is due falls due by the day; a round that finds nothing costs one query. */
const keepEveryMs = 60 * 60_000;
const keptAtOnce = 50;
const clearEveryMs = 60 * 60_000;
/** A plan is emptied at once by the server that was asked; this is for one that died over it. */
const eraseEveryMs = 60_000;
const erasedAtOnce = 50;
/** How late after their time digests may begin; a round before it, or after they went out, costs one point read. */
const remindEveryMs = 60_000;
/** The slow proof that reminders find every action: so many plans an hour, and from the beginning again. */
const checkEveryMs = 60 * 60_000;
const checkedAtOnce = 200;

export const createUpkeep = (parts: {
  desk: Desk;
  planDesk: PlanDesk;
  memberships: Pick<Memberships, 'clear'>;
  plans: CheckParts['plans'];
  /** Asked when it is first needed, as its calendar takes longer to load than all else. */
  reminding: () => Promise<Sweep>;
  now: () => Date;
  log: Log;
  signal: AbortSignal;
}): Upkeep => {
  const { desk, planDesk, memberships, now, log, signal } = parts;
  const failed = (error: unknown) => log.error('errands.failed', failure(error));

  const catchUp = async () => {
    const count = await desk.catchUp();
    if (count > 0) log.info('errands.delivered', { count });
  };
  const keep = async () => {
    for (let more = true; more && !signal.aborted; ) {
      const { left, failed, more: isMore, ...done } = await desk.keep(keptAtOnce, false);
      // A round that got nowhere is not repeated at once: what is due stays due.
      more = isMore && Object.values(done).some((count) => count > 0);
    }
  };
  /** What Teams said of somebody is believed for minutes; an hour later nobody looks at it again. */
  const clear = async () => {
    await memberships.clear(new Date(now().getTime() - clearEveryMs).toISOString());
  };
  const erase = async () => {
    for (let more = true; more && !signal.aborted; ) {
      const done = await planDesk.erase(erasedAtOnce);
      more = done.more && done.erased > 0;
    }
  };

  let sweep: Promise<Sweep> | null = null;
  const remind = async () => {
    sweep ??= parts.reminding();
    const swept = await (await sweep)(now().toISOString(), { dryRun: false, signal });
    if (swept.not !== null) return;
    const { sent, unreached, later, failed: stuck } = swept;
    log.info('reminders.sent', { count: sent.length });
    if (unreached.length > 0) log.warn('reminders.unreached', { count: unreached.length });
    if (later.length + stuck.length > 0) log.warn('reminders.left', { count: later.length + stuck.length });
  };

  let checkedTo: string | null = null;
  const check = async () => {
    const checking = { plans: parts.plans, report: failed };
    const checked = await checkIndexes(checking, checkedTo, checkedAtOnce, signal);
    checkedTo = checked.next;
    if (checked.missing > 0) log.warn('index.repaired', { count: checked.missing });
  };

  let rounds: ReturnType<typeof startRounds>[] = [];
  return {
    catchUp,
    erase,
    remind,
    start: ({ remindsByItself }) => {
      rounds = [
        startRounds({ everyMs: catchUpEveryMs, work: catchUp, failed }),
        startRounds({ everyMs: keepEveryMs, work: keep, failed }),
        startRounds({ everyMs: eraseEveryMs, work: erase, failed }),
        ...(remindsByItself ? [startRounds({ everyMs: remindEveryMs, work: remind, failed })] : []),
        startRounds({ everyMs: checkEveryMs, work: check, failed }),
        startRounds({ everyMs: clearEveryMs, work: clear, failed }),
      ];
    },
    stop: async () => {
      await Promise.all(rounds.map((round) => round.stop()));
    },
  };
};
