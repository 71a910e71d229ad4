import { setTimeout as pause } from 'node:timers/promises';
import type { TabStage } from '../helpers/host/stage.ts';
import { eventually } from '../helpers/http.ts';
import type { Planned } from './tab-plan.ts';

/** How both pages mark the element of an action. */
export const row = '[id^="action-"]';

/** Notes in every frame when its first row was painted, in milliseconds of the machine's own clock. */
const watch = `{
  const look = () => {
    if (!document.querySelector('${row}')) return false;
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => {
        globalThis.firstRowAt = performance.timeOrigin + performance.now();
      };
      channel.port2.postMessage(null);
    });
    return true;
  };
  const observer = new MutationObserver(() => {
    if (look()) observer.disconnect();
  });
  observer.observe(document, { childList: true, subtree: true });
}`;

export type Opened = {
  /** From the moment at which Teams opens the frame to the first row, in milliseconds. */
  tookMs: number;
  /** Addresses of the scripts that had come by then. */
  scripts: string[];
};

/** Opens the page in a browser that has never seen it, inside Teams. */
export const openOnce = async (stage: TabStage, { team, viewer }: Planned, url: string): Promise<Opened> => {
  const client = await stage.client(viewer, team, { opening: { url } });
  try {
    await client.context.addInitScript(watch);
    await client.open();
    const frame = await client.frame();
    const at = await eventually(
      'the first row',
      async () => {
        // Asked seldom, so that the asking is hardly a part of what is measured.
        await pause(100);
        return frame.evaluate<number | undefined>('globalThis.firstRowAt').catch(() => undefined);
      },
      20_000,
    );
    const openedAt = await client.page.evaluate<number>('teams.openedAt');
    const scripts = await frame.evaluate<string[]>(
      `performance.getEntriesByType('resource')
        .filter(({ name, responseEnd }) => /\\.js$/.test(name) && performance.timeOrigin + responseEnd <= ${at})
        .map(({ name }) => name)`,
    );
    return { tookMs: at - openedAt, scripts };
  } finally {
    await client.close();
  }
};
