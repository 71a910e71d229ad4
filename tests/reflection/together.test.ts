import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { inputsOf, titlesOf } from '../helpers/cards.ts';
import type { Answered } from '../helpers/teams-person.ts';
import { box } from './boxes.ts';
import { planted } from './play.ts';
import { answerAll, ask, inADay, open, type Pair, startPair, text } from './two-people.ts';

/** Together now: a room or a call, each on their own device. */
let pair: Pair;
beforeAll(async () => {
  pair = await startPair();
});
afterAll(() => pair.stop());

const begin = async (how: 'We’re together now' | 'Just me', inputs: Record<string, string> = {}) => {
  const { sam, jo } = pair;
  const [form] = await sam.says('reflect');
  if (!form) throw new Error('no form');
  return sam.press(form, how, { who: jo.id, pointer: planted.pointer, ...inputs });
};

/** What stands on the newest posted card, refreshed by the client itself as Teams does. */
const refreshed = (person: Pair['sam']): Promise<Answered> =>
  person.refresh(person.messages.at(-1) ?? fail());
const fail = (): never => {
  throw new Error('no message');
};

test('ten minutes: both place, then step after step, nothing typed but the action', async () => {
  const { sam, jo } = pair;
  await begin('We’re together now');
  const asked = await open(jo);
  expect(text(asked)).toContain('would like to look at this together with you now');
  expect(titlesOf(asked.card)).toEqual(
    expect.arrayContaining(['Start together', 'Prepare first', 'Not this time']),
  );

  // One press opens both window cards.
  const mine = await jo.press(asked, 'Start together');
  expect(text(mine)).toContain('Tell Sam Okafor in a few sentences');
  expect(sam.messages.at(-1)?.activity.summary).toBe('It’s your turn, when you’re ready.');
  const theirs = await open(sam);
  expect(text(theirs)).toContain('Jo Bennett would rather tell you about it');

  const waiting = await jo.press(await jo.press(mine, box('for')), 'Place it');
  expect(text(waiting)).not.toContain('WITH (');
  const first = await sam.press(await sam.press(theirs, box('with')), 'Place it');
  let show = await open(jo);
  for (const seen of [first, show]) {
    expect(text(seen)).toContain('**Jo Bennett** placed it in **FOR**');
    expect(text(seen)).toContain('**Sam Okafor** placed it in **WITH**');
  }

  // The supervisor's card shows the same question, without an input, and goes on by itself.
  expect(inputsOf(first.card)).toEqual([]);
  expect(text(first)).toContain('What led you to that box?');
  show = await jo.press(show, 'Save and show', { 'place.why': planted.why });
  expect(text(show)).toContain('Too much, too little?');
  const second = await refreshed(sam);
  expect(text(second)).toContain(planted.why);
  expect(text(second)).toContain('Are you doing too much for them, or too little?');
  expect(inputsOf(second.card)).toEqual([]);
  show = await jo.press(show, 'Save and show', { 'balance.choice': 'tooMuch' });
  const third = await refreshed(sam);
  expect(text(third)).toContain('What could you offer? Say it aloud.');
  const outcome = await jo.press(show, 'Save and show');
  expect(text(outcome)).toContain('One thing to do');
  await jo.press(outcome, 'Propose', { what0: planted.what, who0: jo.id, by0: inADay(5) });
  const closed = await sam.press(await open(sam), 'Agree');
  expect(text(closed)).toContain('1 action agreed');
});

test('half prepared: it shows exactly what it shares, and the rest stays private until shown', async () => {
  const { sam, jo } = pair;
  await ask(pair);
  const read = await answerAll(pair);
  const confirm = await jo.press(read, 'We’re together now');
  expect(text(confirm)).toContain(planted.describe);
  expect(text(confirm)).toContain('**FOR**');
  for (const later of [planted.why, planted.balance, planted.need])
    expect(text(confirm)).not.toContain(later);
  await jo.press(confirm, 'Start together');
  const outside = await open(sam);
  expect(text(outside)).toContain(planted.describe);
  const both = await sam.press(outside, 'Place it', { 'outside.domain': 'to' });
  expect(text(both)).not.toContain(planted.why);
  let show = await open(jo);
  expect(inputsOf(show.card)[0]?.value).toBe(planted.why);
  show = await jo.press(show, 'Save and show');
  expect(text(await refreshed(sam))).toContain(planted.why);
  expect(text(await refreshed(sam))).not.toContain(planted.balance);
  expect(text(await refreshed(sam))).not.toContain('a great deal');
  await jo.press(show, 'Save and show');
  expect(text(await refreshed(sam))).toContain(planted.balance);
});

test('from a card with something typed: the words are saved before anything is asked', async () => {
  const { jo } = pair;
  await ask(pair);
  const step = await jo.press(await open(jo), 'Start');
  const confirm = await jo.press(step, 'We’re together now', { 'describe.text': 'typed a moment ago' });
  expect(text(confirm)).toContain('typed a moment ago');
  const back = await jo.press(confirm, 'Not yet');
  const field = inputsOf(back.card).find((input) => input.id === 'describe.text');
  expect(field?.value).toBe('typed a moment ago');
});

