/** About six lines of a wide column. */
const short = 240;
const lines = 6;
/** A rest shorter than this is not worth a button. */
const least = 60;

/**
 * A long text in the part that is shown at once and the rest, cut between words or lines; together they are the
 * whole text. `rest` is empty for a text that is short enough.
 */
export const splitText = (text: string): { start: string; rest: string } => {
  const end = Math.min(endOfLines(text), text.length > short ? endOfWord(text) : text.length);
  const worthIt = text.length - end >= least || text.slice(end).split('\n').length > 2;
  return worthIt ? { start: text.slice(0, end), rest: text.slice(end) } : { start: text, rest: '' };
};

const endOfWord = (text: string): number => {
  const space = text.lastIndexOf(' ', short);
  if (space > short / 2) return space;
  // One endless word: cut, but never between the two halves of one character.
  const before = text.charCodeAt(short - 1);
  return before >= 0xd800 && before <= 0xdbff ? short - 1 : short;
};

const endOfLines = (text: string): number => {
  let end = -1;
  for (let line = 0; line < lines; line += 1) {
    end = text.indexOf('\n', end + 1);
    if (end === -1) return text.length;
  }
  return end;
};
