import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { titlesOf } from '../helpers/cards.ts';
import type { Answered } from '../helpers/teams-person.ts';
import { cardOf } from '../helpers/teams-person.ts';
import { box } from './boxes.ts';
import { planted } from './play.ts';
import { answerAll, ask, inADay, open, type Pair, shareAndPlace, startPair, text } from './two-people.ts';

/** The whole walk over real HTTP, through the real adapter, on real tables. */
let pair: Pair;
beforeAll(async () => {
  pair = await startPair();
});
afterAll(() => pair.stop());

describe.each(['family', 'network'] as const)('prepared before, about a %s', (kind) => {
  test('two people walk through it and find it again', async () => {
    const { world, sam, jo, robin } = pair;
    const earlier = new Set(world.everything().map((one) => one.text));

    // Sam asks.
    const asked = await ask(pair, { kind, meetOn: inADay(4) });
    expect(text(asked)).toContain('Jo Bennett has been asked.');
    expect(text(sam.latest())).toContain('Jo Bennett has been asked.');

    // Jo is told who asks, what it is and who sees what, in a neutral message.
    const posted = jo.messages.at(-1);
    expect(posted?.activity.summary).toBe('Sam Okafor has asked you something.');
    expect(text(jo.latest())).toContain('You choose which.');
    expect(text(jo.latest())).not.toContain(planted.pointer);
    const invitation = await jo.refresh(jo.latest());
    expect(text(invitation)).toContain(planted.pointer);
    expect(titlesOf(invitation.card)).toEqual(expect.arrayContaining(['Start', 'Not this time']));

    // Jo walks through the steps.
    const read = await answerAll(pair);
    for (const words of [planted.describe, planted.why, planted.balance, planted.change, planted.need]) {
      expect(text(read)).toContain(words);
    }
    expect(text(sam.latest())).toContain('It is with Jo Bennett.');

    // Jo shares all but one; it is Sam's turn, in a new message; Sam's old card shrinks.
    const before = sam.messages.length;
    const shared = await jo.press(read, 'Share what is ticked', { 'share.need': 'false' });
    expect(text(shared)).toContain('Sam Okafor places it before seeing the rest.');
    expect(sam.messages.length).toBe(before + 1);
    expect(sam.messages.at(-1)?.activity.summary).toBe('It’s your turn, when you’re ready.');
    expect(text(sam.sees(sam.messages.at(-2) ?? fail()))).toBe('This goes on in a newer message below.');

    // Sam sees the description alone, and places it.
    const outside = await open(sam);
    expect(text(outside)).toContain(planted.describe);
    expect(text(outside)).not.toContain(planted.why);
    const marked = await sam.press(outside, box('with'));
    const theirs = await sam.press(marked, 'Place it');

    // Both see both at once.
    expect(jo.messages.at(-1)?.activity.summary).toBe('Both placements are in.');
    const mine = await open(jo);
    for (const seen of [theirs, mine]) {
      expect(text(seen)).toContain('**Jo Bennett** placed it in **FOR** (low challenge, high support).');
      expect(text(seen)).toContain('**Sam Okafor** placed it in **WITH** (high challenge, high support).');
      expect(text(seen)).toContain(planted.why);
    }
    expect(text(theirs)).not.toContain(planted.need);
    expect(text(mine)).toMatch(new RegExp(`Only on your copy[^]*${planted.need}`));

    // One note, one answer.
    await sam.press(theirs, 'Leave this note', { note: planted.note });
    expect(jo.messages.at(-1)?.activity.summary).toBe('It’s your turn, when you’re ready.');
    const replied = await jo.press(await open(jo), 'Send this answer', { reply: planted.reply });
    expect(text(replied)).toContain(planted.reply);

    // One thing to do, proposed by one and agreed by the other.
    const form = await jo.press(replied, 'What we’ll do');
    const proposed = await jo.press(form, 'Propose', {
      what0: planted.what,
      who0: jo.id,
      by0: inADay(18),
      how0: planted.how,
      why0: planted.whyDo,
    });
    expect(text(proposed)).toContain('It closes when Sam Okafor agrees.');
    expect(sam.messages.at(-1)?.activity.summary).toBe('There’s something to agree.');
    const agreed = await sam.press(await open(sam), 'Agree');
    expect(text(agreed)).toMatch(/Reflection held on \d+ \w+ \d{4}; 1 action agreed\./);
    expect(text(agreed)).toContain('Anything decided about a child goes on their record.');
    expect(text(jo.latest())).toContain('Closed.');
    expect(titlesOf(agreed.card)).toEqual([
      'Look at it again',
      'Change what we agreed',
      'Add to a team’s plan',
    ]);

    // Both find it again, by person, kind, date and state; never by a domain.
    for (const [person, other] of [
      [sam, 'Jo Bennett'],
      [jo, 'Sam Okafor'],
    ] as const) {
      const [list] = await person.says('my reflections');
      const listed = list && person.sees(list);
      expect(listed && text(listed)).toContain(`With ${other}`);
      expect(listed && text(listed)).toContain(kind === 'family' ? 'A family' : 'A professional network');
      expect(listed && text(listed)).not.toMatch(/\b(FOR|WITH|TO|NOT)\b/);
      const again = listed && (await person.press(listed, 'Open'));
      expect(again && text(again)).toContain(planted.what);
    }

    // Nobody else, no posted message and no log has any of it.
    const later = world.everything().filter((one) => !earlier.has(one.text));
    for (const words of Object.values(planted)) {
      expect(later.some((one) => one.to === 'Jo Bennett' && one.text.includes(words))).toBe(true);
      const strangers = later.filter(
        (one) => one.text.includes(words) && !['Jo Bennett', 'Sam Okafor'].includes(one.to),
      );
      expect(strangers.map((one) => one.to)).toEqual([]);
    }
    for (const message of [...sam.messages, ...jo.messages, ...robin.messages]) {
      for (const version of message.history) {
        for (const words of Object.values(planted)) expect(JSON.stringify(version)).not.toContain(words);
      }
    }
    expect(later.filter((one) => one.to === 'Sam Okafor' && one.text.includes(planted.need))).toEqual([]);
  });
});

