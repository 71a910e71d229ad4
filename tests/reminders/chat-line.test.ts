import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { isRefusal } from '../../bot/plan/desk.ts';
import { nodesOf, titlesOf } from '../helpers/cards.ts';
import { type Answered, cardOf, type Person, type Shown } from '../helpers/teams-person.ts';
import { text } from '../plan/chat-team.ts';
import { type ReminderTeam, startReminderTeam } from './chat-world.ts';

let team: ReminderTeam;
let jo: Person;
beforeAll(async () => {
  team = await startReminderTeam();
});
afterAll(() => team.stop());

beforeEach(async () => {
  jo = team.world.person('Jo Bennett');
  await jo.installs();
  await team.north.adds(jo);
  await team.manages([team.sam]);
});

const huddles = (more = {}) =>
  team.action({ area: 'Huddles', dueOn: '2026-11-23', who: [{ id: jo.id }], ...more });
type Action = Awaited<ReturnType<typeof huddles>>;
const lineOf = async (to: Person, action: Action, kind: 'named' | 'stillRight' | 'noWord' = 'named') =>
  to.press(await team.opens(to, { lines: [team.line(action, kind)] }), 'Open');
const history = async ({ id }: Action) => {
  const lines = await team.desk.history(team.sam.id, team.north.id, id);
  if (isRefusal(lines)) throw new Error(lines.refused);
  return lines;
};
const changes = async (action: Action) => (await history(action)).filter(({ what }) => what === 'changed');
const buttons = ({ card }: Pick<Shown, 'card'>) => titlesOf(card).filter((title) => title !== 'undefined');
const toggles = ({ card }: Pick<Shown, 'card'>) =>
  [...nodesOf(card)].filter(({ type }) => type === 'Action.ToggleVisibility').map(({ title }) => title);

