import { sizeLimits } from './sizes.ts';

const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;

/**
 * A long text as properties `name0`, `name1`, … of at most 32K characters each. A surrogate pair is never cut in
 * two: a half of one is no character, and would not survive the way to the service.
 */
export const inPieces = (
  name: string,
  text: string,
  longest: number = sizeLimits.text,
): Record<string, string> => {
  const pieces: Record<string, string> = {};
  let from = 0;
  let number = 0;
  do {
    let to = Math.min(from + longest, text.length);
    if (to < text.length && isHighSurrogate(text.charCodeAt(to - 1))) to -= 1;
    pieces[`${name}${number}`] = text.slice(from, to);
    from = to;
    number += 1;
  } while (from < text.length);
  return pieces;
};

/** The text that `inPieces` split, or null where a row has no such property or one that is not a text. */
export const fromPieces = (name: string, row: Readonly<Record<string, unknown>>): string | null => {
  let text: string | null = null;
  for (let number = 0; row[`${name}${number}`] !== undefined; number += 1) {
    const piece = row[`${name}${number}`];
    if (typeof piece !== 'string') return null;
    text = text === null ? piece : text + piece;
  }
  return text;
};
