/** One result. `ratio` is the value over its baseline, both null where there is nothing to hold it against. */
export type Line = {
  name: string;
  value: number;
  unit: 'ms' | 'calls' | 'bytes' | 'rows' | 'messages' | 'share';
  baseline: number | null;
  ratio: number | null;
};

/** The most that a measure may be: times its baseline, or as it is; or the least. */
const bars: Readonly<Record<string, { ratio: number } | { value: number } | { least: number }>> = {
  turn: { ratio: 1.25 },
  'turn.storage_calls': { value: 2 },
  'turn.together': { ratio: 1.4 },
  start: { ratio: 1.6 },
  'start.uncached': { ratio: 1.6 },
  'turn.memory': { ratio: 1.1 },
  'api.read': { ratio: 1.25 },
  'api.not_modified': { ratio: 0.5 },
  'sweep.scale': { ratio: 1.1 },
  'sweep.scale.storage_calls': { ratio: 1.1 },
  'sweep.send': { least: 0.95 },
  'sweep.send.above': { value: 0 },
  'sweep.send.lost': { value: 0 },
  'sweep.send.doubled': { value: 0 },
  'sweep.crash.lost': { value: 0 },
  'sweep.crash.unexplained': { value: 0 },
  'sweep.memory': { ratio: 1.2 },
  'tab.js_gzip': { value: 150 * 1024 },
  'tab.first_row': { ratio: 1.3 },
  'tab.filter_1000': { value: 50 },
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
    if ('least' in bar) {
      return found.value >= bar.least ? [] : [`${name} is ${found.value}, and must be at least ${bar.least}`];
    }
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
