import { mkdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';

const screens = resolve(import.meta.dirname, '../../dist/screens');
/** How long a person would wait for a card before wondering, in milliseconds. */
const patience = 15_000;

/** Matches the whole of a label, ignoring the asterisk of a required input. */
const whole = (label: string): RegExp => new RegExp(`^\\s*${RegExp.escape(label)}\\s*\\*?\\s*$`);

/** One person's chat with the bot in a Playground, used as a person uses it: by what can be read on it. */
export class Chat {
  readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }

  /** Every card in the chat, oldest first. */
  get cards(): Locator {
    return this.page.locator('.ac-adaptiveCard');
  }

  get newest(): Locator {
    return this.cards.last();
  }

  /** Types a message into the compose box and sends it; waits for nothing but its own echo. */
  async says(text: string): Promise<void> {
    const box = this.page.getByRole('textbox').last();
    await box.click();
    await this.page.keyboard.type(text);
    await this.page.keyboard.press('Enter');
  }

  /** What stands on the newest card. */
  async reads(): Promise<string> {
    // Not textContent: what a person cannot see does not count, and lines stay apart.
    return this.newest.innerText();
  }

  /**
   * Waits until the newest card shows the text. Throws after fifteen seconds with what it shows instead.
   */
  async sees(text: string | RegExp): Promise<void> {
    const shown = this.newest.filter({ hasText: text });
    try {
      await shown.waitFor({ timeout: patience });
    } catch {
      const card = (await this.cards.count()) > 0 ? await this.reads() : 'no card at all';
      throw new Error(`Expected the newest card to show ${text}, but there is:\n${card}`);
    }
  }

  /** How many cards the chat holds, once it holds that many; throws after fifteen seconds. */
  async holds(count: number): Promise<void> {
    await this.cards.nth(count - 1).waitFor({ timeout: patience });
    const found = await this.cards.count();
    if (found !== count) throw new Error(`Expected ${count} cards, found ${found}`);
  }

  /**
   * Presses a button of the newest card, a tappable box included, by its title. Waits until the bot has answered
   * and the card has been drawn again, which every answer causes: the Playground keeps the elements, but gives
   * them new ids.
   */
  async presses(title: string, on: Locator = this.newest): Promise<void> {
    await this.#press(title, on.getByRole('button', { name: title, exact: true }), on);
  }

  /** The same for one of several buttons with the same title, by what it says when one rests on it. */
  async pressesOneOf(tooltip: string, on: Locator = this.newest): Promise<void> {
    await this.#press(tooltip, on.getByTitle(tooltip, { exact: true }), on);
  }

  async #press(what: string, button: Locator, on: Locator): Promise<void> {
    const drawn = async () => on.locator('[id^="__ac-"]').first().getAttribute('id', { timeout: patience });
    const before = await drawn();
    const answered = this.page.waitForResponse(/\/_conversation\/v1\/invoke$/, { timeout: patience });
    const [answer] = await Promise.all([answered, button.click({ timeout: patience })]);
    if (!answer.ok()) throw new Error(`The bot answered "${what}" with status ${answer.status()}`);
    await until(async () => (await drawn()) !== before, `The card was not drawn again after "${what}"`);
  }

  /** Shows or hides something on the card, which asks the bot nothing. */
  async unfolds(title: string): Promise<void> {
    await this.newest.getByRole('button', { name: title, exact: true }).click({ timeout: patience });
  }

  /** Fills a text or a date (`YYYY-MM-DD`) by its label. */
  async fills(label: string, value: string, on: Locator = this.newest): Promise<void> {
    const input = on.getByLabel(whole(label));
    await input.fill(value, { timeout: patience });
    // A date is read when its field is left.
    await input.press('Tab');
  }

  /** Chooses from a drop-down list by its label. */
  async chooses(label: string, choice: string): Promise<void> {
    await this.newest.getByRole('combobox', { name: whole(label) }).click({ timeout: patience });
    await this.page.getByRole('option', { name: choice, exact: true }).click({ timeout: patience });
  }

  /** Ticks a box, or picks one of several that are all shown, by its own words; within a group where given. */
  async ticks(words: string, group?: string): Promise<void> {
    const within = group ? this.newest.getByRole('radiogroup', { name: whole(group) }) : this.newest;
    await within.getByLabel(whole(words)).check({ timeout: patience });
  }

  /** Takes a tick off again. */
  async unticks(words: string): Promise<void> {
    await this.newest.getByLabel(whole(words)).uncheck({ timeout: patience });
  }

  /** What is typed in a field now. */
  async typed(label: string): Promise<string> {
    return this.newest.getByLabel(whole(label)).inputValue({ timeout: patience });
  }

  /** Keeps a picture of the chat under dist/screens, for people to look at. */
  async pictures(name: string): Promise<void> {
    await takePicture(this.page, name);
  }
}

/** Asks again and again until it is so; throws after fifteen seconds with what was hoped for. */
const until = async (isSo: () => Promise<boolean>, otherwise: string): Promise<void> => {
  const deadline = Date.now() + patience;
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error(otherwise);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
};

/** Opens a Playground and waits until a message could be typed; its log panel is hidden to leave room. */
export const openChat = async (browser: Browser, url: string, person: string): Promise<Chat> => {
  const page = await browser.newPage({ viewport: { width: 1000, height: 1100 }, locale: 'en-GB' });
  // Fonts and an animation from the internet; a closed network must not decide how long a test takes.
  await page.route(/^https:/, (route) => route.abort());
  await page.goto(url);
  // Before its settings have arrived, the page plays somebody else, whose messages go nowhere.
  await page.getByText(person, { exact: true }).first().waitFor({ timeout: patience });
  await page.getByRole('textbox').last().waitFor({ timeout: patience });
  await page.setViewportSize({ width: 700, height: 1100 });
  return new Chat(page);
};

/** Saves a picture as dist/screens/<name>.png; returns its path. */
export const takePicture = async (page: Page, name: string): Promise<string> => {
  const path = join(screens, `${name}.png`);
  await mkdir(dirname(path), { recursive: true });
  await page.screenshot({ path });
  return path;
};
