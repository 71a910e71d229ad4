import { describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { loadConfig } from '../../../bot/config.ts';
import { createLog } from '../../../bot/log.ts';
import { startServer } from '../../../bot/server.ts';
import { enGB as words } from '../../../tab/words/en-GB.ts';
import type { TabStage } from '../../helpers/host/stage.ts';
import { ordinary, pairWith } from './teams.ts';

/** Does something with a page of its own, without Teams around it. */
const alone = async (stage: TabStage, work: (page: Page) => Promise<void>): Promise<void> => {
  const context = await stage.browser.browser.newContext({ viewport: { width: 1280, height: 860 } });
  try {
    await work(await context.newPage());
  } finally {
    await context.close();
  }
};

export const elsewhere = (stage: () => TabStage): void =>
  describe('outside of Teams', () => {
    test('the page says where to find the plan, and soon', async () => {
      await alone(stage(), async (page) => {
        await page.goto(stage().url());
        await page.getByRole('heading', { name: words.outsideTeams.title }).waitFor({ timeout: 5_000 });
      });
    });

    test('local mode shows the plan through the eyes of a chosen person', async () => {
      const { team, sam, jo } = await pairWith(stage(), ordinary);
      const local = await startServer(
        loadConfig({
          LOCAL_MODE: '1',
          PORT: '0',
          TABLES_CONNECTION_STRING: stage().connectionString,
          LOCAL_TEAM: `${team.id}=${team.name}`,
          LOCAL_PEOPLE: [sam, jo].map(({ id, name }) => `${name}=${id}`).join(','),
        }),
        { log: createLog(() => {}) },
      );
      try {
        await local.ready;
        await alone(stage(), async (page) => {
          await page.goto(`http://127.0.0.1:${local.port}/tab/`);
          await page.getByRole('heading', { name: words.local.title }).waitFor();
          await page.getByRole('link', { name: sam.name }).click();
          await page.locator('tr[id^="action-"]').first().waitFor();
          expect(await page.locator('tr[id^="action-"]').count()).toBe(ordinary.length);
          const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: false });
          expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
        });
      } finally {
        await local.stop();
      }
    });
  });
