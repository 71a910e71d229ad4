import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { action, type PlanWorld, plan, sam, seen, startPlanWorld, team } from './plan-world.ts';

let world: PlanWorld;
beforeAll(async () => {
  world = await startPlanWorld();
});
afterAll(() => world.stop());
beforeEach(() => {
  world.asked.length = 0;
  for (const name of Object.keys(world.answers)) delete world.answers[name as keyof PlanWorld['answers']];
});

describe('the whole plan', () => {
  beforeEach(() => {
    world.answers.read = (_by, _plan, known) => (known === 'whole-1' ? 'same' : { seen, etag: 'whole-1' });
  });

  test('comes with a strong etag and is kept by no cache', async () => {
    const answer = await world.call('GET', plan);
    expect([answer.status, answer.headers.get('etag')]).toEqual([200, '"whole-1"']);
    expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(await answer.json()).toEqual(seen);
    expect(world.asked).toEqual([['read', sam, team, null]]);
  });

  test.each<[string, number]>([
    ['"whole-1"', 304],
    ['W/"whole-1"', 304],
    ['"other", "whole-1"', 304],
    ['"other" ,W/"whole-1"', 304],
    ['*', 304],
    ['whole-1', 304],
    ['"other"', 200],
    ['"other", "older"', 200],
    ['"whole-1', 200],
    ['', 200],
    [`"${'x'.repeat(5_000)}"`, 200],
  ])('If-None-Match: %s is answered with %d', async (header, status) => {
    const answer = await world.call('GET', plan, { headers: { 'if-none-match': header } });
    expect(answer.status).toBe(status);
    expect(answer.headers.get('etag')).toBe('"whole-1"');
    expect((await answer.text()) === '').toBe(status === 304);
  });

  test('is asked for once, by its one tag, so that nothing is read twice', async () => {
    await world.call('GET', plan, { headers: { 'if-none-match': '"whole-1"' } });
    expect(world.asked).toEqual([['read', sam, team, 'whole-1']]);
  });

  test('HEAD answers as GET does, without the body', async () => {
    const answer = await world.call('HEAD', plan);
    expect([answer.status, answer.headers.get('etag'), await answer.text()]).toEqual([200, '"whole-1"', '']);
  });

  test('the file of it has its own name and type', async () => {
    const answer = await world.call('GET', `${plan}/export?format=docx`);
    expect(await answer.text()).toBe('docx of Early Help North');
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'text/plain',
      'content-disposition': 'attachment; filename="plan"',
      'x-content-type-options': 'nosniff',
    });
    expect((await world.call('GET', `${plan}/export?format=csv`)).status).toBe(200);
  });

  test.each(['', '?format=', '?format=exe', '?format=DOCX', '?format[]=csv'])(
    'another file is not to be had: %s',
    async (query) => {
      const answer = await world.call('GET', `${plan}/export${query}`);
      expect(answer.status).toBe(422);
      expect(await answer.json()).toMatchObject({ errors: [{ field: 'format', code: 'notOneOf' }] });
    },
  );
});

test('lists come as they are: people, deleted actions, both histories', async () => {
  const list = [{ id: sam, name: 'Sam Okafor' }];
  world.answers.members = () => list;
  world.answers.removed = () => [action];
  world.answers.history = () => [];
  const { id } = action;
  const read = async (path: string) => (await world.call('GET', `${plan}/${path}`)).json();
  expect(await read('members')).toEqual(list);
  expect(await read('removed')).toEqual([action]);
  expect(await read('history')).toEqual([]);
  expect(await read(`actions/${encodeURIComponent(id)}/history`)).toEqual([]);
  expect(world.asked.slice(2)).toEqual([
    ['history', sam, team, null],
    ['history', sam, team, id],
  ]);
});

test.each(['', '/members', '/removed', '/history', '/export?format=csv', '/export', '/actions/a/history'])(
  'an outsider hears the same of %s, whatever there is',
  async (path) => {
    const answers = await Promise.all(
      [
        plan,
        `/api/plans/${encodeURIComponent('19:guessed@thread.tacv2')}`,
        '/api/plans/..%2F..%2Fsecret',
      ].map((each) => world.call('GET', `${each}${path}`)),
    );
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403]);
    const bodies = await Promise.all(answers.map((answer) => answer.text()));
    expect(new Set(bodies).size).toBe(1);
    const headers = answers.map((answer) => [...answer.headers.keys()].join());
    expect(new Set(headers).size).toBe(1);
  },
);

