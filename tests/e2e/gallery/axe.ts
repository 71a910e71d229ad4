import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** WCAG 2.2 at level AA. Rules about a page as a whole (landmarks, a main heading) are not among these. */
const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What theme and width can change; all else is the same elements again. */
const visual = ['color-contrast', 'target-size'];

/**
 * What axe finds in the cards, one line an element, with the card's name.
 * @param only whether to judge just what theme and width can change
 */
export const axeFaults = async (page: Page, only: 'visual' | null = null): Promise<string[]> => {
  // Describing every element that passes takes most of the time.
  const builder = new AxeBuilder({ page }).include('.card').options({ resultTypes: ['violations'] });
  const { violations } = await (only ? builder.withRules(visual) : builder.withTags(wcag)).analyze();
  const found = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, html }) => ({ selector: String(target.at(-1)), rule: `${id} (${help})`, html })),
  );
  return Promise.all(
    found.map(async ({ selector, rule, html }) => {
      const card = await page.evaluate(
        `document.querySelector(${JSON.stringify(selector)})?.closest('.card')?.dataset.name`,
      );
      return `${String(card)}: ${rule}: ${html.slice(0, 160)}`;
    }),
  );
};
