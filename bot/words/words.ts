import { cy } from './cy.ts';
import { enGB } from './en-GB.ts';
import type { Partly, Words } from './translation.ts';

export type { Words } from './translation.ts';

/** The translated words, and British English where there are none yet. */
const completed = <T extends object>(english: T, translated: Partly<T>): T =>
  Object.fromEntries(
    Object.entries(english).map(([key, said]) => {
      const own: unknown = Reflect.get(translated, key);
      const isGroup = typeof said === 'object' && said !== null && !Array.isArray(said);
      return [key, isGroup && typeof own === 'object' && own !== null ? completed(said, own) : (own ?? said)];
    }),
  ) as T;

const languages: Readonly<Record<string, Words>> = { 'en-gb': enGB, cy: completed(enGB, cy) };

/**
 * The words for a client's locale: the exact language, else any of the same family, else British English.
 * A missing or malformed locale falls back too.
 */
export const wordsFor = (locale: string | null): Words => {
  const wanted = (locale ?? '').toLowerCase();
  const family = wanted.split('-')[0] ?? '';
  const known = (name: string): Words | undefined =>
    Object.hasOwn(languages, name) ? languages[name] : undefined;
  return known(wanted) ?? known(family) ?? enGB;
};
