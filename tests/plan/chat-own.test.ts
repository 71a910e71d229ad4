import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { nodesOf } from '../helpers/cards.ts';
import type { Answered, Person } from '../helpers/teams-person.ts';
import { linksOf, type PlanTeam, startPlanTeam, text } from './chat-team.ts';

let team: PlanTeam;
let jo: Person;
beforeAll(async () => {
  team = await startPlanTeam();
});
afterAll(() => team.stop());

/** Somebody new to the team each time, so that each test has a list of its own. */
beforeEach(async () => {
  jo = team.world.person('Jo Bennett');
  await jo.installs();
  await team.north.adds(jo);
});

const mine = (more = {}) => ({ who: [{ id: jo.id }], ...more });
const list = async () => {
  const [message] = await jo.says('plan');
  if (!message) throw new Error('no list');
  return jo.sees(message);
};
const open = async (): Promise<Answered> => jo.press(await list(), 'Open');

describe('the list', () => {
  test('holds one’s own open actions in all teams, by due day, with when each is or was due', async () => {
    const { action, north, sam, world } = team;
    const south = world.team('South', [sam, jo]);
    await south.addsBot();
    await action(mine({ area: 'Without a date' }));
    await action(mine({ area: 'Later', dueOn: '2027-01-15' }), south.id);
    await action(mine({ area: 'Sooner', dueOn: '2026-12-03' }));
    await action(mine({ area: 'Earlier', dueOn: '2026-11-03' }), south.id);
    await action({ area: 'Somebody else’s', who: [{ id: sam.id }] });
    const done = await action(mine({ area: 'Over and done' }));
    await team.desk.change(jo.id, north.id, done.id, { status: 'done' }, done.etag);
    const said = text(await list());
    expect(said.split('\n').filter((line) => /·|date|Earlier|Sooner|Later|Over|else/.test(line))).toEqual([
      'Earlier',
      'South · was due 3 November',
      'Sooner',
      'Early Help North · by 3 December',
      'Later',
      'South · by 15 January 2027',
      'Without a date',
      'Early Help North · no date yet',
    ]);
    expect(said).not.toMatch(/overdue|late\b|days/);
  });

  test('shows six and says how many more there are', async () => {
    for (let number = 1; number <= 8; number += 1) {
      await team.action(mine({ area: `Number ${number}`, dueOn: `2026-12-0${number}` }));
    }
    const said = text(await list());
    expect(said).toContain('Number 6');
    expect(said).not.toContain('Number 7');
    expect(said).toContain('and 2 more in the plan');
  });

  test('says so where there is none', async () => {
    expect(text(await list())).toContain('No action of yours is open in a team’s plan.');
  });

  test('shortens a long name and shows marks as they were typed', async () => {
    await team.action(mine({ area: `[click](http://x.example) ${'word '.repeat(40)}` }));
    const said = text(await list());
    expect(said).toContain('\\[click\\](http://x.example)');
    expect(said).toMatch(/word…/);
  });

  test('leaves out the actions of a team that one has left', async () => {
    await team.action(mine({ area: 'From before' }));
    await team.north.removes(jo);
    expect(text(await list())).not.toContain('From before');
  });
});

