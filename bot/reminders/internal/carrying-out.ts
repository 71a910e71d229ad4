import { daysBetween } from '../../calendar/working-days.ts';
import { type Collected, collect } from '../collect.ts';
import { batchesOf, batchSize } from './batches.ts';
import { createPool, inParallel } from './in-parallel.ts';
import { mayGoOn, type Run } from './run.ts';
import { sendBatch } from './send-batch.ts';

/** So many batches are made side by side while those before them are being sent, so that sending never waits. */
const madeAtOnce = 3;
/** More would only wait, and be the older for it. */
const mostUnderWay = 300;
/** Whom nobody could read to the end keeps a day open for so long, and then no longer makes everybody's longer. */
const longestOpenDays = 5;

/** Everybody's digest of the day, in batches that are claimed before they are sent. */
export const carryOut = async (run: Run): Promise<Collected> => {
  const { sources, span, done } = run;
  const collected = await collect(sources, span);
  const { people } = collected;
  const pool = createPool(mostUnderWay);
  try {
    await inParallel(madeAtOnce, await batchesOf(run, people), async (batch) => {
      await pool.room(madeAtOnce * batchSize);
      if (await mayGoOn(run)) await sendBatch(run, pool, batch, people);
      else done.later.push(...batch);
    });
  } finally {
    await pool.drained();
  }
  const isSeenTo = done.later.length === 0 && (await mayGoOn(run));
  const hasFaults = done.failed.length + collected.unread > 0;
  const isLong = daysBetween(span.after, span.until).length > longestOpenDays;
  // Only a day on which everybody was seen to is over; until then the next sweep goes on with it.
  if (isSeenTo && (!hasFaults || isLong)) {
    await sources.reminders.cover(span.until);
    done.covered = true;
  }
  return collected;
};
