import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { enGB } from '../../../tab/words/en-GB.ts';
import { type Harness, picture } from '../../tab/harness/open.ts';
import { stageOf } from '../../tab/harness/stage.ts';

const { form, people, removed, settings } = enGB;

/** How the dialogs look, and whether everybody can use them. */
export const looks = (harness: () => Harness): void => {
  const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

  /** Everything that a dialog can show, each as far as it goes. */
  const sights: [name: string, show: string, prepare: (page: Page) => Promise<unknown>][] = [
    ['add', 'add', async () => {}],
    [
      'faulty',
      'add',
      async (page) => {
        await page.getByRole('textbox', { name: enGB.columns.activities.name }).fill('x'.repeat(2001));
        await press(page, form.addIt);
      },
    ],
    [
      'people',
      'edit',
      async (page) => {
        await press(page, people.choose);
        await page.getByText(people.found(50, 70)).first().waitFor();
      },
    ],
    [
      'offline',
      'edit',
      async (page) => {
        await stageOf(page).trips({ kind: 'offline' });
        await page.getByLabel(enGB.columns.status.name).selectOption('done');
        await press(page, form.save);
        await page.getByText(form.trouble.offline).waitFor();
      },
    ],
    [
      'ask',
      'edit',
      async (page) => {
        await page.getByLabel(enGB.columns.status.name).selectOption('done');
        await press(page, form.cancel);
      },
    ],
    ['done', 'done', async () => {}],
    ['conflict', 'conflict', async (page) => page.getByLabel(enGB.conflict.anew).check()],
    ['history', 'history', async (page) => page.getByText(enGB.history.added).waitFor()],
    [
      'settings',
      'settings',
      async (page) => {
        await page.getByText('A shared way of ending meetings').waitFor();
        await press(page, removed.empty.start);
      },
    ],
    ['settings-read', 'settings&member', async (page) => page.getByText(settings.readOnly).waitFor()],
    ['config', 'config&unmanaged', async (page) => press(page, people.choose)],
    ['config-there', 'config', async (page) => page.getByText(enGB.config.existsWhy).waitFor()],
    ['config-outside', 'config&private&outside', async (page) => page.getByRole('alert').waitFor()],
    ['remove', 'remove', async () => {}],
  ];
  /** What theme and width can change; all else is the same elements again. */
  const visual = ['color-contrast', 'target-size'];
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

  /** What axe finds, one line an element; the dummies that Fluent keeps the focus in with are hidden on purpose. */
  const axeFaults = async (page: Page, isWhole: boolean): Promise<string[]> => {
    const builder = new AxeBuilder({ page })
      .options({ resultTypes: ['violations'] })
      .exclude('[data-tabster-dummy]');
    const { violations } = await (isWhole ? builder.withTags(tags) : builder.withRules(visual)).analyze();
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
  };
  const tooWide = `[...document.querySelectorAll('body *')]
    .filter((one) => one.getBoundingClientRect().right > innerWidth + 1 && !one.closest('[class*=heard]'))
    .map((one) => one.outerHTML.slice(0, 120))`;

  /** Between them they hold each kind of element once: enough for what only theme and width can change. */
  const kinds = ['faulty', 'people', 'ask', 'conflict', 'history', 'settings', 'config-there'];
  const views = [
    { theme: 'default', width: 1024, height: 800 },
    { theme: 'dark', width: 768, height: 900 },
    { theme: 'contrast', width: 320, height: 640 },
  ] as const;
  const narrow = views[2];

  test.each(sights)(
    '%s has nothing that axe objects to, and nothing beyond the edge, in any theme and width',
    async (name, show, prepare) => {
      const page = await harness().open(show);
      await prepare(page);
      for (const view of kinds.includes(name) ? views : [narrow]) {
        const { theme, ...size } = view;
        await page.setViewportSize(size);
        await stageOf(page).run(`setTheme('${theme}')`);
        await page.locator(`#root [data-theme=${theme}]`).first().waitFor();
        await picture(page, `${name}-${theme}-${size.width}`);
        expect(await axeFaults(page, view === narrow)).toEqual([]);
        expect(await page.evaluate(tooWide)).toEqual([]);
      }
      await page.close();
    },
  );

  test('by keyboard alone an action is added, with a person, and its dialog is never left on the way', async () => {
    const page = await harness().open('add');
    const tab = async (until: string) => {
      for (let step = 0; step < 30; step++) {
        await page.keyboard.press('Tab');
        const at = await page.evaluate<{ inside: boolean; name: string }>(`(() => {
          const now = document.activeElement;
          const label = now.getAttribute('aria-label') ?? now.labels?.[0]?.textContent ?? now.textContent;
          return { inside: now.closest('[role=dialog]') !== null, name: label };
        })()`);
        expect(at.inside).toBe(true);
        if (at.name === until) return;
      }
      throw new Error(`The Tab key does not reach "${until}".`);
    };
    await page.keyboard.type('By keyboard');
    await tab(people.choose);
    await page.keyboard.press('Enter');
    await page.getByRole('searchbox').waitFor();
    await page.waitForFunction("document.activeElement?.type === 'search'");
    await page.keyboard.type('jo');
    await tab('Jo Marsh');
    await page.keyboard.press('Space');
    await tab(form.addIt);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect((await stageOf(page).sent('add'))[0]?.sent).toEqual({
      area: 'By keyboard',
      who: [{ id: expect.stringMatching(/0002$/) }],
    });
    await page.close();
  });
};
