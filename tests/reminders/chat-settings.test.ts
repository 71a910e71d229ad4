import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { inputsOf } from '../helpers/cards.ts';
import type { Person, Shown } from '../helpers/teams-person.ts';
import { inChannel, text } from '../plan/chat-team.ts';
import { type ReminderTeam, startReminderTeam, today } from './chat-world.ts';

let team: ReminderTeam;
let jo: Person;
beforeAll(async () => {
  team = await startReminderTeam();
  await team.manages([team.sam]);
});
afterAll(() => team.stop());

beforeEach(async () => {
  jo = team.world.person('Jo Bennett');
  await jo.installs();
  await team.north.adds(jo);
});

const asks = async (person: Person): Promise<Shown> => {
  const [message] = await person.says('Reminders!');
  if (!message) throw new Error('no settings');
  return person.sees(message);
};
const inputs = ({ card }: Pick<Shown, 'card'>) => inputsOf(card).map(({ id, value }) => [id, value ?? '']);
const huddles = (more = {}) =>
  team.action({ area: 'Huddles', dueOn: '2026-11-23', who: [{ id: jo.id }], ...more });

describe('what somebody wants to hear of', () => {
  test('begins with everything, and says when the next could come', async () => {
    const shown = await asks(jo);
    expect(inputs(shown)).toEqual([
      ['mode', 'everything'],
      ['pausedUntil', ''],
    ]);
    expect(text(shown)).toContain(
      'Your next reminder comes on 24 November at 08:30 at the earliest, and only if there is something to say.',
    );
  });

  test('is saved, shown again, and says when the next could come then', async () => {
    const saved = await jo.press(await asks(jo), 'Save', { mode: 'mondays', pausedUntil: '2026-12-24' });
    expect(text(saved)).toContain('Saved.');
    // Christmas Day and the Monday of Boxing Day's substitute are no working days.
    expect(text(saved)).toContain('Your next reminder comes on 29 December at 08:30');
    expect(await team.kept(jo)).toMatchObject({
      choice: { mode: 'mondays', pausedUntil: '2026-12-24' },
      plans: {},
    });
    expect(inputs(await asks(jo))).toEqual([
      ['mode', 'mondays'],
      ['pausedUntil', '2026-12-24'],
    ]);
  });

  test('a pause leaves word for the day on which it is over', async () => {
    await jo.press(await asks(jo), 'Save', { mode: 'everything', pausedUntil: '2026-12-24' });
    const notes = [];
    for await (const note of team.reminders.notes('2026-12-23', '2026-12-24')) notes.push(note);
    expect(notes.filter(({ person }) => person === jo.id)).toMatchObject([
      { day: '2026-12-24', kind: 'catchUp', planId: '' },
    ]);
  });

  test('a pause leaves word for the Monday after it where Mondays alone were chosen', async () => {
    await jo.press(await asks(jo), 'Save', { mode: 'mondays', pausedUntil: '2026-12-10' });
    const notes = [];
    for await (const note of team.reminders.notes('2026-12-01', '2026-12-14')) notes.push(note);
    expect(notes.filter(({ person }) => person === jo.id)).toMatchObject([
      { day: '2026-12-14', kind: 'catchUp', planId: '' },
    ]);
  });

  test('before the digests of a working day have gone out the next could come today', async () => {
    const { clock } = team.world;
    const before = clock.now;
    clock.now = new Date(`${today}T07:00:00Z`);
    expect(text(await asks(jo))).toContain('Your next reminder comes on 23 November at 08:30');
    clock.now = before;
  });

  test('may be different for each plan that somebody manages or has something open in', async () => {
    const { sam, world } = team;
    const south = world.team('South', [sam, jo]);
    await south.addsBot();
    await huddles();
    await team.action({ area: 'Letters', who: [{ id: sam.id }] }, south.id);
    await team.manages([jo], south.id);
    const shown = await asks(jo);
    expect(text(shown)).toContain('From the plan of Early Help North');
    expect(text(shown)).toContain('From the plan of South');
    expect(inputs(shown).slice(2)).toEqual([
      ['plan0', 'asAbove'],
      ['until0', ''],
      ['plan1', 'asAbove'],
      ['until1', ''],
    ]);
    const saved = await jo.press(shown, 'Save', { plan0: 'due', plan1: 'paused', until1: '2026-12-24' });
    expect((await team.kept(jo)).plans).toEqual({
      [team.north.id]: { mode: 'due', pausedUntil: null },
      [south.id]: { mode: 'everything', pausedUntil: '2026-12-24' },
    });
    await jo.press(saved, 'Save', { plan0: 'asAbove' });
    expect((await team.kept(jo)).plans).toEqual({
      [south.id]: { mode: 'everything', pausedUntil: '2026-12-24' },
    });
  });

  test('a day that is written beside a plan is a pause, whatever is chosen above it; and ends with another choice', async () => {
    await huddles();
    const saved = await jo.press(await asks(jo), 'Save', { until0: '2026-12-24' });
    expect(inputs(saved)).toContainEqual(['until0', '2026-12-24']);
    const { id } = team.north;
    expect((await team.kept(jo)).plans).toEqual({ [id]: { mode: 'everything', pausedUntil: '2026-12-24' } });
    await jo.press(saved, 'Save', { plan0: 'due' });
    expect((await team.kept(jo)).plans).toEqual({ [id]: { mode: 'due', pausedUntil: null } });
  });

  test.each([
    [{ pausedUntil: '2026-11-20' }, 'That day is past.'],
    [{ pausedUntil: '2029-11-20' }, 'That is more than two years away.'],
    [{ pausedUntil: 'soon' }, 'Please give a real date.'],
    [{ plan0: 'paused' }, 'Please fill this in.'],
  ])('%j is refused with a sentence, and what was chosen stays', async (chosen, sentence) => {
    await huddles();
    const before = await team.kept(jo);
    const refused = await jo.press(await asks(jo), 'Save', { mode: 'due', ...chosen });
    expect(text(refused)).toContain(sentence);
    expect(inputs(refused)).toContainEqual(['mode', 'due']);
    expect(await team.kept(jo)).toEqual(before);
  });

  test('saved twice by a doubled press is saved once, and says so both times', async () => {
    const saved = await jo.press(await asks(jo), 'Save', { mode: 'due' }, { twice: true });
    expect(text(saved)).toContain('Saved.');
  });

  test('a pause that is over is shown as none, and still tells the next sweep what it left out', async () => {
    const pausedUntil = '2026-11-20';
    await team.keeps(jo, { choice: { mode: 'everything', pausedUntil } });
    const shown = await asks(jo);
    expect(inputs(shown)).toContainEqual(['pausedUntil', '']);
    await jo.press(shown, 'Save', { mode: 'due' });
    expect(await team.kept(jo)).toMatchObject({ choice: { mode: 'due', pausedUntil } });
  });

  test('an older card does not undo what was chosen since', async () => {
    const old = await asks(jo);
    await jo.press(await asks(jo), 'Save', { mode: 'due' });
    const refused = await jo.press(old, 'Save', { mode: 'mondays' });
    expect(text(refused)).toContain('Your settings were changed somewhere else');
    expect(inputs(refused)).toContainEqual(['mode', 'mondays']);
    expect(await team.kept(jo)).toMatchObject({ choice: { mode: 'due' } });
    expect(text(await jo.press(refused, 'Save'))).toContain('Saved.');
    expect(await team.kept(jo)).toMatchObject({ choice: { mode: 'mondays' } });
  });

  test('a digest that was sent in between stands in nobody’s way, and is not forgotten', async () => {
    const shown = await asks(jo);
    await team.keeps(jo, { last: { day: today, place: null }, unreached: null, unanswered: 1 });
    expect(text(await jo.press(shown, 'Save', { mode: 'due' }))).toContain('Saved.');
    expect(await team.kept(jo)).toMatchObject({ choice: { mode: 'due' }, last: { day: today } });
  });

  test('storage away: what was chosen stays, and saving can be tried again', async () => {
    const shown = await asks(jo);
    team.wire.listen(() => 'cut');
    const lost = await jo.press(shown, 'Save', { mode: 'due', pausedUntil: '2026-12-24' });
    team.wire.listen();
    expect(text(lost)).toContain('Not saved yet');
    expect(text(await jo.press(lost, 'Try again'))).toContain('Saved.');
    expect(await team.kept(jo)).toMatchObject({ choice: { mode: 'due', pausedUntil: '2026-12-24' } });
  });

  test('plans of others cannot be chosen for, whatever a client sends', async () => {
    const shown = await asks(jo);
    const plans = JSON.stringify(['19:elsewhere@thread.tacv2', '__proto__', 'constructor']);
    const data = { mark: '["e",null,null,null]', plans, mode: 'due', plan0: 'mondays', plan1: 'mondays' };
    const sent = await jo.invokes(
      { action: { type: 'Action.Execute', verb: 'remind.save', data }, trigger: 'manual' },
      { replyToId: shown.message.id },
    );
    expect(JSON.stringify(sent.body)).toContain('Saved.');
    expect(await team.kept(jo)).toMatchObject({ choice: { mode: 'due' }, plans: {} });
  });
});

