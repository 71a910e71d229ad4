import type { Moment } from '../../calendar/days.ts';
import type { ReminderStore } from '../store.ts';

export type Lease = {
  holder: string;
  /**
   * Whether this sweep may still send. Asking within half a minute of the last renewal costs nothing. Once lost it
   * stays lost: whoever had it meanwhile may have sent.
   */
  held(): Promise<boolean>;
};

/** Long enough that waiting for Teams does not lose it, short enough that another server soon takes over. */
const lastsMs = 5 * 60_000;
const renewedEveryMs = 30_000;

/** @param now the real time, by which a lease lapses */
export const createLease = (
  { reminders, now }: { reminders: ReminderStore; now: () => Moment },
  holder: string,
): Lease => {
  let renewedAt: number | null = null;
  let isLost = false;
  let renewing: Promise<boolean> | null = null;

  const renew = async (at: number): Promise<boolean> => {
    const until = new Date(at + lastsMs).toISOString();
    const isHeld = await reminders.lease(holder, new Date(at).toISOString(), until);
    if (isHeld) renewedAt = at;
    else isLost = true;
    return isHeld;
  };

  return {
    holder,
    held: async () => {
      if (isLost) return false;
      const at = Date.parse(now());
      // A clock that was set back counts as a reason to ask.
      if (renewedAt !== null && at >= renewedAt && at - renewedAt < renewedEveryMs) return true;
      renewing ??= renew(at).finally(() => {
        renewing = null;
      });
      return renewing;
    },
  };
};
