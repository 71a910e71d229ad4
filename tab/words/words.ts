import { enGB } from './en-GB.ts';

/** Everything a person reads in the tab. */
export type Words = typeof enGB;

/** The words for a host's locale; British English until there is another language file. */
export const wordsFor = (_locale: string): Words => enGB;
