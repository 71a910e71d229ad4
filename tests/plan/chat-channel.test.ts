import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { isRefusal } from '../../bot/plan/desk.ts';
import { cardOf } from '../helpers/teams-person.ts';
import { inChannel, linksOf, type PlanTeam, startPlanTeam, text } from './chat-team.ts';

let team: PlanTeam;
beforeAll(async () => {
  team = await startPlanTeam();
});
afterAll(() => team.stop());

const asked = async (...given: Parameters<typeof inChannel>) => {
  const messages = await inChannel(...given);
  expect(messages).toHaveLength(1);
  const [message] = messages;
  if (!message) throw new Error('no answer');
  return { message, card: cardOf(message) };
};

test('a plan with nothing in it says how to begin', async () => {
  const { card } = await asked(team.sam, team.north);
  expect(text({ card })).toContain('Team action plan: Early Help North');
  expect(text({ card })).toContain('There are no actions in this plan yet.');
  expect(linksOf(card)).toEqual([]);
});

test('a summary counts, names the next day, and holds nobody’s name and no title', async () => {
  const { action, desk, sam, jo, north } = team;
  await action({ area: 'Huddles', who: [{ id: jo.id }], dueOn: '2026-12-03' });
  await action({ area: 'Letters', dueOn: '2026-11-03' });
  const done = await action({ area: 'Welcome' });
  await desk.change(sam.id, north.id, done.id, { status: 'done' }, done.etag);
  const { card, message } = await asked(sam, north);
  const said = text({ card });
  expect(said).toContain('2 open, 1 done');
  expect(said).toContain('Next: 3 December');
  for (const word of ['Huddles', 'Letters', 'Welcome', 'Jo', 'Sam']) {
    expect(JSON.stringify(message.activity)).not.toContain(word);
  }
});

test('it links to the tab, once there is one, and replaces the summary before it', async () => {
  const { desk, sam, north, world } = team;
  const plan = await desk.read(sam.id, north.id, null);
  if (plan === 'same' || isRefusal(plan)) throw new Error('no plan');
  const draft = { tabChannel: '19:general@thread.tacv2' };
  expect(await desk.set(sam.id, north.id, draft, plan.seen.plan.etag)).not.toHaveProperty('refused');
  const before = await asked(sam, north);
  const { card, message } = await asked(sam, north);
  const [link] = linksOf(card);
  expect(link).toMatch(/^https:\/\/teams\.microsoft\.com\/l\/entity\/[\w-]+\/plan\?context=/);
  expect(JSON.parse(new URL(String(link)).searchParams.get('context') ?? '')).toEqual({
    channelId: '19:general@thread.tacv2',
  });
  expect(before.message.deleted).toBe(true);
  expect(message.deleted).toBe(false);
  expect(world.connector.messages.filter((one) => one.conversationId === north.id && !one.deleted)).toEqual([
    message,
  ]);
});

test('where Teams takes nothing away, the one before becomes a line', async () => {
  const { sam, north, world } = team;
  const before = await asked(sam, north);
  world.connector.faults.set(north.id, { status: 501, method: 'DELETE', times: 1 });
  await asked(sam, north);
  expect(before.message.deleted).toBe(false);
  expect(text({ card: cardOf(before.message) })).toBe('There is a newer summary below.');
});

test('of two asked for at the same moment one stays', async () => {
  const { sam, jo, north, world } = team;
  await Promise.all([inChannel(sam, north), inChannel(jo, north)]);
  const standing = world.connector.messages.filter((one) => one.conversationId === north.id && !one.deleted);
  const summaries = standing.filter((one) => text({ card: cardOf(one) }).includes('open,'));
  expect(summaries).toHaveLength(1);
});

test('a guest is told that members can ask, and the summary that stands stays', async () => {
  const { desk, sam, north, world, inside } = team;
  const gus = world.person('Gus');
  await north.adds(gus);
  const listed = world.connector.rosters.get(north.id)?.find(({ aadObjectId }) => aadObjectId === gus.id);
  if (listed) listed.userRole = 'guest';
  const { message: before } = await asked(sam, north);
  const { message, card } = await asked(gus, north);
  expect(text({ card })).toContain('Members of the team can ask');
  expect(text({ card })).not.toContain('open,');
  expect(linksOf(card)).toEqual([]);
  expect([before.deleted, message.deleted]).toEqual([false, false]);
  const plan = await desk.read(sam.id, north.id, null);
  if (plan === 'same' || isRefusal(plan)) throw new Error('no plan');
  const draft = { guestsRead: true, managers: [{ id: sam.id }] };
  expect(await desk.set(sam.id, north.id, draft, plan.seen.plan.etag)).not.toHaveProperty('refused');
  expect(text({ card: (await asked(gus, north)).card })).toContain('open,');
  await inside.memberships.forget(north.id, [gus.id]);
  world.connector.faults.set(north.id, { status: 503, method: 'GET', times: 1 });
  const unsure = await asked(gus, north);
  expect(text({ card: unsure.card })).toContain('in a minute');
  expect(text({ card: unsure.card })).not.toContain('open,');
});

test('a private channel has its own plan, named after both', async () => {
  const { sam, jo, north, action } = team;
  const duty = north.channel('Duty', 'private', [sam, jo]);
  await duty.addsBot();
  const { card } = await asked(sam, duty);
  expect(text({ card })).toContain('Early Help North – Duty');
  expect(text({ card })).toContain('There are no actions');
  await action({ area: 'Only here', dueOn: '2026-12-24' }, duty.id);
  expect(text({ card: (await asked(sam, duty)).card })).toContain('Next: 24 December');
  expect(text({ card: (await asked(sam, north)).card })).toContain('Next: 3 December');
});

test('a channel that the bot was never told of is learnt from its first message', async () => {
  const { sam, jo, north, inside, world } = team;
  const quiet = north.channel('Quiet', 'shared', [jo]);
  world.connector.without.delete(quiet.id);
  await asked(jo, quiet);
  expect(await inside.access.of(quiet.id, jo.id)).toMatchObject({ guest: false });
  expect(await inside.access.of(quiet.id, sam.id)).toBe('outside');
});

test('in a chat of several people it says where plans are', async () => {
  const { sam, world } = team;
  const conversation = { conversationType: 'groupChat', isGroup: true, id: '19:group@thread.v2' };
  world.connector.rosters.set(conversation.id, []);
  const [message] = await sam.says('plan', { conversation: { ...conversation, tenantId: world.tenantId } });
  expect(message && text({ card: cardOf(message) })).toContain('Plans belong to teams');
});

test('storage that is away is said in the channel, and no half summary stands', async () => {
  const { sam, north, wire } = team;
  wire.listen(() => 'cut');
  const [message] = await inChannel(sam, north);
  wire.listen();
  expect(message?.activity.text).toMatch(/could not reach my storage/);
});
