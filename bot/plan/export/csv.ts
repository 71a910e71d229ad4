import type { Words } from '../../words/words.ts';
import type { ActionAsRead } from './as-read.ts';

/**
 * The plan as RFC 4180 has it: one row an action below one of headings, every cell quoted, CRLF between rows, LF
 * within a cell. UTF-8 with a byte order mark, without which Excel reads it as Windows-1252. Dates are ISO 8601.
 */
export const csvOf = (actions: readonly ActionAsRead[], words: Words): Uint8Array<ArrayBuffer> => {
  const { columns, csv } = words.planExport;
  const headings = [
    columns.area.name,
    columns.activities.name,
    columns.who.name,
    columns.when.name,
    csv.timescale,
    columns.outcome.name,
    columns.status.name,
    csv.outcomeMet,
    csv.outcomeSeen,
  ];
  const rows = actions.map((action) => [
    text(action.area),
    text(action.activities),
    text([...(action.who ? [action.who] : []), ...action.support]),
    action.dueOn ?? '',
    text(action.timescale),
    text(action.outcome),
    action.status,
    action.outcomeMet,
    text(action.outcomeSeen),
  ]);
  return new TextEncoder().encode(`\uFEFF${[headings, ...rows].map(line).join('')}`);
};

const text = (lines: readonly string[]): string => lines.join('\n');

const line = (cells: readonly string[]): string =>
  `${cells.map((cell) => quoted(harmless(cell))).join(',')}\r\n`;

// Quoted whether or not it must be: where a semicolon separates cells, one in a text would begin a cell of its own.
const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

/**
 * A spreadsheet runs a cell that begins like a formula, so such a cell gets an apostrophe in front, which spreadsheets
 * take for "this is text". It stands there for whoever reads the file with a program: strip one leading apostrophe
 * where a sign follows. Full-width and small signs count too, as does one behind spaces or invisible characters.
 */
const harmless = (cell: string): string => (formula.test(cell) ? `'${cell}` : cell);

const formula =
  /^[\s\p{Z}\p{C}\p{Variation_Selector}]*[=+\-@\u2212\uFE62\uFE63\uFE66\uFE6B\uFF0B\uFF0D\uFF1D\uFF20]|^[\t\r]/u;
