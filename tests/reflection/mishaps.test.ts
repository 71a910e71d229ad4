import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { inputsOf, titlesOf } from '../helpers/cards.ts';
import { type Answered, cardOf, type Person } from '../helpers/teams-person.ts';
import { box } from './boxes.ts';
import {
  answerAll,
  ask,
  inADay,
  open,
  type Pair,
  shareAndPlace,
  startPair,
  text,
  until,
} from './two-people.ts';

/** Bad input and bad luck: each has a sentence and a way forward, and no answer is lost. */
let pair: Pair;
beforeAll(async () => {
  pair = await startPair();
});
afterEach(() => {
  pair.wire.listen();
  pair.world.connector.faults.clear();
  pair.world.clock.now = null;
});
afterAll(() => pair.stop());

const field = (card: Answered, id: string) => inputsOf(card.card).find((input) => input.id === id)?.value;
const start = async (): Promise<Answered> => {
  await ask(pair);
  return pair.jo.press(await open(pair.jo), 'Start');
};
const later = (ms: number) => {
  pair.world.clock.now = new Date(Date.now() + ms);
};
const newest = (person: Person) => person.messages.at(-1)?.activity.summary;

describe('what was typed', () => {
  test('too long: a sentence with the limit, and the text in its field', async () => {
    const long = 'x'.repeat(1_200);
    const answer = await pair.jo.press(await start(), 'Next', { 'describe.text': long }, { force: true });
    expect(text(answer)).toContain('longer than 1000 characters');
    expect(field(answer, 'describe.text')).toBe(long);
    expect(titlesOf(answer.card)).toContain('Next');
  });

  test('far too long for a card: what comes back still fits', async () => {
    const answer = await pair.jo.press(
      await start(),
      'Next',
      { 'describe.text': '—'.repeat(60_000) },
      { force: true },
    );
    expect(Buffer.byteLength(JSON.stringify(answer.card))).toBeLessThan(28 * 1024);
    expect(String(field(answer, 'describe.text')).length).toBe(4_000);
  });

  test('no placement: a sentence, and the other words kept', async () => {
    const card = await pair.jo.press(await start(), 'Next');
    const answer = await pair.jo.press(card, 'Next');
    expect(text(answer)).toContain('Where it mostly sits** Please fill this in.');
  });

  test('values that no field offers read as not chosen', async () => {
    let card = await pair.jo.press(await start(), 'Next');
    card = await pair.jo.press(card, 'Next', { 'place.domain': 'elsewhere' }, { force: true });
    expect(text(card)).toContain('Please fill this in.');
  });

  test('on an old card, pressed again: it comes back in its field, to be kept with one press', async () => {
    const first = await start();
    await pair.jo.press(first, 'Next', { 'describe.text': 'from the laptop' });
    const answer = await pair.jo.press(first, 'Next', { 'describe.text': 'from the phone' });
    expect(text(answer)).toContain('out of date');
    expect(field(answer, 'describe.text')).toBe('from the phone');
    const kept = await pair.jo.press(answer, 'Next');
    const back = await pair.jo.press(kept, 'Back');
    expect(field(back, 'describe.text')).toBe('from the phone');
  });

  test('after sharing, on an old card: it comes back to copy, and nothing shared has changed', async () => {
    const first = await start();
    let card = await pair.jo.press(first, 'Next', { 'describe.text': 'as shared' });
    card = await pair.jo.press(card, box('for'));
    for (let step = 0; step < 3; step += 1) card = await pair.jo.press(card, 'Next');
    await pair.jo.press(card, 'Share what is ticked');
    const answer = await pair.jo.press(first, 'Next', { 'describe.text': 'an afterthought' });
    expect(text(answer)).toContain('an afterthought');
    expect(text(answer)).toContain('Shared');
    expect(text(await open(pair.sam))).toContain('as shared');
  });

  test('with mark-up and control characters: kept as typed, shown as typed', async () => {
    const card = await pair.jo.press(await start(), 'Save for later', {
      'describe.text': '**a** [b](c)\u0007\ud800',
    });
    expect(field(await pair.jo.press(card, 'Carry on'), 'describe.text')).toBe('**a** [b](c) \ufffd');
  });
});

