import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { cardOf } from '../helpers/teams-person.ts';
import { planted } from './play.ts';
import { ask, open, type Pair, startPair, text } from './two-people.ts';

/** Clients that know no Action.Execute send a message instead, and are answered with a fresh one. */
let pair: Pair;
beforeAll(async () => {
  pair = await startPair();
});
afterAll(() => pair.stop());

test('a submit is answered in one’s own chat with what only that person may see', async () => {
  const { jo, sam, world } = pair;
  await ask(pair);
  const step = await jo.press(await open(jo), 'Start');
  const [fresh] = await jo.submits(step, 'Next', { 'describe.text': planted.describe });
  expect(fresh && text(jo.sees(fresh))).toContain('Where does it sit?');
  const [back] = await jo.submits(fresh ? jo.sees(fresh) : step, 'Back');
  expect(back && text(jo.sees(back))).toContain(planted.describe);
  expect(world.leaks(planted.describe, [jo])).toEqual([]);
  expect(JSON.stringify(sam.messages.map(cardOf))).not.toContain(planted.describe);
});

test('it is replaced like any other card when the reflection is deleted', async () => {
  const { jo } = pair;
  await ask(pair);
  const step = await jo.press(await open(jo), 'Start');
  const [next] = await jo.submits(step, 'Next', { 'describe.text': planted.describe });
  const [back] = await jo.submits(next ? jo.sees(next) : step, 'Back');
  if (!back) throw new Error('no message');
  await jo.press(back, 'Yes, delete it for good');
  for (const message of jo.messages.slice(-3)) {
    expect(JSON.stringify(cardOf(message))).not.toContain(planted.describe);
  }
  expect(JSON.stringify(cardOf(back))).toContain('Not going ahead this time');
});

test('a client in another language reads what there is of it, and is understood', async () => {
  const { world } = pair;
  const carys = world.person('Carys Evans', { locale: 'cy-GB' });
  const marie = world.person('Marie Dupont', { locale: 'fr-FR' });
  for (const person of [carys, marie]) await person.installs();
  const [form] = await carys.says('reflect');
  expect(form && text(carys.sees(form))).toContain('Reflect with somebody');
  const [list] = await marie.says('my reflections');
  expect(list && text(marie.sees(list))).toContain('No reflections yet.');
});

test('a person with many reflections pages through them, newest first, each once', async () => {
  const { jo, sam } = pair;
  const asked = 26;
  for (let one = 0; one < asked; one += 1) await ask(pair, { pointer: '' });
  const [first] = await sam.says('my reflections');
  if (!first) throw new Error('no list');
  const ids = new Set<string>();
  let page = sam.sees(first);
  for (;;) {
    for (const [, id] of JSON.stringify(page.card).matchAll(/"id":"([0-9a-f-]{36})"/g)) ids.add(id ?? '');
    expect(Buffer.byteLength(JSON.stringify(page.card))).toBeLessThan(28 * 1024);
    if (!text(page).includes('Older ones')) break;
    page = await sam.press(page, 'Older ones');
  }
  expect(ids.size).toBeGreaterThanOrEqual(asked);
  expect(text(page)).toContain('Back to the newest');
  expect(text(await sam.press(page, 'Back to the newest'))).toContain('Older ones');
  expect(jo.messages.length).toBeGreaterThanOrEqual(asked);
});
