import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Json } from '../helpers/teams-connector.ts';
import { planted } from './play.ts';
import { ask, inADay, open, type Pair, shareAndPlace, startPair, text } from './two-people.ts';

/** Teams delivers an activity again when it is in doubt, and old clients long after: a copy changes nothing. */
let pair: Pair;
const sent: Json[] = [];
beforeAll(async () => {
  pair = await startPair();
  const { world } = pair;
  const send = world.send;
  world.send = (activity, how) => {
    if (activity.type === 'invoke') sent.push(activity);
    return send(activity, how);
  };
});
afterAll(() => pair.stop());

test('a late copy of every press of a whole walk changes nothing, posts nothing and shows nobody more', async () => {
  const { world, sam, jo } = pair;
  await ask(pair);
  const { theirs } = await shareAndPlace(pair);
  await sam.press(theirs, 'Leave this note', { note: planted.note });
  await jo.press(await open(jo), 'Send this answer', { reply: planted.reply });
  const form = await jo.press(await open(jo), 'What we’ll do');
  await jo.press(form, 'Propose', { what0: planted.what, who0: jo.id, by0: inADay(6) });
  await sam.press(await open(sam), 'Agree');

  const seen = async () => [text(await open(sam)), text(await open(jo))];
  const before = { seen: await seen(), messages: world.connector.messages.length };
  const copies = sent.splice(0);
  expect(copies.length).toBeGreaterThan(15);
  for (const copy of copies) {
    const { status } = await world.send(copy);
    expect(status).toBe(200);
  }
  expect({ seen: await seen(), messages: world.connector.messages.length }).toEqual(before);
});
