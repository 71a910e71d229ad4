import type { IStylesOptions } from 'docx';

/** A4, in twentieths of a point (1 cm is 567). */
export const page = {
  short: 11_906,
  long: 16_838,
  margins: { top: 850, bottom: 850, left: 850, right: 850, header: 425, footer: 425 },
} as const;

/** The width between the margins. */
export const textWidth = page.long - page.margins.left - page.margins.right;

export const styleIds = {
  team: 'PlanTeam',
  column: 'PlanColumn',
  question: 'PlanQuestion',
  footer: 'PlanFooter',
} as const;

/** Dark on white or on pale grey: readable from a black and white printer too. */
export const colours = { ink: '1F2A37', soft: '3F4B59', heading: 'E6EBF0', line: '9AA5B1' } as const;

/** Sizes are half points, so 22 is 11 point; nothing is smaller than 10 point, and nothing is in italics. */
export const styles = (locale: string): IStylesOptions => ({
  default: {
    document: {
      run: {
        font: 'Calibri',
        size: 21,
        color: colours.ink,
        language: { value: locale, eastAsia: locale, bidirectional: locale },
      },
      paragraph: { spacing: { after: 40 } },
    },
    heading1: {
      run: { font: 'Calibri', size: 34, bold: true, color: colours.ink },
      paragraph: { spacing: { after: 60 }, keepNext: true },
    },
  },
  paragraphStyles: [
    {
      id: styleIds.team,
      name: 'Plan team',
      basedOn: 'Normal',
      run: { size: 26 },
      paragraph: { spacing: { after: 160 }, keepNext: true },
    },
    { id: styleIds.column, name: 'Plan column', basedOn: 'Normal', run: { size: 22, bold: true } },
    {
      id: styleIds.question,
      name: 'Plan question',
      basedOn: 'Normal',
      run: { size: 20, color: colours.soft },
    },
    {
      id: styleIds.footer,
      name: 'Plan footer',
      basedOn: 'Normal',
      run: { size: 20, color: colours.soft },
      paragraph: { spacing: { after: 0 }, rightTabStop: textWidth },
    },
  ],
});