describe('ids that nothing can have', () => {
  test.each([
    ['a path', '..%2Fother'],
    ['a backslash', 'a%5Cb'],
    ['a control character', 'a%00b'],
    ['a line break', 'a%0Ab'],
    ['a question mark', 'a%3Fb'],
    ['one far too long', 'a'.repeat(400)],
  ])('%s never reaches the desk as a plan', async (_case, id) => {
    expect((await world.call('GET', `/api/plans/${id}`)).status).toBe(403);
    expect(world.asked).toEqual([]);
  });

  test('as an action they are unknown to members, and say nothing to others', async () => {
    const path = `${plan}/actions/..%2Fother/history`;
    expect((await world.call('GET', path)).status).toBe(403);
    world.answers.history = () => ({ refused: 'unknownAction' });
    expect((await world.call('GET', path)).status).toBe(404);
    expect(world.asked).toEqual([
      ['history', sam, team, '-'],
      ['history', sam, team, '-'],
    ]);
  });

  test.each(['%E0%A4%A', '%', '%zz'])('bad percent-encoding (%s) is a 400', async (id) => {
    const { request } = await import('node:http');
    const status = await new Promise((resolve, reject) => {
      const sent = request(`${world.url}`, { path: `/api/plans/${id}` }, (res) =>
        resolve(res.resume().statusCode),
      );
      sent.once('error', reject);
      sent.end();
    });
    expect(status).toBe(400);
  });

  test('a long thread id is an id like any other', async () => {
    const id = `19:${'a'.repeat(180)}@thread.tacv2`;
    world.answers.read = () => ({ seen, etag: 'whole-1' });
    expect((await world.call('GET', `/api/plans/${encodeURIComponent(id)}`)).status).toBe(200);
    expect(world.asked).toEqual([['read', sam, id, null]]);
  });
});

test.each([
  ['OPTIONS', plan, 'GET, HEAD, PUT'],
  ['DELETE', plan, 'GET, HEAD, PUT'],
  ['POST', `${plan}/members`, 'GET, HEAD'],
  ['PUT', `${plan}/actions/a`, 'DELETE, PATCH'],
  ['GET', `${plan}/actions`, 'POST'],
  ['GET', `${plan}/actions/a/restore`, 'POST'],
])('%s %s is not allowed, and says what is', async (method, path, allow) => {
  const answer = await world.call(method, path);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([405, 'application/problem+json']);
  expect(answer.headers.get('allow')?.split(', ').sort().join(', ')).toBe(allow);
});

test('thirty files and lists of people a minute are enough for anybody; the plan itself is read on', async () => {
  world.clock.now += 60_000;
  world.answers.read = () => ({ seen, etag: 'whole-1' });
  world.answers.members = () => [];
  const paths = [`${plan}/export?format=csv`, `${plan}/members`];
  for (let each = 0; each < 30; each += 1) {
    expect((await world.call('GET', paths[each % 2] ?? '')).status).toBe(200);
  }
  for (const [method, path] of [
    ['GET', paths[0]],
    ['HEAD', paths[0]],
    ['GET', paths[1]],
  ] as const) {
    const held = await world.call(method, path ?? '');
    expect([held.status, held.headers.get('retry-after')]).toEqual([429, '2']);
  }
  expect((await world.call('GET', plan)).status).toBe(200);
  const jo = await world.issuer.token('5f0c1e00-0000-4000-8000-00000000000b');
  expect((await world.call('GET', `${plan}/members`, { token: jo })).status).toBe(200);
  world.clock.now += 2_000;
  expect((await world.call('GET', `${plan}/export?format=csv`)).status).toBe(200);
});

test('another path below a plan is nothing', async () => {
  expect((await world.call('GET', `${plan}/secrets`)).status).toBe(404);
});
