import { describe, expect, test } from '@jest/globals';
import type { PlanSeen } from '../../bot/plan/contract.ts';
import { exportPlan } from '../../bot/plan/export/export-plan.ts';
import { enGB } from '../../bot/words/en-GB.ts';
import { all, type Element, parsedXml, said, unzipped } from './export-reading.ts';
import { action, hostile, planOf } from './export-samples.ts';

const today = '2026-11-22';

/** Every part of the exported document is parsed, so that a broken one fails whichever it is. */
const opened = async (
  seen: PlanSeen,
): Promise<{ part(name: string): Element; parts: Map<string, string> }> => {
  const { bytes } = await exportPlan(seen, 'docx', enGB, today);
  const parts = unzipped(bytes);
  const roots = new Map([...parts].map(([name, xml]) => [name, parsedXml(xml)]));
  return {
    parts,
    part: (name) => {
      const root = roots.get(name);
      if (!root) throw new Error(`No ${name}`);
      return root;
    },
  };
};

const rowsOf = (document: Element): string[][] =>
  all(document, 'w:tr').map((row) => all(row, 'w:tc').map(said));

const bodyRows = async (seen: PlanSeen): Promise<string[][]> =>
  rowsOf((await opened(seen)).part('word/document.xml')).slice(1);

describe('the plan as a Word document', () => {
  const whole = action('1', {
    area: 'Conferences',
    activities: 'Meet the family first.\nAsk what they want.\r\n\r\nWrite it in their words.',
    who: [
      { id: 'b', name: 'Jo Field' },
      { id: 'c', name: 'Siân Ó Briain' },
    ],
    support: 'A buddy for the first two.',
    dueOn: '2026-11-03',
    timescale: 'by half term',
    outcome: 'Families say they knew what would be said.',
    status: 'done',
    outcomeMet: 'partly',
    outcomeSeen: 'Nine of eleven felt prepared.\nTwo did not.',
  });

  test('is headed by its title and the name of the team, on A4 turned', async () => {
    const document = (await opened(planOf([whole]))).part('word/document.xml');
    const [title, team] = all(document, 'w:p');
    expect(title && said(title)).toBe('Restorative practice: team action plan');
    expect(title && all(title, 'w:pStyle')[0]?.attributes['w:val']).toBe('Heading1');
    expect(team && said(team)).toBe('Team or service: North Team');
    expect(all(document, 'w:pgSz')[0]?.attributes).toMatchObject({
      'w:w': '16838',
      'w:h': '11906',
      'w:orient': 'landscape',
    });
  });

  test('has the columns of the template in its order, each with its question, in a row that every page repeats', async () => {
    const document = (await opened(planOf([whole, action('2')]))).part('word/document.xml');
    const [heading = [], ...others] = all(document, 'w:tr').map((row) => all(row, 'w:tblHeader'));
    expect(heading).toHaveLength(1);
    expect(others.flat()).toEqual([]);
    const cells = rowsOf(document)[0]?.map((cell) => cell.split('\n'));
    expect(cells?.map(([name]) => name)).toEqual([
      'Area of practice',
      'Activities',
      'Who, and what support',
      'By when',
      'Outcome',
      'Status',
    ]);
    for (const [, question] of cells ?? []) expect(question).toMatch(/\?/);
    expect(cells?.[0]?.[1]).toBe(enGB.planExport.columns.area.asks);
  });

  test('says all of an action in one row, a line of its text a paragraph', async () => {
    expect(await bodyRows(planOf([whole]))).toEqual([
      [
        'Conferences',
        'Meet the family first.\nAsk what they want.\n\nWrite it in their words.',
        'Jo Field, Siân Ó Briain\nA buddy for the first two.',
        '3 November 2026\nby half term',
        'Families say they knew what would be said.\nIs it met? Partly met\nWhat we saw: Nine of eleven felt prepared.\nTwo did not.',
        'Done',
      ],
    ]);
  });

  test('leaves empty what nobody has answered', async () => {
    expect(await bodyRows(planOf([action('1', { area: 'Language' })]))).toEqual([
      ['Language', '', '', '', '', 'To do'],
    ]);
  });

  test.each([
    ['has passed', '2026-11-21', 'doing', 'was due 21 November 2026'],
    ['is today', '2026-11-22', 'todo', '22 November 2026'],
    ['has passed, of what is done', '2026-11-21', 'done', '21 November 2026'],
  ] as const)('a day that %s is said calmly', async (_, dueOn, status, expected) => {
    expect((await bodyRows(planOf([action('1', { dueOn, status })])))[0]?.[3]).toBe(expected);
  });

  test('orders actions by area as a dictionary does, those of one area as they were added', async () => {
    const seen = planOf([
      action('1', { area: 'zest' }),
      action('2', { area: 'Éclair', activities: 'third', createdAt: '2026-09-03T09:00:00.000Z' }),
      action('3', { area: 'Area 10' }),
      action('4', { area: 'area 9' }),
      action('5', { area: 'eclair', activities: 'second', createdAt: '2026-09-02T09:00:00.000Z' }),
      action('6', { area: 'Eclair', activities: 'first', dueOn: '2027-01-02' }),
    ]);
    expect((await bodyRows(seen)).map(([area, activities]) => `${area} ${activities}`.trim())).toEqual([
      'area 9',
      'Area 10',
      'Eclair first',
      'eclair second',
      'Éclair third',
      'zest',
    ]);
  });

  test('states its language and its title, and nobody as its author', async () => {
    const { part, parts } = await opened(planOf([whole]));
    const defaults = all(part('word/styles.xml'), 'w:rPrDefault')[0];
    expect(defaults && all(defaults, 'w:lang')[0]?.attributes['w:val']).toBe('en-GB');
    const core = part('docProps/core.xml');
    expect(all(core, 'dc:title')[0]?.children.join('')).toBe(
      'Restorative practice: team action plan, North Team',
    );
    for (const name of ['dc:creator', 'cp:lastModifiedBy']) {
      expect(
        all(core, name)
          .flatMap(({ children }) => children)
          .join(''),
      ).toBe('');
    }
    const everything = [...parts.values()].join('');
    expect(everything).not.toMatch(/Priya|Updating Person|Managing Person|19:secret|a0000000|Un-named/);
  });

  test('says at the foot when it was printed, and which page of how many', async () => {
    const footer = (await opened(planOf([whole]))).part('word/footer1.xml');
    expect(said(footer)).toBe('As it stood on 22 November 2026Page  of ');
    expect(all(footer, 'w:instrText').map(({ children }) => children.join('').trim())).toEqual([
      'PAGE',
      'NUMPAGES',
    ]);
  });

  test('of a plan without actions says so, and has rows to write in by hand', async () => {
    const document = (await opened(planOf([]))).part('word/document.xml');
    expect(all(document, 'w:p').map(said)).toContain(enGB.planExport.empty);
    const rows = rowsOf(document).slice(1);
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(row).toEqual(['', '', '', '', '', '']);
  });

  test.each(hostile)('holds %s as text, wherever it stands', async (_, text) => {
    const seen = planOf(
      [
        action('1', {
          area: text,
          activities: text,
          who: [{ id: 'b', name: text }],
          support: text,
          timescale: text,
          outcome: text,
          outcomeSeen: text,
          outcomeMet: 'met',
        }),
      ],
      text,
    );
    const [row = []] = await bodyRows(seen);
    const visible = text
      .toWellFormed()
      .replace(/\u0085/g, '\n')
      .replace(/[\p{Cc}\uFFFE\uFFFF]/gu, (mark) => (mark === '\n' ? mark : ''));
    expect(row[0]).toBe(visible);
    expect(row[1]).toBe(visible);
    expect(row).toHaveLength(6);
  });

  test('of five hundred long actions takes a moment', async () => {
    const long = 'A thought about how we work. '.repeat(68);
    const actions = Array.from({ length: 500 }, (_, at) =>
      action(`${at}`, { area: `Area ${at}`, activities: long, support: long, outcome: long }),
    );
    const began = performance.now();
    const { bytes } = await exportPlan(planOf(actions), 'docx', enGB, today);
    const took = performance.now() - began;
    expect(all(parsedXml(unzipped(bytes).get('word/document.xml') ?? ''), 'w:tr')).toHaveLength(501);
    expect(took).toBeLessThan(5_000);
  });

  test('of texts that are little but line ends keeps every word, and the server its memory', async () => {
    const lines = 'a\n'.repeat(1_000);
    const actions = Array.from({ length: 500 }, (_, at) =>
      action(`${at}`, { area: `Area ${at}`, activities: lines, support: lines, outcome: 'one\ntwo' }),
    );
    const rows = await bodyRows(planOf(actions));
    expect(rows).toHaveLength(500);
    for (const [, activities, support, , outcome] of rows) {
      expect([activities, support]).toEqual(Array(2).fill('a '.repeat(1_000).trim()));
      expect(outcome).toBe('one\ntwo');
    }
  });
});
