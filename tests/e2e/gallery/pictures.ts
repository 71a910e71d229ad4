import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { type Side, screens } from './open.ts';

/** Pixels: what a person can still look at in one picture. */
const highest = 3900;

/** Keeps the page's cards as contact sheets, dist/screens/cards-<theme>-<width>-<number>.png; returns the paths. */
export const takeSheets = async (page: Page, { theme, width }: Side): Promise<string[]> => {
  const prefix = `cards-${theme}-${width}-`;
  const old = (await readdir(screens)).filter((name) => name.startsWith(prefix));
  await Promise.all(old.map((name) => rm(join(screens, name))));
  const columns = Math.floor(1900 / (width + 16));
  await page.evaluate(`gallery.arrange(${columns}, ${highest - 16})`);
  const paths: string[] = [];
  for (const sheet of await page.locator('.sheet').all()) {
    const box = await sheet.boundingBox();
    if (!box) throw new Error('A sheet is not shown');
    // A card that is higher than a picture may be goes on in the next one.
    for (let top = 0; top < box.height; top += highest) {
      const path = join(screens, `${prefix}${paths.length + 1}.png`);
      const clip = { ...box, y: box.y + top, height: Math.min(highest, box.height - top) };
      await page.screenshot({ path, fullPage: true, clip, animations: 'disabled' });
      paths.push(path);
    }
  }
  return paths;
};
