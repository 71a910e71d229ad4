import { describe, expect, test } from '@jest/globals';
import type { HistoryEntry } from '../../bot/plan/contract.ts';
import { sentencesOf } from '../../tab/dialogs/history-sentences.ts';
import { enGB } from '../../tab/words/en-GB.ts';
import { jo, ola, sam } from './dialogs-samples.ts';

const said = (rest: Partial<HistoryEntry>): string[] =>
  sentencesOf(enGB, {
    id: 'h',
    at: '2026-11-20T10:00:00Z',
    by: sam,
    what: 'changed',
    fields: [],
    moved: {},
    ...rest,
  });

describe('a line of the history', () => {
  test.each<[Partial<HistoryEntry>, string[]]>([
    [{ what: 'added', fields: ['area', 'who'] }, ['added this action.']],
    [{ what: 'removed' }, ['deleted this action.']],
    [{ what: 'restored' }, ['brought this action back.']],
    [{ what: 'emptied' }, ['emptied the plan.']],
    [
      { fields: ['status'], moved: { status: ['todo', 'done'] } },
      ['changed the status from “To do” to “Done”.'],
    ],
    [
      { fields: ['dueOn'], moved: { dueOn: ['2026-12-01', '2026-12-18'] } },
      ['moved the date from 1 December 2026 to 18 December 2026.'],
    ],
    [{ moved: { dueOn: [null, '2026-12-18'] } }, ['set the date to 18 December 2026.']],
    [{ moved: { dueOn: ['2026-12-18', null] } }, ['took the date away (it was 18 December 2026).']],
    [
      {
        fields: ['dueOn'],
        moved: { dueOn: ['2026-12-01', '2026-12-18'] },
        note: 'The room was taken.',
      },
      ['moved the date from 1 December 2026 to 18 December 2026.', 'wrote why: “The room was taken.”'],
    ],
    [
      { what: 'held', moved: { heldUntil: [null, '2026-12-18'] } },
      ['put this action on hold until 18 December 2026.'],
    ],
    [
      { what: 'held', moved: { heldUntil: ['2026-12-01', '2026-12-18'] } },
      ['moved the hold from 1 December 2026 to 18 December 2026.'],
    ],
    [{ what: 'held', moved: { heldUntil: ['2026-12-18', null] } }, ['ended the hold.']],
    [
      { fields: ['status'], moved: { status: ['doing', 'done'], heldUntil: ['2026-12-18', null] } },
      ['changed the status from “In progress” to “Done”.', 'ended the hold.'],
    ],
    [{ what: 'askedForHelp' }, ['asked for help.']],
    [{ what: 'offeredHelp' }, ['offered help.']],
    [{ moved: { who: [[jo], [ola, sam]] } }, ['added Ola and Sam.', 'took Jo off.']],
    [{ moved: { outcomeMet: [null, 'partly'] } }, ['answered whether the outcome is met: “Partly met”.']],
    [
      { what: 'set', fields: ['name', 'managers'], moved: { managers: [[jo], [jo, ola]] } },
      ['named Ola as manager.', 'renamed the plan.'],
    ],
    [{ what: 'set', moved: { guestsRead: [true, false] } }, ['ended the reading of the plan by guests.']],
    [{ what: 'set' }, ['set the plan up.']],
    [{}, ['changed something.']],
  ])('%j says %j', (entry, sentences) => {
    expect(said(entry)).toEqual(sentences);
  });

  test('names the texts that were changed by their columns', () => {
    expect(
      said({ fields: ['activities', 'support', 'status'], moved: { status: ['todo', 'doing'] } })[1],
    ).toBe('changed what stands under Activities and What support.');
  });
});
