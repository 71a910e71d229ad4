import { addDays, type Day, dayOf, type Moment } from '../calendar/days.ts';
import { type IsWorking, workingDayBefore } from '../calendar/working-days.ts';
import { collect, type Sources } from './collect.ts';
import type { Span } from './due.ts';
import { carryOut } from './internal/carrying-out.ts';
import { type Accepted, prepare, type SendDigest } from './internal/delivering.ts';
import { inParallel } from './internal/in-parallel.ts';
import { createLease } from './internal/lease.ts';
import { createLooking } from './internal/looking.ts';
import type { Run } from './internal/run.ts';
import { tidy } from './internal/tidying.ts';
import { nothing, type Swept } from './swept.ts';

export type { SendDigest } from './internal/delivering.ts';

export type SweepParts = Sources & {
  send: SendDigest;
  /** IANA name of the installation's time zone. */
  timeZone: string;
  /** `HH:MM` in that time zone, from which a working day's digests may go out. */
  reminderTime: string;
  /** The real time, for the lease and the ledger; what a sweep decides follows from its own moment. */
  now: () => Moment;
  newId: () => string;
};

export type SweepHow = {
  /** Decides and counts, writes and sends nothing. */
  dryRun: boolean;
  signal?: AbortSignal;
};

/** Nobody is reminded of what fell due longer ago, however long the server was away. */
const longestSpan = 35;

/** One sweep for the given moment. Any number of servers may call it; one of them sweeps. */
export const createSweep = (parts: SweepParts): ((at: Moment, how: SweepHow) => Promise<Swept>) => {
  const accepted: Accepted = new Map();

  return async (at, how) => {
    const today = dayOf(at, parts.timeZone);
    if (!parts.isWorking(today)) return nothing('workingDay');
    if (timeOf(at, parts.timeZone) < parts.reminderTime) return nothing('yet');
    const covered = await parts.reminders.covered();
    const known = isAhead(covered, today, parts) ? null : covered;
    if (known !== null && known >= today) return nothing('again');
    const span = spanSince(known, today, parts.isWorking);
    if (how.dryRun) return rehearse(parts, span);

    const lease = createLease(parts, parts.newId());
    if (!(await lease.held())) return nothing('alone');
    try {
      const done = { ...nothing(null), span };
      const { send, now } = parts;
      const { signal } = how;
      // Where the span begins must be known tomorrow too, should today not come to its end.
      if (known === null) await parts.reminders.cover(span.after, covered);
      const run: Run = { sources: parts, send, accepted, span, lease, now, signal, done };
      await tidy(run, await carryOut(run));
      return done;
    } finally {
      await parts.reminders.release(lease.holder);
    }
  };
};

/**
 * A day that is still to come was covered by a clock that ran ahead, or by hand for a later moment: taken as it
 * stands, it would keep everybody without reminders until then.
 */
const isAhead = (covered: Day | null, today: Day, { now, timeZone }: SweepParts): boolean =>
  covered !== null && covered > today && covered > dayOf(now(), timeZone);

const spanSince = (covered: Day | null, today: Day, isWorking: IsWorking): Span => {
  const last = covered ?? workingDayBefore(today, isWorking);
  const earliest = addDays(today, -longestSpan);
  const isLongAgo = last < earliest;
  return { after: isLongAgo ? earliest : last, until: today };
};

const rehearse = async (parts: SweepParts, span: Span): Promise<Swept> => {
  const done: Swept = { ...nothing(null), span };
  const { people } = await collect(parts, span);
  for await (const { person, delivery } of parts.reminders.ledger(span.until)) {
    if (delivery !== null) people.delete(person);
  }
  const looking = createLooking(parts.plans);
  await inParallel(rehearsedAtOnce, people, async ([person, due]) => {
    try {
      const made = await prepare(parts, looking, { person, due, span, dryRun: true });
      if (made !== null && made !== 'had') done.sent.push(person);
    } catch (error) {
      parts.report(error);
      done.failed.push(person);
    }
  });
  done.sent.sort();
  return done;
};

const rehearsedAtOnce = 16;

/** The time of day, `HH:MM`, in a time zone. */
const timeOf = (at: Moment, timeZone: string): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(
    new Date(at),
  );
