import { BreaksTableRule } from './faults.ts';

/**
 * Keys of Azure Tables: at most 1 KiB (512 UTF-16 code units) without `/ \ # ?` and control characters.
 * Azurite does not insist on all of it, so the rules are kept here.
 */
const longestKey = 512;

/** `%` is allowed by the service but trips what stands between; `~` marks what was rewritten. */
const unwelcome = /[/\\#?%~\p{Cc}]/gu;

/**
 * The id as a key, or as a piece of one: characters that a key may not hold become `~` and four hexadecimal
 * digits. Different ids give different keys, and an ordinary id (a GUID, a Teams thread id) stays as it is.
 */
export const keyFrom = (id: string): string =>
  id
    .toWellFormed()
    .replace(unwelcome, (character) => `~${character.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** Whether the service would take this key. */
export const fitsAsKey = (key: string): boolean =>
  key.length > 0 && key.length <= longestKey && !/[/\\#?\p{Cc}]/u.test(key);

/** @throws BreaksTableRule that names the rule; the key itself is left out, as it may come from outside. */
export const checkKey = (key: string): void => {
  if (fitsAsKey(key)) return;
  throw new BreaksTableRule(
    `A table key must hold 1 to ${longestKey} characters, none of them / \\ # ? or a control character (this one has ${key.length}).`,
  );
};
