import { afterEach, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { enGB } from '../../../tab/words/en-GB.ts';
import type { Harness } from '../../tab/harness/open.ts';
import { stageOf } from '../../tab/harness/stage.ts';

const { form, people, settings, removed, history, config } = enGB;

/** Choosing people, the plan’s settings, and setting the tab up. */
export const plan = (harness: () => Harness): void => {
  let page: Page;
  afterEach(() => page?.close());
  const open = async (show: string) => {
    page = await harness().open(show);
    const box = (name: string) => page.getByRole('textbox', { name, exact: true });
    const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
    return { stage: stageOf(page), box, press, text: (text: string) => page.getByText(text).first() };
  };
  const closed = () => page.getByRole('dialog').waitFor({ state: 'detached' });
  const search = () => page.getByRole('searchbox', { name: people.search });
  const tick = (name: string) => page.getByRole('checkbox', { name, exact: true });

  describe('choosing people', () => {
    test('finds somebody by typing, ticks them, and takes them off again', async () => {
      const { stage, press, text } = await open('edit');
      await text(`(${people.hasLeft})`).waitFor();
      await press(people.choose);
      await text(people.found(50, 70)).waitFor();
      await search().fill('zoe');
      await search().press('Enter');
      await tick('Zoë Lindqvist').check();
      await press(people.remove('Jo Marsh'));
      await press(form.save);
      await closed();
      const [call] = await stage.sent('change');
      // Who has left stays until somebody takes them off.
      expect(call?.sent).toEqual({
        who: [{ id: expect.stringMatching(/0009$/) }, { id: expect.stringMatching(/0003$/) }],
      });
    });

    test('takes no more than the plan does', async () => {
      const { press, text } = await open('add');
      await press(people.choose);
      await search().fill('person');
      for (let number = 1; number <= 20; number++) await tick(`Person ${number}`).check();
      await text(people.enough(20)).waitFor();
      expect(await tick('Person 21').isDisabled()).toBe(true);
    });

    test('leaves everything else to be saved where Teams does not answer', async () => {
      const { stage, box, press, text } = await open('add');
      await stage.trips({ kind: 'busy', retryAfter: 10 });
      await press(people.choose);
      await text(people.unreachable).waitFor();
      await press(people.again);
      await search().waitFor();
      await box(enGB.columns.area.name).fill('Without anybody');
      await press(form.addIt);
      await closed();
    });

    test("uses Teams' own picker where there is one, and keeps who has left", async () => {
      const { stage, press, text } = await open('edit&picker');
      await stage.run("picked = [{ id: '00000000-0000-4000-8000-000000000003', name: 'Zoë Lindqvist' }]");
      await text(`(${people.hasLeft})`).waitFor();
      await press(people.choose);
      await text('Zoë Lindqvist').waitFor();
      await press(form.save);
      await closed();
      expect((await stage.sent('change'))[0]?.sent).toEqual({
        who: [{ id: expect.stringMatching(/0009$/) }, { id: expect.stringMatching(/0003$/) }],
      });
    });
  });

  describe("the plan's settings", () => {
    test('save what was changed, and let the person choose where somebody else changed the same', async () => {
      const { stage, box, press, text } = await open('settings');
      await stage.otherFacts({ name: 'North and West' });
      await box(settings.name).fill('Far North');
      await page.getByLabel(settings.guests).check();
      await press(settings.save);
      await text(settings.changed).waitFor();
      await page.getByLabel(settings.theirs).check();
      await press(settings.save);
      await text(settings.saved).waitFor();
      expect(await stage.run('plan')).toMatchObject({ name: 'North and West', guestsRead: true });
      await press(settings.close);
      await closed();
    });

    test('are kept while the tab is away, until they are saved or thrown away', async () => {
      const { box, press, text } = await open('settings');
      await box(settings.name).fill('Far North');
      await page.reload();
      await press('Open');
      await text('We kept what you had typed').waitFor();
      expect(await box(settings.name).inputValue()).toBe('Far North');
      await press(form.dropKept);
      expect(await box(settings.name).inputValue()).toBe('North locality team');
    });

    test('keep at least one manager', async () => {
      const { stage, press, text } = await open('settings');
      for (const name of ['Jo Marsh', 'Sam Okafor']) await press(people.remove(name));
      await press(settings.save);
      await text(form.faults.needsManager).waitFor();
      expect(await stage.sent('set')).toEqual([]);
    });

    test('can only be read by others, who see whom to ask', async () => {
      const { text } = await open('settings&member');
      await text(settings.managedBy('Jo Marsh and Sam Okafor')).waitFor();
      expect(await page.getByRole('button', { name: settings.save, exact: true }).count()).toBe(0);
      expect(await page.getByText(removed.empty.start).count()).toBe(0);
    });

    test('let anybody name a manager where there is none', async () => {
      const { stage, press, text } = await open('settings&member&unmanaged');
      await text(settings.youMayName).waitFor();
      await press(people.choose);
      await tick('Zoë Lindqvist').check();
      await press(settings.save);
      await text(settings.saved).waitFor();
      expect((await stage.sent('set'))[0]?.sent).toEqual({
        managers: [{ id: expect.stringMatching(/0003$/) }],
      });
    });

    test('bring back what was deleted', async () => {
      const { stage, text } = await open('settings');
      await page.getByRole('button', { name: /^Bring back/ }).click();
      await text(removed.restored).waitFor();
      await text(removed.none).waitFor();
      expect(await stage.said()).toEqual(['restored: a1']);
    });

    test('show the history of the plan, and come back', async () => {
      const { press, text } = await open('settings');
      await press(settings.showHistory);
      await text(history.guestsYes).waitFor();
      await press(history.close);
      await text(settings.managersHelp).waitFor();
    });

    test('empty the plan only when its name is typed, and not by Enter', async () => {
      const { stage, press, text } = await open('settings');
      await press(removed.empty.start);
      const name = page.getByLabel(removed.empty.type('North locality team'));
      await name.fill('North');
      await press(removed.empty.sure);
      await text(form.faults.notConfirmed).waitFor();
      await name.fill('North locality team');
      await name.press('Enter');
      expect(await stage.sent('empty')).toEqual([]);
      await press(removed.empty.sure);
      await text(removed.empty.running).waitFor();
      expect(await stage.sent('empty')).toMatchObject([{ sent: 'North locality team', etag: 'p1' }]);
    });
  });

  describe('setting the tab up', () => {
    test('needs a name and a manager, and tells Teams live whether Save can be pressed', async () => {
      const { stage, press, text } = await open('config&unmanaged');
      await text(config.unready).waitFor();
      expect(await stage.run('valid')).toBe(false);
      expect(await page.getByRole('listitem').count()).toBe(0);
      await press(people.me);
      await text(config.ready).waitFor();
      expect(await stage.run('valid')).toBe(true);
      await page.getByRole('textbox', { name: config.name }).fill(' ');
      await text(config.unready).waitFor();
      expect(await stage.run('valid')).toBe(false);
    });

    test('saves the plan with the channel of its tab, and loses nothing where that fails', async () => {
      const { stage, press, text, box } = await open('config&unmanaged');
      await box(config.name).fill('North team');
      await press(people.me);
      await text(config.ready).waitFor();
      await stage.trips({ kind: 'offline' });
      expect(await stage.run('save().catch(({ message }) => message)')).toBe(config.notSaved.offline);
      await text(config.notSaved.offline).waitFor();
      expect(await stage.run('save()')).toEqual({ displayName: config.tabName });
      expect((await stage.sent('set'))[1]?.sent).toEqual({
        name: 'North team',
        managers: [{ id: expect.stringMatching(/0001$/) }],
        tabChannel: '19:channel@thread.tacv2',
      });
    });

    test('shows a plan that is there already, and keeps it', async () => {
      const { stage, text } = await open('config');
      await text(config.existsWhy).waitFor();
      expect(await stage.run('valid')).toBe(true);
      await stage.run('save()');
      expect((await stage.sent('set'))[0]?.sent).toEqual({ tabChannel: '19:channel@thread.tacv2' });
    });

    test('is saved over what others have changed of the plan meanwhile', async () => {
      const { stage, text } = await open('config');
      await text(config.existsWhy).waitFor();
      await stage.otherFacts({ name: 'Renamed' });
      expect(await stage.run('save()')).toEqual({ displayName: config.tabName });
    });

    test('shows the plan of somebody who was quicker', async () => {
      const { stage, press, text } = await open('config&unmanaged');
      await press(people.me);
      await text(config.ready).waitFor();
      await stage.otherFacts({ managers: [{ id: '2', name: 'Jo Marsh' }] });
      await stage.run('save().catch(() => null)');
      await text(config.quicker).waitFor();
      await text(settings.managedBy('Jo Marsh')).waitFor();
    });

    test('says how Four Ways gets into a private or shared channel', async () => {
      const { stage, text, press } = await open('config&private&outside');
      await text(config.channel.title).waitFor();
      expect(await stage.run('valid')).toBe(false);
      await press(config.again);
      await text(config.existsWhy).waitFor();
    });

    test('says that taking the tab off keeps the plan', async () => {
      const { stage, text } = await open('remove');
      await text(config.removal.keeps).waitFor();
      expect(await stage.said()).toContain('may be removed');
    });
  });
};
