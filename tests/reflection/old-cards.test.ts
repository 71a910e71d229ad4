import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { inputsOf } from '../helpers/cards.ts';
import { type Answered, cardOf } from '../helpers/teams-person.ts';
import { box } from './boxes.ts';
import { planted } from './play.ts';
import { answerAll, ask, inADay, open, type Pair, shareAndPlace, startPair, text } from './two-people.ts';

/** Old cards, second devices, hand-made presses: nothing is shared by default, and nothing typed is passed over. */
let pair: Pair;
beforeAll(async () => {
  pair = await startPair();
});
afterEach(() => {
  pair.wire.listen();
  pair.world.connector.faults.clear();
  pair.world.connector.without.clear();
  pair.world.clock.now = null;
});
afterAll(() => pair.stop());
const field = (card: Answered, id: string) => inputsOf(card.card).find((input) => input.id === id)?.value;
const start = async (): Promise<Answered> => {
  await ask(pair);
  return pair.jo.press(await open(pair.jo), 'Start');
};

describe('what must not be shared, or shown', () => {
  test('handing over from an older read-through gives its ticks back and shares nothing', async () => {
    const { jo, robin } = pair;
    await ask(pair);
    const read = await answerAll(pair);
    await jo.press(read, 'Save for later'); // the laptop
    const hand = await jo.press(read, 'With somebody else', {
      'share.why': 'false',
      'share.describe': 'false',
    }); // the phone
    expect(text(hand)).toContain('out of date');
    expect(text(hand)).not.toContain('Share with whom?');
    expect(field(hand, 'share.describe')).toBe('false');
    expect(JSON.stringify(robin.messages.map(cardOf))).not.toContain(planted.describe);
  });
  test('a stale share is told so and keeps its ticks', async () => {
    const { jo } = pair;
    await ask(pair);
    const read = await answerAll(pair);
    await jo.press(read, 'Save for later');
    const answer = await jo.press(read, 'Share what is ticked', { 'share.why': 'false' });
    expect(field(answer, 'share.why')).toBe('false');
    expect(text(answer)).toContain('out of date');
  });
  test('a stale choice is not passed over in silence', async () => {
    const { jo } = pair;
    let card = await jo.press(await start(), 'Next');
    card = await jo.press(card, box('for'));
    await jo.press(card, 'Next', { 'place.support': 'some' });
    const answer = await jo.press(card, 'Next', { 'place.domain': 'not' });
    expect(text(answer)).toContain('out of date');
  });
  test('taking back from together keeps what was unticked', async () => {
    const { jo } = pair;
    await ask(pair);
    const read = await answerAll(pair);
    const confirm = await jo.press(read, 'We’re together now', { 'share.why': 'false' });
    const shared = await jo.press(confirm, 'Start together');
    const back = await jo.press(shared, 'Take it back');
    expect(field(back, 'share.why')).toBe('false');
  });
  test('unticked, emptied and written again stays unticked', async () => {
    const { jo } = pair;
    await ask(pair);
    const read = await answerAll(pair);
    let card = await jo.press(read, 'Edit the placement', { 'share.why': 'false' });
    card = await jo.press(card, 'Next', { 'place.why': '' });
    card = await jo.press(card, 'Edit the placement');
    card = await jo.press(card, 'Next', { 'place.why': 'again' });
    expect(field(card, 'share.why')).toBe('false');
  });
  test('an answer that the client leaves out is not shared when it was unticked', async () => {
    const { jo, sam } = pair;
    await ask(pair);
    const read = await answerAll(pair);
    await jo.press(read, 'Save for later', { 'share.describe': 'false' });
    const again = await open(jo);
    const share = (again.card.actions as { title: string; verb: string; data: object }[]).find(
      (a) => a.title === 'Share what is ticked',
    );
    await jo.invokes({ action: { type: 'Action.Execute', verb: share?.verb, data: share?.data } });
    expect(text(await open(sam))).not.toContain(planted.describe);
  });
  test('handed over, the new supervisor does not read the former one’s pointer', async () => {
    const { jo, robin } = pair;
    await ask(pair);
    const read = await answerAll(pair);
    const hand = await jo.press(read, 'With somebody else');
    await jo.press(hand, 'Share what is ticked', { who: robin.id });
    expect(text(await open(robin))).not.toContain(planted.pointer);
  });
  test('handed over, nobody is said to have asked for together', async () => {
    const { jo, sam, robin } = pair;
    await ask(pair);
    await jo.press(await open(jo), 'Start');
    await sam.press(await open(sam), 'Ask to do it together');
    let card = await jo.press(await open(jo), 'Next');
    card = await jo.press(card, 'Next', { 'place.domain': 'for' });
    for (let step = 0; step < 3; step += 1) card = await jo.press(card, 'Next');
    const hand = await jo.press(card, 'With somebody else');
    const shared = await jo.press(hand, 'Share what is ticked', { who: robin.id });
    const back = await jo.press(shared, 'Take it back');
    expect(text(back)).not.toContain('Robin Iqbal would like to look at this together');
  });
  test('the pointer is no link', async () => {
    const { jo, sam } = pair;
    await ask(pair, { pointer: '[Sign in again](https://evil.example)' });
    expect(JSON.stringify((await open(jo)).card)).not.toContain('[Sign in again](https://evil.example)');
    void sam;
  });
  test('a submit client: the answer to Ask is replaced when all is gone', async () => {
    const { jo, sam } = pair;
    const [form] = await sam.says('reflect');
    if (!form) throw new Error('no form');
    const [answer] = await sam.submits(form, 'Ask them', { who: jo.id, pointer: 'pointerOfOld' });
    await jo.press(await open(jo), 'Not this time');
    expect(
      JSON.stringify(answer && cardOf(sam.messages.find((m) => m.id === answer.id) ?? answer)),
    ).not.toContain('pointerOfOld');
  });
  test('the practitioner finds what they left unticked on their own copy', async () => {
    const { jo, sam } = pair;
    await ask(pair);
    const read = await answerAll(pair);
    const shared = await jo.press(read, 'Share what is ticked', { 'share.why': 'false' });
    await sam.press(await open(sam), 'Place it', { 'outside.domain': 'with' });
    expect(text(shared) + text(await open(jo))).toContain(planted.why);
  });
});

