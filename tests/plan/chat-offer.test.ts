import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Inside, openInside } from '../../bot/inside.ts';
import type { PlanAction } from '../../bot/plan/contract.ts';
import { isRefusal } from '../../bot/plan/desk.ts';
import { inputsOf, titlesOf } from '../helpers/cards.ts';
import type { Answered, Person, Shown } from '../helpers/teams-person.ts';
import type { Team } from '../helpers/teams-team.ts';
import { planted } from '../reflection/play.ts';
import { ask, inADay, open, type Pair, shareAndPlace, startPair } from '../reflection/two-people.ts';
import { text } from './chat-team.ts';

/** From a closed reflection either of the two may offer an action to a team of theirs, written anew. */
let pair: Pair;
let inside: Inside;
let closed: Answered;
let south: Team;
beforeAll(async () => {
  pair = await startPair(
    {
      openInside: async (...given) => {
        inside = await openInside(...given);
        return inside;
      },
    },
    { CASE_NUMBER_FORM: 'LAC-999999' },
  );
  const { sam, jo, world } = pair;
  south = world.team('South', [sam]);
  await south.addsBot();
  await ask(pair);
  const { mine } = await shareAndPlace(pair);
  const form = await jo.press(mine, 'What we’ll do');
  await jo.press(form, 'Propose', { what0: planted.what, who0: jo.id, by0: inADay(12) });
  closed = await sam.press(await open(sam), 'Agree');
});
afterAll(() => pair.stop());

const formOf = async (person: Person): Promise<Answered> =>
  person.press(person === pair.sam ? closed : await open(person), 'Add to a team’s plan');

const field = ({ card }: Shown, id: string) => inputsOf(card).find((input) => input.id === id);
const choicesOf = (shown: Shown) =>
  (field(shown, 'team')?.choices ?? []) as { title: string; value: string }[];
const teamsIn = (shown: Shown) => choicesOf(shown).map(({ title }) => title);
const teamId = (shown: Shown, name: string) =>
  choicesOf(shown).find(({ title }) => title === name)?.value ?? '';

const actionsOf = async (planId: string): Promise<PlanAction[]> => {
  const read = await inside.planDesk.read(pair.sam.id, planId, null);
  if (read === 'same' || isRefusal(read)) throw new Error('cannot be read');
  return read.seen.actions;
};

const written = {
  area: 'Meetings begin with the family’s view',
  activities: 'Try it in two meetings',
  timescale: 'this term',
};

test('the form is empty: nothing of the reflection is in it, nor its id in its buttons', async () => {
  const form = await formOf(pair.sam);
  const json = JSON.stringify(form.card);
  for (const words of Object.values(planted)) expect(json).not.toContain(words);
  const id = /"id":"([0-9a-f-]{36})"/.exec(JSON.stringify(closed.card))?.[1];
  expect(id).toBeDefined();
  expect(json).not.toContain(id);
  expect(inputsOf(form.card).map(({ value }) => value)).toEqual(Array(5).fill(undefined));
  expect(text(form)).toContain('Everybody in the team can read this.');
});

test('each of the two is offered the teams of their own', async () => {
  expect(teamsIn(await formOf(pair.sam)).sort()).toEqual(['North Team', 'South']);
  expect(teamsIn(await formOf(pair.jo))).toEqual(['North Team']);
});

test('what is offered stands in the team’s plan, without a trace of where it came from', async () => {
  const form = await formOf(pair.sam);
  const dueOn = inADay(30);
  const added = await pair.sam.press(form, 'Add to the plan', {
    team: teamId(form, 'South'),
    ...written,
    dueOn,
  });
  expect(text(added)).toContain('Added to the plan of South.');
  expect(titlesOf(added.card)).toEqual(['My reflections']);
  const [action] = await actionsOf(south.id);
  expect(action).toMatchObject({ ...written, dueOn, who: [], createdBy: { id: pair.sam.id } });
  const id = /"id":"([0-9a-f-]{36})"/.exec(JSON.stringify(closed.card))?.[1] ?? '-';
  const history = await inside.planDesk.history(pair.sam.id, south.id, action?.id ?? '');
  expect(JSON.stringify([action, history])).not.toContain(id);
  expect(text(await pair.sam.press(added, 'My reflections'))).toContain('My reflections');
});

test('delivered twice it is added once', async () => {
  const form = await formOf(pair.sam);
  const before = (await actionsOf(south.id)).length;
  await pair.sam.press(
    form,
    'Add to the plan',
    { team: teamId(form, 'South'), area: 'Once' },
    { twice: true },
  );
  expect(await actionsOf(south.id)).toHaveLength(before + 1);
});

