import { describe, expect, test } from '@jest/globals';
import { enGB as words } from '../../../tab/words/en-GB.ts';
import type { TabStage } from '../../helpers/host/stage.ts';
import { eventually } from '../../helpers/http.ts';
import { axeFaults, axeFaultsInThemes, themes } from './axe.ts';
import { picture } from './pictures.ts';
import { ordinary, pairWith, type Seat, seated } from './teams.ts';

const letters = 'Letters to families';

/** What can stand before a person, and the way there from the plan. */
const sights: Record<string, (seat: Seat) => Promise<void>> = {
  'the plan': async () => {},
  'the help of a column': async ({ button }) => button(words.plan.askingOf(words.columns.who.name)).click(),
  'what a row offers': async ({ button }) => button(words.row.moreOf(letters)).click(),
  'the form': async ({ edit, button, client }) => {
    await edit('Network meetings');
    await button(words.people.choose).click();
    await client.tab.getByRole('checkbox').first().waitFor();
  },
  'a form with faults': async ({ edit, fill, press, dialog }) => {
    await edit(letters);
    await fill({ area: '' });
    await press(words.form.save);
    await dialog.getByText(words.form.faults.required).waitFor();
  },
  'the form for what is done': async ({ status, dialog }) => {
    await status(letters).selectOption('done');
    await dialog.waitFor();
  },
  'the history': async ({ more, dialog }) => {
    await more(letters, words.row.history);
    await dialog.getByText(words.history.added).waitFor();
  },
  'the settings': async ({ button, dialog }) => {
    await button(words.plan.settings).click();
    await dialog.getByText(words.settings.managers).first().waitFor();
  },
  'the undo': async ({ more, notice }) => {
    await more('Welcome of new colleagues', words.row.remove);
    await notice.getByText(words.changes.removed).waitFor();
  },
};

export const looks = (stage: () => TabStage): void => {
  describe('the tab follows Teams’ theme while it is open', () => {
    test('from light to dark to high contrast and back, as often as it changes', async () => {
      const { team, sam, jo } = await pairWith(stage(), ordinary);
      const api = stage().api(sam, team);
      for (const [index, { id }] of (await api.read()).actions.entries()) {
        await api.change(id, { who: index % 2 === 0 ? [{ id: sam.id }, { id: jo.id }] : [{ id: jo.id }] });
      }
      await seated(stage(), sam, team, async ({ client, open }) => {
        await open();
        const frame = await client.frame();
        const background = () =>
          frame.evaluate<string>('getComputedStyle(document.querySelector(".tab")).backgroundColor');
        const seen = new Set<string>();
        for (const theme of [...themes, 'default' as const]) {
          await client.theme(theme);
          await client.tab.locator(`.tab[data-theme=${theme}]`).waitFor();
          seen.add(await background());
          await picture(client, `plan-${theme}`);
        }
        expect(seen.size).toBe(themes.length);
      });
    });
  });

  describe('no barrier (WCAG 2.2 AA)', () => {
    test.each(Object.entries(sights))('is found by axe in %s, in any theme', async (name, lead) => {
      const { team, sam } = await pairWith(stage(), ordinary);
      await seated(stage(), sam, team, async (seat) => {
        await seat.open();
        await lead(seat);
        const faults = await axeFaultsInThemes(seat.client, (theme) =>
          picture(seat.client, `${name.replaceAll(' ', '-')}-${theme}`),
        );
        expect(faults).toEqual([]);
      });
    });
  });

  describe('the tab fits', () => {
    test.each([
      [320, 640],
      [768, 1024],
      [1440, 900],
    ])('a frame %i pixels wide', async (width, height) => {
      const { team, sam } = await pairWith(stage(), ordinary);
      await seated(
        stage(),
        sam,
        team,
        async (seat) => {
          const { client, open, edit, dialog, press, closed } = seat;
          await open();
          const frame = await client.frame();
          const tooWide = () =>
            frame.evaluate<number>(
              'Math.max(document.documentElement.scrollWidth, document.body.scrollWidth) - innerWidth',
            );
          expect(await tooWide()).toBeLessThanOrEqual(0);
          await picture(client, `plan-${width}`);
          expect(await axeFaults(client)).toEqual([]);
          await edit(letters);
          expect(await tooWide()).toBeLessThanOrEqual(0);
          const box = await dialog.boundingBox();
          expect(box?.width ?? 0).toBeLessThanOrEqual(width);
          await eventually('a button in view', async () =>
            dialog.getByRole('button', { name: words.form.save }).isVisible(),
          );
          await picture(client, `form-${width}`);
          await press(words.form.cancel);
          await closed();
        },
        { width, height },
      );
    });
  });
};
