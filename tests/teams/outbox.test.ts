import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type FakeConnector, type Fault, startConnector } from '../helpers/teams-connector.ts';
import { message, type OutboxWorld, outboxWorld } from './outbox-world.ts';

let teams: FakeConnector;
let world: OutboxWorld;

beforeAll(async () => {
  teams = await startConnector();
});
afterAll(() => teams.stop());
beforeEach(() => {
  world = outboxWorld(teams);
  teams.opens = () => null;
});

type Outcome = Awaited<ReturnType<OutboxWorld['outbox']['send']>>;

/** What becomes of a message, and which calls it took. */
const send = async (id: string): Promise<{ outcome: Outcome; calls: string[] }> => {
  let outcome: Outcome = 'later';
  const calls = await world.calls(async () => {
    outcome = await world.outbox.send(id, message);
  });
  return { outcome, calls };
};
const standing = ({ chatId }: { chatId: string }) =>
  teams.messages.filter(({ conversationId }) => conversationId === chatId);

test('a message that Teams takes costs one call and says where it stands', async () => {
  const jo = world.person();
  const { outcome, calls } = await send(jo.id);
  const activityId = standing(jo)[0]?.id;
  expect(outcome).toEqual({ place: { serviceUrl: teams.serviceUrl, conversationId: jo.chatId, activityId } });
  expect(calls).toEqual(['post']);
  expect(standing(jo)[0]?.activity.summary).toBe(message.summary);
});

describe('a final refusal is told apart, after one attempt', () => {
  test.each<[number, string, Outcome]>([
    [403, 'BotNotInConversationRoster', 'notInstalled'],
    [403, 'SomethingNew', 'notInstalled'],
    [403, 'ConversationBlockedByUser', 'blocked'],
    [403, 'BotDisabledByAdmin', 'refused'],
    [403, 'ForbiddenOperationException', 'refused'],
    [403, 'MessageWritesBlocked', 'refused'],
    [400, 'BadArgument', 'refused'],
    [413, 'MessageSizeTooBig', 'refused'],
    [401, 'Unauthorized', 'later'],
  ])('%i %s: %s', async (status, code, outcome) => {
    const jo = world.person();
    teams.faults.set(jo.chatId, { status, code });
    expect(await send(jo.id)).toEqual({ outcome, calls: ['post'] });
    expect(world.people.get(jo.id)?.chat).not.toBeNull();
  });
});

const passing: Fault[] = [
  ...[408, 412, 429, 500, 502, 503, 504].map((status) => ({ status })),
  { drop: 'before' },
];

describe('what may pass is tried again', () => {
  test.each(passing)('%j, and then it is sent once', async (fault) => {
    const jo = world.person();
    teams.faults.set(jo.chatId, { ...fault, times: 2 });
    const { outcome, calls } = await send(jo.id);
    expect(outcome).toHaveProperty('place');
    expect([calls.length, standing(jo).length]).toEqual([3, 1]);
  });

  test.each(passing)('%j, three times and not more: later', async (fault) => {
    const jo = world.person();
    teams.faults.set(jo.chatId, fault);
    expect(await send(jo.id)).toEqual({ outcome: 'later', calls: Array(4).fill('post') });
    teams.faults.delete(jo.chatId);
  });

  test('after waits that grow, of a length that chance decides', async () => {
    const jo = world.person();
    teams.faults.set(jo.chatId, { status: 503 });
    await send(jo.id);
    expect(world.waits.filter((ms) => ms > 100)).toEqual([250, 1_000, 4_000]);
  });

  test('a message whose answer never came may have been taken: it is doubled rather than lost', async () => {
    const jo = world.person();
    teams.faults.set(jo.chatId, { drop: 'after', times: 1 });
    expect((await send(jo.id)).outcome).toHaveProperty('place');
    expect(standing(jo)).toHaveLength(2);
  });
});

