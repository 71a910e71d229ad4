import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Message } from '../helpers/teams-connector.ts';
import type { Person } from '../helpers/teams-person.ts';
import { gone, idOf, type Kept, newest, nothing, posted, startKept } from './keeper.ts';
import { planted } from './play.ts';
import { answerAll, ask, open, shareAndPlace, text } from './two-people.ts';

/** What a round does, seen by the two people: on real storage, with a clock that stands where a case puts it. */
let kept: Kept;
let since: { person: Person; count: number }[];
beforeAll(async () => {
  kept = await startKept();
  mark();
}, 60_000);
afterEach(async () => {
  // Nothing of one case is left to be due in the next.
  kept.wire.listen();
  kept.pass(800);
  await kept.keep();
  kept.pass(14);
  await kept.keep();
  mark();
});
afterAll(() => kept.stop());

const mark = () => {
  since = [kept.sam, kept.jo, kept.robin].map((person) => ({ person, count: person.messages.length }));
};
/** The messages in somebody's chat since this case began. */
const of = (person: Person): Message[] =>
  person.messages.slice(since.find((one) => one.person === person)?.count ?? 0);
const summaries = (person: Person) => of(person).map(({ activity }) => activity.summary);
const noticed = 'It’s your turn, when you’re ready.';

const expectGone = async (id: string, ...people: Person[]) => {
  const cards = people.flatMap(of).map(posted);
  expect(cards.length).toBeGreaterThan(0);
  for (const card of cards) expect(card).toContain(gone);
  expect(await kept.rowsOf(id)).toEqual([]);
};

describe('an invitation', () => {
  test('lapses silently on the fourteenth day', async () => {
    const id = idOf(await ask(kept));
    kept.pass(13);
    expect(await kept.keep()).toEqual(nothing);
    const before = kept.world.connector.messages.length;
    kept.pass(1);
    expect(await kept.keep()).toEqual({ ...nothing, lapsed: 1 });
    await expectGone(id, kept.sam, kept.jo);
    expect(kept.world.connector.messages.length).toBe(before);
    expect(await kept.keep()).toEqual(nothing);
  });

  test('put off to another day lapses fourteen days after that day', async () => {
    const { jo } = kept;
    const id = idOf(await ask(kept));
    const day = new Date(Date.parse(kept.today()) + 20 * 86_400_000).toISOString().slice(0, 10);
    await jo.press(await open(jo), 'Choose this day', { laterOn: day });
    kept.pass(14);
    expect(await kept.keep()).toEqual({ ...nothing, refiled: 1 });
    kept.pass(19);
    expect(await kept.keep()).toEqual(nothing);
    kept.pass(1);
    expect(await kept.keep()).toEqual({ ...nothing, lapsed: 1 });
    await expectGone(id, kept.sam, kept.jo);
  });

  test('looks the same to the asker whether it lapsed, was declined or deleted', async () => {
    const { sam, jo } = kept;
    const ends: (() => Promise<unknown>)[] = [
      async () => {
        kept.pass(14);
        await kept.keep();
      },
      async () => jo.press(await open(jo), 'Not this time'),
      async () => jo.press(await jo.press(await open(jo), 'Start'), 'Yes, delete it for good'),
    ];
    const seen: unknown[] = [];
    for (const end of ends) {
      const count = sam.messages.length;
      const answered = await ask(kept);
      await end();
      const own = sam.messages.slice(count);
      const looked = await sam.press(answered, 'Ask to do it together');
      const list = (await sam.says('my reflections')).map(posted);
      seen.push({ cards: own.map(posted), looked: looked.card, list });
    }
    expect(seen[1]).toEqual(seen[0]);
    expect(seen[2]).toEqual(seen[0]);
    expect(JSON.stringify(seen[0])).toContain(gone);
  });

  test('of a supervisor leaves what the practitioner wrote with the practitioner alone', async () => {
    const { sam, jo } = kept;
    const [form] = await jo.says('reflect');
    if (!form) throw new Error('no form');
    let card = await jo.press(form, 'Ask them', { who: sam.id, whose: 'mine', kind: 'family' });
    const id = idOf(card);
    card = await jo.press(card, 'Next', { 'describe.text': planted.describe });
    kept.pass(14);
    expect(await kept.keep()).toEqual({ ...nothing, lapsed: 1 });
    for (const message of of(sam)) expect(posted(message)).toContain(gone);
    expect(await kept.rowsOf(id)).toEqual([
      `${id} record`,
      expect.stringMatching(/^look /),
      expect.stringContaining(`person:${jo.id} `),
      expect.stringMatching(/^remind /),
    ]);
    const back = await jo.press(card, 'Back');
    expect(JSON.stringify(back.card)).toContain(planted.describe);
    expect(text(back)).toContain('This one is yours alone.');
    expect(kept.world.leaks(planted.describe, [jo])).toEqual([]);
  });

  test('to somebody it was handed to has its own fourteen days', async () => {
    const { sam, jo, robin } = kept;
    const id = idOf(await ask(kept));
    const read = await answerAll(kept);
    kept.pass(10);
    const hand = await jo.press(read, 'With somebody else');
    await jo.press(hand, 'Share what is ticked', { who: robin.id });
    kept.pass(13);
    // Filed on the day it was first asked, and looked at since.
    expect(await kept.keep()).toEqual({ ...nothing, refiled: 1 });
    kept.pass(1);
    expect(await kept.keep()).toEqual({ ...nothing, lapsed: 1 });
    for (const message of [...of(sam), ...of(robin)]) expect(posted(message)).toContain(gone);
    expect(newest(jo)).toContain(noticed);
    expect((await kept.rowsOf(id)).length).toBe(4);
  });

  test('to somebody it was handed to late is not forgotten until the draft would have been looked at', async () => {
    const { jo, robin } = kept;
    const [form] = await jo.says('reflect');
    if (!form) throw new Error('no form');
    let card = await jo.press(form, 'Just me', { kind: 'family' });
    card = await jo.press(card, 'Next');
    card = await jo.press(card, 'Next', { 'place.domain': 'with' });
    for (let step = 0; step < 3; step += 1) card = await jo.press(card, 'Next');
    const hand = await jo.press(card, 'Share with somebody');
    await jo.press(hand, 'Share what is ticked', { who: robin.id });
    kept.pass(14);
    expect(await kept.keep()).toEqual({ ...nothing, lapsed: 1 });
    expect(newest(robin)).toContain(gone);
  });
});

