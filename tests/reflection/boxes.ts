import type { Domain } from '../../bot/reflection/window.ts';
import { enGB } from '../../bot/words/en-GB.ts';

/** The name of an unmarked box of the window, as a screen reader hears it. */
export const box = (domain: Domain): string => {
  const { name, feel, axes } = enGB.domains[domain];
  return enGB.window.tap(`${name} ${feel}`, axes, false);
};
