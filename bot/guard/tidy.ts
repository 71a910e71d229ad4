/**
 * Text as the patterns expect it: what looks the same to a reader is the same here. Full-width and other scripts'
 * digits become ASCII, every dash and minus a hyphen, runs of spaces one space, and invisible characters go.
 * Line breaks stay, because two lines are two things. It takes time in proportion to the text, and is only ever
 * searched: what somebody typed is stored as they typed it.
 */
export const tidy = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\p{Cf}\p{Variation_Selector}]/gu, '')
    .replace(/(?![0-9])\p{Nd}/gu, asciiDigit)
    .replace(/[\p{Pd}\u2212]/gu, '-')
    .replace(/[^\S\r\n\u2028\u2029]+/gu, ' ');

/** Unicode keeps the ten digits of a script side by side, nought first; so a digit's place is its value. */
const asciiDigit = (digit: string): string => {
  const code = digit.codePointAt(0) ?? 0;
  let nought = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(nought - 1))) nought -= 1;
  return String((code - nought) % 10);
};