describe('what was typed, chosen and ticked', () => {
  test('a note typed survives Read all of it', async () => {
    const { jo, sam } = pair;
    await ask(pair);
    let card = await jo.press(await open(jo), 'Start');
    card = await jo.press(card, 'Next', { 'describe.text': 'long '.repeat(150) });
    card = await jo.press(card, 'Next', { 'place.domain': 'for' });
    for (let step = 0; step < 3; step += 1) card = await jo.press(card, 'Next');
    await jo.press(card, 'Share what is ticked');
    const both = await sam.press(await open(sam), 'Place it', { 'outside.domain': 'with' });
    const full = await sam.press(both, 'Read all of it', { note: 'what I would like to understand' });
    const back = await sam.press(full, 'Back to both');
    expect(field(back, 'note')).toBe('what I would like to understand');
  });
  test('a line typed in together survives Read all of it', async () => {
    const { jo, sam } = pair;
    const [form] = await sam.says('reflect');
    if (!form) throw new Error('no form');
    await sam.press(form, 'We’re together now', { who: jo.id });
    const mine = await jo.press(await open(jo), 'Start together');
    await jo.press(mine, 'Place it', { 'together.domain': 'not' });
    await sam.press(await open(sam), 'Place it', { 'outside.domain': 'with' });
    let show = await open(jo);
    show = await jo.press(show, 'Save and show', { 'place.why': 'long '.repeat(100) });
    const full = await jo.press(show, 'Read all of it', { 'balance.text': 'a line I have just typed' });
    const back = await jo.press(full, 'Back to both');
    expect(field(back, 'balance.text')).toBe('a line I have just typed');
  });
  test('a cleared field stays cleared when the guard points something out', async () => {
    const { jo } = pair;
    await ask(pair);
    const read = await answerAll(pair);
    const edit = await jo.press(read, 'Edit “Towards WITH”');
    const told = await jo.press(edit, 'Next', { 'move.change': '', 'move.need': 'ring 07700 900123' });
    expect(field(told, 'move.change') ?? '').toBe('');
  });
  test('side by side, reached from Proposed, has nothing to type: the other may close it at any moment', async () => {
    const { jo, sam } = pair;
    await ask(pair);
    const { mine, theirs } = await shareAndPlace(pair);
    await sam.press(theirs, 'Leave this note', { note: planted.note });
    void mine;
    const form = await jo.press(await open(jo), 'What we’ll do');
    const proposed = await jo.press(form, 'Propose', { what0: 'one', who0: jo.id, by0: inADay(2) });
    const both = await jo.press(proposed, 'Side by side');
    expect(inputsOf(both.card)).toEqual([]);
  });
  test('a button of an older version gives the words back', async () => {
    const { jo } = pair;
    const card = await start();
    const id = /"id":"([0-9a-f-]{36})"/.exec(JSON.stringify(card.card))?.[1];
    const { body } = await jo.invokes({
      action: {
        type: 'Action.Execute',
        verb: 'next',
        data: {
          id,
          part: 'practitioner',
          rev: 1,
          step: 'relation',
          'relation.text': 'words typed on an older card',
        },
      },
    });
    expect(JSON.stringify(body)).toContain('words typed on an older card');
  });
});