describe('an action of one’s own', () => {
  test('offers done, another date, a hold, help from the manager by name, and not now', async () => {
    const line = await lineOf(jo, await huddles());
    expect(buttons(line)).toEqual(['Done', 'Ask Sam Okafor for help', 'Save the date', 'Hold it', 'Not now']);
    expect(toggles(line)).toEqual(['Move the date', 'Hold it until…']);
    expect(text(line)).toContain('Why? (your team can read this)');
  });

  test('not now leads back and keeps nothing, also of what was typed', async () => {
    const action = await huddles();
    const back = await jo.press(await lineOf(jo, action), 'Not now', { dueOn: '2026-12-10' });
    expect(text(back)).toContain('Early Help North · by 23 November');
    expect(await team.find(action.id)).toEqual(action);
  });

  test('done is marked in the list and can be undone', async () => {
    const action = await huddles({ status: 'doing' });
    const done = await jo.press(await lineOf(jo, action), 'Done');
    expect(text(done)).toContain('Huddles\nDone. How it went can be written in the plan.');
    expect(text(done)).toContain('All seen to. Thank you.');
    expect(await team.find(action.id)).toMatchObject({ status: 'done', updatedBy: { id: jo.id } });
    const again = await jo.press(done, 'Undo');
    expect(text(again)).toContain('It is open again.');
    expect(text(again)).toContain('by 23 November');
    expect(await team.find(action.id)).toMatchObject({ status: 'doing' });
  });

  test('another date is kept in the history with its reason, which the team can read', async () => {
    const action = await huddles();
    const moved = await jo.press(await lineOf(jo, action), 'Save the date', {
      'By when?': '2026-12-10',
      'Why? (your team can read this)': 'Two of us were ill',
    });
    expect(text(moved)).toContain('The date is moved to 10 December.');
    expect(await team.find(action.id)).toMatchObject({ dueOn: '2026-12-10' });
    expect((await changes(action))[0]).toMatchObject({ note: 'Two of us were ill' });
  });

  test.each([
    ['2026-11-22', 'That day is past.'],
    ['2026-02-30', 'Please give a real date.'],
    ['', 'Please fill this in.'],
  ])('the date %j is refused with a sentence, and what was typed stays', async (day, sentence) => {
    const action = await huddles();
    const refused = await jo.press(await lineOf(jo, action), 'Save the date', {
      dueOn: day,
      moveReason: 'Two of us were ill',
    });
    expect(text(refused)).toContain(sentence);
    expect(text(refused)).toContain('Two of us were ill');
    const field = [...nodesOf(refused.card)].find(({ id }) => id === 'moving');
    expect(field?.isVisible).toBe(true);
    expect(await team.find(action.id)).toEqual(action);
    const moved = await jo.press(refused, 'Save the date', { dueOn: '2026-12-10' });
    expect(text(moved)).toContain('The date is moved to 10 December.');
    expect(text(moved)).toContain('All seen to');
  });

  test('a reason that may identify a family is pointed out before it is kept', async () => {
    const action = await huddles();
    const inputs = { dueOn: '2026-12-10', moveReason: 'Visit to PO1 3AX first' };
    const pointed = await jo.press(await lineOf(jo, action), 'Save the date', inputs);
    expect(text(pointed)).toContain('a postcode');
    expect(await team.find(action.id)).toEqual(action);
    const kept = await jo.press(pointed, 'Keep it');
    expect(text(kept)).toContain('The date is moved to 10 December.');
    expect((await changes(action))[0]).toMatchObject({ note: inputs.moveReason });
  });

  test('it is held until a day, and named no more before', async () => {
    const action = await huddles();
    const held = await jo.press(await lineOf(jo, action), 'Hold it', { until: '2026-12-24' });
    expect(text(held)).toContain('On hold until 24 December.');
    expect(await team.find(action.id)).toMatchObject({ heldUntil: '2026-12-24', dueOn: '2026-11-23' });
    expect(text(await team.opens(jo, { lines: [team.line(action)] }))).toContain('All seen to');
  });

  test.each([
    ['2026-11-23', 'Please choose a day after today and within a year.'],
    ['2028-11-23', 'Please choose a day after today and within a year.'],
    ['soon', 'Please give a real date.'],
    ['', 'Please fill this in.'],
  ])('it is not held until %j', async (day, sentence) => {
    const action = await huddles();
    const refused = await jo.press(await lineOf(jo, action), 'Hold it', { until: day });
    expect(text(refused)).toContain(sentence);
    expect(await team.find(action.id)).toEqual(action);
  });

  test.each([
    ['Done', {}],
    ['Save the date', { dueOn: '2026-12-10' }],
    ['Hold it', { until: '2026-12-24' }],
    ['Ask Sam Okafor for help', {}],
  ])('%s delivered twice is done once', async (button, inputs) => {
    const action = await huddles();
    const before = team.sam.messages.length;
    const second = await jo.press(await lineOf(jo, action), button, inputs, { twice: true });
    expect(text(second)).not.toContain('nothing was saved');
    expect(await history(action)).toHaveLength(2);
    expect(team.sam.messages.length - before).toBe(button.startsWith('Ask') ? 1 : 0);
  });

  test('a press on an older card changes nothing, and shows how it stands now with what was typed', async () => {
    const action = await huddles();
    const line = await lineOf(jo, action);
    await team.desk.change(team.sam.id, team.north.id, action.id, { area: 'Huddles, weekly' }, action.etag);
    const stale = await jo.press(line, 'Save the date', { dueOn: '2026-12-10', moveReason: 'Ill' });
    expect(text(stale)).toContain('It has been changed since you opened it');
    expect(text(stale)).toContain('Huddles, weekly');
    expect(JSON.stringify(stale.card)).toContain('"value":"2026-12-10"');
    expect(text(await jo.press(stale, 'Save the date'))).toContain('moved to 10 December');
  });

  test('a reason of one word comes back too where the action was done meanwhile', async () => {
    const action = await huddles();
    const line = await lineOf(jo, action);
    await team.desk.change(team.sam.id, team.north.id, action.id, { status: 'done' }, action.etag);
    const stale = await jo.press(line, 'Save the date', { dueOn: '2026-12-10', moveReason: 'Ill' });
    expect(JSON.stringify(stale.card)).toContain('Ill"');
  });

  test('one that is gone falls away with a sentence', async () => {
    const [action, other] = [await huddles(), await huddles({ area: 'Letters' })];
    const opened = await team.opens(jo, { lines: [team.line(action), team.line(other)] });
    const line = await jo.press(opened, 'Open');
    await team.desk.remove(team.sam.id, team.north.id, action.id, action.etag);
    const gone = await jo.press(line, 'Done');
    expect(text(gone)).toContain('This action is not in the plan any more');
    expect(text(gone)).toContain('Letters');
    expect(text(gone)).not.toContain('Huddles');
  });

  test('storage away: the day and the reason stay, and the press can be tried again', async () => {
    const action = await huddles();
    const line = await lineOf(jo, action);
    team.wire.listen(() => 'cut');
    const lost = await jo.press(line, 'Save the date', { dueOn: '2026-12-10', moveReason: 'Ill' });
    team.wire.listen();
    expect(text(lost)).toContain('Not saved yet');
    const moved = await jo.press(lost, 'Try again');
    expect(text(moved)).toContain('moved to 10 December');
    expect(text(moved)).toContain('All seen to');
    expect((await changes(action))[0]).toMatchObject({ note: 'Ill' });
  });
});

