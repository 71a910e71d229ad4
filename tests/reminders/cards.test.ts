import { describe, expect, test } from '@jest/globals';
import { workingDays } from '../../bot/calendar/working-days.ts';
import { carriedOf, readCarried, written } from '../../bot/reminders/cards/carried.ts';
import { postedDigest, toldMessage } from '../../bot/reminders/cards/posted.ts';
import type { Mode } from '../../bot/reminders/due.ts';
import { earliestDay } from '../../bot/reminders/earliest.ts';
import { enGB } from '../../bot/words/en-GB.ts';
import { nodesOf, textOf } from '../helpers/cards.ts';
import { planted } from '../plan/cards-gallery.ts';
import { largest, reminderCards, small } from './cards-gallery.ts';

describe('a digest on its way through cards', () => {
  test('comes back as it went', () => {
    const carried = carriedOf({ ...small, reflections: [{ reflectionId: 'r1', kind: 'later' }] });
    expect(readCarried(written(carried))).toEqual(carried);
    const cut = carriedOf(largest);
    expect(readCarried(written(cut))).toEqual(cut);
  });

  test('carries sixty lines of ordinary length, and counts what it cannot carry', () => {
    const planIds = Array.from({ length: 4 }, (_, at) => `19:${`${at}`.repeat(32)}@thread.tacv2`);
    const lines = Array.from({ length: 75 }, (_, at) => ({
      planId: planIds[at % 4] ?? '',
      actionId: `${at}`.padStart(36, '0'),
      kind: 'named' as const,
    }));
    expect(carriedOf({ ...small, lines })).toMatchObject({ more: 15, lines: lines.slice(0, 60) });
    const cut = carriedOf(largest);
    expect(cut.lines.length).toBeGreaterThan(0);
    expect(cut.more + cut.lines.length).toBe(largest.lines.length);
  });

  test.each([
    [undefined],
    [null],
    [7],
    [''],
    ['[]'],
    ['{}'],
    ['{"d":"2026-02-30","p":[],"l":[],"m":0,"u":[],"r":[]}'],
    ['{"d":"2026-11-23","p":[],"l":[[0,"a",9]],"m":0,"u":[],"r":[]}'],
    ['{"d":"2026-11-23","p":[],"l":[],"m":-1,"u":[],"r":[]}'],
    ['"'.repeat(50_000)],
  ])('%j is none', (sent) => {
    expect(readCarried(sent)).toBeNull();
  });

  test('a line of a plan that is not in it is left out', () => {
    const read = readCarried('{"d":"2026-11-23","p":[],"l":[[3,"a",0]],"m":0,"u":[[1,"b"]],"r":[]}');
    expect(read).toMatchObject({ lines: [], unreached: [] });
  });
});

describe('what is posted', () => {
  const reader = { teamsId: '29:reader' };

  test('says the count and nothing else of the plan', () => {
    expect(postedDigest(small, enGB, reader).summary).toBe('Your plan actions: 2.');
    const told = { plan: 'p', action: 'a', from: 'b', said: 'asked' } as const;
    expect(toldMessage(told, 'Jo Bennett', enGB, reader).summary).toBe('Jo Bennett has asked you something.');
    expect(toldMessage({ ...told, said: 'done' }, 'Jo', enGB, reader).summary).toBe('Your plan actions: 1.');
  });

  test('holds nobody’s words, no name and no team', () => {
    for (const [name, card] of Object.entries(reminderCards())) {
      if (!/posted|asked for help$|offered help|done by somebody/.test(name) || name.includes('an action,')) {
        continue;
      }
      for (const word of [...Object.values(planted), 'Bennett', 'Okafor']) {
        expect([name, JSON.stringify(card).includes(word)]).toEqual([name, false]);
      }
    }
  });

  test('is refreshed by nobody where the reader’s Teams id is not known', () => {
    expect(postedDigest(small, enGB, { teamsId: '' }).card).not.toHaveProperty('refresh');
  });
});

test('no card says how late something is, counts it for a person or gives a score', () => {
  for (const card of Object.values(reminderCards())) {
    expect(textOf(card as Record<string, unknown>)).not.toMatch(/overdue|\blate\b|\d+ days|score/i);
  }
});

test('no button’s data and no hidden field holds a name, a team or what was written', () => {
  for (const [name, card] of Object.entries(reminderCards())) {
    for (const node of nodesOf(card)) {
      const held = JSON.stringify([
        node.data,
        node.isVisible === false && node.id === 'digest' && node.value,
      ]);
      expect([name, /Huddles|Early Help|Okafor|Bennett|Priya/.test(held)]).toEqual([name, false]);
    }
  }
});

describe('the first day on which something could come', () => {
  const isWorking = workingDays((day) => ['2026-12-25', '2026-12-28'].includes(day));
  const choice = (mode: Mode, pausedUntil: string | null = null) => ({ mode, pausedUntil });

  test.each([
    [choice('everything'), '2026-11-23', '2026-11-23'],
    [choice('due'), '2026-11-28', '2026-11-30'],
    [choice('everything', '2026-12-25'), '2026-11-23', '2026-12-29'],
    [choice('mondays'), '2026-11-23', '2026-11-23'],
    [choice('mondays'), '2026-11-24', '2026-11-30'],
    [choice('mondays'), '2026-12-22', '2026-12-29'],
    [choice('mondays'), '2026-12-29', '2026-12-29'],
    [choice('mondays'), '2026-12-30', '2027-01-04'],
    [choice('everything', '2026-11-20'), '2026-11-23', '2026-11-23'],
  ])('%j from %s on is %s', (one, from, day) => {
    expect(earliestDay([one], from, isWorking)).toBe(day);
  });

  test('is the earliest of all that were chosen', () => {
    const all = [choice('mondays', '2026-12-24'), choice('everything', '2026-12-01')];
    expect(earliestDay(all, '2026-11-23', isWorking)).toBe('2026-12-01');
  });
});
