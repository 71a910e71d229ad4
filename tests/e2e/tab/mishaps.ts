import { describe, expect, test } from '@jest/globals';
import { enGB as words } from '../../../tab/words/en-GB.ts';
import type { Issued } from '../../helpers/host/client.ts';
import type { TabStage } from '../../helpers/host/stage.ts';
import { picture } from './pictures.ts';
import { ordinary, pairWith, seated } from './teams.ts';

const { form } = words;
const letters = 'Letters to families';
const typed = 'Something that took a while to write.';

export const mishaps = (stage: () => TabStage): void =>
  describe('what was typed', () => {
    test('survives a lost connection, and is saved once when it is back', async () => {
      const { team, sam } = await pairWith(stage(), ordinary);
      await seated(
        stage(),
        sam,
        team,
        async ({ client, open, button, dialog, fill, press, closed, row, field }) => {
          await open();
          await button(words.plan.add).click();
          await fill({ area: 'Written on a train', activities: typed });
          await client.context.setOffline(true);
          await press(form.addIt);
          await dialog.getByText(form.trouble.offline).waitFor();
          await picture(client, 'offline');
          expect(await field('activities').inputValue()).toBe(typed);
          await press(form.again);
          await dialog.getByText(form.trouble.offline).waitFor();
          await client.context.setOffline(false);
          await press(form.again);
          await closed();
          await row('Written on a train').waitFor();
          const { actions } = await stage().api(sam, team).read();
          expect(actions.filter(({ area }) => area === 'Written on a train')).toHaveLength(1);
        },
      );
    });

    test('survives a token that runs out while it is typed: a fresh one is asked for, and it is saved', async () => {
      const { team, sam } = await pairWith(stage(), ordinary);
      // What ends within a minute is not kept by the tab: it asks its host for each call.
      const ending = await stage().token(sam, {}, 30);
      const ended = await stage().token(sam, {}, -120);
      const answers: Issued[] = [];
      const issue = async (): Promise<Issued> => answers.shift() ?? { token: ending };
      await seated(
        stage(),
        sam,
        team,
        async ({ client, open, edit, fill, press, closed, cell }) => {
          await open();
          await edit(letters);
          await fill({ activities: typed });
          const statuses: number[] = [];
          client.page.on('response', (response) => {
            if (response.request().method() === 'PATCH') statuses.push(response.status());
          });
          // What a client has kept it hands out once more before it gets a new one.
          answers.push({ token: ended });
          await press(form.save);
          await closed();
          expect(answers).toEqual([]);
          expect(await cell(letters, 'activities')).toBe(typed);
          expect(statuses.filter((status) => status === 200)).toHaveLength(1);
        },
        { issue },
      );
    });

    test('survives a sign-in that fails, and is saved when it works again', async () => {
      const { team, sam } = await pairWith(stage(), ordinary);
      let refuses = false;
      const issue = async (): Promise<Issued> =>
        // Too old to be kept, so that each call asks.
        refuses ? { refused: 'CancelledByUser' } : { token: await stage().token(sam, {}, 30) };
      await seated(
        stage(),
        sam,
        team,
        async ({ open, edit, fill, press, dialog, closed, cell, field }) => {
          await open();
          await edit(letters);
          await fill({ activities: typed });
          refuses = true;
          await press(form.save);
          await dialog.getByText(form.trouble.signIn).waitFor();
          expect(await field('activities').inputValue()).toBe(typed);
          refuses = false;
          await press(form.again);
          await closed();
          expect(await cell(letters, 'activities')).toBe(typed);
        },
        { issue },
      );
    });

    test('survives a host that never says who the person is', async () => {
      const { team, sam } = await pairWith(stage(), ordinary);
      let isSilent = false;
      const issue = async (): Promise<Issued> =>
        isSilent ? new Promise(() => {}) : { token: await stage().token(sam, {}, 30) };
      await seated(
        stage(),
        sam,
        team,
        async ({ client, open, edit, fill, press, dialog, closed, cell }) => {
          await client.page.clock.install();
          await open();
          await edit(letters);
          await fill({ activities: typed });
          isSilent = true;
          await press(form.save);
          await dialog.getByRole('button', { name: form.saving }).waitFor();
          // The call and its repetition each wait for a while.
          for (let count = 0; count < 5; count += 1) await client.page.clock.runFor(10_000);
          await dialog.getByText(form.trouble.signIn).waitFor();
          isSilent = false;
          // The plan's own look was waiting too.
          for (let count = 0; count < 3; count += 1) await client.page.clock.runFor(10_000);
          await press(form.again);
          await closed();
          expect(await cell(letters, 'activities')).toBe(typed);
        },
        { issue },
      );
    });

    test('is offered back after the person has been to another tab of Teams', async () => {
      const { team, sam } = await pairWith(stage(), ordinary);
      await seated(
        stage(),
        sam,
        team,
        async ({ client, open, edit, fill, dialog, field, press, closed, cell }) => {
          await open();
          await edit(letters);
          await fill({ activities: typed });
          await client.leave();
          await open();
          await edit(letters);
          await dialog.getByText(/We kept what you had typed here/).waitFor();
          expect(await field('activities').inputValue()).toBe(typed);
          await press(form.save);
          await closed();
          expect(await cell(letters, 'activities')).toBe(typed);
        },
      );
    });

    test('is not thrown away without asking', async () => {
      const { team, sam } = await pairWith(stage(), ordinary);
      await seated(stage(), sam, team, async ({ client, open, edit, fill, button, field, closed, cell }) => {
        await open();
        await edit(letters);
        await fill({ activities: typed });
        await client.page.keyboard.press('Escape');
        await client.tab.getByText(form.unsaved).waitFor();
        await picture(client, 'unsaved');
        await button(form.keepEditing).click();
        expect(await field('activities').inputValue()).toBe(typed);
        await client.page.keyboard.press('Escape');
        await button(form.discard).click();
        await closed();
        expect(await cell(letters, 'activities')).not.toBe(typed);
      });
    });
  });