describe('dates', () => {
  test.each([
    ['2026-02-30', 'real date'],
    ['2020-01-01', 'That day is past'],
    ['2099-01-01', 'more than two years away'],
    ['soon', 'real date'],
  ])('an action by %s: %s', async (by, sentence) => {
    await ask(pair);
    const { mine } = await shareAndPlace(pair);
    const form = await pair.jo.press(mine, 'What we’ll do');
    const given = { what0: 'ring them', who0: pair.jo.id, by0: by };
    const answer = await pair.jo.press(form, 'Propose', given, { force: true });
    expect(text(answer)).toContain(sentence);
    expect(field(answer, 'what0')).toBe('ring them');
    expect(field(answer, 'who0')).toBe(pair.jo.id);
  });

  test('a day to meet that is past', async () => {
    const answer = await ask(pair, { meetOn: '2020-01-01' });
    expect(text(answer)).toContain('That day is past');
    expect(field(answer, 'pointer')).toContain('planted');
  });
});

describe('asking', () => {
  test.each([
    ['nobody', {}, 'Please fill this in.'],
    ['oneself', { who: 'sam' }, 'somebody other than yourself'],
    [
      'somebody the bot never met',
      { who: '99999999-9999-4999-8999-999999999999' },
      'I cannot reach this person yet',
    ],
    ['nonsense', { who: 'x/#?\\' }, 'I cannot reach this person yet'],
    ['with a pointer too long', { pointer: 'x'.repeat(61) }, 'longer than 60 characters'],
  ])('%s', async (_, given: Record<string, string>, sentence) => {
    const [form] = await pair.sam.says('reflect');
    const inputs = { pointer: 'kept', ...given, ...(given.who === 'sam' ? { who: pair.sam.id } : {}) };
    const answer = form && (await pair.sam.press(form, 'Ask them', inputs, { force: true }));
    expect(answer && text(answer)).toContain(sentence);
    expect(answer && field(answer, 'pointer')).toBe(inputs.pointer);
  });

  test('pressed twice at once, it asks once', async () => {
    const before = pair.jo.messages.length;
    const [form] = await pair.sam.says('reflect');
    if (!form) throw new Error('no form');
    await pair.sam.press(form, 'Ask them', { who: pair.jo.id }, { twice: true });
    expect(pair.jo.messages.length).toBe(before + 1);
  });
});

describe('who presses', () => {
  const strangers = ['third person', 'forged sender'] as const;
  test.each(strangers)('a %s gets nothing and changes nothing', async (who) => {
    const read = await (async () => {
      await ask(pair);
      return answerAll(pair);
    })();
    const { robin, sam, jo } = pair;
    const as =
      who === 'third person'
        ? { id: robin.teamsId, aadObjectId: robin.id, name: robin.name }
        : // A client can claim any Teams id; the object id is what the channel authenticates.
          { id: jo.teamsId, aadObjectId: sam.id };
    const answer = await jo.press(read, 'Share what is ticked', {}, { as });
    expect(JSON.stringify(answer.card)).not.toContain('planted');
    const still = await jo.refresh(jo.latest(), { manual: true }).catch(() => null);
    expect(still === null || text(still).includes('Read it through')).toBe(true);
  });

  test('an id that is not there and one that is not mine are answered alike', async () => {
    const card = await start();
    const press = (id: unknown) =>
      pair.robin.invokes({ action: { type: 'Action.Execute', verb: 'open', data: { id } } });
    const own = JSON.stringify(card.card).match(/"id":"([0-9a-f-]{36})"/)?.[1];
    const [theirs, nowhere] = [await press(own), await press('99999999-9999-4999-8999-999999999999')];
    expect(theirs.body).toEqual(nowhere.body);
  });

  test.each([
    ['no data', undefined],
    ['a string', 'x'],
    ['a list', [1, 2]],
    ['a foreign id', { id: 'person:1/../x' }],
    ['a huge revision', { id: '99999999-9999-4999-8999-999999999999', part: 'agreement', rev: 1e300 }],
    ['a part that is none', { id: '99999999-9999-4999-8999-999999999999', part: 'manager', rev: 0 }],
    ['a nested field', { id: '99999999-9999-4999-8999-999999999999', 'describe.text': { a: 1 } }],
  ])('%s where a press should be: a card and a way forward', async (_, data) => {
    for (const verb of ['next', 'share', 'propose', 'open', 'begin.ask', 'mine', 'constructor', '']) {
      const { status, body } = await pair.jo.invokes({ action: { type: 'Action.Execute', verb, data } });
      expect(status).toBe(200);
      expect(JSON.stringify(body)).toMatch(/reflections|Reflect|read that button/);
    }
  });
});

