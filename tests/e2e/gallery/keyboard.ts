import type { Page } from 'playwright-core';

/** Where the Tab key stops on a card. */
type Stop = {
  place: number;
  name: string;
  isField: boolean;
  /** Whether it shows and hides a part of the card. */
  isFold: boolean;
  isRinged: boolean;
  box: { left: number; top: number; bottom: number };
};

/** More stops than any card has: a trap is a fault, not a test that never ends. */
const most = 120;

const unread = ['fallback', 'data', 'refresh'];

/**
 * What a keyboard must reach on a card, in reading order: fields by their labels, buttons and boxes by their titles.
 * @param unfolded whether what is hidden at first is shown
 */
export const stopsOf = (value: unknown, unfolded: boolean): string[] => {
  if (Array.isArray(value)) return value.flatMap((each) => stopsOf(each, unfolded));
  if (typeof value !== 'object' || value === null) return [];
  const node: Record<string, unknown> = { ...value };
  if (node.isVisible === false && !unfolded) return [];
  const type = String(node.type);
  if (type === 'Input.Toggle') return [String(node.title)];
  if (type.startsWith('Input.')) return [String(node.label)];
  if (type.startsWith('Action.')) return [String(node.title)];
  return Object.entries(node).flatMap(([key, inner]) =>
    unread.includes(key) ? [] : stopsOf(inner, unfolded),
  );
};

/** Tabs through the card from before it, until the focus has left it, and does something at every stop. */
export const tabThrough = async (
  page: Page,
  index: number,
  atStop: (stop: Stop) => Promise<void> = async () => {},
): Promise<Stop[]> => {
  const stops: Stop[] = [];
  await page.evaluate(`gallery.startBefore(${index})`);
  for (let count = 0; count < most; count += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate<Stop | null>(`gallery.focused(${index})`);
    if (stop === null) return stops;
    if (stop.place === stops.at(-1)?.place) continue;
    stops.push(stop);
    await atStop(stop);
  }
  throw new Error(`The focus does not leave the card after ${most} presses of Tab`);
};

/** The stops that lie before the one that leads to them: above it, or to its left on the same line. */
export const backwards = (stops: Stop[]): string[] =>
  stops.flatMap(({ name, box }, index) => {
    const before = stops[index - 1];
    if (!before) return [];
    const isBelow = box.top >= before.box.bottom - 1;
    const isBeside = box.bottom > before.box.top && box.left > before.box.left;
    return isBelow || isBeside ? [] : [`"${name}" after "${before.name}"`];
  });
