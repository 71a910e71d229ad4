import {
  BorderStyle,
  HeightRule,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { Words } from '../../words/words.ts';
import type { ActionAsRead } from './as-read.ts';
import { colours, styleIds, textWidth } from './word-styles.ts';

/** The template's five columns in its order, and the status beside them; widths in twentieths of a point. */
const columns = [
  { key: 'area', width: 2_800 },
  { key: 'activities', width: 3_100 },
  { key: 'who', width: 2_600 },
  { key: 'when', width: 1_900 },
  { key: 'outcome', width: 3_350 },
  { key: 'status', width: textWidth - 13_750 },
] as const;

/** Characters of a cell up to which its row is kept on one page; a longer one flows on rather than leave a gap. */
const keptWhole = 700;

/** Rows of a plan that has none, to be filled in by hand. */
const blankRows = 4;

/** The actions as a table whose first row, the columns with their questions, is marked as such and repeated. */
export const planTable = (actions: readonly ActionAsRead[], words: Words): Table => {
  const line = { style: BorderStyle.SINGLE, size: 4, color: colours.line };
  return new Table({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: columns.map(({ width }) => width),
    // Fixed: a long word is broken within its column, and no column pushes another off the paper.
    layout: TableLayoutType.FIXED,
    margins: { top: 60, bottom: 40, left: 90, right: 90, marginUnitType: WidthType.DXA },
    borders: {
      top: line,
      bottom: line,
      left: line,
      right: line,
      insideHorizontal: line,
      insideVertical: line,
    },
    tableLook: { firstRow: true, noHBand: true, noVBand: true },
    rows: [
      heading(words),
      ...actions.map((action) => row(action, words)),
      ...(actions.length > 0 ? [] : Array.from({ length: blankRows }, blank)),
    ],
  });
};

const heading = (words: Words): TableRow =>
  new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(({ key, width }) => {
      const { name, asks } = words.planExport.columns[key];
      return new TableCell({
        width: { size: width, type: WidthType.DXA },
        shading: { type: ShadingType.CLEAR, fill: colours.heading },
        children: [
          new Paragraph({ style: styleIds.column, text: name }),
          new Paragraph({ style: styleIds.question, text: asks }),
        ],
      });
    }),
  });

const row = (action: ActionAsRead, words: Words): TableRow => {
  const { area, activities, who, support, byWhen, timescale, outcome, outcomeMet, outcomeSeen, status } =
    action;
  const said = words.planExport;
  const cells: Paragraph[][] = [
    plain(area),
    plain(activities),
    [...strong(who), ...plain(support)],
    [...plain(byWhen === '' ? [] : [byWhen]), ...plain(timescale)],
    [
      ...plain(outcome),
      ...labelled(said.met, outcomeMet === '' ? [] : [outcomeMet]),
      ...labelled(said.seen, outcomeSeen),
    ],
    plain([status]),
  ];
  const longest = Math.max(
    ...[area, activities, support, timescale, [...outcome, ...outcomeSeen]].map(
      (lines) => lines.join('').length,
    ),
  );
  return new TableRow({
    cantSplit: longest <= keptWhole,
    children: cells.map((children, at) => cell(children, columns[at]?.width ?? 0)),
  });
};

const blank = (): TableRow =>
  new TableRow({
    height: { value: 1_250, rule: HeightRule.ATLEAST },
    children: columns.map(({ width }) => cell([], width)),
  });

// A cell without a paragraph is no valid Word.
const cell = (children: Paragraph[], width: number): TableCell =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    children: children.length > 0 ? children : [new Paragraph('')],
  });

const plain = (lines: readonly string[]): Paragraph[] => lines.map((text) => new Paragraph(text));

const strong = (text: string): Paragraph[] =>
  text === '' ? [] : [new Paragraph({ children: [new TextRun({ text, bold: true })] })];

/** "What we saw:" and, behind it, the first line; the others below. */
const labelled = (label: string, [first, ...others]: readonly string[]): Paragraph[] =>
  first === undefined
    ? []
    : [
        new Paragraph({ children: [new TextRun({ text: label, bold: true }), new TextRun(` ${first}`)] }),
        ...plain(others),
      ];