describe('one action', () => {
  test('says what, which team and by when', async () => {
    await team.action(
      mine({
        area: 'Huddles',
        activities: 'Ask two families',
        dueOn: '2026-12-03',
        timescale: 'end of term',
      }),
    );
    const said = text(await open());
    for (const part of ['Huddles', 'Early Help North · by 3 December', 'end of term', 'Ask two families']) {
      expect(said).toContain(part);
    }
    expect(text(await jo.press(await open(), 'Back to my actions'))).toContain('Your actions');
  });

  test('is done with one press, and open again with another', async () => {
    const { id } = await team.action(mine({ area: 'Huddles', status: 'doing' }));
    const done = await jo.press(await open(), 'Done');
    expect(text(done)).toContain('Marked as done. How it went can be written in the plan.');
    expect(await team.find(id)).toMatchObject({ status: 'done', updatedBy: { id: jo.id } });
    expect(text(await list())).not.toContain('Huddles');
    const again = await jo.press(done, 'Undo');
    expect(text(again)).toContain('It is open again.');
    expect(await team.find(id)).toMatchObject({ status: 'doing' });
  });

  test('gets another date, and nothing else of it changes', async () => {
    const { id } = await team.action(mine({ area: 'Huddles', dueOn: '2026-11-03', timescale: 'soon' }));
    const moved = await jo.press(await open(), 'Save the date', { 'By when?': '2026-12-10' });
    expect(text(moved)).toContain('The date is moved.');
    expect(text(moved)).toContain('by 10 December');
    expect(await team.find(id)).toMatchObject({ dueOn: '2026-12-10', timescale: 'soon', status: 'todo' });
  });

  test.each([
    ['2026-11-21', 'That day is past.'],
    ['2026-02-30', 'Please give a real date.'],
    ['soon', 'Please give a real date.'],
    ['2101-01-01', 'Please give a real date.'],
    ['', 'Please fill this in.'],
  ])('the day %j is refused with a sentence, and the field stays open', async (day, sentence) => {
    const { id } = await team.action(mine({ area: 'Huddles', dueOn: '2026-12-03' }));
    const refused = await jo.press(await open(), 'Save the date', { dueOn: day });
    expect(text(refused)).toContain(sentence);
    const field = [...nodesOf(refused.card)].find((node) => node.id === 'moving');
    expect(field?.isVisible).toBe(true);
    if (day === '2026-11-21') expect(JSON.stringify(field)).toContain('"value":"2026-11-21"');
    expect(await team.find(id)).toMatchObject({ dueOn: '2026-12-03' });
  });

  test.each(['Done', 'Save the date'])('%s delivered twice is done once', async (button) => {
    const { id } = await team.action(mine({ area: 'Huddles', dueOn: '2026-12-03' }));
    const inputs = button === 'Done' ? {} : { dueOn: '2026-12-10' };
    const second = await jo.press(await open(), button, inputs, { twice: true });
    expect(text(second)).not.toContain('nothing was saved');
    expect(await team.desk.history(jo.id, team.north.id, id)).toHaveLength(2);
  });

  test('a press on an older card changes nothing, and shows how it stands now', async () => {
    const { id, etag } = await team.action(mine({ area: 'Huddles', dueOn: '2026-12-03' }));
    const card = await open();
    await team.desk.change(team.sam.id, team.north.id, id, { area: 'Huddles, weekly' }, etag);
    const stale = await jo.press(card, 'Save the date', { dueOn: '2026-12-10' });
    expect(text(stale)).toContain('It has been changed since you opened it');
    expect(text(stale)).toContain('Huddles, weekly');
    expect(JSON.stringify(stale.card)).toContain('"value":"2026-12-10"');
    expect(await team.find(id)).toMatchObject({ dueOn: '2026-12-03' });
    expect(text(await jo.press(stale, 'Save the date'))).toContain('by 10 December');
  });

  test('one that somebody else has finished meanwhile says so, and offers no undo of theirs', async () => {
    const { id, etag } = await team.action(mine({ area: 'Huddles' }));
    const card = await open();
    await team.desk.change(team.sam.id, team.north.id, id, { status: 'done' }, etag);
    const stale = await jo.press(card, 'Done');
    expect(text(stale)).toContain('It has been changed since you opened it');
    expect(text(stale)).not.toContain('Undo');
  });

  test('one that was deleted, and one of a team that was left, look alike', async () => {
    const first = await team.action(mine({ area: 'Huddles' }));
    await team.action(mine({ area: 'Letters' }));
    const shown = await list();
    const [one, other] = [await jo.press(shown, 'Open'), await jo.press(shown, 'Open', {}, { nth: 1 })];
    await team.desk.remove(team.sam.id, team.north.id, first.id, first.etag);
    const deleted = await jo.press(one, 'Done');
    await team.north.removes(jo);
    const outside = await jo.press(other, 'Done');
    expect(text(deleted)).toContain('Not there any more');
    expect(outside.card).toEqual(deleted.card);
  });

  test('its card carries ids and versions alone, and links into the plan where the tab stands', async () => {
    await team.action(mine({ area: 'Huddles', activities: 'Ask two families', timescale: 'termly' }));
    const plan = await team.desk.read(jo.id, team.north.id, null);
    if (plan === 'same' || 'refused' in plan) throw new Error('no plan');
    const facts = plan.seen.plan;
    await team.desk.set(jo.id, team.north.id, { tabChannel: '19:general@thread.tacv2' }, facts.etag);
    const { card } = await open();
    const data = [...nodesOf(card)].flatMap((node) => (node.data ? [JSON.stringify(node.data)] : []));
    expect(data.join()).not.toMatch(/Huddles|families|termly|Bennett|North/);
    expect(linksOf(card).join()).toMatch(/subEntityId/);
  });
});