describe('being told to wait', () => {
  /** For how long everybody was held: all that was waited for, without the two waits of its own. */
  const heldFor = async (retryAfter?: number | string): Promise<number> => {
    world = outboxWorld(teams, { random: () => 0 });
    const [jo, sam] = [world.person(), world.person()];
    teams.faults.set(jo.chatId, { status: 429, times: 1, ...(retryAfter ? { retryAfter } : {}) });
    const before = world.waits.length;
    await world.outbox.send(jo.id, message);
    await world.outbox.send(sam.id, message);
    return world.waits.slice(before).reduce((sum, ms) => sum + ms, 0);
  };

  test.each<[string, number | string | undefined, number]>([
    ['as long as Teams says', 30, 30_000],
    ['until the moment that Teams names', new Date(Date.now() + 60_000).toUTCString(), 60_000],
    ['a second where Teams says nothing', undefined, 1_000],
    ['a second where what Teams says cannot be read', 'soon', 1_000],
    ['four minutes at the most', 86_400, 240_000],
    ['a second where the moment has passed', new Date(0).toUTCString(), 1_000],
  ])('everybody waits %s', async (_case, retryAfter, ms) => {
    const held = await heldFor(retryAfter);
    expect(held).toBeGreaterThanOrEqual(ms - (typeof retryAfter === 'string' ? 1_000 : 0));
    expect(held).toBeLessThan(ms + 1_100);
  });

  test('is written down once, with neither person nor text', async () => {
    const jo = world.person();
    teams.faults.set(jo.chatId, { status: 429, code: 'Throttled', retryAfter: 2, times: 1 });
    await world.outbox.send(jo.id, message);
    expect(world.logs.map((line) => JSON.parse(line))).toEqual([
      { level: 'warn', time: expect.any(String), event: 'sending.held', ms: 2_000, code: 'Throttled' },
    ]);
  });
});

describe('somebody without a chat', () => {
  test('is written to in one that is opened through a team of theirs, and remembered', async () => {
    const kim = world.person({ chat: false });
    teams.opens = () => kim.chatId;
    teams.rosters.set(kim.chatId, []);
    expect((await send(kim.id)).calls).toEqual(['open', 'post']);
    expect((await send(kim.id)).calls).toEqual(['post']);
  });

  test('is not installed where there is no team, and nobody is called', async () => {
    const kim = world.person({ chat: false, team: false });
    expect(await send(kim.id)).toEqual({ outcome: 'notInstalled', calls: [] });
    expect(await send('nobody')).toEqual({ outcome: 'notInstalled', calls: [] });
  });

  test('is not installed where Teams does not open one', async () => {
    const kim = world.person({ chat: false });
    expect(await send(kim.id)).toEqual({ outcome: 'notInstalled', calls: ['open'] });
  });

  test('is tried again later where Teams is away', async () => {
    const kim = world.person({ chat: false });
    teams.faults.set(kim.teamsId, { status: 503 });
    expect(await send(kim.id)).toEqual({ outcome: 'later', calls: Array(4).fill('open') });
  });
});

describe('a chat that Teams no longer knows', () => {
  test('is forgotten, and another is opened', async () => {
    const jo = world.person();
    teams.rosters.delete(jo.chatId);
    teams.rosters.set('a:another', []);
    teams.opens = () => 'a:another';
    const { outcome, calls } = await send(jo.id);
    expect(outcome).toMatchObject({ place: { conversationId: 'a:another' } });
    expect(calls).toEqual(['post', 'open', 'post']);
    expect(world.people.get(jo.id)?.chat?.conversationId).toBe('a:another');
  });

  test('is opened anew once, not for ever', async () => {
    const jo = world.person();
    teams.rosters.delete(jo.chatId);
    teams.opens = () => jo.chatId;
    expect(await send(jo.id)).toEqual({ outcome: 'notInstalled', calls: ['post', 'open', 'post'] });
    expect(world.people.get(jo.id)?.chat).toBeNull();
  });

  test('of somebody without a team is not installed', async () => {
    const jo = world.person({ team: false });
    teams.rosters.delete(jo.chatId);
    expect(await send(jo.id)).toEqual({ outcome: 'notInstalled', calls: ['post'] });
  });
});

describe('nothing is sent any more', () => {
  test('after a stop', async () => {
    const jo = world.person();
    world.stop.abort();
    expect(await send(jo.id)).toEqual({ outcome: 'later', calls: [] });
  });

  test('by a sender that another has taken over from, not even a second attempt', async () => {
    const jo = world.person();
    teams.faults.set(jo.chatId, { status: 503, times: 1 });
    let asked = 0;
    const still = async () => ++asked === 1;
    expect(await world.calls(() => world.outbox.send(jo.id, message, still))).toEqual(['post']);
    expect(await world.outbox.send(jo.id, message, async () => false)).toBe('later');
    expect(standing(jo)).toEqual([]);
  });
});
