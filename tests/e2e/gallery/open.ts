import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { ensureBrowser } from '../../browser.mjs';
import { allCards } from '../../reflection/all-cards.ts';
import { galleryDocument } from './document.ts';
import { themes } from './themes.ts';

/** Build output that people look at. */
export const screens = join(import.meta.dirname, '../../../dist/screens');

/** A card in a chat, and on a phone, in pixels. */
export const widths = [440, 320] as const;

export const sides = themes.flatMap(({ name }) => widths.map((width) => ({ theme: name, width })));
export type Side = (typeof sides)[number];

export type Gallery = {
  /** In the order in which the page draws them. */
  cards: [string, object][];
  /** A page with every card in one theme and width, what they hide shown too if unfolded; the caller closes it. */
  page(side: Side, unfolded?: boolean): Promise<Page>;
  close(): Promise<void>;
};

/** Writes dist/screens/cards.html and starts a browser to look at it with. */
export const openGallery = async (): Promise<Gallery> => {
  const file = join(screens, 'cards.html');
  const cards = allCards();
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, galleryDocument(cards, widths));
  const browser = await launch();
  return {
    cards: Object.entries(cards),
    page: ({ theme, width }, unfolded = false) =>
      openPage(browser, `${pathToFileURL(file)}?theme=${theme}&width=${width}${unfolded ? '&unfolded' : ''}`),
    close: () => browser.close(),
  };
};

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

const openPage = async (browser: Browser, url: string): Promise<Page> => {
  const context = await browser.newContext({ viewport: { width: 1960, height: 1000 }, locale: 'en-GB' });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  await page.goto(url);
  if (faults.length > 0) throw new Error(`The gallery does not run: ${faults.join('; ')}`);
  return page;
};
