/** Ends early, and without a fault, where the signal says so. Milliseconds. */
export type Pause = (ms: number, signal: AbortSignal) => Promise<void>;

/** Whether the asker may still send; asked right before each message goes. */
export type Still = () => Promise<boolean>;

/** Lets messages go one by one, evenly, whoever they are for. In the order in which they asked. */
export type Pace = {
  /** Resolves true when the message may go, and false where waiting was ended or the asker may no longer. */
  turn(still: Still): Promise<boolean>;
  /** Lets nobody go for so long, in milliseconds. True where nobody was held already. */
  hold(ms: number): boolean;
};

/**
 * How long a second is taken to be, in milliseconds: as a rule, and at the least. The rule is slower, so that what
 * bunched up behind a late timer spreads out again; both are more than a second, because the way to Teams is uneven:
 * what leaves so far apart may arrive 35 ms closer.
 */
const second = { rule: 1_040, least: 1_035 };
/** So much of a late timer is made up for, in milliseconds; the rest is lost. */
const mostLateMs = 100;

type Waiting = { since: number; still: Still; go: (may: boolean) => void; fail: (error: unknown) => void };

/**
 * @param parts.rate messages a second; never more (rounded up to a whole message) leave within any one second
 * @param parts.now milliseconds of a clock that only goes forward
 */
export const createPace = (parts: {
  rate: number;
  now: () => number;
  pause: Pause;
  signal: AbortSignal;
}): Pace => {
  const { now, pause, signal } = parts;
  const gapMs = second.rule / parts.rate;
  /** So many may leave within `windowMs`. */
  const most = Math.ceil(parts.rate);
  const windowMs = (second.least * most) / parts.rate;
  /** When the last ones left, the oldest of them at `count % most`. */
  const left: number[] = [];
  let count = 0;
  let last = Number.NEGATIVE_INFINITY;
  let heldUntil = Number.NEGATIVE_INFINITY;
  const waiting: Waiting[] = [];
  let isRunning = false;

  const dueAt = (since: number) => Math.max(since, last + gapMs, heldUntil);
  const opensAt = (since: number) =>
    Math.max(dueAt(since), (left[count % most] ?? Number.NEGATIVE_INFINITY) + windowMs);

  const mayGo = async ({ since, still }: Waiting): Promise<boolean> => {
    for (let isOpen = false; !isOpen; isOpen = opensAt(since) <= now()) {
      for (let ms = opensAt(since) - now(); ms > 0 && !signal.aborted; ms = opensAt(since) - now()) {
        await pause(ms, signal);
      }
      // Asking takes its time: everybody may have been held meanwhile.
      if (signal.aborted || !(await still())) return false;
    }
    // Counted from when it was due, so that late timers do not add up.
    last = Math.max(dueAt(since), now() - mostLateMs);
    left[count % most] = now();
    count += 1;
    return true;
  };

  const run = async (): Promise<void> => {
    isRunning = true;
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      await mayGo(next).then(next.go, next.fail);
    }
    isRunning = false;
  };

  return {
    turn: (still) =>
      new Promise((go, fail) => {
        waiting.push({ since: now(), still, go, fail });
        if (!isRunning) void run();
      }),
    hold: (ms) => {
      const isNew = heldUntil <= now();
      heldUntil = Math.max(heldUntil, now() + ms);
      return isNew;
    },
  };
};
