import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { buildWhatIsOlder } from '../../infra/local/build.mjs';
import { practitioner as joBennett, supervisor as samOkafor } from '../../infra/local/people.mjs';
import type { PlanApi } from '../helpers/host/plan-api.ts';
import type { Chat } from './chat.ts';
import { type Stage, startStage } from './stage.ts';

/** One's own actions in one's own chat, and what the plan's API says of them meanwhile. */
let stage: Stage;
let plan: PlanApi;
beforeAll(async () => {
  await buildWhatIsOlder();
  stage = await startStage();
  plan = stage.planAs(joBennett);
}, 120_000);
afterAll(() => stage?.stop(), 60_000);

const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const jos = [{ id: joBennett.aadObjectId }];
const press = async (chat: Chat, button: string, picture: string): Promise<void> => {
  await chat.presses(button);
  await chat.pictures(`plan-in-chat/${picture}`);
};
const actionOf = async (area: string) => (await plan.read()).actions.find((action) => action.area === area);

test('before there is a plan the list is empty, and says so', async () => {
  const { practitioner: jo } = stage;
  await jo.says('plan');
  await jo.sees('No action of yours is open in a team’s plan.');
  await jo.pictures('plan-in-chat/01-none');
});

test('one’s own open actions are listed by day; one is done, taken back, and moved', async () => {
  const { practitioner: jo } = stage;
  await plan.set({ name: 'Early Help North', managers: [{ id: samOkafor.aadObjectId }] });
  await plan.add({ area: 'Letters are written to families', who: jos, dueOn: inDays(20) });
  await plan.add({ area: 'Families help to set the agenda', who: jos, dueOn: inDays(10) });
  await plan.add({ area: 'Somebody else’s', who: [{ id: samOkafor.aadObjectId }], dueOn: inDays(5) });
  await jo.says('plan');
  await jo.sees('Letters are written to families');
  const list = await jo.reads();
  expect(list.indexOf('agenda')).toBeLessThan(list.indexOf('Letters'));
  expect(list).not.toContain('Somebody else’s');
  await jo.pictures('plan-in-chat/02-list');
  await jo.pressesOneOf('Open: Families help to set the agenda');
  await jo.pictures('plan-in-chat/03-action');
  await press(jo, 'Done', '04-done');
  expect(await actionOf('Families help to set the agenda')).toMatchObject({ status: 'done' });
  await press(jo, 'Undo', '05-open-again');
  await jo.unfolds('Move the date');
  await jo.fills('By when?', inDays(40));
  await press(jo, 'Save the date', '06-moved');
  expect(await actionOf('Families help to set the agenda')).toMatchObject({
    status: 'todo',
    dueOn: inDays(40),
    updatedBy: { name: 'Jo Bennett' },
  });
  await press(jo, 'Back to my actions', '07-list-again');
  await jo.sees('Families help to set the agenda');
  const again = await jo.reads();
  expect(again.indexOf('Letters')).toBeLessThan(again.indexOf('agenda'));
}, 60_000);

test('a card that is older than a change in the tab saves nothing, and shows the action as it is', async () => {
  const { practitioner: jo } = stage;
  await jo.pressesOneOf('Open: Letters are written to families');
  const found = await actionOf('Letters are written to families');
  await stage.planAs(samOkafor).change(found?.id ?? '', { area: 'Letters are written with families' });
  await press(jo, 'Done', '08-changed-meanwhile');
  await jo.sees('Letters are written with families');
  await jo.sees('It has been changed since you opened it, so nothing was saved.');
  expect(await actionOf('Letters are written with families')).toMatchObject({ status: 'todo' });
  await press(jo, 'Done', '09-done');
  expect(await actionOf('Letters are written with families')).toMatchObject({ status: 'done' });
}, 60_000);

test('“Open in the plan” leads to the tab with that action', async () => {
  const { practitioner: jo } = stage;
  await jo.says('plan');
  await jo.pressesOneOf('Open: Families help to set the agenda');
  const [tab] = await Promise.all([
    jo.page.waitForEvent('popup'),
    jo.newest.getByRole('link', { name: 'Open in the plan' }).click(),
  ]);
  await tab.getByText('Families help to set the agenda').first().waitFor();
  expect(new URL(tab.url()).origin).toBe(stage.url);
  await tab.screenshot({ path: 'dist/screens/plan-in-chat/10-tab.png' });
  await tab.close();
}, 60_000);
