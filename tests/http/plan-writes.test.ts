import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { action, facts, type PlanWorld, plan, sam, startPlanWorld, team } from './plan-world.ts';

let world: PlanWorld;
beforeAll(async () => {
  world = await startPlanWorld();
});
afterAll(() => world.stop());
beforeEach(() => {
  world.asked.length = 0;
  for (const name of Object.keys(world.answers)) delete world.answers[name as keyof PlanWorld['answers']];
  world.clock.now += 60_000;
});

const one = `${plan}/actions/a1`;
const match = { 'if-match': '"row-1"' };
const body = { area: 'Supervision' };

describe('what is done', () => {
  test('adding answers 201 with the action, where it is, and its etag', async () => {
    world.answers.add = () => ({ action });
    const answer = await world.call('POST', `${plan}/actions`, { body, headers: { 'idempotency-key': 'k' } });
    expect([answer.status, answer.headers.get('etag')]).toEqual([201, '"row-1"']);
    expect(answer.headers.get('location')).toBe(`${plan}/actions/a%201`);
    expect(await answer.json()).toEqual(action);
    await world.call('POST', `${plan}/actions`, { body });
    expect(world.asked).toEqual([
      ['add', sam, team, body, 'k'],
      ['add', sam, team, body, null],
    ]);
  });

  test.each(['application/json', 'application/merge-patch+json; charset=utf-8', 'APPLICATION/JSON'])(
    'changing takes %s',
    async (type) => {
      world.answers.change = () => ({ action });
      const answer = await world.call('PATCH', one, { body, headers: { ...match, 'content-type': type } });
      expect([answer.status, answer.headers.get('etag')]).toEqual([200, '"row-1"']);
      expect(await answer.json()).toEqual(action);
      expect(world.asked).toEqual([['change', sam, team, 'a1', body, 'row-1']]);
    },
  );

  test('deleting answers 204 and nothing more, restoring with the action', async () => {
    world.answers.remove = () => 'removed';
    world.answers.restore = () => ({ action });
    const gone = await world.call('DELETE', one, { headers: match });
    expect([gone.status, await gone.text()]).toEqual([204, '']);
    const back = await world.call('POST', `${one}/restore`);
    expect([back.status, await back.json()]).toEqual([200, action]);
    expect(world.asked).toEqual([
      ['remove', sam, team, 'a1', 'row-1'],
      ['restore', sam, team, 'a1'],
    ]);
  });

  test('setting the plan’s facts answers with them', async () => {
    world.answers.set = () => facts;
    const headers = { 'if-match': '"facts-1"' };
    const answer = await world.call('PUT', plan, { body: { name: 'North' }, headers });
    expect([answer.status, answer.headers.get('etag'), await answer.json()]).toEqual([
      200,
      '"facts-1"',
      facts,
    ]);
    expect(world.asked).toEqual([['set', sam, team, { name: 'North' }, 'facts-1']]);
  });

  test('emptying begins to erase after the answer, and only where it was let', async () => {
    const headers = { 'if-match': '"facts-1"' };
    expect((await world.call('POST', `${plan}/empty`, { body: { name: 'N' }, headers })).status).toBe(403);
    expect(world.erasing.times).toBe(0);
    world.answers.empty = () => ({ ...facts, emptying: true });
    const answer = await world.call('POST', `${plan}/empty`, { body: { name: 'North' }, headers });
    expect([answer.status, await answer.json()]).toEqual([200, { ...facts, emptying: true }]);
    expect(await world.server.settled(1_000)).toBe(true);
    expect(world.erasing.times).toBe(1);
  });
});

