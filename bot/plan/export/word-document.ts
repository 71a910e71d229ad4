import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Tab,
  TextRun,
} from 'docx';
import type { Day } from '../../calendar/days.ts';
import { fullDay } from '../../words/days.ts';
import type { Words } from '../../words/words.ts';
import type { ActionAsRead } from './as-read.ts';
import { linesOf } from './clean.ts';
import { withFewEnoughLines } from './word-lines.ts';
import { page, styleIds, styles } from './word-styles.ts';
import { planTable } from './word-table.ts';

/**
 * The plan as a Word document: A4 across, the template's columns, a heading row that each page repeats, and a footer
 * with the day and the page. It has a language and a title, as screen readers want, and no author.
 */
export const wordDocument = async (
  name: string,
  actions: readonly ActionAsRead[],
  words: Words,
  today: Day,
): Promise<Uint8Array<ArrayBuffer>> => {
  const said = words.planExport;
  const team = linesOf(name).join(' ');
  const document = new Document({
    title: `${said.title}, ${team}`,
    // Left out, the library writes a made-up author.
    creator: '',
    lastModifiedBy: '',
    styles: styles(words.locale),
    sections: [
      {
        properties: {
          page: {
            // The library turns the sheet: it takes the measures of one that stands.
            size: { width: page.short, height: page.long, orientation: PageOrientation.LANDSCAPE },
            margin: { ...page.margins },
          },
        },
        children: [
          new Paragraph({ heading: HeadingLevel.HEADING_1, text: said.title }),
          new Paragraph({
            style: styleIds.team,
            children: [new TextRun({ text: said.team, bold: true }), new TextRun(` ${team}`)],
          }),
          ...(actions.length > 0 ? [] : [new Paragraph(said.empty)]),
          planTable(withFewEnoughLines(actions), words),
        ],
        footers: { default: footer(said.asItStood(fullDay(today, words)), said.page) },
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
};

/** The day at the left, the page at the right. */
const footer = (day: string, pageOf: (current: string, total: string) => string): Footer => {
  // Word counts pages itself: the language says where the two numbers stand, and fields go there.
  const fields: Record<string, (typeof PageNumber)[keyof typeof PageNumber]> = {
    '\uE000': PageNumber.CURRENT,
    '\uE001': PageNumber.TOTAL_PAGES,
  };
  const parts = pageOf('\uE000', '\uE001')
    .split(/([\uE000\uE001])/)
    .filter((part) => part !== '');
  return new Footer({
    children: [
      new Paragraph({
        style: styleIds.footer,
        alignment: AlignmentType.LEFT,
        children: [new TextRun({ children: [day, new Tab(), ...parts.map((part) => fields[part] ?? part)] })],
      }),
    ],
  });
};
