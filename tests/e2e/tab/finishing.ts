import { describe, expect, test } from '@jest/globals';
import { enGB as words } from '../../../tab/words/en-GB.ts';
import type { TabStage } from '../../helpers/host/stage.ts';
import { eventually } from '../../helpers/http.ts';
import { picture } from './pictures.ts';
import { ordinary, pairWith, seated } from './teams.ts';

const { form } = words;
const letters = 'Letters to families';

export const finishing = (stage: () => TabStage): void =>
  describe('a person who moves an action on', () => {
    test('changes a status in place, and undoes it', async () => {
      const { team, sam } = await pairWith(stage(), ordinary);
      const now = async () =>
        (await stage().api(sam, team).read()).actions.find(({ area }) => area === letters)?.status;
      await seated(stage(), sam, team, async ({ open, status, notice, button }) => {
        await open();
        await status(letters).selectOption('doing');
        await notice.getByText(words.changes.statusNow(words.status.doing)).waitFor();
        expect(await now()).toBe('doing');
        await button(words.changes.undo).click();
        await eventually('the status before', async () => (await now()) === 'todo');
      });
    });

    test('marks an action as done and says how it went', async () => {
      const { team, sam } = await pairWith(stage(), ordinary);
      await seated(
        stage(),
        sam,
        team,
        async ({ client, open, status, dialog, fill, press, closed, cell }) => {
          await open();
          await status(letters).selectOption('done');
          await dialog.getByText('Families say that they knew what to expect.').waitFor();
          await dialog.getByRole('radio', { name: words.outcomesMet.partly }).check();
          await fill({ outcomeSeen: 'Five of six said so.' });
          await picture(client, 'done');
          await press(form.markDone);
          await closed();
          expect(await cell(letters, 'outcome')).toContain(words.outcomesMet.partly);
          expect(await cell(letters, 'outcome')).toContain('Five of six said so.');
          expect(await cell(letters, 'due')).toBe('3 November 2025');
        },
      );
    });

    test('deletes an action and has it back', async () => {
      const { team, sam } = await pairWith(stage(), ordinary);
      await seated(stage(), sam, team, async ({ client, open, more, row, notice }) => {
        await open();
        await more(letters, words.row.remove);
        await row(letters).waitFor({ state: 'detached' });
        await notice.getByText(words.changes.removed).waitFor();
        await eventually(
          'the deletion',
          async () => (await stage().api(sam, team).read()).actions.length === 3,
        );
        // The focus was in the row that has gone: it is on the way back now.
        await client.page.keyboard.press('Enter');
        await row(letters).waitFor();
        expect((await stage().api(sam, team).read()).actions).toHaveLength(4);
      });
    });
  });
