import { describe, expect, test } from '@jest/globals';
import { enGB as words } from '../../../tab/words/en-GB.ts';
import type { TabStage } from '../../helpers/host/stage.ts';
import { axeFaultsInThemes } from './axe.ts';
import { picture } from './pictures.ts';
import { ordinary, pairWith, seated } from './teams.ts';

export const firstSight = (stage: () => TabStage): void =>
  describe('the first sight of the plan', () => {
    test('is a skeleton until the rows are there, and Teams is told when they are', async () => {
      const { team, sam } = await pairWith(stage(), ordinary);
      const gate = Promise.withResolvers<void>();
      const issue = async () => {
        await gate.promise;
        return { token: await stage().token(sam) };
      };
      await seated(
        stage(),
        sam,
        team,
        async ({ client, rows, areas }) => {
          await client.open();
          await client.tab.locator('.first-sight').waitFor();
          await client.hears('appInitialization.appLoaded');
          expect(await client.heard('appInitialization.success')).toEqual([]);
          await picture(client, 'skeleton');
          gate.resolve();
          await rows.first().waitFor();
          await client.hears('appInitialization.success');
          expect(await areas()).toEqual(ordinary.map(({ area }) => area).toSorted());
          expect(await client.tab.locator('.first-sight').count()).toBe(0);
          expect(client.tokensAsked()).toBe(1);
          expect(client.faults).toEqual([]);
          await picture(client, 'plan');
        },
        { issue },
      );
    });

    test('has the five columns of the template in its order, and the status beside them', async () => {
      const { team, sam } = await pairWith(stage(), ordinary);
      await seated(stage(), sam, team, async ({ client, open, cell, button }) => {
        await open();
        const { area, activities, who, due, outcome, status } = words.columns;
        const heads = await client.tab.locator('.head-cell .sort').allInnerTexts();
        expect(heads.map((text) => text.trim())).toEqual(
          [area, activities, who, due, outcome, status].map(({ name }) => name),
        );
        await button(words.plan.askingOf(outcome.name)).click();
        await client.tab.getByText(outcome.asks).filter({ visible: true }).waitFor();

        expect(await cell('Letters to families', 'due')).toBe('was due 3 November 2025');
        expect(await cell('How we begin supervision', 'due')).toContain('31 March 2027');
        expect(await cell('How we begin supervision', 'due')).toContain('by the end of the school term');
        expect(await cell('Network meetings', 'outcome')).toContain(words.outcomesMet.partly);
        expect(await cell('Welcome of new colleagues', 'who')).toContain(words.row.nobody);
        expect(await client.tab.locator('main').innerText()).not.toMatch(/overdue|days late/i);
      });
    });

    test('of an empty plan offers what a first action could be, and one of them begins the form', async () => {
      const { team, sam } = await pairWith(stage());
      await seated(stage(), sam, team, async ({ client, button, dialog, fill, press, closed, areas }) => {
        await client.open();
        await client.tab.getByText(words.empty.title).waitFor();
        await picture(client, 'empty');
        expect(await axeFaultsInThemes(client)).toEqual([]);
        const [idea] = words.empty.ideas;
        await button(words.empty.ideaOf(idea?.area ?? '')).click();
        await dialog.waitFor();
        await fill({ area: idea?.area ?? '' });
        await press(words.form.addIt);
        await closed();
        expect(await areas()).toEqual([idea?.area]);
      });
    });

    test('of a guest is the plan without a button to change it, where a manager lets guests read', async () => {
      const { world, api } = stage();
      const { team, sam } = await pairWith(stage(), ordinary);
      const guest = world.person('Alex Guest');
      await team.adds(guest);
      const member = world.connector.rosters
        .get(team.id)
        ?.find(({ aadObjectId }) => aadObjectId === guest.id);
      Object.assign(member ?? {}, { userRole: 'guest' });

      await seated(stage(), guest, team, async ({ client }) => {
        await client.open();
        await client.tab.getByText(words.trouble.outside.title).waitFor();
      });
      await api(sam, team).set({ guestsRead: true });
      await seated(stage(), guest, team, async ({ client, open, areas, button }) => {
        await open();
        expect(await areas()).toHaveLength(ordinary.length);
        expect(await button(words.plan.add).count()).toBe(0);
        expect(await button(new RegExp(`^${words.row.edit}`)).count()).toBe(0);
        expect(await client.tab.getByRole('combobox', { name: /^Status of/ }).count()).toBe(0);
        await client.tab.getByText(words.plan.guest).waitFor();
        await picture(client, 'guest');
        expect(await axeFaultsInThemes(client)).toEqual([]);
      });
    });

    test('of somebody from outside is the same refusal, whether there is a plan or not', async () => {
      const { team } = await pairWith(stage(), ordinary);
      const outsider = stage().world.person('Olu Outside');
      const nowhere = { ...team, id: `19:${stage().world.newId()}@thread.tacv2` };
      const said: string[] = [];
      for (const place of [team, nowhere]) {
        await seated(stage(), outsider, place, async ({ client }) => {
          await client.open();
          await client.tab.getByText(words.trouble.outside.title).waitFor();
          said.push(await client.tab.locator('body').innerText());
          await picture(client, 'outsider');
        });
      }
      expect(said[0]).toBe(said[1]);
      for (const { area } of ordinary) expect(said[0]).not.toContain(area);
    });
  });
