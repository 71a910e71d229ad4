import { afterAll, afterEach, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import { type Browser, type BrowserContext, chromium, type Locator, type Page } from 'playwright-core';
import { buildWhatIsOlder } from '../../infra/local/build.mjs';
import { enGB as words } from '../../tab/words/en-GB.ts';
import { ensureBrowser } from '../browser.mjs';
import { eventually } from '../helpers/http.ts';
import { anAction, someActions, tom, zoe } from '../tab/actions.ts';
import { aPlan, type PlanServer, servePlan } from '../tab/plan-server.ts';

/** The plan's page before a plan in memory, for what a whole stage would be too slow or too honest to show. */
let browser: Browser;
let server: PlanServer;
let context: BrowserContext;
let page: Page;
const faults: string[] = [];
jest.setTimeout(60_000);

beforeAll(async () => {
  await buildWhatIsOlder();
  const args = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking'];
  browser = await chromium.launch({ executablePath: ensureBrowser(), args });
}, 60_000);
afterAll(() => browser?.close());
beforeEach(async () => {
  server = await servePlan(aPlan(someActions(260), { left: [zoe.id] }));
  context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  page = await context.newPage();
  faults.length = 0;
  page.on('pageerror', ({ message }) => faults.push(message));
  // The browser has no way out of this machine, and says so of what Teams' library would like to fetch.
  page.on('console', (line) => line.text().includes('Content Security') && faults.push(line.text()));
});
afterEach(async () => {
  expect(faults).toEqual([]);
  await context.close();
  await server.stop();
});

const open = async (query = ''): Promise<void> => {
  await page.goto(`${server.url}/tab/?as=${tom.id}${query}`);
  await page.locator('.row').first().waitFor();
};
const rows = (): Promise<number> => page.locator('.row').count();
const rowOf = (id: string) => page.locator(`#action-${id}`);
const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
const isFocused = async (one: Locator): Promise<boolean> =>
  (await one.and(page.locator(':focus')).count()) === 1;
const inDialog = (name: string) =>
  page.getByRole('dialog').getByRole('button', { name, exact: true }).click();
const closed = () => page.getByRole('dialog').waitFor({ state: 'detached' });
const areaBox = () => page.getByRole('dialog').getByRole('textbox', { name: words.columns.area.name });
const edit = async (id: string): Promise<void> => {
  await rowOf(id).getByRole('button', { name: /^Edit/ }).click();
  await page.getByRole('dialog').waitFor();
};
/** As if somebody came back to the window: the plan is looked at at once. */
const lookAgain = () => page.evaluate("window.dispatchEvent(new Event('visibilitychange'))");
const filterBy = (label: string, choice: string) =>
  page.locator('.filters').getByLabel(label, { exact: true }).selectOption(choice);
const toTheEnd = async (count: number): Promise<void> => {
  await eventually(`${count} rows`, async () => {
    await page.evaluate('scrollTo(0, document.body.scrollHeight)');
    return (await rows()) === count;
  });
};

test('rows come while one scrolls, a hundred at most, and a hundred more when asked for', async () => {
  await open();
  expect(await rows()).toBeLessThan(100);
  await toTheEnd(100);
  await button('Show 100 more').click();
  await toTheEnd(200);
  await button('Show 60 more').click();
  await toTheEnd(260);
  expect(await button(/^Show \d+ more$/).count()).toBe(0);
});

test('all rows go on paper, whole, and none of what can be pressed', async () => {
  await open();
  await page.emulateMedia({ media: 'print' });
  await eventually('all rows', async () => (await rows()) === 260);
  expect(await page.getByText('Look again in spring.').first().isVisible()).toBe(true);
  expect(await button('Edit').count()).toBe(0);
  expect(await page.locator('select:visible, input:visible, button.quiet:visible').count()).toBe(0);
  expect(await page.locator('.asks').first().isVisible()).toBe(true);
});

test('a followed link opens an action that is far down, and a link that leads nowhere says so', async () => {
  await open('&action=action-233');
  await eventually('the focus', () =>
    page.evaluate<boolean>("document.activeElement?.id === 'action-action-233'"),
  );
  const box = await rowOf('action-233').boundingBox();
  expect(box?.y).toBeLessThan(800);
  await open('&action=nowhere');
  await page.getByText('That action is not in the plan any more.').waitFor();
});

test('a status that others changed otherwise is for the person to decide, any other change of theirs is not', async () => {
  await open();
  server.othersChange('action-3', { outcome: 'Theirs' });
  await rowOf('action-3').getByRole('combobox').selectOption('doing');
  await page.getByText('Status is now: In progress.').waitFor();
  await page.getByText('Theirs').waitFor({ state: 'attached' });

  server.othersChange('action-9', { status: 'done' });
  await rowOf('action-9').getByRole('combobox').selectOption('doing');
  await page.getByRole('dialog').waitFor();
});

test('others’ changes move rows and leave the focus where it is', async () => {
  server.plan = aPlan(someActions(20));
  await open();
  const status = rowOf('action-2').getByRole('combobox');
  await status.focus();
  server.othersChange('action-2', { area: 'AAA' });
  await lookAgain();
  await page.getByText('AAA').waitFor();
  expect(await isFocused(status)).toBe(true);
});

test('a dialog that closes gives the page back to screen readers, and the focus to where it was', async () => {
  await open();
  const edit = rowOf('action-3').getByRole('button', { name: /^Edit/ });
  await edit.click();
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  await eventually('the page', () => page.evaluate<boolean>("!document.querySelector('#tab[aria-hidden]')"));
  await eventually('the focus', () => isFocused(edit));
});

test('a server that refuses ends in a sentence and a way on, and comes back by itself', async () => {
  server.refuse = 503;
  await page.goto(`${server.url}/tab/?as=${tom.id}`);
  await page.getByRole('heading', { name: 'One moment' }).waitFor();
  server.refuse = null;
  await button('Try again').click();
  await page.locator('.row').first().waitFor();

  server.refuse = 500;
  await lookAgain();
  await page.getByText('Something went wrong').waitFor();
  expect(await rows()).toBeGreaterThan(0);
  // Whoever has left the team sees nothing more of the plan.
  server.refuse = 403;
  await lookAgain();
  await page.getByRole('heading', { name: 'This plan is for its team' }).waitFor();
  expect(await rows()).toBe(0);
});

test('what people write is shown as it is, and never run', async () => {
  const hostile = '<img src=x onerror="window.hit=1">';
  server.plan = aPlan([
    anAction({ area: hostile, activities: `${hostile}\u202e{{7*7}}`, timescale: hostile }),
  ]);
  await open();
  expect(await page.locator('.row .cell-area').innerText()).toBe(hostile);
  expect(await page.evaluate<boolean>("'hit' in window")).toBe(false);
  expect(await page.locator('.row img').count()).toBe(0);
});

test('a form stays open with what was typed in it where its person is taken out of the team', async () => {
  await open();
  await edit('action-3');
  await areaBox().fill('Typed for a long time');
  server.refuse = 403;
  await lookAgain();
  await page.locator('h1', { hasText: words.trouble.outside.title }).waitFor({ state: 'attached' });
  expect(await rows()).toBe(0);
  await inDialog(words.form.save);
  await page.getByText(words.form.trouble.outside).waitFor();
  expect(await areaBox().inputValue()).toBe('Typed for a long time');
  server.refuse = null;
  await inDialog(words.form.again);
  await closed();
});

test('a part of the page that a newer version has replaced is said to be so, and loading again leads on', async () => {
  await open();
  server.missing = /form/;
  await rowOf('action-3').getByRole('button', { name: /^Edit/ }).click();
  await page.getByText(words.changes.outdated).waitFor();
  server.missing = null;
  await button(words.changes.reload).click();
  await page.getByText(words.changes.outdated).waitFor({ state: 'detached' });
  await page.locator('.row').first().waitFor();
  await edit('action-3');
});

test('a page whose script never comes says so, and can be loaded again', async () => {
  server.missing = /index-.*js$/;
  await page.goto(`${server.url}/tab/?as=${tom.id}`);
  const late = page.locator('.first-sight-late');
  expect(await late.isVisible()).toBe(false);
  await page.evaluate(
    'document.getAnimations().forEach((one) => one.effect.getTiming().iterations === Infinity || one.finish())',
  );
  expect(await late.isVisible()).toBe(true);
  server.missing = null;
  await page.getByRole('link', { name: 'Load the page again' }).click();
  await page.getByRole('heading', { name: words.local.title }).waitFor();
});

test('a Teams that does not answer is waited for, and can be asked again', async () => {
  await page.clock.install();
  await page.route('**/around', (route) =>
    route.fulfill({ contentType: 'text/html', body: `<iframe src="${server.url}/tab/"></iframe>` }),
  );
  await page.goto(`${server.url}/around`);
  const tab = page.frameLocator('iframe');
  await tab.locator('.first-sight').waitFor();
  await eventually('the sentence', async () => {
    await page.clock.runFor(4_000);
    return tab.getByRole('heading', { name: words.silent.title }).isVisible();
  });
  await tab.getByRole('button', { name: words.trouble.retry }).click();
  await tab.locator('.first-sight').waitFor();
});

test('a person who declines to sign in is not asked again until they want to be', async () => {
  server.tokens.refused = true;
  await page.clock.install();
  await page.goto(`${server.url}/tab/?as=${tom.id}`);
  await page.getByRole('heading', { name: words.trouble.signIn.title }).waitFor();
  expect(server.tokens.asked).toBe(1);
  await page.clock.runFor(60_000);
  await lookAgain();
  await page.clock.runFor(1_000);
  expect(server.tokens.asked).toBe(1);
  server.tokens.refused = false;
  await button(words.trouble.signIn.on).click();
  await page.locator('.row').first().waitFor();
});

test('editing asks nobody who is in the team, and says who has left', async () => {
  server.plan = aPlan([anAction({ id: 'held', who: [zoe, tom], heldUntil: '2099-12-03' })], {
    left: [zoe.id],
  });
  await open();
  await page.getByText(words.row.heldUntil('3 December 2099')).waitFor();
  await edit('held');
  await page.getByRole('dialog').getByText(`(${words.people.hasLeft})`).waitFor();
  await areaBox().fill('Another');
  await inDialog(words.form.save);
  await closed();
  expect(server.asked.filter((line) => line.includes('/members'))).toEqual([]);
});

test('what was typed and left is offered when the plan is opened again, also of an action deleted since', async () => {
  await open();
  await edit('action-3');
  await areaBox().fill('Nearly lost');
  await page.getByRole('dialog').waitFor();
  server.plan = { ...server.plan, actions: server.plan.actions.filter(({ id }) => id !== 'action-3') };
  await page.reload();
  await page.getByText(words.plan.unsaved('Nearly lost')).waitFor();
  await button(words.plan.goOn).click();
  expect(await areaBox().inputValue()).toBe('Nearly lost');
  await inDialog(words.form.save);
  await page.getByText(words.form.gone).waitFor();
  await inDialog(words.form.addAnew);
  await closed();
  expect(server.plan.actions.some(({ area }) => area === 'Nearly lost')).toBe(true);
  await page.getByText(words.plan.unsaved('Nearly lost')).waitFor({ state: 'detached' });
});

test('the focus stays by a row that goes, for whatever reason, and comes back from a message that is closed', async () => {
  server.plan = aPlan(someActions(12).map((action) => ({ ...action, status: 'todo' })));
  await open();
  await filterBy(words.filter.status, 'todo');
  const ids = () => page.evaluate<string[]>("[...document.querySelectorAll('.row')].map(({ id }) => id)");
  const focused = () => page.evaluate<string>('document.activeElement.id');
  const [first = '', second = '', third = ''] = await ids();
  const status = page.locator(`#${first}`).getByRole('combobox');
  await status.focus();
  await status.selectOption('doing');
  await eventually('the row beside', async () => (await focused()) === second);

  await button(words.changes.dismiss).focus();
  await page.keyboard.press('Enter');
  await eventually('the row again', async () => (await focused()) === second);

  server.plan = {
    ...server.plan,
    actions: server.plan.actions.filter(({ id }) => `action-${id}` !== second),
  };
  server.othersChange(third.replace('action-', ''), { timescale: 'soon' });
  await lookAgain();
  await eventually('the row after it', async () => (await focused()) === third);
});

test('a choice that comes up while a form is open waits for the form', async () => {
  await open();
  const gate = Promise.withResolvers<void>();
  server.gate = gate.promise;
  await rowOf('action-9').getByRole('combobox').selectOption('doing');
  await edit('action-3');
  await areaBox().fill('In the middle of something');
  server.othersChange('action-9', { status: 'done' });
  gate.resolve();
  await eventually('the refusal', () => server.asked.includes('PATCH /actions/action-9 412'));
  await inDialog(words.form.save);
  await page.getByRole('heading', { name: words.conflict.title }).waitFor();
  expect(server.plan.actions.find(({ id }) => id === 'action-3')?.area).toBe('In the middle of something');
});

test('undoing “done” keeps what was answered for the next time', async () => {
  server.plan = aPlan([anAction({ id: 'one' })]);
  await open();
  const status = rowOf('one').getByRole('combobox');
  const seen = () => page.getByRole('dialog').getByRole('textbox', { name: words.form.fields.outcomeSeen });
  await status.selectOption('done');
  await seen().fill('They told us so.');
  await inDialog(words.form.markDone);
  await button(words.changes.undo).click();
  await page.getByText(words.changes.undone).waitFor();
  expect(server.plan.actions[0]?.status).toBe('todo');
  await status.selectOption('done');
  expect(await seen().inputValue()).toBe('They told us so.');
});

test('filters stay while the tab is away, and paper says that it shows a part', async () => {
  await open();
  await filterBy(words.filter.status, 'done');
  await page.getByRole('searchbox', { name: words.filter.text }).fill('families');
  const showing = page.locator('.showing');
  await eventually('fewer', async () => /^Showing/.test(await showing.innerText()));
  const said = await showing.innerText();
  await page.reload();
  await page.locator('.row').first().waitFor();
  expect(await showing.innerText()).toBe(said);
  await page.emulateMedia({ media: 'print' });
  const [, shown, all] = /(\d+) of (\d+)/.exec(said) ?? [];
  await page.getByText(words.plan.partOnly(Number(shown), Number(all))).waitFor();
  await page.emulateMedia({ media: 'screen' });
  await button(words.filter.clear).click();
  await eventually('the focus', () => isFocused(page.getByRole('searchbox', { name: words.filter.text })));
});
