import { type Browser, type BrowserContext, chromium } from 'playwright-core';
import { anyFreePort } from '../../../infra/local/ports.mjs';
import { ensureBrowser } from '../../browser.mjs';
import type { HostServer } from './serve.ts';

/** Chromium as root in a closed network: nothing it would like to fetch for itself is worth waiting for. */
const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // In place of Playwright's own list, which also takes a framed page its storage away, as no browser does that
  // people use.
  `--disable-features=${['HttpsUpgrades', 'HttpsFirstBalancedModeAutoEnable', 'MediaRouter', 'OptimizationHints', 'NetworkTimeServiceQuerying', 'PreconnectToSearch', 'PaintHolding', 'DestroyProfileOnBrowserClose'].join(',')}`,
];

/** The browser's own window, for as long as it is needed. */
export type OwnWindow = { context: BrowserContext; leave(): Promise<void> };

export type HostBrowser = {
  browser: Browser;
  /**
   * The browser's own window, whose pages are hidden when another of them comes to the front. Pages of sessions
   * made for tests never are: Playwright has them believe that they are looked at. While it is open a second
   * debugger hears of every page, which other tests are better without.
   */
  window(): Promise<OwnWindow>;
  close(): Promise<void>;
};

/** A browser that takes the tests' own host for Teams. */
export const launchBeside = async (host: HostServer): Promise<HostBrowser> => {
  const port = await anyFreePort();
  const args = [...flags, ...host.flags, `--remote-debugging-port=${port}`];
  const browser = await chromium.launch({ executablePath: ensureBrowser(), args });
  return {
    browser,
    window: async () => {
      const second = await chromium.connectOverCDP(`http://127.0.0.1:${port}`, { noDefaults: true });
      const [context] = second.contexts();
      if (!context) throw new Error('The browser has no window of its own.');
      return { context, leave: () => second.close() };
    },
    close: () => browser.close(),
  };
};
