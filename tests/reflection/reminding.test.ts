import { describe, expect, test } from '@jest/globals';
import { workingDays } from '../../bot/calendar/working-days.ts';
import type { Reflection } from '../../bot/reflection/record.ts';
import { nextLook, remindersOf } from '../../bot/reflection/reminding.ts';
import { practitioner, reflection, supervisor } from '../tables/samples.ts';

/** Easter Monday of 2026, a week of the samples' own. */
const isWorking = workingDays((day) => day === '2026-04-03' || day === '2026-04-06');
const said = (of: Reflection): string[] =>
  remindersOf(of, isWorking, 'Europe/London').map(
    ({ person, kind, day }) => `${person === practitioner.id ? 'P' : 'S'} ${kind} ${day}`,
  );

const asked = { to: practitioner.id, askedAt: '2026-03-02T09:00:00.000Z', laterOn: null };
const accepted = { ...asked, status: 'accepted' as const };

describe('a reflection reminds', () => {
  test('whoever was asked, after three days and the working day before they meet', () => {
    expect(said(reflection('r'))).toEqual(['P meeting 2026-03-06', 'P waits 2026-03-05']);
  });

  test('the day that was chosen under another time, in place of waiting', () => {
    const invitation = { ...asked, status: 'later' as const, laterOn: '2026-03-12' };
    expect(said(reflection('r', { workflow: { meetOn: null, invitation } }))).toEqual(['P later 2026-03-12']);
  });

  test('the one whose turn it is, three days after the last press', () => {
    const touchedAt = '2026-03-10T23:30:00.000Z';
    const prepared = reflection('r', { workflow: { meetOn: null, invitation: accepted, touchedAt } });
    expect(said(prepared)).toEqual(['P waits 2026-03-13']);
    const shared = reflection('r', {
      workflow: {
        meetOn: null,
        invitation: accepted,
        touchedAt,
        shared: ['describe', 'place'],
        restKept: true,
      },
    });
    expect(said(shared)).toEqual(['S waits 2026-03-13']);
  });

  test('before they meet on the last working day, over a bank holiday and a weekend', () => {
    expect(said(reflection('r', { workflow: { meetOn: '2026-04-07' } }))).toContain('P meeting 2026-04-02');
  });

  test('whom an agreed action is for on its day, and both on the day to look again; nothing else once it is closed', () => {
    const action = { what: 'Call', who: supervisor.id, by: '2026-03-20', how: '', why: '' };
    const proposal = {
      by: supervisor.id,
      ending: 'actions' as const,
      actions: [action],
      lookAgainOn: '2026-06-01',
    };
    const closed = reflection('r', {
      workflow: { closedAt: '2026-03-09T10:00:00.000Z' },
      narrative: { proposal },
    });
    expect(said(closed)).toEqual(['S action 2026-03-20', 'P lookAgain 2026-06-01', 'S lookAgain 2026-06-01']);
    const alone = reflection('r', {
      workflow: { closedAt: '2026-03-09T10:00:00.000Z', participants: [practitioner] },
      narrative: { proposal },
    });
    expect(said(alone)).toEqual(['P lookAgain 2026-06-01']);
  });

  test('the supervisor at no time that follows from what the practitioner writes before sharing', () => {
    const times = ['2026-03-03T09:00:00.000Z', '2026-03-20T09:00:00.000Z'].map((touchedAt) =>
      said(
        reflection('r', {
          workflow: { touchedAt, invitation: { ...asked, to: supervisor.id, status: 'asked' } },
        }),
      ),
    );
    expect(times.map((lines) => lines.filter((line) => line.startsWith('S')))).toEqual([
      ['S meeting 2026-03-06', 'S waits 2026-03-05'],
      ['S meeting 2026-03-06', 'S waits 2026-03-05'],
    ]);
  });
});

test('an open reflection is looked at again within days, a closed one on its next day alone', () => {
  const open = reflection('r', { workflow: { meetOn: null } });
  expect(nextLook(open, '2026-03-02', isWorking, 'Europe/London')).toBe('2026-03-05');
  expect(nextLook(open, '2026-03-10', isWorking, 'Europe/London')).toBe('2026-03-13');
  const closed = reflection('r', { workflow: { closedAt: '2026-03-09T10:00:00.000Z' } });
  expect(nextLook(closed, '2026-03-10', isWorking, 'Europe/London')).toBeNull();
});
