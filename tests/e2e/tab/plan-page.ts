import type { Locator } from 'playwright-core';
import { enGB as words } from '../../../tab/words/en-GB.ts';
import type { TeamsClient } from '../../helpers/host/client.ts';

/** The plan's page as a person finds their way on it: by what stands there, and by what things are called. */
export type PlanPage = {
  rows: Locator;
  row(area: string): Locator;
  /** What stands in one column of that row. */
  cell(area: string, column: Column): Promise<string>;
  /** The areas of practice from top to bottom, as many as are shown. */
  areas(): Promise<string[]>;
  /** Opens the tab and waits until rows stand there. */
  open(): Promise<void>;
  button(name: string | RegExp): Locator;
  /** The sentence that says what was just done. */
  notice: Locator;
  dialog: Locator;
  /** The field of the open dialog for this answer of an action. */
  field(answer: string): Locator;
  /** Writes an action's answers into the open dialog. */
  fill(answers: Record<string, string>): Promise<void>;
  /** Presses a button of the open dialog. */
  press(name: string): Promise<void>;
  /** Waits until no dialog is open. */
  closed(): Promise<void>;
  edit(area: string): Promise<void>;
  /** Chooses from what a row's *More* offers. */
  more(area: string, choice: string): Promise<void>;
  status(area: string): Locator;
};

export type Column = 'area' | 'activities' | 'who' | 'due' | 'outcome' | 'status';

export const planPage = (client: TeamsClient): PlanPage => {
  const { tab } = client;
  const rows = tab.locator('tr[id^="action-"]');
  const dialog = tab.getByRole('dialog').last();
  const page: PlanPage = {
    rows,
    row: (area) => rows.filter({ has: tab.locator('.cell-area', { hasText: area }) }),
    cell: async (area, column) => (await page.row(area).locator(`.cell-${column}`).innerText()).trim(),
    areas: async () => (await rows.locator('.cell-area').allInnerTexts()).map((text) => text.trim()),
    open: async () => {
      await client.open();
      await rows.first().waitFor();
    },
    button: (name) => tab.getByRole('button', { name, exact: true }),
    notice: tab.locator('.notice'),
    dialog,
    field: (answer) => dialog.locator(`[data-field="${answer}"]`).locator('textarea, input, select').first(),
    fill: async (answers) => {
      for (const [answer, text] of Object.entries(answers)) {
        if (answer === 'status') await page.field(answer).selectOption(text);
        else await page.field(answer).fill(text);
      }
    },
    press: (name) => dialog.getByRole('button', { name, exact: true }).click(),
    closed: () => tab.getByRole('dialog').waitFor({ state: 'detached' }),
    edit: async (area) => {
      await page.button(words.row.editOf(area)).click();
      await dialog.waitFor();
    },
    more: async (area, choice) => {
      await page.button(words.row.moreOf(area)).click();
      await page.row(area).getByRole('button', { name: choice, exact: true }).click();
    },
    status: (area) => tab.getByRole('combobox', { name: words.row.statusOf(area), exact: true }),
  };
  return page;
};
