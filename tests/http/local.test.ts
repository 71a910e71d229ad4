import { request } from 'node:http';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { decodeJwt } from 'jose';
import { type PlanWorld, plan, sam, seen, startPlanWorld } from './plan-world.ts';

const local = { playgrounds: [], people: [{ id: sam, name: 'Sam Okafor' }], team: null };
let world: PlanWorld;
beforeAll(async () => {
  world = await startPlanWorld({ local });
  world.answers.read = () => ({ seen, etag: 'whole-1' });
});
afterAll(() => world.stop());

const tokenFor = async (person: string): Promise<string> => {
  const answer = await fetch(`${world.url}/local/token?as=${person}`);
  expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store']);
  return ((await answer.json()) as { token: string }).token;
};

test('in local mode there is a token for whomever one likes, and the API takes it', async () => {
  const answer = await world.call('GET', plan, { token: await tokenFor(sam.toUpperCase()) });
  expect(answer.status).toBe(200);
  expect(world.asked).toEqual([['read', sam, expect.any(String), null]]);
});

test('it ends, names no person but by id, and is checked as strictly as any', async () => {
  const token = await tokenFor(sam);
  const { exp = 0, iat = 0, oid, name } = decodeJwt(token);
  expect([exp - iat, oid, name]).toEqual([3_600, sam, undefined]);
  const [head, , signature] = token.split('.');
  const claims = Buffer.from(JSON.stringify({ ...decodeJwt(token), oid: sam.replace('a', 'b') }));
  const forged = [head, claims.toString('base64url'), signature].join('.');
  expect((await world.call('GET', plan, { token: forged })).status).toBe(401);
});

test.each(['', '?as=', '?as=sam', '?as=..%2F', `?who=${sam}`])(
  'without an object id there is none: %s',
  async (query) => {
    const answer = await fetch(`${world.url}/local/token${query}`);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([400, 'application/problem+json']);
  },
);

test('a page that only pretends to be of this machine gets none', async () => {
  const status = await new Promise((resolve, reject) => {
    const sent = request(`${world.url}/local/token?as=${sam}`, {
      headers: { host: 'elsewhere.example:3978' },
    });
    sent.once('response', (res) => resolve(res.resume().statusCode));
    sent.once('error', reject);
    sent.end();
  });
  expect(status).toBe(403);
});

test('tokens of a real issuer mean nothing there, and another process’s neither', async () => {
  expect((await world.call('GET', plan, { token: await world.issuer.token(sam) })).status).toBe(401);
  const other = await startPlanWorld({ local });
  expect((await other.call('GET', plan, { token: await tokenFor(sam) })).status).toBe(401);
  await other.stop();
});

test('outside local mode there are none to be had, and theirs are refused', async () => {
  const real = await startPlanWorld();
  expect((await fetch(`${real.url}/local/token?as=${sam}`)).status).toBe(404);
  expect((await real.call('GET', plan, { token: await tokenFor(sam) })).status).toBe(401);
  await real.stop();
});