test('every digest leads to the settings, and an opened one back to it', async () => {
  const action = await huddles();
  const posted = await team.posts(jo, { lines: [team.line(action)] });
  expect(text(await jo.press(posted, 'Reminder settings'))).toContain('What would you like to hear of?');
  const opened = await jo.press(jo.reverts(posted.message), 'Open');
  const settings = await jo.press(opened, 'Reminder settings');
  const saved = await jo.press(settings, 'Save', { mode: 'due' });
  expect(text(saved)).toContain('Saved.');
  expect(text(await jo.press(saved, 'Back to the list'))).toContain('Huddles');
});

test('in a channel and in a chat of several it says that reminders come to one alone', async () => {
  const [inTheChannel] = await inChannel(jo, team.north, 'reminders');
  const conversation = {
    conversationType: 'groupChat',
    isGroup: true,
    id: '19:group@thread.v2',
    tenantId: team.world.tenantId,
  };
  team.world.connector.rosters.set(conversation.id, []);
  const [inTheChat] = await jo.says('reminders', { conversation });
  for (const message of [inTheChannel, inTheChat]) {
    expect(message && text(jo.sees(message))).toContain('Please say **reminders** in your own chat with me.');
  }
});

test('an older client can choose too', async () => {
  const [saved] = await jo.submits(await asks(jo), 'Save', { mode: 'due' });
  expect(saved && text(jo.sees(saved))).toContain('Saved.');
  expect(await team.kept(jo)).toMatchObject({ choice: { mode: 'due' } });
});
