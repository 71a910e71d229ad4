import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { axeFaults } from './gallery/axe.ts';
import { backwards, stopsOf, tabThrough } from './gallery/keyboard.ts';
import { type Gallery, openGallery, sides } from './gallery/open.ts';
import { takeSheets } from './gallery/pictures.ts';

const patience = 60_000;
/** WCAG 2.2, 1.4.3, for text of any size. */
const leastContrast = 4.5;

let gallery: Gallery;

beforeAll(async () => {
  gallery = await openGallery();
}, patience);

afterAll(async () => {
  await gallery?.close();
});

/** Runs a judgement of the page's own; its answer is a line for each fault. */
const faults = (page: Page, judgement: string) => page.evaluate<string[]>(`gallery.${judgement}`);

describe.each(sides)('every card in the $theme theme, $width pixels wide', (side) => {
  let page: Page;

  beforeAll(async () => {
    page = await gallery.page(side, true);
  }, patience);

  afterAll(async () => {
    await page?.context().close();
  });

  test('is drawn', async () => {
    expect(await page.evaluate('gallery.rendered.length')).toBe(gallery.cards.length);
    expect(await page.evaluate('gallery.countTexts()')).toBeGreaterThan(1000);
  });

  test('stays within its width', async () => {
    expect(await faults(page, 'tooWide()')).toEqual([]);
  });

  test('cuts off no text and breaks no word in two', async () => {
    expect([...(await faults(page, 'cutOff()')), ...(await faults(page, 'brokenWords()'))]).toEqual([]);
  });

  test('has every field and button where a finger can press it', async () => {
    expect(await faults(page, 'outOfReach()')).toEqual([]);
  });

  test(`has text at ${leastContrast} to 1 or better`, async () => {
    expect(await faults(page, `faintTexts(${leastContrast})`)).toEqual([]);
  });

  test(
    'is pictured',
    async () => {
      const folded = await gallery.page(side);
      expect((await takeSheets(folded, side)).length).toBeGreaterThan(0);
      await folded.context().close();
    },
    patience,
  );
});

test.each([
  // The narrowest card for the rules of structure and size; the colours of the others once each.
  { theme: 'light', width: 320, only: null },
  { theme: 'dark', width: 440, only: 'visual' },
  { theme: 'contrast', width: 440, only: 'visual' },
] as const)(
  'axe finds no breach of WCAG 2.2 AA in any card, $theme and $width pixels wide',
  async ({ theme, width, only }) => {
    const page = await gallery.page({ theme, width }, true);
    expect(await axeFaults(page, only)).toEqual([]);
    await page.context().close();
  },
  // All rules on every card take most of a minute on a small machine.
  3 * patience,
);

describe.each([
  { what: 'as it is drawn', unfolded: false },
  { what: 'with all it can show', unfolded: true },
])('every card by keyboard alone, $what', ({ unfolded }) => {
  test(
    'is reached in reading order, visibly, and pressed with Enter',
    async () => {
      const page = await gallery.page({ theme: 'light', width: 440 }, unfolded);
      const wrong: string[] = [];
      for (const [index, [name, card]] of gallery.cards.entries()) {
        const stops = await tabThrough(page, index, async (stop) => {
          if (!stop.isRinged) wrong.push(`${name}: nobody sees that "${stop.name}" has the focus`);
          // Where all is shown, a fold would hide again what comes next.
          if (stop.isField || (unfolded && stop.isFold)) return;
          await page.keyboard.press('Enter');
          const pressed = await page.evaluate('gallery.pressed.at(-1)?.title');
          if (pressed !== stop.name) wrong.push(`${name}: Enter does not press "${stop.name}"`);
          // Folded again, so that what it unfolds behind it is left to the other walk.
          if (stop.isFold) await page.keyboard.press('Enter');
        });
        wrong.push(...backwards(stops).map((step) => `${name}: ${step} goes back`));
        expect({ name, stops: stops.map((stop) => stop.name) }).toEqual({
          name,
          stops: stopsOf(card, unfolded),
        });
      }
      expect(wrong).toEqual([]);
      await page.context().close();
    },
    patience,
  );
});

test(
  'a box of the window marks its own domain when it is pressed with Enter',
  async () => {
    const page = await gallery.page({ theme: 'light', width: 320 });
    const index = gallery.cards.findIndex(([name]) => name === 'family: place');
    await tabThrough(page, index, async ({ isField }) => {
      if (!isField) await page.keyboard.press('Enter');
    });
    const domains = await page.evaluate('gallery.pressed.flatMap(({ data }) => data.domain ?? [])');
    // As they stand on the card: high challenge above, high support to the right.
    expect(domains).toEqual(['to', 'with', 'not', 'for']);
    await page.context().close();
  },
  patience,
);
