import type { CardElement, IColumn, IColumnSet, IExecuteAction } from '@microsoft/teams.cards';
import { box, paragraph, small } from '../../cards/elements.ts';
import type { Words } from '../../words/words.ts';
import { type Domain, windowRows } from '../window.ts';

/** The four ways window as card elements: columns rather than a picture or a table, so that it reads on a phone. */

type Cell = (domain: Domain) => { items: CardElement[]; marked: boolean; action?: IExecuteAction };

/** A window to tap in; `action` makes the press of a box. */
export const windowToTap = (
  marked: Domain | null,
  action: (domain: Domain, said: string) => IExecuteAction,
  words: Words,
): CardElement =>
  drawn((domain) => {
    const { name, axes, feel } = words.domains[domain];
    const isMarked = domain === marked;
    const shown = isMarked ? `✓ ${name}` : name;
    return {
      marked: isMarked,
      // The space of no width keeps two lines two words for whatever joins them to hear what stands on a box.
      items: [paragraph(`${shown}\u200b`, { weight: 'Bolder' }), small(feel)],
      // The name of a box begins with what can be read on it (WCAG 2.5.3).
      action: action(domain, words.window.tap(`${shown} ${feel}`, axes, isMarked)),
    };
  }, words);

/** A window to look at, with what stands in each box. */
export const windowToSee = (marks: Record<Domain, string[]>, words: Words): CardElement =>
  drawn(
    (domain) => ({
      marked: marks[domain].length > 0,
      items: [
        paragraph(words.domains[domain].name, { weight: 'Bolder' }),
        ...marks[domain].map((mark) => paragraph(mark, { spacing: 'Small' })),
      ],
    }),
    words,
  );

const drawn = (cell: Cell, words: Words): CardElement => {
  const { challengeHigh, challengeLow, supportLow, supportHigh } = words.window;
  const sides = [challengeHigh, challengeLow];
  return box([
    ...windowRows.map((row, index) =>
      line(
        sides[index] ?? '',
        row.map((domain) => boxOf(cell(domain))),
      ),
    ),
    line('', [foot(supportLow), foot(supportHigh)]),
  ]);
};

const line = (side: string, cells: IColumn[]): IColumnSet => ({
  type: 'ColumnSet',
  spacing: 'Small',
  columns: [
    {
      type: 'Column',
      width: '60px',
      verticalContentAlignment: 'Center',
      items: side === '' ? [] : [small(side)],
    },
    ...cells,
  ],
});

const boxOf = ({ items, marked, action }: ReturnType<Cell>): IColumn => ({
  type: 'Column',
  width: 'stretch',
  style: marked ? 'accent' : 'emphasis',
  minHeight: '84px',
  showBorder: true,
  roundedCorners: true,
  verticalContentAlignment: 'Top',
  items,
  ...(action ? { selectAction: action } : {}),
});

const foot = (text: string): IColumn => ({
  type: 'Column',
  width: 'stretch',
  items: [{ ...small(text), horizontalAlignment: 'Center' }],
});
