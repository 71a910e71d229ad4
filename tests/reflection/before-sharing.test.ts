import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { planted } from './play.ts';
import { inADay, open, type Pair, startPair } from './two-people.ts';

let pair: Pair;
beforeAll(async () => {
  pair = await startPair();
});
afterAll(() => pair.stop());

test('an invited supervisor cannot read the description and the placement before they are shared', async () => {
  const { jo, sam } = pair;
  const [form] = await jo.says('reflect');
  if (!form) throw new Error('no form');
  let card = await jo.press(form, 'Ask them', { who: sam.id, whose: 'mine' });
  card = await jo.press(card, 'Next', { 'describe.text': planted.describe });
  card = await jo.press(card, 'Next', { 'place.domain': 'not' });
  await jo.press(card, 'Next');
  // "Another time" moves the supervisor's own revision on to 1.
  const invited = await sam.press(await open(sam), 'Choose this day', { laterOn: inADay(3) });
  const id = /"id":"([0-9a-f-]{36})"/.exec(JSON.stringify(invited.card))?.[1];
  const { body } = await sam.invokes({
    action: {
      type: 'Action.Execute',
      verb: 'together',
      data: { id, part: 'supervisor', rev: 0, step: 'describe' },
    },
  });
  const got = JSON.stringify(body);
  expect([got.includes(planted.describe), got.includes('**NOT**')]).toEqual([false, false]);
});
