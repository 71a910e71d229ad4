import { describe, expect, test } from '@jest/globals';
import { enGB as words } from '../../../tab/words/en-GB.ts';
import type { TabStage } from '../../helpers/host/stage.ts';
import { picture } from './pictures.ts';
import { ordinary, pairWith, seated } from './teams.ts';

const { form } = words;
const letters = 'Letters to families';

export const everyday = (stage: () => TabStage): void =>
  describe('a person at work on the plan', () => {
    test('adds an action with all its answers, and its people from the roster', async () => {
      const { team, sam, jo } = await pairWith(stage(), ordinary);
      await seated(stage(), sam, team, async (seat) => {
        const { client, open, button, dialog, fill, press, closed, cell } = seat;
        await open();
        await button(words.plan.add).click();
        await dialog.waitFor();
        await press(form.addIt);
        await dialog.getByText(form.faults.required).waitFor();
        await fill({
          area: 'Meetings about a plan',
          activities: 'Sit in a circle.\nBegin with what works.',
          support: 'A room without a big table.',
          dueOn: '2027-02-01',
          timescale: 'before half-term',
          outcome: 'Families speak first.',
        });
        await button(words.people.choose).click();
        await dialog.getByRole('checkbox', { name: jo.name }).check();
        await button(words.people.hide).click();
        await picture(client, 'form');
        await press(form.addIt);
        await closed();
        expect(await cell('Meetings about a plan', 'activities')).toContain('Begin with what works.');
        expect(await cell('Meetings about a plan', 'who')).toContain(jo.name);
        expect(await cell('Meetings about a plan', 'due')).toContain('before half-term');
        await seat.notice.getByText(words.changes.added).waitFor();
        expect(client.faults).toEqual([]);
      });
    });

    test('chooses people with Teams’ own picker where there is one', async () => {
      const { team, sam, jo } = await pairWith(stage(), ordinary);
      const opening = { hasPicker: true };
      const work = async ({
        client,
        open,
        edit,
        button,
        press,
        closed,
        cell,
      }: Parameters<Parameters<typeof seated>[3]>[0]) => {
        await open();
        await edit(letters);
        await client.picks([{ objectId: jo.id.toUpperCase(), displayName: jo.name }]);
        await button(words.people.choose).click();
        await client.tab.getByRole('button', { name: words.people.remove(jo.name) }).waitFor();
        const [asked] = (await client.hears('people.selectPeople')).args;
        expect(asked).toMatchObject({ setSelected: [], singleSelect: false });
        await press(form.save);
        await closed();
        expect(await cell(letters, 'who')).toContain(jo.name);
      };
      await seated(stage(), sam, team, work, { opening });
    });

    test('edits an action, and only what was changed is sent', async () => {
      const { team, sam } = await pairWith(stage(), ordinary);
      await seated(stage(), sam, team, async ({ client, open, edit, fill, press, closed, cell }) => {
        await open();
        const sent = client.page.waitForRequest((request) => request.method() === 'PATCH');
        await edit(letters);
        await fill({ activities: 'Write one letter anew.', dueOn: '' });
        await press(form.save);
        await closed();
        expect((await sent).postDataJSON()).toEqual({ activities: 'Write one letter anew.', dueOn: null });
        expect(await cell(letters, 'due')).toContain(words.row.noDate);
      });
    });

    test('reads what happened to an action, without its words', async () => {
      const { team, sam, jo } = await pairWith(stage(), ordinary);
      const { actions } = await stage().api(jo, team).read();
      const id = actions.find(({ area }) => area === letters)?.id ?? '';
      await stage().api(jo, team).change(id, { status: 'doing', activities: 'Something quite different.' });
      await seated(stage(), sam, team, async ({ client, open, more, dialog, press, closed }) => {
        await open();
        await more(letters, words.row.history);
        await dialog.getByText(words.history.status(words.status.todo, words.status.doing)).waitFor();
        const said = await dialog.innerText();
        expect(said).toContain(`${jo.name} `);
        expect(said).toContain(words.history.added);
        expect(said).not.toContain('Something quite different.');
        await picture(client, 'history');
        await press(words.history.close);
        await closed();
      });
    });
  });
