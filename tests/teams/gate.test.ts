import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type EdgeWorld, startEdgeWorld } from '../helpers/edge-world.ts';
import { hushed } from '../helpers/quiet.ts';
import type { Json } from '../helpers/teams-connector.ts';
import type { Person } from '../helpers/teams-person.ts';
import type { SendOptions } from '../helpers/teams-world.ts';

let world: EdgeWorld;
let sam: Person;
let printed: ReturnType<typeof hushed>;
beforeAll(async () => {
  printed = hushed();
  world = await startEdgeWorld();
  sam = world.person('Sam');
  await sam.installs();
});
afterAll(async () => {
  await world.stop();
  printed.restore();
});

const secret = 'she told me about her brother';
const send = (more: Json = {}, options: SendOptions = {}) =>
  world.send(
    {
      type: 'message',
      text: secret,
      from: { id: sam.teamsId, aadObjectId: sam.id },
      conversation: { conversationType: 'personal', id: sam.chatId, tenantId: world.tenantId },
      ...more,
    },
    options,
  );

/** Refused with a problem of ours: no error text of a library, nothing of what was sent, and no turn. */
const expectRefusal = async (
  status: number,
  work: () => Promise<{ status: number; headers: Headers; body: unknown }>,
) => {
  const [asked, calls] = [world.asked.length, world.connector.calls.length];
  const sent = await work();
  expect(sent.status).toBe(status);
  expect(sent.headers.get('content-type')).toBe('application/problem+json');
  expect(sent.body).toEqual({
    type: 'about:blank',
    status,
    title: expect.any(String),
    detail: expect.not.stringMatching(/jwt|signature invalid|Unexpected token|brother/i),
  });
  expect(world.asked).toHaveLength(asked);
  expect(world.connector.calls).toHaveLength(calls);
};

const claims = (given: Record<string, unknown>, how = {}) => world.issuer.token(given, how);

describe('a token that is not the channel’s for this bot is refused with 401', () => {
  test('none at all', () => expectRefusal(401, () => send({}, { token: null })));
  test('no JWT', () => expectRefusal(401, () => send({}, { token: 'nonsense' })));
  test('another issuer', async () => {
    const token = await claims({ iss: 'https://login.microsoftonline.com/x/v2.0' });
    await expectRefusal(401, () => send({}, { token }));
  });
  test('another audience', async () => {
    const token = await claims({ aud: world.newId() });
    await expectRefusal(401, () => send({}, { token }));
  });
  test('expired', async () => {
    const token = await claims({}, { expiresIn: -3600 });
    await expectRefusal(401, () => send({}, { token }));
  });
  test('a signature by somebody else', async () => {
    const token = await claims({}, { stranger: true });
    await expectRefusal(401, () => send({}, { token }));
  });
  test('issued for another service URL', async () => {
    const token = await claims({ serviceurl: 'https://smba.trafficmanager.net/uk/' });
    await expectRefusal(401, () => send({}, { token }));
  });
});

test('an unverified tenant in a token does not grow the SDK’s list of issuers', async () => {
  const require = createRequire(import.meta.url);
  const path = require.resolve('botframework-connector/lib/auth/tokenValidationParameters');
  const { ToBotFromBotOrEmulatorTokenValidationParameters: known } = require(path) as {
    ToBotFromBotOrEmulatorTokenValidationParameters: { issuer: string[] };
  };
  const before = known.issuer.length;
  for (const how of [{}, { stranger: true }]) {
    const token = await claims({ tid: world.newId() }, how);
    await expectRefusal(401, () => send({}, { token }));
  }
  expect(known.issuer).toHaveLength(before);
});

describe('a foreign activity is refused with 403', () => {
  const personal = (tenantId?: string) => ({
    conversationType: 'personal',
    id: 'a:x',
    ...(tenantId ? { tenantId } : {}),
  });
  test('another tenant in the conversation', () =>
    expectRefusal(403, () => send({ conversation: personal(world.newId()) })));
  test('another tenant in the channel data', () =>
    expectRefusal(403, () => send({ channelData: { tenant: { id: world.newId() } } })));
  test('no tenant', () => expectRefusal(403, () => send({ conversation: personal(), channelData: {} })));
  test.each(['https://evil.example/', 'http://127.0.0.1:1/teams/', '', 17])(
    'service URL %j',
    async (serviceUrl) => {
      const token = await claims({ serviceurl: serviceUrl });
      await expectRefusal(403, () => send({ serviceUrl }, { token }));
    },
  );
  test.each(['AseChannel', 'emulator', undefined])('channel %j', (channelId) =>
    expectRefusal(403, () => send({ channelId })),
  );
});

describe('a body that is no small activity', () => {
  test.each(['', '{', '[]', '"text"', 'null', '{}', '{"type":""}', '{"type":7}'])(
    '%j is refused with 400',
    (body) => expectRefusal(400, () => world.post(body)),
  );
  test('over 256 KB is refused with 413', () =>
    expectRefusal(413, () => world.post(JSON.stringify({ text: 'x'.repeat(300_000) }))));
  test('over 256 KB is refused with 413 also where no length is stated', async () => {
    const token = await claims({});
    const pieces = function* () {
      for (let piece = 0; piece < 300; piece += 1) yield new TextEncoder().encode(' '.repeat(1_000));
    };
    const response = await fetch(`${world.url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: ReadableStream.from(pieces()),
      duplex: 'half',
    } as RequestInit);
    expect(response.status).toBe(413);
  });
  test.each(['text/plain', 'application/x-www-form-urlencoded', 'application/jsonp'])(
    '%s is refused with 415',
    (contentType) => expectRefusal(415, () => send({}, { contentType })),
  );
});

test('keys that cannot be read are no fault of the token: 503, and the next attempt may work', async () => {
  const env = { ToBotFromChannelOpenIdMetadataUrl: 'http://127.0.0.1:1/metadata' };
  const keyless = await startEdgeWorld({}, env);
  const sent = await keyless.send({ type: 'message', conversation: { tenantId: keyless.tenantId } });
  expect([sent.status, JSON.stringify(sent.body)]).toEqual([
    503,
    expect.not.stringContaining('ECONNREFUSED'),
  ]);
  await keyless.stop();
});

test('after all of that the next right activity is served', async () => {
  expect((await send()).status).toBe(200);
  expect(sam.messages.at(-1)?.activity.summary).toBe('unknown');
});

test('nothing of what was typed reached the log or the console', () => {
  expect(world.leaks(secret)).toEqual([]);
  expect(printed.lines.filter((line) => line.includes('brother'))).toEqual([]);
});
