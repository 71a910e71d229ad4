import { describe, expect, test } from '@jest/globals';
import { planLimits } from '../../bot/plan/contract.ts';
import { factFaultsIn } from '../../tab/dialogs/facts.ts';
import { faultSentence, faultsFrom, faultsIn } from '../../tab/dialogs/faults.ts';
import { type Values, valuesOf } from '../../tab/dialogs/values.ts';
import { enGB } from '../../tab/words/en-GB.ts';
import { anAction, jo, ola } from './dialogs-samples.ts';

const values = valuesOf(anAction());

describe('faults before anything is sent', () => {
  test.each<[string, Partial<Values>, object]>([
    ['nothing wrong', {}, {}],
    ['a blank area', { area: ' \n ' }, { area: 'required' }],
    ['everything else blank', { activities: '', outcome: '', dueOn: null, who: [] }, {}],
    ['a text of exactly the limit', { outcome: 'x'.repeat(planLimits.text) }, {}],
    ['a text one longer', { outcome: 'x'.repeat(planLimits.text + 1) }, { outcome: 'tooLong' }],
    ['space at the ends over the limit', { outcome: `${'x'.repeat(planLimits.text)}   ` }, {}],
    [
      'a reason for moving a date that is too long',
      { moveReason: 'x'.repeat(2001) },
      { moveReason: 'tooLong' },
    ],
    ['a day that no month has', { dueOn: '2027-02-30' }, { dueOn: 'notADay' }],
    ['a year with a digit too many', { dueOn: '20260-01-01' }, { dueOn: 'notADay' }],
    ['a year before ours', { dueOn: '1026-12-01' }, { dueOn: 'notADay' }],
    ['the last year', { dueOn: '2100-12-31' }, {}],
    [
      'too many people',
      { who: Array.from({ length: planLimits.who + 1 }, (_, index) => ({ id: `${index}`, name: '' })) },
      { who: 'tooMany' },
    ],
  ])('%s', (_what, patch, codes) => {
    const faults = faultsIn({ ...values, ...patch }, []);
    expect(Object.fromEntries(Object.entries(faults).map(([field, { code }]) => [field, code]))).toEqual(
      codes,
    );
  });

  test('half a date is a fault, and not a date that was taken away', () => {
    expect(faultsIn({ ...values, dueOn: null }, ['dueOn']).dueOn?.code).toBe('notADay');
  });

  test('a plan needs a name and a manager', () => {
    expect(factFaultsIn({ name: ' ', managers: [], guestsRead: false })).toEqual({
      name: 'required',
      managers: 'required',
    });
    expect(
      factFaultsIn({ name: 'x'.repeat(planLimits.name + 1), managers: [jo], guestsRead: false }),
    ).toEqual({ name: 'tooLong' });
  });
});

describe('faults that the server finds', () => {
  const read = faultsFrom([
    { field: 'who.1', code: 'notAMember', message: '' },
    { field: 'who.0', code: 'wrongType', message: '' },
    { field: 'status', code: 'planFull', message: '' },
    { field: 'surprise', code: 'unknownField', message: '' },
    { field: 'Idempotency-Key', code: 'tooLong', message: '' },
  ]);

  test('stand at their answers, the first of each; what is about none is kept apart', () => {
    expect(read).toEqual({
      faults: { who: { code: 'notAMember', at: 1 }, status: { code: 'planFull', at: null } },
      others: ['unknownField', 'tooLong'],
    });
  });

  test('are said in our words, and name the person meant', () => {
    const who = { ...values, who: [jo, ola] };
    expect(faultSentence(enGB, 'who', { code: 'notAMember', at: 1 }, who)).toContain('Ola');
    expect(faultSentence(enGB, 'who', { code: 'notAMember', at: 7 }, who)).toBe(enGB.form.faults.notAMember);
    expect(faultSentence(enGB, 'area', { code: 'tooLong', at: null }, values)).toContain('2,000');
    expect(faultSentence(enGB, 'area', { code: 'wrongType', at: null }, values)).toBe(enGB.form.faults.other);
  });
});