describe('presses that meet', () => {
  test('the same activity delivered twice changes one thing and answers alike', async () => {
    const card = await start();
    const next = await pair.jo.press(card, 'Next', { 'describe.text': 'once' }, { twice: true });
    expect(text(next)).toContain('Where does it sit?');
    expect(text(next)).not.toContain('out of date');
  });

  test('both propose at the same moment: one stands, the other gets their words back', async () => {
    await ask(pair);
    const { mine, theirs } = await shareAndPlace(pair);
    const forms = [
      await pair.jo.press(mine, 'What we’ll do'),
      await pair.sam.press(theirs, 'What we’ll do'),
    ] as const;
    const action = (what: string, who: Person) => ({ what0: what, who0: who.id, by0: inADay(7) });
    const [ofJo, ofSam] = await Promise.all([
      pair.jo.press(forms[0], 'Propose', action('what Jo wants', pair.jo)),
      pair.sam.press(forms[1], 'Propose', action('what Sam wants', pair.sam)),
    ]);
    const [won, lost, own] = text(ofJo).includes('It closes when')
      ? [ofJo, ofSam, 'what Sam wants']
      : [ofSam, ofJo, 'what Jo wants'];
    expect(text(won)).toContain('It closes when');
    expect(field(lost, 'what0')).toBe(own);
    expect(text(lost)).toContain('out of date');
    expect(text(lost)).toContain('proposes:');
  });

  test('take back and place at the same moment: one wins, and both are told how it stands', async () => {
    await ask(pair);
    const shared = await pair.jo.press(await answerAll(pair), 'Share what is ticked');
    const outside = await open(pair.sam);
    const [back, place] = await Promise.all([
      pair.jo.press(shared, 'Take it back'),
      pair.sam.press(outside, 'Place it', { 'outside.domain': 'to' }),
    ]);
    const together = [text(back).includes('Side by side'), text(place).includes('Side by side')];
    const apart = [text(back).includes('Read it through'), text(place).includes('It is with Jo')];
    expect([together, apart]).toContainEqual([true, true]);
  });

  test('agreeing to a proposal that has changed agrees to nothing', async () => {
    await ask(pair);
    const { mine } = await shareAndPlace(pair);
    const form = await pair.jo.press(mine, 'What we’ll do');
    const proposed = await pair.jo.press(form, 'Propose', { what0: 'one', who0: pair.jo.id, by0: inADay(2) });
    const offered = await open(pair.sam);
    const again = await pair.jo.press(proposed, 'Change');
    await pair.jo.press(again, 'Propose', { what0: 'two' });
    const answer = await pair.sam.press(offered, 'Agree');
    expect(text(answer)).toContain('out of date');
    expect(text(answer)).toContain('two');
    expect(titlesOf(answer.card)).toContain('Agree');
  });
});

describe('storage away', () => {
  test('in a turn: within 2 s everything typed stands in a card whose button repeats the press', async () => {
    let card = await pair.jo.press(await start(), 'Next');
    card = await pair.jo.press(card, box('to'));
    pair.wire.listen(() => 'hang');
    const began = Date.now();
    const answer = await pair.jo.press(card, 'Next', {
      'place.why': 'words that matter',
      'place.deliberate': 'true',
      'place.support': 'some',
    });
    expect(Date.now() - began).toBeLessThan(2_500);
    expect(text(answer)).toContain('Not saved yet');
    expect(field(answer, 'place.why')).toBe('words that matter');
    pair.wire.listen();
    const kept = await pair.jo.press(answer, 'Try again');
    expect(text(kept)).toContain('Too much, too little?');
    const back = await pair.jo.press(kept, 'Back');
    expect(field(back, 'place.why')).toBe('words that matter');
    expect(field(back, 'place.deliberate')).toBe('true');
    expect(field(back, 'place.support')).toBe('some');
  });

  test('an answer of storage that was lost: saved once, and said so', async () => {
    const card = await start();
    pair.wire.listen((_, call) => (call.method === 'PUT' ? 'lose' : 'pass'));
    const answer = await pair.jo.press(card, 'Next', { 'describe.text': 'kept all the same' });
    pair.wire.listen();
    const now = text(answer).includes('Not saved yet') ? await pair.jo.press(answer, 'Try again') : answer;
    const back = await pair.jo.press(now, text(now).includes('Where does it sit?') ? 'Back' : 'Next');
    expect(text(back) + text(now)).toContain('kept all the same');
  });

  test('on a command: a sentence', async () => {
    pair.wire.listen(() => 'cut');
    const [message] = await pair.sam.says('reflect');
    expect(message?.activity.text).toMatch(/could not reach my storage/);
  });
});

