import { describe, expect, test } from '@jest/globals';
import { enGB as words } from '../../../tab/words/en-GB.ts';
import type { TabStage } from '../../helpers/host/stage.ts';
import { eventually } from '../../helpers/http.ts';
import { picture } from './pictures.ts';
import { ordinary, pairWith, seated } from './teams.ts';

const { settings, removed } = words;
const letters = 'Letters to families';

export const managing = (stage: () => TabStage): void =>
  describe('the plan’s settings', () => {
    test('let a manager rename the plan, let guests read, and bring a deleted action back', async () => {
      const { team, sam } = await pairWith(stage(), ordinary);
      const api = stage().api(sam, team);
      const id = (await api.read()).actions.find(({ area }) => area === letters)?.id ?? '';
      await api.remove(id);
      await seated(stage(), sam, team, async (seat) => {
        const { client, open, button, dialog, press, closed, row } = seat;
        await open();
        await button(words.plan.settings).click();
        await dialog.getByRole('textbox', { name: settings.name }).fill('North, family support');
        await dialog.getByRole('checkbox', { name: settings.guests }).check();
        await press(settings.save);
        await dialog.getByText(settings.saved).waitFor();
        await button(removed.restoreThis(letters)).click();
        await dialog.getByText(removed.restored).waitFor();
        await picture(client, 'settings');
        await press(settings.close);
        await closed();
        await row(letters).waitFor();
        await client.tab.getByText('North, family support').waitFor();
        expect((await api.read()).plan).toMatchObject({ name: 'North, family support', guestsRead: true });
      });
    });

    test('tell everybody else who manages the plan, and change nothing', async () => {
      const { team, sam, jo } = await pairWith(stage(), ordinary);
      await seated(stage(), jo, team, async ({ open, button, dialog }) => {
        await open();
        await button(words.plan.settings).click();
        await dialog.getByText(settings.managedBy(sam.name)).waitFor();
        expect(await dialog.getByRole('button', { name: settings.save, exact: true }).count()).toBe(0);
        expect(await dialog.getByRole('button', { name: removed.empty.start }).count()).toBe(0);
      });
    });

    test('empty the plan only after the second asking, for everybody and for good', async () => {
      const { team, sam } = await pairWith(stage(), ordinary);
      const api = stage().api(sam, team);
      await seated(stage(), sam, team, async ({ client, open, button, dialog, press, closed }) => {
        await client.page.clock.install();
        await open();
        await button(words.plan.settings).click();
        await button(removed.empty.start).click();
        const name = dialog.getByRole('textbox', { name: removed.empty.label });
        await name.fill('Not its name');
        await press(removed.empty.sure);
        await dialog.getByText(words.form.faults.notConfirmed).waitFor();
        expect((await api.read()).actions).toHaveLength(ordinary.length);
        await picture(client, 'emptying');
        await name.fill('North Locality');
        await press(removed.empty.sure);
        await eventually('an empty plan', async () => {
          const { plan, actions } = await api.read();
          return !plan.emptying && actions.length === 0;
        });
        await press(settings.close);
        await closed();
        await client.page.clock.runFor(11_000);
        await client.tab.getByText(words.empty.title).waitFor();
      });
    });
  });
