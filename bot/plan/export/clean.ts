/**
 * The lines of a text, without what a file cannot hold: XML forbids control characters, halves of surrogate pairs and
 * U+FFFE and U+FFFF, and one of them would make Word refuse the whole document. Whatever ends a line somewhere ends
 * it here; a tab becomes a space; blank lines at either end go. A text without a visible character has no lines.
 */
export const linesOf = (text: string): string[] => {
  const lines = text
    .toWellFormed()
    .replace(/\r\n|[\v\f\r\u0085\u2028\u2029]/g, '\n')
    .replaceAll('\t', ' ')
    .replace(unfit, '')
    .split('\n')
    .map((line) => line.trimEnd());
  const first = lines.findIndex((line) => line !== '');
  return first < 0 ? [] : lines.slice(first, lines.findLastIndex((line) => line !== '') + 1);
};

/** Control characters but line ends, and the two code points that no character will ever have. */
const unfit = /[^\P{Cc}\n]|[\uFFFE\uFFFF]/gu;
