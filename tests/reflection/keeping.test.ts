import { describe, expect, test } from '@jest/globals';
import { closedUntil, keepers, keepingOf, keptUntilFrom } from '../../bot/reflection/keeping.ts';
import type { Reflection, Workflow } from '../../bot/reflection/record.ts';
import { viewFor } from '../../bot/reflection/view-for.ts';
import { answered, asked, begun, closed, jo, played, proposed, sam, shared } from './play.ts';

const keeping = { timeZone: 'Europe/London', keepMonths: 12 };

const having = (of: Reflection, workflow: Partial<Workflow>): Reflection => ({
  ...of,
  workflow: { ...of.workflow, ...workflow },
});
const invited = (more: Partial<Workflow['invitation']>): Reflection =>
  having(asked(), { invitation: { ...asked().workflow.invitation, ...more } });
const untouchedSince = (touchedAt: string, of = answered()): Reflection => having(of, { touchedAt });
const closedAt = (moment: string): Reflection => having(closed(), { closedAt: moment });

describe('what becomes of it, and on which day', () => {
  test.each([
    ['asked', invited({ askedAt: '2026-11-02T09:30:00.000Z' }), '2026-11-16', 'lapse'],
    ['asked over the end of a year', invited({ askedAt: '2026-12-20T09:30:00.000Z' }), '2027-01-03', 'lapse'],
    ['asked in a leap February', invited({ askedAt: '2028-02-20T09:30:00.000Z' }), '2028-03-05', 'lapse'],
    [
      'asked late in the evening of summer time, which is the next day there',
      invited({ askedAt: '2026-06-30T23:30:00.000Z' }),
      '2026-07-15',
      'lapse',
    ],
    ['another time', invited({ status: 'later', laterOn: '2026-12-24' }), '2027-01-07', 'lapse'],
    [
      'asked, and touched by the asker since',
      having(asked(), { touchedAt: '2026-11-15T10:00:00.000Z' }),
      '2026-11-16',
      'lapse',
    ],
    ['accepted', untouchedSince('2026-11-02T09:30:00.000Z', begun()), '2027-01-17', 'notice'],
    ['a draft', untouchedSince('2026-12-31T09:30:00.000Z'), '2027-03-17', 'notice'],
    ['a draft over a leap day', untouchedSince('2027-12-31T09:30:00.000Z'), '2028-03-16', 'notice'],
    ['shared', untouchedSince('2026-11-02T09:30:00.000Z', shared()), '2027-01-17', 'notice'],
    ['proposed', untouchedSince('2026-11-02T09:30:00.000Z', proposed()), '2027-01-17', 'notice'],
    ['given notice', having(answered(), { keptUntil: '2027-01-31' }), '2027-01-31', 'erase'],
    ['closed', closedAt('2026-11-02T09:30:00.000Z'), '2027-11-02', 'erase'],
    ['closed on a leap day', closedAt('2028-02-29T09:30:00.000Z'), '2029-02-28', 'erase'],
  ])('%s', (_, of, on, what) => {
    expect(keepingOf(of, keeping)).toEqual({ on, what });
  });

  test.each([
    ['2026-08-31T09:00:00.000Z', 1, '2026-09-30'],
    ['2026-12-31T09:00:00.000Z', 2, '2027-02-28'],
    ['2027-12-31T09:00:00.000Z', 2, '2028-02-29'],
    ['2026-01-31T09:00:00.000Z', 18, '2027-07-31'],
  ])('closed at %s, kept for %i months: %s', (moment, keepMonths, day) => {
    expect(closedUntil(moment, { ...keeping, keepMonths })).toBe(day);
  });
});

describe('the notice', () => {
  test.each([
    ['in time names the ninetieth day', '2027-01-17', '2027-01-31'],
    ['a day late names a day that leaves as long to answer', '2027-01-18', '2027-02-01'],
    ['months late as well', '2027-06-01', '2027-06-15'],
  ])('%s', (_, today, day) => {
    expect(keptUntilFrom(untouchedSince('2026-11-02T09:30:00.000Z'), today, keeping)).toBe(day);
  });

  test('concerns the writer alone until something is shared, then both', () => {
    expect(keepers(answered()).map(({ id }) => id)).toEqual([jo]);
    expect(keepers(shared()).map(({ id }) => id)).toEqual([sam, jo]);
  });

  test('is shown to nobody else, as it would tell them a time', () => {
    const draft = having(answered(), { keptUntil: '2027-01-31' });
    expect(viewFor(draft, jo)?.keptUntil).toBe('2027-01-31');
    expect(viewFor(draft, sam)).toEqual(viewFor(answered(), sam));
  });

  test('is off with the next press, which starts the time again', () => {
    const after = played(having(answered(), { keptUntil: '2026-11-09' }), [
      jo,
      { type: 'withhold', ticks: {} },
    ]);
    expect(keepingOf(after, keeping)).toEqual({ on: '2027-01-17', what: 'notice' });
  });
});
