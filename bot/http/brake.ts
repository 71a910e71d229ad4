/**
 * Slows down whoever asks much too often: a bucket of tokens for each of them, filled at a steady rate. It lives in
 * the memory of this instance and forgets those it has not seen for long, so it is a brake and no authority.
 */
export type Brake = {
  /** Takes one token; 0 where there was one, else the seconds until there is. */
  take(who: string): number;
};

type Bucket = { tokens: number; at: number };

/**
 * @param perMinute how many each may take in a minute, also all at once
 * @param now milliseconds on a clock that is never set back
 * @param most how many are remembered; beyond it those seen longest ago are forgotten
 */
export const createBrake = (
  perMinute: number,
  now: () => number = () => performance.now(),
  most = 5_000,
): Brake => {
  const buckets = new Map<string, Bucket>();
  const perMs = perMinute / 60_000;
  const filled = (bucket: Bucket | undefined, at: number): number =>
    bucket === undefined ? perMinute : Math.min(perMinute, bucket.tokens + (at - bucket.at) * perMs);

  return {
    take: (who) => {
      const at = now();
      const tokens = filled(buckets.get(who), at);
      // Taken out and put back, so that the map's order is that of the last time each was seen.
      buckets.delete(who);
      buckets.set(who, { tokens: tokens >= 1 ? tokens - 1 : tokens, at });
      if (buckets.size > most) {
        for (const [oldest] of buckets) {
          buckets.delete(oldest);
          break;
        }
      }
      return tokens >= 1 ? 0 : Math.ceil((1 - tokens) / perMs / 1_000);
    },
  };
};
