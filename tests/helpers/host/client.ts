import type { Browser, BrowserContext, Frame, FrameLocator, Page } from 'playwright-core';
import { eventually } from '../http.ts';
import type { OwnWindow } from './browser.ts';
import { configOf, type Opening, type Theme } from './opening.ts';
import { hostUrl } from './serve.ts';

/** What the tab said to its host. */
export type Heard = { func: string; args: unknown[] };

/** What the client is given when the tab asks for a token: one, or why not. */
export type Issued = { token: string } | { refused: string };

/** What the tab told the host to keep of it, from the configuration page. */
export type Settings = {
  entityId: string;
  contentUrl: string;
  websiteUrl?: string;
  suggestedDisplayName?: string;
};

/** One person's Teams, in a browser session of its own, with the tab open. */
export type TeamsClient = {
  context: BrowserContext;
  page: Page;
  /** The tab within its frame; goes on meaning it when the frame is opened again. */
  tab: FrameLocator;
  frame(): Promise<Frame>;
  opening: Opening;
  /** Opens the tab, again or as something else; waits for nothing in it. */
  open(changes?: Partial<Opening>): Promise<void>;
  /** Goes elsewhere in Teams, which unloads the tab. */
  leave(): Promise<void>;
  theme(theme: Theme): Promise<void>;
  /** What the tab has said since it was opened, under this name. */
  heard(func: string): Promise<Heard[]>;
  /** Resolves when it has said so, within the given time. */
  hears(func: string, withinMs?: number): Promise<Heard>;
  /** What the picker of people answers next, in turn; an empty queue is a person who cancels. */
  picks(...people: { objectId: string; displayName: string }[][]): Promise<void>;
  /** The host's own *Save* (or *Remove*). */
  save(): Promise<{ ok: boolean; words: string }>;
  mayHostSave(): Promise<boolean>;
  settings(): Promise<Settings | null>;
  /** How often the tab asked for a token. */
  tokensAsked(): number;
  /** What went wrong in the page: errors that nobody caught, and what the console was told of. */
  faults: string[];
  /** Another page comes to the front, and goes again; only in the browser's own window does this hide the tab. */
  hide(): Promise<void>;
  show(): Promise<void>;
  close(): Promise<void>;
};

export type ClientOptions = {
  width?: number;
  height?: number;
  issue: () => Promise<Issued>;
  /** The browser's own window in place of a session for this person alone. */
  window?: OwnWindow;
};

/** How long anything that a person waits for may take, in milliseconds. */
const patience = 10_000;

/** Opens one person's Teams. The tab is not opened yet. */
export const openClient = async (
  browser: Browser,
  first: Opening,
  { width = 1280, height = 860, issue, window }: ClientOptions,
): Promise<TeamsClient> => {
  const viewport = { width, height };
  const context =
    window?.context ?? (await browser.newContext({ viewport, locale: 'en-GB', timezoneId: 'Europe/London' }));
  context.setDefaultTimeout(patience);
  const page = await context.newPage();
  let asked = 0;
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  await page.exposeFunction('issueToken', () => {
    asked += 1;
    return issue();
  });
  await page.goto(hostUrl);
  let other: Page | null = null;

  const client: TeamsClient = {
    context,
    page,
    tab: page.frameLocator('iframe[name=tab]'),
    frame: async () => {
      const element = await page.waitForSelector('iframe[name=tab]', { state: 'attached' });
      const frame = await element.contentFrame();
      if (!frame) throw new Error('The tab is not open.');
      return frame;
    },
    opening: first,
    open: async (changes = {}) => {
      client.opening = { ...client.opening, ...changes };
      await page.evaluate(`teams.open(${JSON.stringify(configOf(client.opening))})`);
    },
    leave: () => page.evaluate('teams.leave()'),
    theme: (theme) => page.evaluate(`teams.theme(${JSON.stringify(theme)})`),
    heard: (func) =>
      page.evaluate<Heard[]>(`teams.heard.filter((each) => each.func === ${JSON.stringify(func)})`),
    hears: (func, withinMs = patience) =>
      eventually(`${func} from the tab`, async () => (await client.heard(func)).at(-1), withinMs),
    picks: (...people) => page.evaluate(`void teams.picks.push(...${JSON.stringify(people)})`),
    save: async () => {
      await page.evaluate('teams.saved = null');
      await page.locator('#save').click();
      return eventually('the end of saving', () =>
        page.evaluate<{ ok: boolean; words: string } | null>('teams.saved'),
      );
    },
    mayHostSave: () => page.locator('#save').isEnabled(),
    settings: () => page.evaluate<Settings | null>('teams.settings'),
    tokensAsked: () => asked,
    faults,
    hide: async () => {
      other = await context.newPage();
      await other.bringToFront();
    },
    show: async () => {
      await other?.close();
      other = null;
      await page.bringToFront();
    },
    close: async () => {
      if (window === undefined) return context.close();
      await page.close();
      await window.leave();
    },
  };
  return client;
};
