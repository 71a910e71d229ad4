import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { inputsOf, titlesOf } from '../helpers/cards.ts';
import type { Answered } from '../helpers/teams-person.ts';
import { ask, inADay, open, type Pair, shareAndPlace, startPair, text } from './two-people.ts';

/** Before any text is saved, what may identify a family is pointed out, to be changed or kept. */
let pair: Pair;
beforeAll(async () => {
  pair = await startPair({}, { CASE_NUMBER_FORM: 'LAC-999999' });
});
afterAll(() => pair.stop());

const value = (card: Answered, id: string) => inputsOf(card.card).find((input) => input.id === id)?.value;
const started = async (): Promise<Answered> => {
  await ask(pair, { pointer: '' });
  return pair.jo.press(await open(pair.jo), 'Start');
};

test.each([
  ['an NHS number', '943 476 5919'],
  ['a postcode', 'PO1 3AX'],
  ['a phone number', '07700 900123'],
  ['an e-mail address', 'mum@example.org'],
  ['a National Insurance number', 'AB 12 34 56 C'],
  ['a date of birth', 'born 3 March 2015'],
  ['a case number', 'LAC-204711'],
])('%s: nothing is saved, the words stay in their field, and it can be changed', async (kind, found) => {
  const words = `They live near the school, ${found}, since June.`;
  const told = await pair.jo.press(await started(), 'Next', { 'describe.text': words });
  expect(text(told)).toContain(`it holds ${kind}`);
  expect(text(told)).toContain('I cannot see names');
  expect(value(told, 'describe.text')).toBe(words);
  // Opened afresh, there is nothing of it.
  expect(value(await open(pair.jo), 'describe.text')).toBeUndefined();
  const changed = await pair.jo.press(told, 'Next', { 'describe.text': 'They live near the school.' });
  expect(text(changed)).toContain('Where does it sit?');
});

test('kept on purpose, it is saved and not pointed out again', async () => {
  const words = 'Call the duty line on 023 9268 8793.';
  const told = await pair.jo.press(await started(), 'Next', { 'describe.text': words });
  const kept = await pair.jo.press(told, 'Keep it');
  expect(text(kept)).toContain('Where does it sit?');
  const back = await pair.jo.press(kept, 'Back');
  expect(value(back, 'describe.text')).toBe(words);
  expect(text(await pair.jo.press(back, 'Next'))).toContain('Where does it sit?');
});

test('in the pointer, before anybody is asked', async () => {
  const { sam, jo } = pair;
  const before = jo.messages.length;
  const [form] = await sam.says('reflect');
  if (!form) throw new Error('no form');
  const told = await sam.press(form, 'Ask them', { who: jo.id, pointer: 'the ones at PO5 4LN' });
  expect(text(told)).toContain('a postcode');
  expect(jo.messages.length).toBe(before);
  await sam.press(told, 'Ask them', { pointer: 'the ones by the park' });
  expect(jo.messages.length).toBe(before + 1);
});

test('in a note and in an action', async () => {
  await ask(pair, { pointer: '' });
  const { theirs } = await shareAndPlace(pair);
  const note = await pair.sam.press(theirs, 'Leave this note', { note: 'Is 07700 900123 still right?' });
  expect(text(note)).toContain('a phone number');
  const form = await pair.sam.press(note, 'What we’ll do', { note: '' });
  const action = { what0: 'write to mum@example.org', who0: pair.jo.id, by0: inADay(4) };
  const told = await pair.sam.press(form, 'Propose', action);
  expect(text(told)).toContain('an e-mail address');
  expect(value(told, 'by0')).toBe(action.by0);
  expect(titlesOf(await pair.sam.press(told, 'Keep it').then(({ card }) => card))).toContain('Change');
});

test('what was matched is in no log, no button and no other person’s card', () => {
  const { world, jo, sam } = pair;
  for (const secret of ['943 476 5919', 'PO1 3AX', 'PO5 4LN', 'LAC-204711', '3 March 2015']) {
    expect(world.leaks(secret, [jo, sam])).toEqual([]);
    expect(world.logs.join('\n')).not.toContain(secret);
  }
});
