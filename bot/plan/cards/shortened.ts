/**
 * A text in one line of at most that many characters (UTF-16 units), cut at a word's end where it has one, with an
 * ellipsis; never in the middle of a character.
 */
export const shortened = (text: string, most: number): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= most) return line;
  const cut = line.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '');
  return `${cut.replace(/\s+\S*$/, '')}…`;
};
