import { afterEach, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { enGB } from '../../../tab/words/en-GB.ts';
import type { Harness, View } from '../../tab/harness/open.ts';
import { stageOf } from '../../tab/harness/stage.ts';

const { form, conflict, columns } = enGB;
const area = 'How we end meetings';

/** Adding, editing and finishing an action. */
export const actions = (harness: () => Harness): void => {
  let page: Page;
  afterEach(() => page?.close());
  const open = async (show: string, view?: View) => {
    page = await harness().open(show, view);
    const box = (name: string) => page.getByRole('textbox', { name, exact: true });
    const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
    return { stage: stageOf(page), box, press, text: (text: string) => page.getByText(text) };
  };
  const closed = () => page.getByRole('dialog').waitFor({ state: 'detached' });

  describe('adding an action', () => {
    test('begins in the first answer, sends what was answered, and gives the focus back', async () => {
      const { stage, press } = await open('add');
      await page.keyboard.type(area);
      await press(form.addIt);
      await closed();
      expect((await stage.sent('add')).map(({ sent }) => sent)).toEqual([{ area }]);
      expect(await stage.said()).toEqual([`saved: ${area}`]);
      await page.waitForFunction("document.activeElement?.textContent === 'Open'");
    });

    test('says by name what is missing or too long, goes there, and cuts nothing', async () => {
      const { stage, box, press, text } = await open('add');
      await box(columns.activities.name).fill('x'.repeat(2003));
      await text(form.tooMany(3)).first().waitFor();
      await press(form.addIt);
      const look = form.look(`${columns.area.name} and ${columns.activities.name}`);
      expect(await page.getByRole('alert').filter({ hasText: look }).count()).toBe(1);
      await page.keyboard.type(area);
      expect(await box(columns.area.name).inputValue()).toBe(area);
      expect(await box(columns.activities.name).inputValue()).toHaveLength(2003);
      expect(await stage.sent('add')).toEqual([]);
    });

    test('sends once for two presses, and makes one action of a try whose answer was lost', async () => {
      const { stage, box, press, text } = await open('add');
      await stage.run('takes = 150');
      await stage.trips({ kind: 'offline' }, true);
      await box(columns.area.name).fill(area);
      await page.getByRole('button', { name: form.addIt, exact: true }).dblclick();
      await text(form.trouble.offline).waitFor();
      expect(await stage.sent('add')).toHaveLength(1);
      await box(columns.area.name).fill(`${area}, differently`);
      await press(form.again);
      await closed();
      expect(await stage.run('added.length')).toBe(1);
      expect(await stage.said()).toEqual([`saved: ${area}, differently`]);
    });

    test('asks before unsaved words are thrown away, and keeps them unless told otherwise', async () => {
      const { box, press, stage } = await open('add');
      await box(columns.area.name).fill(area);
      await page.keyboard.press('Escape');
      await page.getByRole('alertdialog').waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('alertdialog').waitFor({ state: 'detached' });
      expect(await box(columns.area.name).inputValue()).toBe(area);
      await press(form.cancel);
      await press(form.discard);
      await closed();
      expect(await stage.said()).toEqual(['closed']);
      await press('Open');
      expect(await box(columns.area.name).inputValue()).toBe('');
    });

    test('goes on with what may have been added when the tab was taken away, and makes no second one of it', async () => {
      const { stage, box, press, text } = await open('add');
      await stage.run('takes = 60_000');
      await box(columns.area.name).fill(area);
      await press(form.addIt);
      await text(form.saving).waitFor();
      const [before] = await stage.sent('add');
      await page.reload();
      await press('Open');
      await box(columns.area.name).fill('Differently');
      await press(form.addIt);
      await closed();
      expect(await stage.sent('add')).toEqual([before]);
      expect((await stage.sent('change'))[0]?.sent).toEqual({ area: 'Differently' });
    });

    test('goes on with what was typed when the tab was taken away, until it is thrown away', async () => {
      const { box, press, text } = await open('add');
      await box(columns.area.name).fill(area);
      await page.reload();
      await press('Open');
      await text('We kept what you had typed').waitFor();
      expect(await box(columns.area.name).inputValue()).toBe(area);
      await press(form.dropKept);
      expect(await box(columns.area.name).inputValue()).toBe('');
      await page.reload();
      await press('Open');
      expect(await box(columns.area.name).inputValue()).toBe('');
    });
  });

  describe('editing an action', () => {
    test('sends only what was changed, on the version it was made on', async () => {
      const { stage, press, box } = await open('edit');
      await page.locator('input[type=date]').fill('2027-01-15');
      await page.getByLabel(columns.status.name).selectOption('doing');
      await box(form.fields.support).fill('');
      await press(form.save);
      await closed();
      expect(await stage.sent('change')).toMatchObject([
        { sent: { dueOn: '2027-01-15', status: 'doing', support: '' }, etag: 'v1' },
      ]);
    });

    test('does not take half a date for none', async () => {
      const { stage, press, text } = await open('edit');
      await page.locator('input[type=date]').focus();
      await page.keyboard.press('Backspace');
      await press(form.save);
      await text(form.faults.notADay).waitFor();
      expect(await stage.sent('change')).toEqual([]);
    });

    test.each(['offline', 'signIn', 'outside', 'notAllowed'] as const)(
      'stays with everything typed where it comes to nothing (%s), and can be tried again',
      async (kind) => {
        const { stage, box, press, text } = await open('edit');
        await stage.trips({ kind });
        await box(columns.area.name).fill(area);
        await press(form.save);
        await text(form.trouble[kind]).waitFor();
        await press(form.again);
        await closed();
        expect(await stage.said()).toEqual([`saved: ${area}`]);
      },
    );

    test('saves beside what others changed at the same moment, and says so', async () => {
      const { stage, box, press, text } = await open('edit');
      await stage.other({ status: 'doing' });
      await box(columns.area.name).fill(area);
      await press(form.save);
      await text(form.both('Jo Marsh', columns.status.name)).waitFor();
      await press(form.close);
      await closed();
      expect(await stage.run('action')).toMatchObject({ area, status: 'doing' });
    });

    test('lets the person choose, answer by answer, what both changed, as often as it happens', async () => {
      const { stage, box, press, text } = await open('edit');
      await stage.other({ area: 'Theirs', dueOn: '2026-12-01' });
      await box(columns.area.name).fill('Mine');
      await page.locator('input[type=date]').fill('2027-01-15');
      await press(form.save);
      await text(conflict.title).waitFor();
      await press(conflict.save);
      await text(conflict.choose).first().waitFor();
      await page
        .getByRole('group', { name: form.fields.dueOn })
        .getByLabel(conflict.theirs('Jo Marsh'))
        .check();
      await page.getByLabel(conflict.anew).check();
      expect(await box(columns.area.name).inputValue()).toBe('Mine\n\nTheirs');
      await box(columns.area.name).fill('Ours');
      await stage.other({ area: 'Theirs again' });
      await press(conflict.save);
      await text('Theirs again').waitFor();
      await page.getByLabel(conflict.yours, { exact: true }).check();
      await press(conflict.save);
      await closed();
      expect(await stage.run('action')).toMatchObject({ area: 'Ours', dueOn: '2026-12-01' });
    });

    test('keeps what was written from both, also while the tab is away, and says when it is too long', async () => {
      const { stage, box, press, text } = await open('edit');
      const clash = async () => {
        await stage.other({ area: 'T'.repeat(1_500) });
        await press(form.save);
        await text(conflict.title).waitFor();
      };
      await box(columns.area.name).fill('M'.repeat(1_500));
      await clash();
      await page.getByLabel(conflict.anew).check();
      await press(conflict.save);
      await text(form.faults.tooLong(2_000)).waitFor();
      expect(await stage.sent('change')).toHaveLength(1);
      await box(columns.area.name).fill('Ours');
      await page.waitForFunction("JSON.stringify({ ...sessionStorage }).includes('Ours')");
      await page.reload();
      await press('Open');
      await clash();
      expect(await box(columns.area.name).inputValue()).toBe('Ours');
      await press(conflict.save);
      await closed();
      expect(await stage.run('action')).toMatchObject({ area: 'Ours' });
    });

    test('goes back to what was chosen where somebody was quicker again', async () => {
      const { stage, box, press, text } = await open('edit');
      await stage.other({ area: 'Theirs' });
      await box(columns.area.name).fill('Mine');
      await press(form.save);
      await page.getByLabel(conflict.anew).check();
      await box(columns.area.name).fill('Ours');
      await stage.other({ area: 'Theirs again' });
      await press(conflict.save);
      await text('Theirs again').waitFor();
      await press(conflict.back);
      expect(await box(columns.area.name).inputValue()).toBe('Ours');
    });

    test('offers to say why a date is moved, and only then', async () => {
      const { stage, box, press } = await open('edit');
      const why = box(form.fields.moveReason);
      expect(await why.count()).toBe(0);
      await page.locator('input[type=date]').fill('2027-01-15');
      await why.fill('The room was taken.');
      await press(form.save);
      await closed();
      const sent = { dueOn: '2027-01-15', moveReason: 'The room was taken.' };
      expect((await stage.sent('change'))[0]?.sent).toEqual(sent);
    });

    test('goes back from a choice to everything that was typed', async () => {
      const { stage, box, press, text } = await open('edit');
      await stage.other({ area: 'Theirs' });
      await box(columns.area.name).fill('Mine');
      await box(columns.outcome.name).fill('Mine too');
      await press(form.save);
      await text(conflict.title).waitFor();
      await press(conflict.back);
      expect(await box(columns.area.name).inputValue()).toBe('Mine');
      expect(await box(columns.outcome.name).inputValue()).toBe('Mine too');
    });

    test('adds it anew where somebody has deleted it meanwhile', async () => {
      const { stage, box, press, text } = await open('edit');
      await stage.run('action = null');
      await box(columns.area.name).fill(area);
      await press(form.save);
      await text(form.gone).waitFor();
      await press(form.addAnew);
      await closed();
      expect((await stage.sent('add'))[0]?.sent).toMatchObject({ area, dueOn: '2026-12-18' });
    });
  });

  describe('marking an action as done', () => {
    test('needs no answer', async () => {
      const { stage, press, text } = await open('done');
      await text('Families tell us that they knew what would be said, and why.').waitFor();
      await press(form.markDone);
      await closed();
      expect((await stage.sent('change'))[0]?.sent).toEqual({ status: 'done' });
    });

    test('takes the answer and what was seen', async () => {
      const { stage, box, press } = await open('done');
      await page.getByLabel(enGB.outcomesMet.partly).check();
      await box(form.fields.outcomeSeen).fill('Two of three told us so.');
      await press(form.markDone);
      await closed();
      const answers = { outcomeMet: 'partly', outcomeSeen: 'Two of three told us so.' };
      expect((await stage.sent('change'))[0]?.sent).toEqual({ status: 'done', ...answers });
    });
  });
};
