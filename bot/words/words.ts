import { enGB } from './en-GB.ts';

/** Everything a person reads from the bot. `en-GB` is complete; another language is another file of this type. */
export type Words = typeof enGB;

const languages: Readonly<Record<string, Words>> = { 'en-gb': enGB };

/**
 * The words for a client's locale: the exact language, else any of the same family, else British English.
 * A missing or malformed locale falls back too.
 */
export const wordsFor = (locale: string | null): Words => {
  const wanted = (locale ?? '').toLowerCase();
  const family = wanted.split('-')[0];
  return languages[wanted] ?? languages[family ?? ''] ?? enGB;
};