describe('a press that comes late', () => {
  test('taken back before Teams took the message: nobody is told it is their turn', async () => {
    const { world, jo, sam } = pair;
    await ask(pair);
    const read = await answerAll(pair);
    world.connector.faults.set(sam.chatId, { status: 429 });
    const shared = await jo.press(read, 'Share what is ticked');
    await jo.press(shared, 'Take it back');
    const before = sam.messages.length;
    world.connector.faults.clear();
    world.clock.now = new Date(Date.now() + 2 * 60_000);
    await world.server.catchUp();
    expect(sam.messages.length).toBe(before);
  });
  test('a practitioner who asks an unreachable supervisor is told', async () => {
    const { world, jo, sam } = pair;
    world.connector.without.add(sam.chatId);
    const [form] = await jo.says('reflect');
    if (!form) throw new Error('no form');
    await jo.press(form, 'Ask them', { who: sam.id, whose: 'mine' });
    expect(text(await open(jo))).toContain('I could not reach');
  });
  test('look again leaves the closed one’s card alone', async () => {
    const { jo, sam } = pair;
    await ask(pair);
    const { mine } = await shareAndPlace(pair);
    const form = await jo.press(mine, 'What we’ll do');
    await jo.press(form, 'Close with no action');
    const closed = await sam.press(await open(sam), 'Agree');
    const again = await sam.press(closed, 'Look at it again');
    await sam.press(again, 'Ask them');
    await jo.press(await open(jo), 'Not this time');
    expect(text(sam.reverts(closed.message))).not.toContain('Not going ahead this time');
  });
  test('a past action can stay as it is when another is amended', async () => {
    const { world, jo, sam } = pair;
    await ask(pair);
    const { mine } = await shareAndPlace(pair);
    const form = await jo.press(mine, 'What we’ll do');
    await jo.press(form, 'Propose', { what0: 'one', who0: jo.id, by0: inADay(2) });
    const closed = await sam.press(await open(sam), 'Agree');
    world.clock.now = new Date(Date.now() + 20 * 86_400_000);
    const amend = await sam.press(closed, 'Change what we agreed');
    const proposed = await sam.press(amend, 'Propose', { how0: 'by phone' });
    expect(text(proposed)).not.toContain('That day is past');
  });
});