describe('what lies untouched', () => {
  test('a draft: one notice to its writer alone, and gone a fortnight later', async () => {
    const { sam, jo } = kept;
    const id = idOf(await ask(kept));
    await answerAll(kept);
    const toSam = summaries(sam);
    kept.pass(76);
    expect(await kept.keep()).toEqual({ ...nothing, noticed: 1 });
    expect(summaries(jo).at(-1)).toBe(noticed);
    const day = new Date(Date.parse(kept.today()) + 14 * 86_400_000);
    const said = `kept until ${new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' }).format(day)}`;
    expect(newest(jo)).toContain(said);
    expect(text(await open(jo))).toContain(said);
    expect(summaries(sam)).toEqual(toSam);
    expect(kept.world.leaks(said, [jo])).toEqual([]);
    kept.pass(13);
    expect(await kept.keep()).toEqual(nothing);
    kept.pass(1);
    expect(await kept.keep()).toEqual({ ...nothing, erased: 1 });
    await expectGone(id, sam, jo);
    const firstSaid = of(jo).map(({ history }) => history[0]?.summary);
    expect(firstSaid.filter((summary) => summary === noticed).length).toBe(1);
  });

  test('gone on with after the notice, it has its ninety days again', async () => {
    const { jo } = kept;
    await ask(kept);
    await answerAll(kept);
    kept.pass(76);
    await kept.keep();
    kept.pass(10);
    const saved = await jo.press(await open(jo), 'Save for later');
    expect(text(saved)).not.toContain('kept until');
    kept.pass(4);
    expect(await kept.keep()).toEqual({ ...nothing, refiled: 1 });
    kept.pass(72);
    expect(await kept.keep()).toEqual({ ...nothing, noticed: 1 });
  });

  test('shared with the other: both are told', async () => {
    const { sam, jo } = kept;
    const id = idOf(await ask(kept));
    await shareAndPlace(kept);
    const both = [sam, jo].map((person) => of(person).length);
    kept.pass(76);
    expect(await kept.keep()).toEqual({ ...nothing, noticed: 1 });
    expect([sam, jo].map((person) => of(person).length)).toEqual(both.map((count) => count + 1));
    expect([sam, jo].map((person) => summaries(person).at(-1))).toEqual([noticed, noticed]);
    for (const person of [sam, jo]) expect(newest(person)).toContain('kept until');
    kept.pass(14);
    expect(await kept.keep()).toEqual({ ...nothing, erased: 1 });
    await expectGone(id, sam, jo);
  });

  test('found months late, it is still given its fortnight', async () => {
    await ask(kept);
    await answerAll(kept);
    kept.pass(300);
    expect(await kept.keep()).toEqual({ ...nothing, noticed: 1 });
    kept.pass(13);
    expect(await kept.keep()).toEqual(nothing);
    kept.pass(1);
    expect(await kept.keep()).toEqual({ ...nothing, erased: 1 });
  });
});

test('closed: the card names the day, and on that day all of it goes without a word', async () => {
  const { sam, jo } = kept;
  const id = idOf(await ask(kept));
  const { theirs } = await shareAndPlace(kept);
  await sam.press(await sam.press(theirs, 'What we’ll do'), 'Close with no action');
  const closed = await jo.press(await open(jo), 'Agree');
  const until = new Date(kept.today());
  until.setUTCFullYear(until.getUTCFullYear() + 1);
  const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' }).format(until);
  expect(text(closed)).toContain(`It is kept until ${day} and then deleted.`);
  const days = (until.getTime() - Date.parse(kept.today())) / 86_400_000;
  kept.pass(days - 1);
  expect(await kept.keep()).toEqual({ ...nothing, refiled: 1 });
  const before = kept.world.connector.messages.length;
  kept.pass(1);
  expect(await kept.keep()).toEqual({ ...nothing, erased: 1 });
  expect(kept.world.connector.messages.length).toBe(before);
  await expectGone(id, sam, jo);
});

test('a batch sees to as many as it may, and says that there are more', async () => {
  for (let count = 0; count < 3; count += 1) await ask(kept);
  kept.pass(14);
  expect(await kept.keep(2)).toEqual({ ...nothing, lapsed: 2, more: true });
  expect(await kept.keep(2)).toEqual({ ...nothing, lapsed: 1 });
});

test('a dry run writes nothing, and counts what a round then does', async () => {
  await ask(kept);
  kept.pass(14);
  kept.wire.listen();
  const messages = kept.world.connector.calls.length;
  const dry = await kept.keep(100, true);
  expect(dry).toEqual({ ...nothing, lapsed: 1 });
  expect(new Set(kept.wire.calls.map(({ method }) => method))).toEqual(new Set(['GET']));
  expect(kept.world.connector.calls.length).toBe(messages);
  expect(await kept.keep()).toEqual(dry);
});