test('the same form with other words keeps them, and adds them with the next press', async () => {
  const form = await formOf(pair.sam);
  const team = teamId(form, 'South');
  await pair.sam.press(form, 'Add to the plan', { team, area: 'The first' });
  const used = await pair.sam.press(form, 'Add to the plan', { team, area: 'The second' });
  expect(text(used)).toContain('This form has added an action already.');
  expect(field(used, 'area')?.value).toBe('The second');
  expect(text(await pair.sam.press(used, 'Add to the plan'))).toContain('Added to the plan of South.');
});

test('a form that lacks something says what, and keeps the rest', async () => {
  const form = await formOf(pair.sam);
  const refused = await pair.sam.press(form, 'Add to the plan', {
    activities: written.activities,
    dueOn: '2020-01-01',
  });
  const said = text(refused);
  expect(said).toContain('**Which team?** Please fill this in.');
  expect(said).toMatch(/Area of practice: .*Please fill this in\./);
  expect(said).toContain('That day is past.');
  expect(field(refused, 'activities')?.value).toBe(written.activities);
});

test('a text that is too long, or a day that is none, is refused by the server', async () => {
  const form = await formOf(pair.sam);
  const inputs = { team: teamId(form, 'South'), area: 'x'.repeat(2001), dueOn: 'tomorrow' };
  const refused = text(await pair.sam.press(form, 'Add to the plan', inputs, { force: true }));
  expect(refused).toContain('That is longer than 2000 characters.');
  expect(refused).toContain('Please give a real date.');
});

test.each([
  ['area', 'Visits to PO1 3AX', 'a postcode'],
  ['activities', 'Ring 07700 900123', 'a phone number'],
  ['timescale', 'before LAC-204711 is closed', 'a case number'],
] as const)(
  'what may identify a family in %s is pointed out before it is saved, and can be kept',
  async (id, words, kind) => {
    const form = await formOf(pair.sam);
    const before = (await actionsOf(south.id)).length;
    const told = await pair.sam.press(form, 'Add to the plan', {
      team: teamId(form, 'South'),
      ...written,
      [id]: words,
    });
    expect(text(told)).toContain(`it holds ${kind}`);
    expect(field(told, id)?.value).toBe(words);
    expect(await actionsOf(south.id)).toHaveLength(before);
    expect(text(await pair.sam.press(told, 'Keep it'))).toContain('Added to the plan of South.');
    expect(await actionsOf(south.id)).toHaveLength(before + 1);
  },
);

test('a team that is not theirs takes nothing, and the words stay', async () => {
  const form = await formOf(pair.jo);
  const refused = await pair.jo.press(form, 'Add to the plan', { team: south.id, area: 'Forged' });
  expect(text(refused)).toContain('You cannot add to that team’s plan.');
  expect(field(refused, 'area')?.value).toBe('Forged');
  expect((await actionsOf(south.id)).map(({ area }) => area)).not.toContain('Forged');
});

test('without a team it says how a team gets a plan', async () => {
  const alone = pair.world.person('Alone Ngo');
  await alone.installs();
  const [message] = await alone.says('plan');
  const sent = await alone.invokes(
    { action: { type: 'Action.Execute', verb: 'plan.offer', data: {} }, trigger: 'manual' },
    { replyToId: message?.id },
  );
  expect(JSON.stringify(sent.body)).toContain('I know no team of yours yet.');
});

test('storage that is away keeps every word, and the press can be tried again', async () => {
  const form = await formOf(pair.sam);
  const inputs = { team: teamId(form, 'South'), ...written, area: 'After the outage' };
  pair.wire.listen(() => 'cut');
  const lost = await pair.sam.press(form, 'Add to the plan', inputs);
  pair.wire.listen();
  expect(text(lost)).toContain('Not saved yet');
  expect(field(lost, 'area')?.value).toBe('After the outage');
  expect(text(await pair.sam.press(lost, 'Try again'))).toContain('Added to the plan of South.');
  expect((await actionsOf(south.id)).map(({ area }) => area)).toContain('After the outage');
});

test('Teams that does not answer keeps every word too', async () => {
  const form = await formOf(pair.sam);
  const { clock, connector } = pair.world;
  clock.now = new Date(Date.now() + 10 * 60_000);
  connector.faults.set(south.id, { status: 503 });
  const inputs = { team: teamId(form, 'South'), area: 'After the silence' };
  const lost = await pair.sam.press(form, 'Add to the plan', inputs);
  expect(text(lost)).toContain('I could not ask Teams just now');
  connector.faults.delete(south.id);
  expect(text(await pair.sam.press(lost, 'Try again'))).toContain('Added to the plan of South.');
  clock.now = null;
});

test('no words of an offer reach a log or anybody else', () => {
  expect(pair.world.leaks(written.area, [pair.sam])).toEqual([]);
  expect(pair.world.leaks('PO1 3AX', [pair.sam])).toEqual([]);
});
