import { addDays, type Day, dayOf } from '../../calendar/days.ts';
import { endEmptying } from '../decide-facts.ts';
import type { PlanDesk, PlanDeskParts } from '../desk.ts';
import type { Erasure } from '../store.ts';
import { attempts } from './editing.ts';

/** After so many faults a round ends: storage may be away, and what is due stays due. */
const patience = 10;

/**
 * Erases for good what is due: deleted actions whose days are over, and what plans being emptied hold (each batch
 * of it counts as one). Entries of the index are hints and are checked; work that stops anywhere is taken up
 * there, by any server.
 */
export const erasing = (parts: PlanDeskParts): PlanDesk['erase'] => {
  const { store, now, newId, timeZone, report } = parts;

  return async (most) => {
    const today = dayOf(now(), timeZone);
    const done = { erased: 0, failed: 0, more: false };
    const seen = new Set<string>();
    // An entry is written before what it stands for. One of days ago that stands for nothing leads nowhere for
    // good; a newer one may be just about to.
    for (const { by, isOld } of [
      { by: addDays(today, -2), isOld: true },
      { by: today, isOld: false },
    ]) {
      for await (const erasure of store.erasures(by)) {
        if (seen.has(erasure.key)) continue;
        seen.add(erasure.key);
        if (done.erased >= most) return { ...done, more: true };
        if (done.failed >= patience) return done;
        try {
          done.erased += await seeTo(erasure, { today, isOld, most: most - done.erased });
        } catch (error) {
          report('erasing.failed', error);
          done.failed += 1;
        }
      }
    }
    return { ...done, more: done.erased >= most };
  };

  type Bounds = { today: Day; isOld: boolean; most: number };

  /** Returns how much was erased. */
  async function seeTo(erasure: Erasure, { today, isOld, most }: Bounds): Promise<number> {
    const { planId, actionId } = erasure;
    if (actionId === null) {
      if ((await store.readPlan(planId))?.value.emptying) return emptyOut(erasure, most);
    } else {
      const removed = (await store.readAction(planId, actionId)).action?.value.removed ?? null;
      if (removed !== null) {
        if (removed.until >= today) return 0;
        await store.eraseAction(planId, actionId);
        await store.settle(erasure);
        return 1;
      }
    }
    if (isOld) await store.settle(erasure);
    return 0;
  }

  async function emptyOut(erasure: Erasure, most: number): Promise<number> {
    for (let batch = 1; batch <= most; batch += 1) {
      if (await store.eraseSome(erasure.planId)) continue;
      await openAgain(erasure.planId);
      await store.settle(erasure);
      return batch;
    }
    return most;
  }

  /** Nothing of its actions is left: the plan can be filled again. */
  async function openAgain(planId: string): Promise<void> {
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const before = await store.readPlan(planId);
      if (!before?.value.emptying) return;
      const plan = { before, after: endEmptying(before.value, newId()) };
      if ((await store.commit({ plan, action: null, entry: null })) === 'saved') return;
    }
    throw new Error('The plan kept being changed while it was emptied.');
  }
};