describe('the other person', () => {
  test('not reachable: the asker is told plainly what to do, and tries again', async () => {
    const { world, sam, jo } = pair;
    world.connector.without.add(jo.chatId);
    await ask(pair);
    expect(text(sam.latest())).toContain('I could not reach Jo Bennett.');
    const told = await open(sam);
    expect(text(told)).toContain('Ask them to add it in Teams');
    world.connector.without.delete(jo.chatId);
    await sam.press(told, 'Try again');
    expect(newest(jo)).toBe('Sam Okafor has asked you something.');
    expect(text(await open(sam))).not.toContain('I could not reach');
  });

  test('has removed the bot by the time it is shared: nothing is lost', async () => {
    const { world, sam, jo } = pair;
    await ask(pair);
    const read = await answerAll(pair);
    world.connector.without.add(sam.chatId);
    await jo.press(read, 'Share what is ticked');
    const waiting = await open(jo);
    expect(text(waiting)).toContain('I could not reach Sam Okafor.');
    world.connector.without.delete(sam.chatId);
    await jo.press(waiting, 'Try again');
    expect(text(await open(sam))).toContain('From outside');
  });

  test('Teams throttles: the message follows, once', async () => {
    const { world, sam, jo } = pair;
    const before = jo.messages.length;
    world.connector.faults.set(jo.chatId, { status: 429, retryAfter: 1 });
    await ask(pair);
    expect(jo.messages.length).toBe(before);
    expect(text(sam.latest())).toContain('has been asked');
    world.connector.faults.clear();
    later(2 * 60_000);
    await world.server.catchUp();
    await world.server.catchUp();
    expect(jo.messages.length).toBe(before + 1);
  });

  test('Teams is away for hours: the asker is told', async () => {
    const { world, sam, jo } = pair;
    world.connector.faults.set(jo.chatId, { status: 503 });
    await ask(pair);
    later(61 * 60_000);
    await world.server.catchUp();
    expect(text(sam.latest())).toContain('I could not reach Jo Bennett.');
  });

  test('the server dies between saving and posting: the next one posts it', async () => {
    const { world, sam, jo } = pair;
    await ask(pair);
    const read = await answerAll(pair);
    const before = sam.messages.length;
    // Nothing leaves for Sam, as if the process had ended before it could.
    world.connector.faults.set(sam.chatId, { drop: 'before' });
    await jo.press(read, 'Share what is ticked');
    expect(sam.messages.length).toBe(before);
    world.connector.faults.clear();
    later(2 * 60_000);
    // A server catches up as soon as it has started.
    await world.restart();
    await until(() => sam.messages.length > before);
    expect(newest(sam)).toBe('It’s your turn, when you’re ready.');
  });
});

test('the supervisor cancels: what the practitioner wrote stays with the practitioner', async () => {
  const { sam, jo } = pair;
  await ask(pair);
  const read = await answerAll(pair);
  const cancelled = await sam.press(await open(sam), 'Yes, cancel it');
  expect(text(cancelled)).toContain('Cancelled.');
  expect(text(sam.latest())).toContain('Not going ahead this time');
  const alone = await jo.press(read, 'Share what is ticked');
  expect(text(alone)).toContain('It is yours alone.');
  expect(text(alone)).toContain('planted');
  const [list] = await sam.says('my reflections');
  expect(list && JSON.stringify(cardOf(list))).not.toContain(
    /"id":"([0-9a-f-]{36})"/.exec(JSON.stringify(alone.card))?.[1],
  );
  await jo.press(alone, 'Yes, delete it for good');
});

test('a supervisor who was asked says no after it was shared: the practitioner has it back, and is told', async () => {
  const { sam, jo } = pair;
  const [form] = await jo.says('reflect');
  if (!form) throw new Error('no form');
  let card = await jo.press(form, 'Ask them', { who: sam.id, whose: 'mine' });
  const invited = await open(sam);
  card = await jo.press(card, 'Next', { 'describe.text': 'still mine' });
  card = await jo.press(card, box('not'));
  for (let step = 0; step < 3; step += 1) card = await jo.press(card, 'Next');
  await jo.press(card, 'Share what is ticked');
  await sam.press(invited, 'Not this time');
  expect(newest(jo)).toBe('It’s your turn, when you’re ready.');
  const back = await open(jo);
  expect(text(back)).toContain('It is yours alone.');
  expect(text(back)).toContain('still mine');
});

test('no log line holds a name, a word or an address', () => {
  const { world } = pair;
  const logged = world.logs.join('\n');
  for (const word of ['planted', 'Okafor', 'Bennett', 'words that matter', 'afterthought', 'x.example']) {
    expect(logged).not.toContain(word);
  }
});
