import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { connect } from '../../bot/tables/client.ts';
import { inputsOf } from '../helpers/cards.ts';
import { type Answered, cardOf } from '../helpers/teams-person.ts';
import { box } from './boxes.ts';
import { planted } from './play.ts';
import { ask, inADay, open, type Pair, shareAndPlace, startPair, text } from './two-people.ts';

/** One bad row, one slow chat or one overtaken message never stands in everybody's way. */
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
const later = (ms: number) => {
  pair.world.clock.now = new Date(Date.now() + ms);
};

describe('what this server cannot read', () => {
  test('one errand that cannot be read does not hold up the others', async () => {
    const { world, jo, wire } = pair;
    const table = (await connect({ connectionString: wire.connectionString }))('reflections');
    await table.put({
      partitionKey: 'errands',
      rowKey: '2020-01-01T00:00:00.000Z:x:y',
      schema: 2,
      reflectionId: 'x',
    });
    world.connector.faults.set(jo.chatId, { status: 429 });
    const before = jo.messages.length;
    await ask(pair);
    world.connector.faults.clear();
    later(120_000);
    await world.server.catchUp().catch(() => null);
    await table.remove('errands', '2020-01-01T00:00:00.000Z:x:y');
    expect(jo.messages.length).toBe(before + 1);
  });
  test('one reflection of a newer schema does not hold up the list, the form and the errands', async () => {
    const { robin, wire } = pair;
    const table = (await connect({ connectionString: wire.connectionString }))('reflections');
    const asked = await ask(pair, { who: robin.id });
    const id = /"id":"([0-9a-f-]{36})"/.exec(JSON.stringify(asked.card))?.[1] ?? '';
    const row = await table.read(id, 'record');
    if (!row) throw new Error('no row');
    await table.put({ partitionKey: id, rowKey: 'record', schema: 2 });
    const [list] = await robin.says('my reflections');
    const [form] = await robin.says('reflect');
    const { etag: _e, timestamp: _t, ...rest } = row;
    await table.put(
      Object.fromEntries(
        Object.entries(rest).filter(([k]) => !k.includes('odata') && !k.startsWith('$')),
      ) as never,
    );
    expect([list?.activity.text, form?.activity.text]).toEqual([undefined, undefined]);
  });
});

describe('messages and what they say', () => {
  test('withdrawn before Teams took it: no "something to agree"', async () => {
    const { world, jo, sam } = pair;
    await ask(pair);
    const { mine } = await shareAndPlace(pair);
    const form = await jo.press(mine, 'What we’ll do');
    world.connector.faults.set(sam.chatId, { status: 429 });
    const proposed = await jo.press(form, 'Propose', { what0: 'one', who0: jo.id, by0: inADay(2) });
    await jo.press(proposed, 'Change');
    world.connector.faults.clear();
    const before = sam.messages.length;
    later(120_000);
    await world.server.catchUp();
    expect(sam.messages.length).toBe(before);
  });
  test('shared on day 13 of the invitation, it does not lapse on day 14', async () => {
    const { keepingOf } = await import('../../bot/reflection/keeping.ts');
    const { asked, played, answers, jo } = await import('./play.ts');
    const { decide } = await import('../../bot/reflection/decide.ts');
    const state = played(asked({ asker: 'practitioner' }), ...answers());
    const shared = decide(
      state,
      {
        event: { type: 'share', ticks: {} },
        part: 'practitioner',
        revision: state.workflow.revisions.practitioner,
      },
      { by: jo, now: '2026-11-15T10:00:00.000Z', today: '2026-11-15', newId: () => 'x' },
    );
    if (shared.is !== 'moved') throw new Error('no');
    expect(
      keepingOf(shared.reflection, { timeZone: 'Europe/London', keepMonths: 24 }).on > '2026-11-20',
    ).toBe(true);
  });
  test('in a chat of two, whoever came second keeps their pointer', async () => {
    const { sam, jo, world } = pair;
    const id = '19:abc@unq.gbl.spaces';
    world.connector.rosters.set(
      id,
      [sam, jo].map(({ teamsId, name, id: object }) => ({ id: teamsId, name, aadObjectId: object })),
    );
    const conversation = { conversationType: 'groupChat', isGroup: true, tenantId: world.tenantId, id };
    const [card] = await sam.says('<at>Four Ways</at> reflect', {
      conversation,
      entities: [{ type: 'mention', mentioned: { id: world.bot.id }, text: '<at>Four Ways</at>' }],
    });
    if (!card) throw new Error('none');
    const fresh = { message: card, card: cardOf(card) };
    const [a, b] = [await sam.press(fresh, 'Open mine'), await jo.press(fresh, 'Open mine')];
    await sam.press(a, 'Ask them', { pointer: 'of Sam' });
    const answer = await jo.press(b, 'Ask them', { pointer: 'what Jo typed as a pointer' });
    expect(text(answer)).toContain('what Jo typed as a pointer');
  });
  test('together now asked by the practitioner, the supervisor says no: the practitioner is told', async () => {
    const { sam, jo } = pair;
    const [form] = await jo.says('reflect');
    if (!form) throw new Error('no form');
    await jo.press(form, 'We’re together now', { who: sam.id, whose: 'mine' });
    const before = jo.messages.length;
    await sam.press(await open(sam), 'Not this time');
    expect(jo.messages.length).toBe(before + 1);
  });
  test('keep it keeps only what was pointed out', async () => {
    const { jo } = pair;
    await ask(pair);
    const start = await jo.press(await open(jo), 'Start');
    const told = await jo.press(start, 'Next', { 'describe.text': 'ring 07700 900123' });
    const kept = await jo.press(told, 'Keep it', {
      'describe.text': 'ring 07700 900123, NHS 943 476 5919, PO1 3AX',
    });
    expect(text(kept)).toContain('an NHS number');
  });
  test('a short reply or note is given back too', async () => {
    const { jo, sam } = pair;
    await ask(pair);
    const { theirs } = await shareAndPlace(pair);
    await sam.press(theirs, 'Leave this note', { note: planted.note });
    const both = await open(jo);
    const form = await sam.press(await open(sam), 'What we’ll do');
    await sam.press(form, 'Close with no action');
    await jo.press(await open(jo), 'Agree');
    const late = await jo.press(both, 'Send this answer', { reply: 'Not always' });
    expect(text(late)).toContain('Not always');
  });
  test('the day chosen by the invited is not said to be seen by the asker', async () => {
    const { jo } = pair;
    await ask(pair);
    const day = await jo.press(await open(jo), 'Choose this day', { laterOn: inADay(5) });
    expect(text(day)).not.toContain('only you and Sam Okafor see what is on this card');
  });
  test('what lies unsaved in one field and saved in another is not taken as saved', async () => {
    const { jo } = pair;
    await ask(pair);
    let card = await jo.press(await open(jo), 'Start');
    card = await jo.press(card, 'Next', { 'describe.text': 'I would ask them' });
    card = await jo.press(card, box('for'));
    card = await jo.press(card, 'Next');
    const move = await jo.press(card, 'Next');
    await jo.press(move, 'Save for later', { 'move.need': 'time' });
    const answer = await jo.press(move, 'Next', { 'move.change': 'I would ask them' });
    expect(field(answer, 'move.change') ?? text(answer)).toContain('I would ask them');
    expect(text(answer)).toContain('out of date');
  });
});
