import type { Moment } from '../../calendar/days.ts';
import type { PersonId } from '../../people/person.ts';
import type { Span } from '../due.ts';
import type { Delivery } from '../record.ts';
import type { Swept } from '../swept.ts';
import type { Deliverer } from './delivering.ts';
import type { Lease } from './lease.ts';

/** A sweep under way. */
export type Run = Deliverer & {
  span: Span;
  lease: Lease;
  /** The real time, for the ledger. */
  now: () => Moment;
  signal: AbortSignal | undefined;
  done: Swept;
};

/** Whether this sweep may still send. Where storage cannot say so it may not: another server may be at it. */
export const mayGoOn = async ({ signal, lease, sources }: Run): Promise<boolean> => {
  if (signal?.aborted) return false;
  try {
    return await lease.held();
  } catch (error) {
    sources.report(error);
    return false;
  }
};

export const settleFor =
  ({ sources, span, lease }: Run, person: PersonId, claimedAt: Moment) =>
  (delivery: Delivery) =>
    sources.reminders.settle({ person, day: span.until, holder: lease.holder, claimedAt, delivery });

/** One person's fault is theirs alone. */
export const guarded = async (run: Run, person: PersonId, work: () => Promise<void>): Promise<void> => {
  try {
    await work();
  } catch (error) {
    run.sources.report(error);
    run.done.failed.push(person);
  }
};
