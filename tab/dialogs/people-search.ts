import type { Named } from '../../bot/plan/contract.ts';
import { simplified } from '../simplified.ts';

/** More than this many are narrowed down by typing; the list stays quick. */
export const mostShown = 50;

/** The people in whose name each typed word begins a word, or stands anywhere where it is longer. */
export const peopleFound = (people: readonly Named[], typed: string): Named[] => {
  const asked = simplified(typed).split(/\s+/).filter(Boolean);
  return people.filter(({ name }) => {
    const known = simplified(name);
    const parts = known.split(/[\s'’-]+/);
    return asked.every(
      (word) => parts.some((part) => part.startsWith(word)) || (word.length > 2 && known.includes(word)),
    );
  });
};
