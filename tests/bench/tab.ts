import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { startTabStage, type TabStage } from '../helpers/host/stage.ts';
import { buildBareTab, serveBareTab } from './bare-tab/serve.ts';
import { type Line, line, median } from './lines.ts';
import { measureKeystrokes } from './tab-filter.ts';
import { openOnce } from './tab-first-row.ts';
import { type Planned, planOf } from './tab-plan.ts';

const opensMeasured = 11;
const warmUps = 2;
const assets = join(import.meta.dirname, '../../dist/tab/assets');

/** The tab as a person meets it in Teams, against the least that a tab with a list can be. */
export const measureTab = async (connectionString: string): Promise<Line[]> => {
  await buildBareTab();
  const stage = await startTabStage({ connectionString });
  try {
    const first = await measureFirstRow(stage, await planOf(stage, 200));
    const keystroke = await measureKeystrokes(stage, await planOf(stage, 1_000));
    return [...first, line('tab.filter_1000', keystroke, 'ms')];
  } finally {
    await stage.stop();
  }
};

/** Both in turn, each time in a browser that has seen neither; which of them goes first changes too. */
const measureFirstRow = async (stage: TabStage, planned: Planned): Promise<Line[]> => {
  const plan = await stage.api(planned.viewer, planned.team).read();
  const bare = await serveBareTab(plan);
  try {
    const urls = { product: `${stage.world.url}/tab/`, bare: `${bare.url}/` };
    const times = { product: [] as number[], bare: [] as number[] };
    let scripts: string[] = [];
    for (let round = -warmUps; round < opensMeasured; round += 1) {
      const order = round % 2 === 0 ? (['product', 'bare'] as const) : (['bare', 'product'] as const);
      for (const which of order) {
        const opened = await openOnce(stage, planned, urls[which]);
        if (round >= 0) times[which].push(opened.tookMs);
        if (which === 'product') scripts = opened.scripts;
      }
    }
    return [
      line('tab.js_gzip', await zippedSize(scripts), 'bytes'),
      line('tab.first_row', median(times.product), 'ms', median(times.bare)),
    ];
  } finally {
    await bare.stop();
  }
};

/** Bytes of these scripts of the tab, each compressed by gzip as it is set on most servers. */
const zippedSize = async (urls: readonly string[]): Promise<number> => {
  const names = [...new Set(urls.map((url) => basename(new URL(url).pathname)))];
  const sizes = await Promise.all(
    names.map(async (name) => gzipSync(await readFile(join(assets, name))).byteLength),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
};
