import { describe, expect, test } from '@jest/globals';
import { enGB as words } from '../../../tab/words/en-GB.ts';
import type { TabStage } from '../../helpers/host/stage.ts';
import { axeFaultsInThemes } from './axe.ts';
import { picture } from './pictures.ts';
import { ordinary, pairWith, seated } from './teams.ts';

const { form, conflict } = words;
const letters = 'Letters to families';

export const together = (stage: () => TabStage): void =>
  describe('two people at once', () => {
    test('see each other’s changes within fifteen seconds, without a reload and without losing their place', async () => {
      const { team, sam, jo } = await pairWith(stage(), ordinary);
      await seated(stage(), sam, team, async (sams) => {
        await seated(stage(), jo, team, async (jos) => {
          await Promise.all([sams.open(), jos.open()]);
          const frame = await sams.client.frame();
          await frame.evaluate('globalThis.sameDocument = true');
          await sams.button(words.row.editOf('Welcome of new colleagues')).focus();

          await jos.edit(letters);
          await jos.fill({ area: 'A letter that moves to the top' });
          await jos.press(form.save);
          await jos.closed();
          const from = performance.now();
          await sams.row('A letter that moves to the top').waitFor({ timeout: 15_000 });
          expect(performance.now() - from).toBeLessThan(15_000);

          expect((await sams.areas())[0]).toBe('A letter that moves to the top');
          expect(await frame.evaluate('globalThis.sameDocument')).toBe(true);
          expect(await frame.evaluate('document.activeElement.getAttribute("aria-label")')).toBe(
            words.row.editOf('Welcome of new colleagues'),
          );
        });
      });
    });

    test('who changed the same answer choose, answer by answer, and what only one changed is kept', async () => {
      const { team, sam, jo } = await pairWith(stage(), ordinary);
      await seated(stage(), sam, team, async (sams) => {
        await sams.open();
        await sams.edit(letters);
        await sams.fill({ activities: 'What Sam wants.', outcome: 'What Sam hopes.' });
        const api = stage().api(jo, team);
        const id = (await api.read()).actions.find(({ area }) => area === letters)?.id ?? '';
        await api.change(id, {
          activities: 'What Jo wants.',
          support: 'What Jo needs.',
          outcome: 'What Jo hopes.',
        });

        await sams.press(form.save);
        await sams.dialog.getByText(conflict.title).waitFor();
        await sams.dialog.getByText('What Jo wants.').waitFor();
        await sams.dialog.getByText('What Sam wants.').waitFor();
        expect(await sams.dialog.getByRole('radio', { checked: true }).count()).toBe(0);
        await picture(sams.client, 'conflict');
        expect(await axeFaultsInThemes(sams.client)).toEqual([]);

        const choice = (answer: string, label: string) =>
          sams.dialog.locator(`[data-field="${answer}"]`).getByRole('radio', { name: label }).check();
        await choice('activities', conflict.yours);
        await choice('outcome', conflict.theirs(jo.name));
        await sams.press(conflict.save);
        await sams.closed();
        expect((await api.read()).actions.find((action) => action.id === id)).toMatchObject({
          activities: 'What Sam wants.',
          support: 'What Jo needs.',
          outcome: 'What Jo hopes.',
        });
        expect(await sams.cell(letters, 'activities')).toBe('What Sam wants.');
        expect(await sams.cell(letters, 'who')).toContain('What Jo needs.');
      });
    });

    test('who changed different answers of an action are both saved, and told so', async () => {
      const { team, sam, jo } = await pairWith(stage(), ordinary);
      await seated(stage(), sam, team, async (sams) => {
        await sams.open();
        await sams.edit(letters);
        await sams.fill({ activities: 'What Sam wants.' });
        const api = stage().api(jo, team);
        const id = (await api.read()).actions.find(({ area }) => area === letters)?.id ?? '';
        await api.change(id, { support: 'What Jo needs.' });
        await sams.press(form.save);
        await sams.dialog.getByText(form.both(jo.name, form.fields.support)).waitFor();
        await sams.press(form.close);
        await sams.closed();
        expect((await api.read()).actions.find((action) => action.id === id)).toMatchObject({
          activities: 'What Sam wants.',
          support: 'What Jo needs.',
        });
      });
    });
  });
