import { startAzurite } from '../helpers/azurite.ts';
import { measureApi } from './api.ts';
import { type Line, missed } from './lines.ts';
import { measureMemory } from './memory.ts';
import { measureStarts } from './starts.ts';
import { countStorageCalls } from './storage-calls.ts';
import { measureSweepCrash } from './sweep-crash.ts';
import { measureSweepMemory } from './sweep-memory.ts';
import { measureSweepScale } from './sweep-scale.ts';
import { measureSweepSend } from './sweep-send.ts';
import { measureTab } from './tab.ts';
import { measureTogether } from './together.ts';
import { countTogetherCalls } from './together-calls.ts';
import { measureTurns } from './turns.ts';

/** All benchmarks, one after another, on one Azurite that keeps everything in memory. */
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(1));

const azurite = await startAzurite();
const lines: Line[] = [];
const chosen = process.argv.slice(2);
const benchmarks: Record<string, () => Promise<Line[]>> = {
  turn: () => measureTurns(azurite.connectionString),
  together: async () => [
    ...(await measureTogether(azurite.connectionString)),
    ...(await countTogetherCalls(azurite.port)),
  ],
  storage: () => countStorageCalls(azurite.port),
  api: () => measureApi(azurite.connectionString),
  tab: () => measureTab(azurite.connectionString),
  start: () => measureStarts(azurite.connectionString),
  memory: () => measureMemory(azurite.connectionString),
  // On a storage of their own each, which goes to rows by their keys.
  'sweep.scale': measureSweepScale,
  'sweep.send': measureSweepSend,
  'sweep.crash': measureSweepCrash,
  'sweep.memory': measureSweepMemory,
};
try {
  for (const [name, measure] of Object.entries(benchmarks)) {
    if (chosen.length > 0 && !chosen.includes(name)) continue;
    for (const result of await measure()) {
      lines.push(result);
      console.log(JSON.stringify(result));
    }
  }
} finally {
  await azurite.stop();
}
for (const sentence of missed(lines, chosen.length === 0)) {
  console.error(sentence);
  process.exitCode = 1;
}