describe('what was made up', () => {
  const press = async (verb: string, data: object) => {
    const [message] = await jo.says('plan');
    const sent = await jo.invokes(
      { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
      { replyToId: message?.id },
    );
    expect(sent.status).toBe(200);
    return JSON.stringify(sent.body);
  };

  test.each([
    ['plan.open', {}],
    ['plan.open', { plan: ['x'], action: 7 }],
    ['plan.done', { plan: 'p', action: 'a' }],
    ['plan.undo', { plan: 'p', action: 'a', etag: 'e', was: 'done' }],
    ['plan.erase', { plan: 'p', action: 'a', etag: 'e' }],
    ['plan.add', { key: '../../x' }],
    ['plan.move', null],
    ['plan.', {}],
  ])('%s with %j is answered with a way on', async (verb, data) => {
    expect(await press(verb, data as object)).toContain('I could not read that button.');
  });

  test('a button that cannot be read gives back every text, also one of a single word, and no choices', async () => {
    const answer = await press('plan.add', {
      key: '../x',
      area: 'Huddles',
      timescale: 'Soon',
      team: 'North',
    });
    expect(answer).toContain('Huddles');
    expect(answer).toContain('Soon');
    expect(answer).not.toContain('North');
  });

  test('another team’s action cannot be opened or changed, whoever the data says one is', async () => {
    const { sam, world } = team;
    const south = world.team('South', [sam]);
    await south.addsBot();
    const secret = await team.action({ area: 'Not for Jo' }, south.id);
    const version = { plan: south.id, action: secret.id, etag: secret.etag, was: 'todo', by: sam.id };
    const unknown = await press('plan.open', { plan: '19:nowhere@thread.tacv2', action: 'a' });
    for (const verb of ['plan.open', 'plan.done', 'plan.undo', 'plan.move']) {
      expect(await press(verb, { ...version, dueOn: '2026-12-24' })).toBe(unknown);
    }
    expect(await team.find(secret.id, south.id)).toEqual(secret);
    expect(world.leaks('Not for Jo')).toEqual([]);
  });
});

describe('when something is away', () => {
  test('storage: the day that was chosen stays, and the press can be tried again', async () => {
    const { id } = await team.action(mine({ area: 'Huddles', dueOn: '2026-12-03' }));
    const card = await open();
    team.wire.listen(() => 'cut');
    const lost = await jo.press(card, 'Save the date', { dueOn: '2026-12-10' });
    team.wire.listen();
    expect(text(lost)).toContain('Not saved yet');
    expect(text(await jo.press(lost, 'Try again'))).toContain('by 10 December');
    expect(await team.find(id)).toMatchObject({ dueOn: '2026-12-10' });
  });

  test('Teams: nobody is let in on an old answer, and the press can be tried again', async () => {
    const { id } = await team.action(mine({ area: 'Huddles' }));
    const card = await open();
    const { clock, connector } = team.world;
    clock.now = new Date((clock.now?.getTime() ?? 0) + 10 * 60_000);
    connector.faults.set(team.north.id, { status: 503 });
    const lost = await jo.press(card, 'Done');
    expect(text(lost)).toContain('I could not ask Teams just now');
    connector.faults.delete(team.north.id);
    expect(text(await jo.press(lost, 'Try again'))).toContain('Marked as done');
    expect(await team.find(id)).toMatchObject({ status: 'done' });
  });
});

test('a client that knows no Action.Execute is answered with a message in one’s own chat', async () => {
  await team.action(mine({ area: 'Huddles' }));
  const [card] = await jo.submits(await list(), 'Open');
  expect(card && text(jo.sees(card))).toContain('Huddles');
  const [done] = await jo.submits(card ? jo.sees(card) : await list(), 'Done');
  expect(done && text(jo.sees(done))).toContain('Marked as done');
});

test('a press from a channel is sent to one’s own chat', async () => {
  const { conversation, channelData } = team.north;
  const value = { action: { type: 'Action.Execute', verb: 'plan.mine', data: {} }, trigger: 'manual' };
  const sent = await jo.invokes(value, { conversation, channelData });
  expect(JSON.stringify(sent.body)).toContain('Not here, where others can read along');
});

test('nothing that is written in a plan reaches a log, or anybody but who asked', async () => {
  await team.action(mine({ area: 'Planted words', activities: 'More planted words' }));
  await jo.press(await open(), 'Done');
  expect(team.world.leaks('lanted words', [jo])).toEqual([]);
  expect(team.world.logs.join()).not.toMatch(/Bennett|Early Help/);
});