describe('help asked for', () => {
  test('the manager gets one neutral line, opens the action and offers help back', async () => {
    const action = await huddles();
    const asked = await jo.press(await lineOf(jo, action), 'Ask Sam Okafor for help');
    expect(text(asked)).toContain('You have asked for help. I am telling Sam Okafor now.');
    expect(text(asked)).not.toContain('All seen to');
    const { message } = team.sam.latest();
    expect(message.activity.summary).toBe('Jo Bennett has asked you something.');
    expect(text({ card: cardOf(message) })).toBe('Somebody has asked for your help with an action.\nOpen');
    const opened = await team.sam.refresh(message);
    expect(text(opened)).toContain('**Jo Bennett** asks for your help with this.\nHuddles');
    expect(buttons(opened)).toEqual(['Done', 'Offer help', 'Save the date', 'Hold it']);
    const offered = await team.sam.press(opened, 'Offer help');
    expect(text(offered)).toContain('You have offered help. I am telling Jo Bennett now.');
    expect(jo.latest().message.activity.summary).toBe('Sam Okafor has asked you something.');
    expect(text(await jo.refresh(jo.latest()))).toContain('**Sam Okafor** offers to help you with this.');
    expect((await history(action)).map(({ what }) => what).sort()).toEqual([
      'added',
      'askedForHelp',
      'offeredHelp',
    ]);
  });

  test('of several managers one is chosen, and only that one is told', async () => {
    const ada = team.world.person('Ada Nwosu');
    await ada.installs();
    await team.north.adds(ada);
    await team.manages([team.sam, ada]);
    const line = await lineOf(jo, await huddles());
    expect(toggles(line)).toContain('Ask for help');
    const unchosen = await jo.press(line, 'Ask for help now');
    expect(text(unchosen)).toContain('Which manager should be told?** Please fill this in.');
    const before = team.sam.messages.length;
    await jo.press(unchosen, 'Ask for help now', { whom: ada.id });
    expect(ada.latest().message.activity.summary).toBe('Jo Bennett has asked you something.');
    expect(team.sam.messages).toHaveLength(before);
  });

  test('nobody is told who does not manage the plan, whatever a client sends', async () => {
    const kit = team.world.person('Kit Moore');
    await kit.installs();
    const before = kit.messages.length;
    const action = await huddles();
    const posted = await team.posts(jo, { lines: [team.line(action)] });
    const data = { plan: team.north.id, action: action.id, kind: 'named', manager: kit.id, whom: kit.id };
    await jo.invokes(
      { action: { type: 'Action.Execute', verb: 'remind.ask', data }, trigger: 'manual' },
      { replyToId: posted.message.id },
    );
    expect(kit.messages).toHaveLength(before);
    expect(await history(action)).toHaveLength(1);
  });

  test('a manager without the app does not spoil it for the one who asks', async () => {
    const action = await huddles();
    const line = await lineOf(jo, action);
    team.world.connector.faults.set(team.sam.chatId, { status: 403, code: 'ConversationBlockedByUser' });
    expect(text(await jo.press(line, 'Ask Sam Okafor for help'))).toContain('You have asked for help.');
    team.world.connector.faults.delete(team.sam.chatId);
  });

  test('a plan without managers offers no help to ask for', async () => {
    await team.manages([jo]);
    expect(text(await lineOf(jo, await huddles()))).not.toContain('for help');
  });
});

