import type { PlanStore } from '../plan/store.ts';

/** What a check of the indexes found. Counts alone. */
export type Checked = {
  plans: number;
  /** Index entries that there should be. */
  entries: number;
  /** Those that were not there, and were written anew. */
  missing: number;
  /** Plans that could not be read; they were reported. */
  failed: number;
  /** Where the next check goes on; null once all plans were looked at. */
  next: string | null;
};

export type CheckParts = {
  plans: Pick<PlanStore, 'planIds' | 'refile'>;
  /** Told of a plan that could not be read; it must not write down messages. */
  report: (error: unknown) => void;
};

/**
 * The slow proof that reminders find every action: each plan's index entries are looked for, and what is missing is
 * written anew. Some plans at a time, so that a server does a little now and then and nobody waits for it.
 *
 * @param after where the last check stopped; null for the beginning
 * @param most how many plans to look at
 */
export const checkIndexes = async (
  { plans, report }: CheckParts,
  after: string | null,
  most: number,
  signal?: AbortSignal,
): Promise<Checked> => {
  const checked: Checked = { plans: 0, entries: 0, missing: 0, failed: 0, next: null };
  let last = after;
  for await (const planId of plans.planIds(after)) {
    if (checked.plans + checked.failed >= most || signal?.aborted) return { ...checked, next: last };
    last = planId;
    try {
      const { entries, missing } = await plans.refile(planId);
      checked.plans += 1;
      checked.entries += entries;
      checked.missing += missing;
    } catch (error) {
      report(error);
      checked.failed += 1;
    }
  }
  return checked;
};
