/** One result. `ratio` is the value over its baseline, both null where there is nothing to hold it against. */
export type Line = {
  name: string;
  value: number;
  unit: 'ms' | 'calls' | 'bytes';
  baseline: number | null;
  ratio: number | null;
};

/** The most that a measure may be: times its baseline, or as it is. */
const bars: Readonly<Record<string, { ratio: number } | { value: number }>> = {
  turn: { ratio: 1.25 },
  'turn.storage_calls': { value: 2 },
  'turn.together': { ratio: 1.4 },
  start: { ratio: 1.6 },
  'start.uncached': { ratio: 1.6 },
  'turn.memory': { ratio: 1.1 },
};

export const line = (
  name: string,
  value: number,
  unit: Line['unit'],
  baseline: number | null = null,
): Line => ({
  name,
  value: rounded(value),
  unit,
  baseline: baseline === null ? null : rounded(baseline),
  ratio: baseline === null ? null : rounded(value / baseline),
});

/** A sentence for each bar that was missed; where all were to be measured, also for each that was not. */
export const missed = (lines: readonly Line[], all: boolean): string[] =>
  Object.entries(bars).flatMap(([name, bar]) => {
    const found = lines.find((each) => each.name === name);
    if (found === undefined) return all ? [`${name} was not measured`] : [];
    const [is, atMost] = 'ratio' in bar ? [found.ratio ?? Number.NaN, bar.ratio] : [found.value, bar.value];
    return is <= atMost ? [] : [`${name} is ${is}, and may be at most ${atMost}`];
  });

/** The middle of the values, so that one hiccup of the machine decides nothing. */
export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
};

const rounded = (value: number): number => Math.round(value * 1_000) / 1_000;
