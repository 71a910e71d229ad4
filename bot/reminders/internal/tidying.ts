import { addDays } from '../../calendar/days.ts';
import type { Collected } from '../collect.ts';
import type { Run } from './run.ts';

/** After the day: entries that lead nowhere, and what is older than anybody asks about. */
export const tidy = async (
  { sources, span, done, now, signal }: Run,
  { stale }: Collected,
): Promise<void> => {
  for (const hint of stale) {
    if (signal?.aborted) return;
    if (await sources.plans.dropStale(hint, now())) done.dropped += 1;
  }
  if (!done.covered) return;
  while (!signal?.aborted && (await sources.reminders.forget(addDays(span.until, -keptDays))));
  await sources.reflections.forget(span.until);
};

/** For so long the ledger can be asked how a digest fared. */
const keptDays = 60;