describe('somebody else’s action, as the manager of its plan', () => {
  const sams = (action: Action, kind?: 'named' | 'stillRight' | 'noWord') => lineOf(team.sam, action, kind);

  test('done tells its owner in one neutral line', async () => {
    const action = await huddles();
    const done = await team.sam.press(await sams(action), 'Done');
    expect(text(done)).toContain('Huddles\nDone.');
    const { message } = jo.latest();
    expect(text({ card: cardOf(message) })).toBe('An action of yours was marked as done.\nOpen');
    expect(message.activity.summary).toBe('Your plan actions: 1.');
    expect(text(await jo.refresh(message))).toContain('**Sam Okafor** has marked this as done.\nHuddles');
    await team.sam.press(done, 'Undo');
    expect(text(await jo.refresh(message))).not.toContain('marked this as done');
  });

  test('done that was done already tells nobody again, whatever a client sends', async () => {
    const action = await huddles();
    const done = await team.sam.press(await sams(action), 'Done');
    const before = jo.messages.length;
    const { etag } = (await team.find(action.id)) ?? action;
    const data = { plan: team.north.id, action: action.id, kind: 'named', etag, was: 'todo' };
    await team.sam.invokes(
      { action: { type: 'Action.Execute', verb: 'remind.done', data }, trigger: 'manual' },
      { replyToId: done.message.id },
    );
    expect(jo.messages).toHaveLength(before);
  });

  test('one that nobody has can be given to somebody', async () => {
    const kit = team.world.person('Kit Moore');
    await team.north.adds(kit);
    const action = await huddles({ who: [] });
    const choose = await team.sam.press(await sams(action), 'Give it to somebody');
    const given = await team.sam.press(choose, 'Give it to them', { who: kit.id });
    expect(text(given)).toContain('Kit Moore has it now.');
  });

  test('one’s own done tells nobody', async () => {
    const before = team.sam.messages.length;
    await jo.press(await lineOf(jo, await huddles()), 'Done');
    expect(team.sam.messages).toHaveLength(before);
  });

  test('without a word it can be given to somebody else of the team', async () => {
    const kit = team.world.person('Kit Moore');
    await team.north.adds(kit);
    const action = await huddles();
    const line = await sams(action, 'noWord');
    expect(text(line)).toContain('no word on it for a while');
    const choose = await team.sam.press(line, 'Give it to somebody else');
    expect(text(choose)).toContain('Kit Moore');
    expect(text(choose)).not.toContain(jo.id);
    expect(text(await team.sam.press(choose, 'Give it to them'))).toContain('Please fill this in.');
    const given = await team.sam.press(choose, 'Give it to them', { who: kit.id });
    expect(text(given)).toContain('Kit Moore has it now.');
    expect(await team.find(action.id)).toMatchObject({ who: [{ id: kit.id, name: 'Kit Moore' }] });
  });

  test('it is given to nobody outside the team, and by nobody but a manager', async () => {
    const kit = team.world.person('Kit Moore');
    const action = await huddles();
    const choose = await team.sam.press(await sams(action, 'noWord'), 'Give it to somebody else');
    const refused = await team.sam.press(choose, 'Give it to them', { who: kit.id }, { force: true });
    expect(text(refused)).toContain('That person is not in the team, or is a guest.');
    const forged = await jo.press(choose, 'Give it to them', { who: team.sam.id }, { force: true });
    expect(text(forged)).toContain('That is for others to do');
    expect(await team.find(action.id)).toEqual(action);
  });

  test('long past its date it asks once whether it is still the right aim', async () => {
    const [first, second] = [await huddles({ dueOn: '2026-10-12' }), await huddles({ dueOn: '2026-10-13' })];
    const opened = await team.opens(team.sam, {
      lines: [team.line(first, 'stillRight'), team.line(second, 'stillRight')],
    });
    expect(text(opened)).toContain('Is this still the right aim?');
    const line = await team.sam.press(opened, 'Open');
    expect(toggles(line)).toContain('Still right: move the date');
    const dropped = await team.sam.press(line, 'No longer our aim');
    expect(text(dropped)).toContain('Closed in the plan: no longer our aim.');
    expect(await team.find(first.id)).toMatchObject({ status: 'done', outcomeMet: 'changed' });
    const other = await team.sam.press(dropped, 'Open');
    expect(text(await team.sam.press(other, 'Save the date', { dueOn: '2026-12-10' }))).toContain(
      'The date is moved to 10 December.',
    );
  });

  test('a member who neither owns nor manages may look and no more', async () => {
    const kit = team.world.person('Kit Moore');
    await kit.installs();
    await team.north.adds(kit);
    const action = await huddles();
    const line = await sams(action);
    for (const button of ['Hold it', 'Offer help']) {
      const refused = await kit.press(line, button, button === 'Hold it' ? { until: '2026-12-24' } : {});
      expect(text(refused)).toContain('That is for others to do');
    }
    expect(await team.find(action.id)).toEqual(action);
  });
});

