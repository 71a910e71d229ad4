import type { CDPSession } from 'playwright-core';
import type { TabStage } from '../helpers/host/stage.ts';
import { eventually } from '../helpers/http.ts';
import { median } from './lines.ts';
import { row } from './tab-first-row.ts';
import type { Planned } from './tab-plan.ts';

/** A word that fewer and fewer of the actions hold, letter by letter. */
const typed = 'blame (1';
const roundsMeasured = 7;
const warmUps = 2;

/**
 * What the main thread does for one keystroke in the filter, in milliseconds: of each letter the median of some
 * rounds, and of these the heaviest, the emptying of the field included.
 */
export const measureKeystrokes = async (stage: TabStage, { team, viewer }: Planned): Promise<number> => {
  const client = await stage.client(viewer, team);
  try {
    await client.open();
    await client.tab.locator(row).first().waitFor({ timeout: 20_000 });
    const field = client.tab.getByRole('searchbox').first();
    await field.focus();
    const cdp = await client.context.newCDPSession(await client.frame());
    // The thread's own time: what other programs of the machine took meanwhile is no work of this page.
    await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
    const costs = new Map<string, number[]>();
    for (let round = -warmUps; round < roundsMeasured; round += 1) {
      for (const [place, letter] of [...typed].entries()) {
        const cost = await costOf(cdp, () => client.page.keyboard.type(letter));
        if (round >= 0) costs.set(`${place}`, [...(costs.get(`${place}`) ?? []), cost]);
      }
      await client.page.keyboard.press('Control+A');
      const cost = await costOf(cdp, () => client.page.keyboard.press('Backspace'));
      if (round >= 0) costs.set('emptied', [...(costs.get('emptied') ?? []), cost]);
    }
    return Math.max(...[...costs.values()].map(median));
  } finally {
    await client.close();
  }
};

/** Milliseconds of tasks on the frame's main thread, from before the doing until nothing more is done. */
const costOf = async (cdp: CDPSession, work: () => Promise<void>): Promise<number> => {
  const before = await rest(cdp);
  await work();
  return (await rest(cdp)) - before;
};

/** The time spent in tasks, once it has hardly grown for a while. */
const rest = async (cdp: CDPSession): Promise<number> => {
  let last = Number.NEGATIVE_INFINITY;
  return eventually('rest on the main thread', async () => {
    await new Promise((resolve) => setTimeout(resolve, 60));
    const { metrics } = await cdp.send('Performance.getMetrics');
    const spent = (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1_000;
    const isQuiet = spent - last < 1;
    last = spent;
    return isQuiet ? spent : null;
  });
};