describe('If-Match', () => {
  const calls: [string, string][] = [
    ['PUT', plan],
    ['PATCH', one],
    ['DELETE', one],
    ['POST', `${plan}/empty`],
  ];
  test.each(calls)('%s %s requires it', async (method, path) => {
    const answer = await world.call(method, path, { body });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([428, 'application/problem+json']);
    expect(world.asked).toEqual([]);
  });

  beforeEach(() => {
    world.answers.change = (_by, _plan, _action, _body, etag) =>
      etag === 'row-1' ? { action: { ...action, etag: 'row-2' } } : { refused: 'stale', current: action };
  });

  test.each<[string, number]>([
    ['"row-1"', 200],
    ['  "row-1" ', 200],
    ['"row-0", "row-1"', 200],
    ['*', 200],
    ['row-1', 200],
    ['"row-0"', 412],
    ['"row-0", "row-9"', 412],
    ['W/"row-1"', 412],
    ['W/"row-1", "row-0"', 412],
    ['""', 412],
    ['"row-1', 400],
    ['"row-1" "row-0"', 400],
    ['W/row-1', 400],
    ['"a", *', 400],
    [Array.from({ length: 40 }, (_, at) => `"row-${at}"`).join(), 400],
  ])('%s is answered with %d', async (header, status) => {
    const answer = await world.call('PATCH', one, { body, headers: { 'if-match': header } });
    expect(answer.status).toBe(status);
    if (status === 412) expect(await answer.json()).toMatchObject({ status: 412, current: action });
  });

  test('* gives up where others keep changing it', async () => {
    let version = 0;
    world.answers.change = () => {
      version += 1;
      return { refused: 'stale', current: { ...action, etag: `row-${version}` } };
    };
    expect((await world.call('PATCH', one, { body, headers: { 'if-match': '*' } })).status).toBe(412);
    expect(world.asked.length).toBeLessThan(10);
  });
});

describe('every refusal is a problem of its own', () => {
  const faults = [{ field: 'area', code: 'required', message: 'Say which area of practice this is about.' }];
  test.each<[object, number, object, string | null]>([
    [{ refused: 'outside' }, 403, { type: 'about:blank' }, null],
    [{ refused: 'notAllowed' }, 403, { type: 'urn:four-ways:not-allowed' }, null],
    [{ refused: 'unknownAction' }, 404, {}, null],
    [{ refused: 'stale', current: action }, 412, { current: action }, null],
    [{ refused: 'unfit', faults }, 422, { errors: faults }, null],
    [{ refused: 'keyUsed' }, 409, {}, null],
    [{ refused: 'busy' }, 503, {}, '1'],
    [{ refused: 'unreachable' }, 503, {}, '10'],
  ])('%j', async (refusal, status, more, retryAfter) => {
    world.answers.add = () => refusal;
    world.answers.change = () => refusal;
    world.answers.remove = () => refusal;
    world.answers.restore = () => refusal;
    world.answers.set = () => refusal;
    const headers = match;
    for (const answer of [
      await world.call('POST', `${plan}/actions`, { body }),
      await world.call('PATCH', one, { body, headers }),
      await world.call('DELETE', one, { headers }),
      await world.call('POST', `${one}/restore`),
      await world.call('PUT', plan, { body, headers }),
    ]) {
      expect(answer.status).toBe(status);
      expect(answer.headers.get('content-type')).toBe('application/problem+json');
      expect(answer.headers.get('retry-after')).toBe(retryAfter);
      const problem = (await answer.json()) as object;
      expect(problem).toMatchObject({ type: 'about:blank', status, ...more });
      expect(problem).toHaveProperty('title', expect.any(String));
      expect(problem).toHaveProperty('detail', expect.any(String));
      expect(problem).not.toHaveProperty('why');
      expect(problem).not.toHaveProperty('headers');
    }
  });

  test('storage away is a 503, another fault a 500; neither shows or logs its text', async () => {
    world.answers.add = () => Promise.reject(world.away);
    const away = await world.call('POST', `${plan}/actions`, { body });
    expect([away.status, away.headers.get('retry-after')]).toEqual([503, '5']);
    world.answers.add = () => Promise.reject(new Error('she told me'));
    const broken = await world.call('POST', `${plan}/actions`, { body });
    expect(broken.status).toBe(500);
    expect(`${await away.text()}${await broken.text()}${world.logs.join()}`).not.toContain('she told');
  });
});

