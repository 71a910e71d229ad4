import { describe, expect, test } from '@jest/globals';
import type { PlanSeen } from '../../bot/plan/contract.ts';
import { exportPlan } from '../../bot/plan/export/export-plan.ts';
import { enGB } from '../../bot/words/en-GB.ts';
import { parsedCsv } from './export-reading.ts';
import { action, hostile, planOf } from './export-samples.ts';

const rowsOf = async (seen: PlanSeen): Promise<string[][]> => {
  const { bytes } = await exportPlan(seen, 'csv', enGB, '2026-11-22');
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  return parsedCsv(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
};

describe('the plan as CSV', () => {
  test('has one row an action, in the order of the template, with days as ISO 8601 has them', async () => {
    const seen = planOf([
      action('2', { area: 'Supervision' }),
      action('1', {
        area: 'Conferences, "the first"',
        activities: 'One.\r\nTwo.',
        who: [
          { id: 'b', name: 'Jo Field' },
          { id: 'c', name: 'Siân Ó Briain' },
        ],
        support: 'A buddy.',
        dueOn: '2026-11-03',
        timescale: 'by half term',
        outcome: 'They say so.',
        status: 'done',
        outcomeMet: 'notYet',
        outcomeSeen: 'Too early.',
      }),
    ]);
    expect(await rowsOf(seen)).toEqual([
      [
        'Area of practice',
        'Activities',
        'Who, and what support',
        'By when',
        'By when, in our own words',
        'Outcome',
        'Status',
        'Is the outcome met?',
        'What we saw',
      ],
      [
        'Conferences, "the first"',
        'One.\nTwo.',
        'Jo Field, Siân Ó Briain\nA buddy.',
        '2026-11-03',
        'by half term',
        'They say so.',
        'Done',
        'Not yet',
        'Too early.',
      ],
      ['Supervision', '', '', '', '', '', 'To do', '', ''],
    ]);
  });

  test('of a plan without actions has its headings alone', async () => {
    expect(await rowsOf(planOf([]))).toHaveLength(1);
  });

  test.each([
    ['=1+1'],
    ['=cmd|"/c calc"!A1'],
    ['+441234'],
    ['-2'],
    ['@SUM(A1)'],
    ['\u2212 2'],
    ['＝1'],
    ['＋1'],
    ['－1'],
    ['＠x'],
    ['  =1'],
    ['\t=1'],
    ['\r\n=1'],
    ['\u00A0=1'],
    ['\u200B\uFEFF=1'],
    ['\u0000=1'],
  ])('what begins like a formula, such as %j, is text in every cell', async (text) => {
    const seen = planOf([
      action('1', {
        area: text,
        activities: text,
        who: [{ id: 'b', name: text }],
        timescale: text,
        outcome: text,
        outcomeSeen: text,
      }),
    ]);
    const [, row = []] = await rowsOf(seen);
    for (const at of [0, 1, 2, 4, 5, 8]) {
      expect(row[at]).toMatch(/^'/);
      expect(row[at]).toContain(text.trim().at(-1) ?? '');
    }
  });

  test.each([['5 = five'], ["'quoted'"], ['a\n=b'], ['#hash'], ['(1)'], ['Ten-minute talk']])(
    'what does not begin like one, such as %j, stays as it is',
    async (text) => {
      expect((await rowsOf(planOf([action('1', { area: text })])))[1]?.[0]).toBe(text);
    },
  );

  test('keeps what stands behind a semicolon in its cell, for those whose lists are parted by one', async () => {
    const { bytes } = await exportPlan(planOf([action('1', { area: 'a;=1+1' })]), 'csv', enGB, '2026-11-22');
    expect(new TextDecoder().decode(bytes)).toContain('"a;=1+1",');
  });

  test.each(hostile)('holds %s', async (_, text) => {
    const rows = await rowsOf(planOf([action('1', { area: text, activities: text })]));
    expect(rows).toHaveLength(2);
    expect(rows[1]).toHaveLength(9);
    expect(rows.join('')).not.toMatch(/[^\P{Cc}\n]/u);
  });
});

describe('the file of an export', () => {
  const named = async (name: string): Promise<{ fileName: string; disposition: string }> =>
    exportPlan(planOf([], name), 'csv', enGB, '2026-11-22');

  test('is called after the plan and the day', async () => {
    const { fileName, disposition } = await named('North Team');
    expect(fileName).toBe('Team action plan, North Team, 2026-11-22.csv');
    expect(disposition).toBe(
      `attachment; filename="${fileName}"; filename*=UTF-8''Team%20action%20plan%2C%20North%20Team%2C%202026-11-22.csv`,
    );
  });

  test.each([
    ['Children / Families: "East" <2>|*?\\', 'Team action plan, Children Families East 2, 2026-11-22.csv'],
    ['a\r\nSet-Cookie: x=1', 'Team action plan, a Set-Cookie x=1, 2026-11-22.csv'],
    ['exe.\u202Efdp', 'Team action plan, exe. fdp, 2026-11-22.csv'],
    ['Trailing dots...  ', 'Team action plan, Trailing dots, 2026-11-22.csv'],
    ['???', 'Team action plan, 2026-11-22.csv'],
    ['\uD83D', 'Team action plan, 2026-11-22.csv'],
    ['😀'.repeat(60), `Team action plan, ${'😀'.repeat(50)}, 2026-11-22.csv`],
  ])('is safe for %j', async (name, expected) => {
    expect((await named(name)).fileName).toBe(expected);
  });

  test.each([['Tîm Gogledd ŵ'], ['北の隊'], ["100% 'sure' (yes)*"], ['😀']])(
    'goes through a header for %j, and comes out whole',
    async (name) => {
      const { fileName, disposition } = await named(name);
      expect(disposition).toMatch(/^attachment; filename="[\x20-\x7E]+"; filename\*=UTF-8''[\w.!~%-]+$/);
      expect(decodeURIComponent(disposition.split("UTF-8''")[1] ?? '')).toBe(fileName);
      expect(() => new Headers({ 'content-disposition': disposition })).not.toThrow();
      expect(/filename="([^"]*)"/.exec(disposition)?.[1]).not.toMatch(/[\\%]/);
    },
  );
});
