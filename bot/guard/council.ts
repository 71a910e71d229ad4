import type { Pattern } from './pattern.ts';
import { tidy } from './tidy.ts';

/** In characters, after tidying. */
const longest = 40;
/** Fewer digits than this would find house numbers and years. */
const fewestDigits = 4;

/**
 * Reads a council's own case number from a setting such as `AAA-999999`: `9` stands for any digit, a capital `A`
 * for any letter, and every other letter, digit, space or one of `- / . _ : # & ( )` for itself, in either case.
 * Everything in it has to be there, and in the text nothing of a word or number may touch it.
 *
 * It is no regular expression on purpose: whatever is set, finding it takes one look at each character, so that
 * no setting can hang the server. The fault says what to mend and never repeats the setting.
 */
export const readCaseForm = (text: string): { pattern: Pattern } | { fault: string } => {
  const form = [...tidy(text).trim()];
  const strange = form.findIndex((character) => !/[\p{L}\d /._:#&()-]/u.test(character));
  if (form.length === 0)
    return { fault: 'is empty: give a form such as AAA-999999, or leave the setting out' };
  if (form.length > longest)
    return { fault: `is longer than ${longest} characters: give the form of one case number` };
  if (strange >= 0) {
    return {
      fault: `has a character, number ${strange + 1}, that no form may have: use 9 for a digit, A for a letter, and letters, digits, spaces or - / . _ : # & ( ) for themselves`,
    };
  }
  const digits = form.filter((character) => character === '9').length;
  if (digits < fewestDigits) {
    return { fault: `has fewer than ${fewestDigits} digits (9) and would find ordinary words and numbers` };
  }
  if (digits < 6 && form.every((character) => /[9 /.-]/.test(character))) {
    return {
      fault: 'has only digits, and fewer than 6, and would find years: add its letters or more digits (9)',
    };
  }
  const source = form.map(one).join('');
  return {
    pattern: { kind: 'caseNumber', find: new RegExp(`(?<![\\p{L}\\p{N}])${source}(?![\\p{L}\\p{N}])`, 'iu') },
  };
};

/** The expression for one character of the form; by its number, so that none can be an operator. */
const one = (character: string): string => {
  if (character === '9') return '\\d';
  if (character === 'A') return '\\p{L}';
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
};