describe('beside the straight way', () => {
  test('back, edit and save for later keep every word', async () => {
    const { jo } = pair;
    await ask(pair);
    let card = await jo.press(await open(jo), 'Start');
    card = await jo.press(card, 'Next', { 'describe.text': 'first' });
    card = await jo.press(card, 'Back');
    expect(text(card)).toContain('first');
    card = await jo.press(card, 'Save for later', { 'describe.text': 'second' });
    expect(text(card)).toContain('Saved');
    card = await jo.press(card, 'Carry on');
    expect(text(card)).toContain('Where does it sit?');
    card = await jo.press(card, 'Back');
    expect(text(card)).toContain('second');
    await jo.press(card, 'Yes, delete it for good');
  });

  test('stop and delete keeps nothing, and the asker sees what a declined one looks like', async () => {
    const { jo, sam } = pair;
    const look = async (end: () => Promise<unknown>) => {
      await end();
      return text(sam.latest());
    };
    await ask(pair);
    const declined = await look(async () => jo.press(await open(jo), 'Not this time'));
    await ask(pair);
    const deleted = await look(async () => jo.press(await answerAll(pair), 'Yes, delete it for good'));
    expect(declined).toContain('Not going ahead this time');
    expect(deleted).toBe(declined);
    const [list] = await jo.says('my reflections');
    expect(list && text(jo.sees(list))).not.toContain('with you');
  });

  test('taken back, changed and shared again', async () => {
    const { jo, sam } = pair;
    await ask(pair);
    const shared = await jo.press(await answerAll(pair), 'Share what is ticked');
    const outside = await open(sam);
    const back = await jo.press(shared, 'Take it back');
    expect(text(back)).toContain('Read it through');
    const late = await sam.press(outside, 'Place it', { 'outside.domain': 'to' });
    expect(text(late)).toContain('It is with Jo Bennett');
    expect(text(late)).not.toContain(planted.describe);
    const step = await jo.press(back, 'Edit the description');
    const read = await jo.press(step, 'Next', { 'describe.text': 'changed' });
    await jo.press(read, 'Share what is ticked');
    expect(text(await open(sam))).toContain('changed');
    await sam.press(sam.latest(), 'I’d rather hear more first');
    expect(text(await open(jo))).toContain('**Sam Okafor** would rather hear more first.');
  });

  test('my practice: the asker writes, the other is asked and places', async () => {
    const { jo, sam } = pair;
    const [form] = await jo.says('reflect');
    const first = form && (await jo.press(form, 'Ask them', { who: sam.id, whose: 'mine', pointer: '' }));
    expect(first && text(first)).toContain('Describe it');
    const invited = await open(sam);
    expect(text(invited)).toContain('one of their own working relationships');
    const agreed = await sam.press(invited, 'Yes, ask me when it is shared');
    expect(text(agreed)).toContain('It is with Jo Bennett');
  });

  test('another time: the day is shown to the one who chose it and to nobody else', async () => {
    const { jo, sam } = pair;
    await ask(pair);
    const day = inADay(9);
    const put = await jo.press(await open(jo), 'Choose this day', { laterOn: day });
    expect(text(put)).toMatch(/You chose \d+ \w+ \d{4}/);
    const [list] = await jo.says('my reflections');
    expect(list && text(jo.sees(list))).toContain('another time:');
    const [theirs] = await sam.says('my reflections');
    expect(theirs && text(sam.sees(theirs))).not.toContain('another time');
    expect(text(await jo.press(put, 'Start'))).toContain('Describe it');
  });

  test.each([
    ['Close with no action', 'You closed with no action.'],
    ['We see it differently', 'You closed with “we see it differently”.'],
  ])('%s is an equal ending', async (button, said) => {
    const { jo, sam } = pair;
    await ask(pair);
    const { theirs } = await shareAndPlace(pair);
    const form = await sam.press(theirs, 'What we’ll do');
    await sam.press(form, button);
    const done = await jo.press(await open(jo), 'Agree');
    expect(text(done)).toContain(said);
    expect(text(done)).toContain('no action agreed');
  });

  test('a changed proposal needs both again, up to three actions', async () => {
    const { jo, sam } = pair;
    await ask(pair);
    const { mine } = await shareAndPlace(pair);
    let form: Answered = await jo.press(mine, 'What we’ll do');
    form = await jo.press(form, 'Add another', { what0: 'one', who0: jo.id, by0: inADay(3) });
    form = await jo.press(form, 'Add another', { what1: 'two', who1: sam.id, by1: inADay(4) });
    expect(titlesOf(form.card)).not.toContain('Add another');
    await jo.press(form, 'Propose', { what2: 'three', who2: jo.id, by2: inADay(5) });
    const offered = await open(sam);
    const change = await sam.press(offered, 'Change');
    await sam.press(change, 'Propose', { what0: 'one, smaller' });
    expect(text(await jo.press(await open(jo), 'Agree'))).toContain('one, smaller');
    expect(text(await sam.press(offered, 'Agree'))).toContain('3 actions agreed');
  });
});