test('the supervisor can ask for it; only the practitioner starts it', async () => {
  const { sam, jo } = pair;
  await ask(pair);
  await jo.press(await open(jo), 'Start');
  const waiting = await sam.press(await open(sam), 'Ask to do it together');
  expect(text(waiting)).toContain('It starts when Jo Bennett does.');
  expect(titlesOf(waiting.card)).not.toContain('Ask to do it together');
  expect(jo.messages.at(-1)?.activity.summary).toBe('Sam Okafor has asked you something.');
  expect(text(await open(jo))).toContain('Only you can start that.');
  expect(text(await open(sam))).not.toContain('From outside');
});

test.each(['at the same moment', 'supervisor first'])('both place, %s: the same record', async (order) => {
  const { sam, jo } = pair;
  await begin('We’re together now');
  const mine = await jo.press(await open(jo), 'Start together');
  const theirs = await open(sam);
  const placeMine = () => jo.press(mine, 'Place it', { 'together.domain': 'not' });
  const placeTheirs = () => sam.press(theirs, 'Place it', { 'outside.domain': 'to' });
  if (order === 'supervisor first') {
    const early = await placeTheirs();
    expect(text(early)).not.toMatch(/\*\*TO\*\*|\*\*NOT\*\*/);
    await placeMine();
    expect(sam.messages.at(-1)?.activity.summary).toBe('Both placements are in.');
  } else {
    await Promise.all([placeMine(), placeTheirs()]);
  }
  for (const seen of [await open(jo), await open(sam)]) {
    expect(text(seen)).toContain('**Jo Bennett** placed it in **NOT**');
    expect(text(seen)).toContain('**Sam Okafor** placed it in **TO**');
  }
});

test('prepare first instead, while the supervisor has not placed', async () => {
  const { sam, jo } = pair;
  await begin('We’re together now');
  const mine = await jo.press(await open(jo), 'Start together');
  const theirs = await open(sam);
  const back = await jo.press(mine, 'Prepare first instead');
  expect(titlesOf(back.card)).toContain('Next');
  expect(text(await sam.press(theirs, 'Place it', { 'outside.domain': 'to' }))).toContain(
    'It is with Jo Bennett',
  );
});

describe('just me', () => {
  test('a practitioner reflects alone, and nobody is told or sees it', async () => {
    const { sam, jo, world } = pair;
    const before = jo.messages.length;
    const step = await begin('Just me');
    expect(text(step)).toContain('Who can see this: only you.');
    expect(jo.messages.length).toBe(before);
    expect(titlesOf(step.card)).not.toContain('We’re together now');
    const next = await sam.press(step, 'Next', { 'describe.text': 'mine alone and nobody else’s' });
    expect(text(next)).toContain('Where does it sit?');
    expect(world.leaks('mine alone and nobody else’s', [sam])).toEqual([]);
    const [list] = await sam.says('my reflections');
    expect(list && text(sam.sees(list))).toContain('On your own');
  });

  test('later they share it with somebody, and it is the ordinary walk', async () => {
    const { sam, robin } = pair;
    let card = await begin('Just me');
    card = await sam.press(card, 'Next', { 'describe.text': planted.describe });
    card = await sam.press(card, box('not'));
    for (let step = 0; step < 3; step += 1) card = await sam.press(card, 'Next');
    expect(titlesOf(card.card)).not.toContain('Share what is ticked');
    const hand = await sam.press(card, 'Share with somebody', { 'share.describe': 'false' });
    const missing = await sam.press(hand, 'Share what is ticked');
    expect(text(missing)).toContain('Please fill this in.');
    await sam.press(missing, 'Share what is ticked', { who: robin.id });
    const asked = await open(robin);
    expect(text(asked)).toContain('From outside');
    expect(text(asked)).not.toContain(planted.describe);
    expect(titlesOf(asked.card)).toContain('Not this time');
    await robin.press(asked, 'Place it', { 'outside.domain': 'for' });
    expect(text(await open(sam))).toContain('**Robin Iqbal** placed it in **FOR**');
  });
});

test('handed over while the supervisor is away: they see nothing of it any more', async () => {
  const { sam, jo, robin } = pair;
  await ask(pair);
  const shared = await jo.press(await answerAll(pair), 'Share what is ticked');
  const read = await jo.press(shared, 'Take it back');
  const hand = await jo.press(read, 'With somebody else');
  expect(text(hand)).toContain('Sam Okafor will no longer be part of this');
  await jo.press(hand, 'Share what is ticked', { who: robin.id });
  expect(text(await open(robin))).toContain(planted.describe);
  const late = await sam.press(sam.messages.length > 0 ? sam.latest() : fail(), 'Open').catch(() => null);
  expect(late === null || !text(late).includes('planted')).toBe(true);
  const [list] = await sam.says('my reflections');
  const own = /"id":"([0-9a-f-]{36})"/.exec(JSON.stringify(hand.card))?.[1] ?? fail();
  expect(list && JSON.stringify(sam.sees(list).card)).not.toContain(own);
});
