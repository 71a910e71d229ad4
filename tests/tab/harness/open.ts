import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { ensureBrowser } from '../../browser.mjs';
import { serve } from '../../helpers/http.ts';

const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };
const screens = join(import.meta.dirname, '../../../dist/screens/dialogs');

export type View = {
  theme?: 'default' | 'dark' | 'contrast';
  width?: number;
  height?: number;
  touch?: boolean;
};

export type Harness = {
  /** The page with that dialog opened. Each page has a storage of its own; the caller closes it. */
  open(show: string, view?: View): Promise<Page>;
  close(): Promise<void>;
};

/** Builds the page once and starts a browser to look at it with. */
export const openHarness = async (): Promise<Harness> => {
  const folder = await mkdtemp(join(tmpdir(), 'four-ways-dialogs-'));
  const built = spawnSync(process.execPath, [join(import.meta.dirname, 'build.mjs'), folder], {
    encoding: 'utf8',
  });
  if (built.status !== 0) throw new Error(`The page of dialogs does not build: ${built.stderr}`);
  await mkdir(screens, { recursive: true });
  const site = await serveFolder(folder);
  const browser = await launch();
  // Pages of one size share a context, and so the browser's cache of the code.
  const contexts = new Map<string, Promise<BrowserContext>>();
  const contextFor = (view: View): Promise<BrowserContext> => {
    const { width, height, touch } = view;
    const key = JSON.stringify({ width, height, touch });
    const context = contexts.get(key) ?? contextOf(browser, view);
    contexts.set(key, context);
    return context;
  };
  return {
    open: async (show, view = {}) => openPage(await contextFor(view), site.url, show, view),
    close: async () => {
      await browser.close();
      await site.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
};

const serveFolder = (folder: string) =>
  serve(async (req, res) => {
    const { pathname } = new URL(req.url ?? '/', 'http://x');
    const path = pathname === '/' ? '/index.html' : pathname;
    const body = await readFile(join(folder, path)).catch(() => null);
    if (body === null) return void res.writeHead(404).end();
    res.writeHead(200, {
      'content-type': types[extname(path)] ?? 'application/octet-stream',
      'cache-control': 'max-age=3600',
    });
    res.end(body);
  });

const launch = (): Promise<Browser> =>
  chromium.launch({
    executablePath: ensureBrowser(),
    // As root in a container, and with nothing to fetch.
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
    ],
  });

const contextOf = (browser: Browser, { width = 1024, height = 800, touch = false }: View) =>
  browser.newContext({
    viewport: { width, height },
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    reducedMotion: 'reduce',
    hasTouch: touch,
  });

const openPage = async (
  context: BrowserContext,
  site: string,
  show: string,
  { theme = 'default' }: View,
): Promise<Page> => {
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  await page.goto(`${site}/?theme=${theme}&show=${show}`);
  const opener = page.getByRole('button', { name: 'Open', exact: true });
  if (!/^(config|remove)/.test(show)) await opener.click();
  return page;
};

/** A picture for people to look at, under `dist/screens/dialogs`. */
export const picture = async (page: Page, name: string): Promise<void> => {
  await page.screenshot({ path: join(screens, `${name}.png`) });
};
