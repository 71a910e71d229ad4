import type { IdentifierKind, Pattern } from './pattern.ts';
import { tidy } from './tidy.ts';

/** Where something was found in the tidied text. It stays in this file: its characters are the very secret. */
type Span = { from: number; to: number; kind: IdentifierKind };

/** Every form has a figure or an @ in it (in some script or width): most of what people write has neither. */
const mayHold = /[\p{N}@\uff20\ufe6b]/u;

/**
 * What in this text may identify a family: kinds and how often, in the order of the patterns; empty where nothing
 * does. The characters themselves never leave this function, so nobody can log, store or send them.
 *
 * Where two overlap the longer one counts, and of two equally long the one whose pattern stands first: a phone
 * number inside an e-mail address is the address alone. The time is in proportion to the text.
 */
export const findIdentifiers = (
  text: string,
  patterns: readonly Pattern[],
): { kind: IdentifierKind; count: number }[] => {
  if (!mayHold.test(text)) return [];
  const searched = tidy(text);
  const spans = patterns.flatMap((pattern) => spansOf(searched, pattern));
  // Sorting is stable, so equal lengths stay in the order of the patterns.
  spans.sort((one, other) => other.to - other.from - (one.to - one.from));

  const taken = new Uint8Array(searched.length);
  const counts = new Map<IdentifierKind, number>();
  for (const { from, to, kind } of spans) {
    if (taken.subarray(from, to).includes(1)) continue;
    taken.fill(1, from, to);
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  const kinds = new Set(patterns.map(({ kind }) => kind));
  return [...kinds].flatMap((kind) => {
    const count = counts.get(kind);
    return count === undefined ? [] : [{ kind, count }];
  });
};

const spansOf = (searched: string, { kind, find, check }: Pattern): Span[] => {
  const expression = everywhere(find);
  expression.lastIndex = 0;
  const spans: Span[] = [];
  for (let match = expression.exec(searched); match !== null; match = expression.exec(searched)) {
    const [found] = match;
    if (found !== '' && (check === undefined || check(found))) {
      spans.push({ from: match.index, to: match.index + found.length, kind });
    } else {
      // What failed the check may hide what passes it: "03000 07700 900123" ends in a mobile number.
      expression.lastIndex = match.index + 1;
    }
  }
  return spans;
};

/** The expression as it finds all of them. Made once: making one costs more than searching with it. */
const everywhere = (find: RegExp): RegExp => {
  const known = copies.get(find);
  if (known !== undefined) return known;
  const made = new RegExp(find, `${find.flags.replace(/[gy]/g, '')}g`);
  copies.set(find, made);
  return made;
};
const copies = new WeakMap<RegExp, RegExp>();