describe('bodies', () => {
  const send = (sent: unknown, headers: Record<string, string> = {}) =>
    world.call('POST', `${plan}/actions`, { body: sent, headers });

  test.each<[string, unknown]>([
    ['nothing', ''],
    ['half of it', '{"area":'],
    ['two of them', '{}{}'],
    ['words', 'area=Supervision'],
    ['no UTF-8', new Uint8Array([0x22, 0xff, 0xfe, 0x22])],
    ['a number that is none', '{"area":NaN}'],
    ['a raw control character', '{"area":"\u0001"}'],
  ])('that are not JSON are a 400: %s', async (_case, sent) => {
    const answer = await send(sent);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([400, 'application/problem+json']);
    expect(world.asked).toEqual([]);
  });

  test.each([
    { 'content-type': 'text/plain' },
    { 'content-type': 'application/x-www-form-urlencoded' },
    { 'content-type': 'application/merge-patch+json' },
    { 'content-type': 'application/jsonp' },
    { 'content-encoding': 'gzip' },
  ])('of another kind are a 415: %j', async (headers) => {
    expect((await send('{}', headers as unknown as Record<string, string>)).status).toBe(415);
  });

  test('a change says which kinds it takes', async () => {
    const headers = { ...match, 'content-type': 'application/json-patch+json' };
    const answer = await world.call('PATCH', one, { body: '[]', headers });
    expect([answer.status, answer.headers.get('accept-patch')]).toEqual([
      415,
      'application/json, application/merge-patch+json',
    ]);
  });

  test('over 64 KB are a 413, whether or not they say how long they are', async () => {
    const long = JSON.stringify({ area: 'x'.repeat(70_000) });
    expect((await send(long)).status).toBe(413);
    const stream = new ReadableStream({
      start: (controller) => {
        for (let each = 0; each < 20; each += 1)
          controller.enqueue(new TextEncoder().encode(' '.repeat(10_000)));
        controller.close();
      },
    });
    const token = await world.issuer.token(sam);
    const answer = await fetch(`${world.url}${plan}/actions`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: stream,
      duplex: 'half',
    } as RequestInit);
    expect(answer.status).toBe(413);
    expect(world.asked).toEqual([]);
  });

  test.each<[string, string]>([
    ['deep', `${'['.repeat(30_000)}${']'.repeat(30_000)}`],
    ['deep objects', `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`],
    ['wide', `{${Array.from({ length: 5_000 }, (_, at) => `"k${at}":1`).join()}}`],
    ['a list of nothing', `[${'0,'.repeat(32_000)}0]`],
    ['huge numbers', `{"area":1e999,"dueOn":${'9'.repeat(60_000)}}`],
    ['a prototype', '{"__proto__":{"isManager":true},"constructor":{"prototype":{}}}'],
  ])('%s JSON costs little and goes to the desk as any other', async (_case, sent) => {
    world.answers.add = () => ({ refused: 'unfit', faults: [] });
    const from = performance.now();
    expect((await send(sent)).status).toBe(422);
    expect(performance.now() - from).toBeLessThan(500);
    expect(({} as Record<string, unknown>).isManager).toBeUndefined();
  });

  test('what a route needs no body for does not read one', async () => {
    world.answers.restore = () => ({ action });
    expect((await world.call('POST', `${one}/restore`, { body: '{"half":' })).status).toBe(200);
  });
});

test('120 changes a minute are enough for anybody; reading goes on, and so do others', async () => {
  world.answers.restore = () => ({ action });
  world.answers.members = () => [];
  const restore = (token?: string) =>
    world.call('POST', `${one}/restore`, token === undefined ? {} : { token });
  for (let each = 0; each < 120; each += 1) expect((await restore()).status).toBe(200);
  const held = await restore();
  expect([held.status, held.headers.get('retry-after')]).toEqual([429, '1']);
  expect((await world.call('GET', `${plan}/members`)).status).toBe(200);
  expect((await restore(await world.issuer.token('5f0c1e00-0000-4000-8000-00000000000b'))).status).toBe(200);
  world.clock.now += 500;
  expect((await restore()).status).toBe(200);
});
