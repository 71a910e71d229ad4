import { afterEach, expect, test } from '@jest/globals';
import type { Door } from '../../bot/door.ts';
import type { LocalStage } from '../../bot/http/local.ts';
import { type HttpServer, startHttp } from '../../bot/http/server.ts';
import { createLog } from '../../bot/log.ts';
import { eventually } from '../helpers/http.ts';

let server: HttpServer | undefined;
const logs: string[] = [];
afterEach(async () => {
  await server?.stop(1_000);
  server = undefined;
});

const start = async (
  receive: Door['receive'],
  more: { readiness?: () => Promise<string[]>; local?: LocalStage } = {},
) => {
  server = await startHttp({
    host: '127.0.0.1',
    port: 0,
    door: { admit: () => null, receive },
    readiness: more.readiness ?? (async () => []),
    plans: null,
    tokens: null,
    local: more.local ?? null,
    log: createLog((line) => logs.push(line)),
    newId: () => 'turn-1',
  });
  const base = `http://127.0.0.1:${server.port}`;
  return {
    server,
    get: (path: string) => fetch(`${base}${path}`),
    post: () =>
      fetch(`${base}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{}',
      }),
  };
};

const fine: Door['receive'] = async () => ({ status: 200, body: undefined, afterwards: null });

test('it is alive, and ready once nothing speaks against it', async () => {
  let reasons = ['The tables are not there yet.'];
  const { get } = await start(fine, { readiness: async () => reasons });
  expect((await get('/healthz')).status).toBe(200);
  const waiting = await get('/readyz');
  expect([waiting.status, await waiting.json()]).toEqual([503, { status: 'waiting', reasons }]);
  reasons = [];
  const ready = await get('/readyz');
  expect([ready.status, await ready.json()]).toEqual([200, { status: 'ready' }]);
});

test('every answer carries the security headers and a correlation id', async () => {
  const { get } = await start(fine);
  const { headers } = await get('/healthz');
  expect(Object.fromEntries(headers)).toMatchObject({
    'cache-control': 'no-store',
    'content-security-policy': expect.stringContaining("default-src 'none'"),
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-request-id': 'turn-1',
  });
  expect(headers.has('server')).toBe(false);
});

test.each([
  ['/nothing?secret=brother', 404],
  ['/api/messages', 405],
  ['/local/', 404],
  ['/local/stage.json', 404],
  ['/local/token?as=5f0c1e00-0000-4000-8000-000000000001', 404],
  ['/%E0%A4%A', 400],
  ['/api/plans/%E0%A4%A/members', 400],
])('GET %s is a problem with status %d that repeats nothing', async (path, status) => {
  const { get } = await start(fine);
  const response = await get(path);
  expect(response.status).toBe(status);
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  expect(await response.text()).not.toMatch(/brother|nothing\?|Error/);
});

const local: LocalStage = {
  playgrounds: [{ name: 'Sam', url: 'http://127.0.0.1:56150/' }],
  people: [{ id: '5f0c1e00-0000-4000-8000-000000000001', name: 'Sam Okafor' }],
  team: { id: '19:team@thread.tacv2', name: 'Early Help North' },
};

test('in local mode the page learns whom and what it shows, and may frame them alone', async () => {
  const { get } = await start(fine, { local });
  expect(await (await get('/local/stage.json')).json()).toEqual(local);
  const page = await get('/local/');
  expect(page.status).toBe(200);
  expect(page.headers.get('content-security-policy')).toContain("frame-src 'self' http://127.0.0.1:56150;");
});

test('a fault that nobody expected is answered without its text, and logged without it', async () => {
  const { post } = await start(async () => {
    throw new Error('she told me');
  });
  const response = await post();
  expect([response.status, await response.text()]).toEqual([500, expect.not.stringContaining('she')]);
  expect(logs.at(-1)).toContain('request.failed');
  expect(logs.join()).not.toContain('she told me');
});

test('a stop lets turns and what they left to do finish, and takes nothing new', async () => {
  const turn = Promise.withResolvers<void>();
  const after = Promise.withResolvers<void>();
  let ended = false;
  let begun = 0;
  const { server: running, post } = await start(async () => {
    begun += 1;
    await turn.promise;
    return {
      status: 200,
      body: { saved: true },
      afterwards: async () => {
        await after.promise;
        ended = true;
      },
    };
  });
  const answer = post();
  await eventually('the turn', () => begun === 1);
  const stopped = running.stop(5_000);
  await expect(post()).rejects.toThrow();
  turn.resolve();
  expect(await (await answer).json()).toEqual({ saved: true });
  expect(ended).toBe(false);
  after.resolve();
  expect(await stopped).toBe(true);
  expect(ended).toBe(true);
});

test('a stop gives up after its time', async () => {
  const { server: running, post } = await start(async () => ({
    status: 200,
    body: {},
    afterwards: () => new Promise(() => undefined),
  }));
  await post();
  expect(await running.stop(100)).toBe(false);
});
