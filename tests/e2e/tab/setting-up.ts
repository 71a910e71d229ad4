import { describe, expect, test } from '@jest/globals';
import { enGB as words } from '../../../tab/words/en-GB.ts';
import type { TabStage } from '../../helpers/host/stage.ts';
import { eventually } from '../../helpers/http.ts';
import { axeFaultsInThemes } from './axe.ts';
import { picture } from './pictures.ts';
import { planPage } from './plan-page.ts';
import { pairWith, seated } from './teams.ts';

const { config } = words;

export const settingUp = (stage: () => TabStage): void =>
  describe('the pages that Teams shows around the tab', () => {
    test('set a plan up: a name, a manager by choice alone, and Teams’ own Save', async () => {
      const { world, client: open, team: make, api, url } = stage();
      const sam = world.person('Sam Okafor');
      const team = await make('North Locality', [sam, world.person('Jo Bennett')]);
      const client = await open(sam, team);
      try {
        await client.open({ page: 'settings', url: url('config') });
        const page = planPage(client);
        const name = client.tab.getByRole('textbox', { name: config.name });
        await name.waitFor();
        expect(await name.inputValue()).toBe('North Locality');
        expect(await client.mayHostSave()).toBe(false);

        await page.button(words.people.me).click();
        await client.tab.getByText(sam.name).waitFor();
        await eventually('Save', () => client.mayHostSave());
        await name.fill('');
        await eventually('no Save without a name', async () => !(await client.mayHostSave()));
        await name.fill('North Locality, family support');
        await eventually('Save again', () => client.mayHostSave());
        await picture(client, 'configuration');
        expect(await axeFaultsInThemes(client)).toEqual([]);

        expect(await client.save()).toEqual({ ok: true, words: 'Saved.' });
        expect(await client.settings()).toEqual({
          entityId: 'plan',
          contentUrl: url(),
          websiteUrl: url(),
          suggestedDisplayName: config.tabName,
        });
        const { plan } = await api(sam, team).read();
        expect(plan).toMatchObject({
          name: 'North Locality, family support',
          managers: [{ id: sam.id, name: sam.name }],
        });

        await client.open({ page: 'content', url: url() });
        await client.tab.getByRole('heading', { name: words.title }).waitFor();
        await client.tab.getByText('North Locality, family support').waitFor();
        expect(client.faults).toEqual([]);
      } finally {
        await client.close();
      }
    });

    test('show a plan that is set up already, and keep it', async () => {
      const { team, sam, jo } = await pairWith(stage(), [{ area: 'Letters to families' }]);
      await seated(stage(), jo, team, async ({ client }) => {
        await client.open({ page: 'settings', url: stage().url('config') });
        await client.tab.getByText(config.exists).waitFor();
        await client.tab.getByText(sam.name).waitFor();
        expect((await client.save()).ok).toBe(true);
        const { plan, actions } = await stage().api(jo, team).read();
        expect(plan.managers).toEqual([{ id: sam.id, name: sam.name }]);
        expect(actions).toHaveLength(1);
      });
    });

    test('tell the host in a sentence why saving failed, and lose nothing that was typed', async () => {
      const { world, team: make, url } = stage();
      const sam = world.person('Sam Okafor');
      const team = await make('East Locality', [sam]);
      await seated(stage(), sam, team, async ({ client, button }) => {
        await client.open({ page: 'settings', url: url('config') });
        await client.tab.getByRole('textbox', { name: config.name }).fill('East, short breaks');
        await button(words.people.me).click();
        await eventually('Save', () => client.mayHostSave());
        await client.context.setOffline(true);
        expect(await client.save()).toEqual({ ok: false, words: config.notSaved.offline });
        await client.context.setOffline(false);
        expect(await client.tab.getByRole('textbox', { name: config.name }).inputValue()).toBe(
          'East, short breaks',
        );
        expect((await client.save()).ok).toBe(true);
      });
    });

    test('take the tab off and keep the plan', async () => {
      const { team, sam } = await pairWith(stage(), [{ area: 'Letters to families' }]);
      await seated(stage(), sam, team, async ({ client }) => {
        await client.open({ page: 'remove', url: stage().url('remove') });
        await client.tab.getByText(config.removal.keeps).waitFor();
        await picture(client, 'removal');
        expect(await axeFaultsInThemes(client)).toEqual([]);
        expect(await client.save()).toEqual({ ok: true, words: 'Removed.' });
        expect((await stage().api(sam, team).read()).actions).toHaveLength(1);
      });
    });

    test.each([
      ['Private', 'settings'],
      ['Shared', 'settings'],
      ['Private', 'content'],
    ] as const)('say how the app is added to a channel of its own (%s, %s page)', async (kind, page) => {
      const { team, sam } = await pairWith(stage());
      const channel = { id: `19:${stage().world.newId()}@thread.tacv2`, name: 'Managers', kind };
      await seated(stage(), sam, team, async ({ client }) => {
        const url = stage().url(page === 'settings' ? 'config' : undefined);
        await client.open({ page, url, channel });
        const said = page === 'settings' ? config.channel.title : words.trouble.outsideChannel.title;
        await client.tab.getByText(said).waitFor();
        if (page === 'settings') expect(await client.mayHostSave()).toBe(false);
        await picture(client, `channel-without-the-bot-${page}`);
        if (kind === 'Private') expect(await axeFaultsInThemes(client)).toEqual([]);
      });
    });
  });
