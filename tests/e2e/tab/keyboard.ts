import { describe, expect, test } from '@jest/globals';
import { enGB as words } from '../../../tab/words/en-GB.ts';
import type { TeamsClient } from '../../helpers/host/client.ts';
import type { TabStage } from '../../helpers/host/stage.ts';
import { eventually } from '../../helpers/http.ts';
import { seated } from './teams.ts';

/** More presses of Tab than any way needs: a trap is a fault, not a test that never ends. */
const most = 60;

/** What the focus is on, as a screen reader would name it, and whether one sees that it is there. */
const focusedIn = `(() => {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const labels = [...(element.labels ?? [])].map((label) => label.textContent).join(' ');
  const by = (element.getAttribute('aria-labelledby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent ?? '').join(' ').trim();
  return (element.getAttribute('aria-label') || by || labels || element.textContent || '').replace('*', '').trim();
})()`;

/** Presses Tab until the focus is on what is called so. */
const tabTo = async ({ page, frame }: TeamsClient, name: string, key = 'Tab'): Promise<void> => {
  const tab = await frame();
  const met: (string | null)[] = [];
  for (let count = 0; count < most; count += 1) {
    await page.keyboard.press(key);
    const at = await tab.evaluate<string | null>(focusedIn);
    if (at === name) return;
    met.push(at);
  }
  throw new Error(`"${name}" was not reached by ${key}. On the way: ${met.join(' | ')}`);
};

export const keyboard = (stage: () => TabStage): void =>
  describe('a keyboard alone', () => {
    test('sets the plan up, fills it, edits, finishes, deletes and brings back, and never loses the focus', async () => {
      const { world, team: make, url, api } = stage();
      const sam = world.person('Sam Okafor');
      const team = await make('North Locality', [sam]);
      const newest = async () => (await api(sam, team).read()).actions[0];
      await seated(stage(), sam, team, async ({ client, dialog, closed, rows, row, notice }) => {
        const { page } = client;
        const { keyboard: keys } = page;
        const on = async (name: string) =>
          eventually(
            `the focus on ${name}`,
            async () => (await (await client.frame()).evaluate(focusedIn)) === name,
          );

        await client.open({ page: 'settings', url: url('config') });
        await client.tab.getByRole('textbox', { name: words.config.name }).waitFor();
        await tabTo(client, words.people.me);
        await keys.press('Enter');
        await eventually('Save', () => client.mayHostSave());
        expect((await client.save()).ok).toBe(true);

        await client.open({ page: 'content', url: url() });
        await client.tab.getByText(words.empty.title).waitFor();
        await tabTo(client, words.plan.add);
        await keys.press('Enter');
        await dialog.waitFor();
        await on(words.columns.area.name);
        await keys.type('Letters to families');
        await tabTo(client, words.columns.activities.name);
        await keys.type('Write one anew.');
        await tabTo(client, words.form.addIt);
        await keys.press('Enter');
        await closed();
        await rows.first().waitFor();

        await tabTo(client, words.row.editOf('Letters to families'));
        await keys.press('Enter');
        await dialog.waitFor();
        await tabTo(client, words.columns.outcome.name);
        await keys.type('Families say so.');
        await tabTo(client, words.form.save);
        await keys.press('Enter');
        await closed();
        await on(words.row.editOf('Letters to families'));
        expect(await newest()).toMatchObject({ activities: 'Write one anew.', outcome: 'Families say so.' });

        await tabTo(client, words.row.statusOf('Letters to families'), 'Shift+Tab');
        await keys.press('ArrowDown');
        await eventually('in progress', async () => (await newest())?.status === 'doing');
        await on(words.row.statusOf('Letters to families'));
        await keys.press('ArrowDown');
        await dialog.waitFor();
        await tabTo(client, words.form.fields.outcomeSeen);
        await keys.type('Five did.');
        await tabTo(client, words.form.markDone);
        await keys.press('Enter');
        await closed();
        expect(await newest()).toMatchObject({ status: 'done', outcomeSeen: 'Five did.' });

        await tabTo(client, words.row.moreOf('Letters to families'));
        await keys.press('Enter');
        await tabTo(client, words.row.remove);
        await keys.press('Enter');
        await notice.getByText(words.changes.removed).waitFor();
        await on(words.changes.undo);
        await keys.press('Enter');
        await row('Letters to families').waitFor();
      });
    });
  });