test('within the storyboard’s counts: eleven presses and six, nothing typed but the action', async () => {
  const { jo, sam } = pair;
  const presses = { jo: 0, sam: 0 };
  const press = async (
    who: 'jo' | 'sam',
    on: Parameters<typeof jo.press>[0] | null,
    button: string,
    inputs = {},
  ) => {
    presses[who] += 1;
    const person = who === 'jo' ? jo : sam;
    return on === null ? open(person) : person.press(on, button, inputs);
  };
  const [form] = await sam.says('reflect');
  await press('sam', form ?? fail(), 'Ask them', { who: jo.id });
  let card = await press('jo', null, 'Open');
  card = await press('jo', card, 'Start');
  card = await press('jo', card, 'Next');
  card = await press('jo', card, box('for'));
  for (let step = 0; step < 3; step += 1) card = await press('jo', card, 'Next');
  await press('jo', card, 'Share what is ticked');
  card = await press('sam', null, 'Open');
  card = await press('sam', card, box('with'));
  await press('sam', card, 'Place it');
  card = await press('jo', null, 'Open');
  card = await press('jo', card, 'What we’ll do');
  await press('jo', card, 'Propose', { what0: 'ask them first', who0: jo.id, by0: inADay(5) });
  card = await press('sam', null, 'Open');
  expect(text(await press('sam', card, 'Agree'))).toContain('1 action agreed');
  expect(presses).toEqual({ jo: 11, sam: 6 });
});

test('the posted card names its one reader for a refresh, and holds no input', async () => {
  const { jo, sam } = pair;
  await ask(pair);
  for (const person of [jo, sam]) {
    const card = cardOf(person.messages.at(-1) ?? fail());
    expect(card.refresh).toMatchObject({ userIds: [person.teamsId] });
    expect(JSON.stringify(card)).not.toContain('Input.');
  }
});

const fail = (): never => {
  throw new Error('there is no such message');
};