describe('what was made up', () => {
  const press = async (verb: string, data: unknown) => {
    const { message } = await team.posts(jo, {});
    const sent = await jo.invokes(
      { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
      { replyToId: message.id },
    );
    expect(sent.status).toBe(200);
    return JSON.stringify(sent.body);
  };

  test.each([
    ['remind.open', {}],
    ['remind.open', { digest: '{"d":"2026-11-23"}' }],
    ['remind.open', { digest: ['x'] }],
    ['remind.open', { digest: '{'.repeat(30) }],
    ['remind.line', { plan: ['x'], action: 7 }],
    ['remind.done', { plan: 'p', action: 'a', etag: 'e', was: 'done' }],
    ['remind.hold', { plan: 'p', action: 'a' }],
    ['remind.save', { mark: 'm', plans: 'not a list' }],
    ['remind.erase', { plan: 'p', action: 'a', etag: 'e' }],
    ['remind.move', null],
    ['remind.', {}],
  ])('%s with %j is answered with a way on', async (verb, data) => {
    expect(await press(verb, data)).toContain('I could not read that button.');
  });

  test('another team’s action cannot be opened or changed, whoever the data says one is', async () => {
    const { sam, world } = team;
    const south = world.team('South', [sam]);
    await south.addsBot();
    const secret = await team.action({ area: 'Not for Jo' }, south.id);
    const version = { plan: south.id, action: secret.id, etag: secret.etag, was: 'todo', by: sam.id };
    const unknown = await press('remind.line', { plan: '19:nowhere@thread.tacv2', action: 'a' });
    for (const verb of ['line', 'done', 'undo', 'drop', 'move', 'hold', 'offer', 'ask', 'choose', 'give']) {
      const inputs = { dueOn: '2026-12-24', until: '2026-12-24', who: jo.id, whom: sam.id };
      expect(await press(`remind.${verb}`, { ...version, ...inputs })).toBe(unknown);
    }
    expect(await team.find(secret.id, south.id)).toEqual(secret);
    expect(world.leaks('Not for Jo')).toEqual([]);
  });
});

test('nothing that is written in a plan or a reason reaches a log, or anybody but its readers', async () => {
  const action = await huddles({ area: 'Planted words' });
  const line: Answered = await lineOf(jo, action);
  await jo.press(line, 'Save the date', { dueOn: '2026-12-10', moveReason: 'Planted words too' });
  await jo.press(await lineOf(jo, action), 'Ask Sam Okafor for help');
  expect(team.world.leaks('lanted words', [jo])).toEqual([]);
  expect(team.world.logs.join()).not.toMatch(/Bennett|Okafor|Early Help/);
});
