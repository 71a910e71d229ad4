import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { inputsOf, titlesOf } from '../helpers/cards.ts';
import type { Answered } from '../helpers/teams-person.ts';
import { planted } from './play.ts';
import { ask, inADay, open, type Pair, shareAndPlace, startPair, text } from './two-people.ts';

/** After closing: amended only by both, and looked at again with what was agreed in view. */
let pair: Pair;
beforeAll(async () => {
  pair = await startPair();
});
afterAll(() => pair.stop());

const closeOne = async (): Promise<Answered> => {
  const { sam, jo } = pair;
  await ask(pair);
  const { mine } = await shareAndPlace(pair);
  const form = await jo.press(mine, 'What we’ll do');
  await jo.press(form, 'Propose', {
    what0: planted.what,
    who0: jo.id,
    by0: inADay(12),
    lookAgainOn: inADay(40),
  });
  return sam.press(await open(sam), 'Agree');
};
const input = (card: Answered, id: string) => inputsOf(card.card).find((one) => one.id === id);

test('a closed record is changed only by both, and shows that it was', async () => {
  const { sam, jo } = pair;
  const closed = await closeOne();
  expect(text(closed)).toContain('Look at it again on');
  const form = await sam.press(closed, 'Change what we agreed');
  expect(input(form, 'what0')?.value).toBe(planted.what);
  const proposed = await sam.press(form, 'Propose', { what0: 'something smaller' });
  expect(text(proposed)).toContain('Until then it says what it said.');
  expect(jo.messages.at(-1)?.activity.summary).toBe('There’s something to agree.');
  const offered = await open(jo);
  expect(text(await jo.press(offered, 'Side by side'))).toContain(planted.what);
  const agreed = await jo.press(offered, 'Agree');
  expect(text(agreed)).toContain('something smaller');
  expect(text(agreed)).toContain('Changed by both of you on');
  expect(text(await open(sam))).toContain('something smaller');
});

test('looked at again: the same two in the same roles, with what was agreed in view', async () => {
  const { sam, jo } = pair;
  const closed = await closeOne();
  const form = await sam.press(closed, 'Look at it again');
  expect(text(form)).toContain('You look at the same relationship again, with Jo Bennett.');
  expect(titlesOf(form.card)).not.toContain('Just me');
  await sam.press(form, 'Ask them');
  const step = await jo.press(await open(jo), 'Start');
  expect(text(step)).toContain(`Last time you agreed: ${planted.what}`);
  const next = await jo.press(step, 'Next', { 'describe.last0': 'partly' });
  expect(text(await jo.press(next, 'Back'))).toContain('partly');
});

test('when the same two simply reflect again, last time is in view too', async () => {
  const { jo } = pair;
  await ask(pair);
  const step = await jo.press(await open(jo), 'Start');
  expect(text(step)).toContain('Last time you agreed:');
});

test('what became of it is shared by a tick, like every other answer', async () => {
  const { sam, jo } = pair;
  await ask(pair);
  let card = await jo.press(await open(jo), 'Start');
  card = await jo.press(card, 'Next', { 'describe.last0': 'notYet' });
  card = await jo.press(card, 'Next', { 'place.domain': 'for' });
  for (let step = 0; step < 3; step += 1) card = await jo.press(card, 'Next');
  expect(text(card)).toContain('Share “What became of last time”');
  await jo.press(card, 'Share what is ticked', { 'share.lastTime': 'false' });
  const both = await sam.press(await open(sam), 'Place it', { 'outside.domain': 'to' });
  expect(text(both)).not.toContain('Not yet');
});

test('somebody else’s reflection is not looked at again', async () => {
  const { jo, robin } = pair;
  const closed = await closeOne();
  const id = /"id":"([0-9a-f-]{36})"/.exec(JSON.stringify(closed.card))?.[1];
  const press = (verb: string, data: object) =>
    robin.invokes({ action: { type: 'Action.Execute', verb, data: { id, ...data } } });
  expect(JSON.stringify((await press('again', {})).body)).toContain('not here for you any more');
  const forged = { id: '99999999-9999-4999-8999-999999999999', from: id, who: jo.id };
  expect(JSON.stringify((await press('begin.ask', forged)).body)).toContain('not here for you any more');
});

test('handed to somebody else, what was agreed with another is not in view', async () => {
  const { sam, robin } = pair;
  const [form] = await sam.says('reflect');
  if (!form) throw new Error('no form');
  let card = await sam.press(form, 'Just me');
  card = await sam.press(card, 'Next');
  card = await sam.press(card, 'Next', { 'place.domain': 'not' });
  for (let step = 0; step < 3; step += 1) card = await sam.press(card, 'Next');
  const hand = await sam.press(card, 'Share with somebody');
  await sam.press(hand, 'Share what is ticked', { who: robin.id });
  expect(text(await open(robin))).not.toContain('Last time');
});
