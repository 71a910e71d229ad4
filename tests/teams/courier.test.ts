import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type EdgeWorld, plainCard, startEdgeWorld } from '../helpers/edge-world.ts';
import type { Fault } from '../helpers/teams-connector.ts';
import { cardOf, type Person } from '../helpers/teams-person.ts';

let world: EdgeWorld;
let jo: Person;
const message = { card: plainCard('Open'), summary: 'Something to open' };

beforeAll(async () => {
  world = await startEdgeWorld({ callTimeoutMs: 300 });
});
afterAll(() => world.stop());
beforeEach(async () => {
  jo = world.person('Jo');
  await jo.installs();
});

/** How often the bot called about this person's chat while the work ran. */
const attempts = async (work: () => Promise<unknown>) => {
  const before = world.connector.calls.length;
  await work();
  return world.connector.calls.slice(before).map((call) => call.method);
};

const refusals: [Fault, object][] = [
  [
    { status: 403, code: 'BotNotInConversationRoster' },
    { again: false, reason: 'notInstalled' },
  ],
  [
    { status: 403, code: 'ForbiddenOperationException' },
    { again: false, reason: 'notInstalled' },
  ],
  [
    { status: 403, code: 'MessageWritesBlocked' },
    { again: false, reason: 'notInstalled' },
  ],
  [
    { status: 403, code: 'BotDisabledByAdmin' },
    { again: false, reason: 'notInstalled' },
  ],
  [
    { status: 403, code: 'ConversationBlockedByUser' },
    { again: false, reason: 'blocked' },
  ],
  [
    { status: 404, code: 'ConversationNotFound' },
    { again: false, reason: 'notInstalled' },
  ],
  [
    { status: 400, code: 'BadArgument' },
    { again: false, reason: 'unavailable' },
  ],
  [
    { status: 412, code: 'PreconditionFailed' },
    { again: true, reason: 'unavailable' },
  ],
  [
    { status: 429, code: 'Throttled', retryAfter: 2 },
    { again: true, reason: 'unavailable' },
  ],
  [{ status: 500 }, { again: true, reason: 'unavailable' }],
  [{ status: 502 }, { again: true, reason: 'unavailable' }],
  [{ status: 503 }, { again: true, reason: 'unavailable' }],
  [{ status: 504 }, { again: true, reason: 'unavailable' }],
  [{ drop: 'before' }, { again: true, reason: 'unavailable' }],
  [{ drop: 'after' }, { again: true, reason: 'unavailable' }],
];

describe('each refusal has its meaning, after exactly one attempt', () => {
  test.each(refusals)('%j', async (fault, meaning) => {
    world.connector.faults.set(jo.chatId, fault);
    let sent: unknown;
    expect(await attempts(async () => (sent = await world.courier.post(jo.id, message)))).toEqual(['POST']);
    expect(sent).toEqual({ ok: false, ...meaning });
    world.connector.faults.delete(jo.chatId);
  });
});

test('a message is posted with its notification text, and edited in place', async () => {
  const sent = await world.courier.post(jo.id, message);
  if (!sent.ok) throw new Error('Not posted.');
  const posted = jo.latest().message;
  expect(sent.value).toEqual({
    serviceUrl: world.connector.serviceUrl,
    conversationId: jo.chatId,
    activityId: posted.id,
  });
  expect(posted.activity.summary).toBe('Something to open');

  const edited = { card: plainCard('Closed'), summary: 'Closed' };
  expect(await attempts(() => world.courier.edit(sent.value, edited))).toEqual(['PUT']);
  expect(cardOf(jo.latest().message)).toEqual(plainCard('Closed'));
  expect(await world.courier.edit({ ...sent.value, activityId: 'gone' }, edited)).toMatchObject({
    ok: false,
    again: false,
  });
});

test('a call that is never answered is given up', async () => {
  const silent = await new Promise<{ url: string; close: () => void }>((resolve) => {
    void import('node:net').then(({ createServer }) => {
      const server = createServer(() => undefined).listen(0, '127.0.0.1', () => {
        const { port } = server.address() as { port: number };
        resolve({ url: `http://127.0.0.1:${port}/`, close: () => server.close() });
      });
    });
  });
  const listed = await startEdgeWorld({ callTimeoutMs: 200 }, { ALLOWED_SERVICE_URLS: silent.url });
  const at = { serviceUrl: silent.url, conversationId: 'a:x', activityId: '1' };
  expect(await listed.courier.edit(at, message)).toEqual({ ok: false, again: true, reason: 'unavailable' });
  await listed.stop();
  silent.close();
});

test('a service URL that has left the list is not written to', async () => {
  const at = { serviceUrl: 'https://elsewhere.example/', conversationId: 'a:x', activityId: '1' };
  expect(await world.courier.edit(at, message)).toMatchObject({ ok: false, again: false });
});

describe('somebody without a chat', () => {
  test('is reached through a shared team, and the chat is remembered', async () => {
    const [sam, kim] = [world.person('Sam'), world.person('Kim')];
    await world.team('Northfield', [sam, kim]).addsBot();
    expect(await attempts(() => world.courier.post(kim.id, message))).toEqual(['POST', 'POST']);
    expect(kim.messages).toHaveLength(1);
    expect(await attempts(() => world.courier.post(kim.id, message))).toEqual(['POST']);
  });

  test('is not installed where there is no team, and nobody is called', async () => {
    const kim = world.person('Kim');
    const refused = { ok: false, again: false, reason: 'notInstalled' };
    expect(
      await attempts(async () => expect(await world.courier.post(kim.id, message)).toEqual(refused)),
    ).toEqual([]);
  });

  test('a chat that Teams no longer knows is forgotten, so that the next attempt opens another', async () => {
    const sam = world.person('Sam');
    await world.team('Westbrook', [sam, jo]).addsBot();
    world.connector.faults.set(jo.chatId, { status: 404, code: 'ConversationNotFound', times: 1 });
    expect(await world.courier.post(jo.id, message)).toMatchObject({ ok: false });
    expect(world.directory.people.get(jo.id)?.chat).toBeNull();
    expect(await world.courier.post(jo.id, message)).toMatchObject({ ok: true });
  });
});
