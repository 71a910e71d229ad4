import { describe, expect, test } from '@jest/globals';
import { enGB as words } from '../../../tab/words/en-GB.ts';
import type { TabStage } from '../../helpers/host/stage.ts';
import { eventually } from '../../helpers/http.ts';
import { picture } from './pictures.ts';
import { ordinary, pairWith, seated } from './teams.ts';

const { filter } = words;
const letters = 'Letters to families';

export const finding = (stage: () => TabStage): void =>
  describe('a person who looks for something in the plan', () => {
    test('filters by words, person, status and date, and clears all of it', async () => {
      const { team, sam, jo } = await pairWith(stage(), [
        ...ordinary,
        { area: 'Zoë’s idea: a quiet corner', who: [] },
      ]);
      const { actions } = await stage().api(sam, team).read();
      const id = actions.find(({ area }) => area === letters)?.id ?? '';
      await stage()
        .api(sam, team)
        .change(id, { who: [{ id: jo.id }] });
      await seated(stage(), sam, team, async ({ client, open, areas, button }) => {
        await open();
        const choose = (label: string, choice: string) =>
          client.tab.locator('.filters').getByLabel(label, { exact: true }).selectOption({ label: choice });
        const shows = (count: number) =>
          client.tab.getByText(words.plan.showing(count, actions.length), { exact: true }).waitFor();

        await client.tab.getByRole('searchbox', { name: filter.text }).fill('zoe corner');
        await shows(1);
        expect(await areas()).toEqual(['Zoë’s idea: a quiet corner']);
        await button(filter.clear).click();
        await shows(actions.length);

        await choose(filter.person, jo.name);
        await shows(1);
        expect(await areas()).toEqual([letters]);
        await choose(filter.due, filter.passed);
        await shows(1);
        await choose(filter.status, words.status.done);
        await client.tab.getByText(words.plan.noneFit).waitFor();
        await button(filter.clear).click();
        await choose(filter.status, filter.open);
        await shows(actions.length - 1);
      });
    });

    test('sorts by a column and back', async () => {
      const { team, sam } = await pairWith(stage(), ordinary);
      await seated(stage(), sam, team, async ({ client, open, areas, button }) => {
        await open();
        const header = client.tab.locator('th.head-cell.cell-due');
        await button(words.columns.due.name).click();
        expect(await header.getAttribute('aria-sort')).toBe('ascending');
        expect((await areas()).slice(0, 2)).toEqual([letters, 'How we begin supervision']);
        await button(words.columns.due.name).click();
        expect(await header.getAttribute('aria-sort')).toBe('descending');
        expect((await areas()).slice(0, 2)).toEqual(['How we begin supervision', letters]);
        await button(words.columns.area.name).click();
        expect(await areas()).toEqual(ordinary.map(({ area }) => area).toSorted());
      });
    });

    test('copies a link to an action, and whoever follows it is led there', async () => {
      const { team, sam, jo } = await pairWith(stage(), ordinary);
      let link = '';
      await seated(stage(), sam, team, async ({ client, open, more, notice }) => {
        await client.context.grantPermissions(['clipboard-read', 'clipboard-write']);
        await open();
        await more(letters, words.row.copyLink);
        await notice.getByText(words.changes.copied).waitFor();
        link = await client.page.evaluate<string>('navigator.clipboard.readText()');
      });
      const { origin, pathname, searchParams } = new URL(link);
      expect(origin + pathname).toBe(`https://teams.microsoft.com/l/entity/${stage().world.appId}/plan`);
      const context = JSON.parse(searchParams.get('context') ?? '') as {
        subEntityId: string;
        channelId: string;
      };
      expect(context.channelId).toBe(team.id);

      await seated(
        stage(),
        jo,
        team,
        async ({ client, open, row }) => {
          await open();
          await eventually('the focus on the row', async () =>
            (await client.frame()).evaluate<boolean>(
              `document.activeElement?.id === ${JSON.stringify(`action-${context.subEntityId}`)}`,
            ),
          );
          expect(await row(letters).getAttribute('class')).toContain('is-meant');
          await picture(client, 'followed-link');
        },
        { opening: { subPageId: context.subEntityId } },
      );
      await seated(
        stage(),
        jo,
        team,
        async ({ open, notice }) => {
          await open();
          await notice.getByText(words.changes.notThere).waitFor();
        },
        { opening: { subPageId: stage().world.newId() } },
      );
    });
  });
