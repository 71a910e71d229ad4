import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { eventually } from '../helpers/http.ts';
import { type PlanWorld, plan, sam, seen, startPlanWorld } from './plan-world.ts';
import { startTabIssuer, type TabIssuer } from './tab-issuer.ts';

let world: PlanWorld;
let issuer: TabIssuer;
beforeAll(async () => {
  world = await startPlanWorld();
  issuer = world.issuer;
});
afterAll(() => world.stop());
beforeEach(() => {
  world.asked.length = 0;
  world.answers.read = () => ({ seen, etag: 'whole-1' });
  world.clock.now += 60_000;
});

const withToken = (token: string | null) => world.call('GET', plan, { token });

test('a good token lets its person in, under their object id in lower case', async () => {
  expect((await withToken(await issuer.token(sam.toUpperCase()))).status).toBe(200);
  expect(world.asked).toEqual([['read', sam, expect.any(String), null]]);
});

test.each<[string, Parameters<TabIssuer['token']>[1]]>([
  ['expired within the tolerance between clocks', { expiresIn: -30 }],
  ['not yet valid, but within the tolerance', { notBefore: 30 }],
])('a token %s is good', async (_case, how) => {
  expect((await withToken(await issuer.token(sam, how))).status).toBe(200);
});

test('an audience in its other configured form is good', async () => {
  const token = await issuer.token(sam, { claims: { aud: `api://plan.example/${issuer.app}` } });
  expect((await withToken(token)).status).toBe(200);
});

describe('without a good token there is a 401 and the desk hears nothing', () => {
  test.each<[string, () => string | null | Promise<string | null>]>([
    ['no token', () => null],
    ['an expired one', () => issuer.token(sam, { expiresIn: -90 })],
    ['one not valid yet', () => issuer.token(sam, { notBefore: 90 })],
    ['one without an end', () => issuer.token(sam, { claims: { exp: undefined } })],
    ['one for another app', () => issuer.token(sam, { claims: { aud: 'another' } })],
    ['one of another issuer', () => issuer.token(sam, { claims: { iss: 'https://elsewhere.example' } })],
    [
      'one of an allowed tenant by another tenant’s issuer',
      () => issuer.token(sam, { claims: { iss: issuer.issuer.replace('{tenantid}', sam) } }),
    ],
    [
      'one of another tenant',
      () => issuer.token(sam, { claims: { tid: sam, iss: issuer.issuer.replace('{tenantid}', sam) } }),
    ],
    ['one without a tenant', () => issuer.token(sam, { claims: { tid: undefined } })],
    ['one of version 1', () => issuer.token(sam, { claims: { ver: '1.0' } })],
    ['one without the scope', () => issuer.token(sam, { claims: { scp: 'openid access_as_user_too' } })],
    ['an app’s own', () => issuer.token(sam, { claims: { scp: undefined, roles: ['access_as_user'] } })],
    ['one without a person', () => issuer.token(sam, { claims: { oid: undefined } })],
    ['one of a person who is no id', () => issuer.token(sam, { claims: { oid: '../sam' } })],
    ['one of a person who is a list', () => issuer.token(sam, { claims: { oid: [sam] } })],
    ['an unsigned one', () => issuer.unsigned(sam)],
    ['an unsigned one with something for a signature', () => issuer.unsigned(sam, 'c2lnbmVk')],
    ['one signed with the public key as a secret', () => issuer.confused(sam)],
    ['one signed by a stranger', () => issuer.token(sam, { stranger: true })],
    ['one of an unknown key', () => issuer.token(sam, { kid: 'k2' })],
    ['half a one', async () => (await issuer.token(sam)).slice(0, -20)],
    ['one whose claims were changed', async () => tampered(await issuer.token(sam))],
    ['three words', () => 'a.b.c'],
    ['nonsense', () => 'x'.repeat(8_000)],
  ])('%s', async (_case, make) => {
    const token = await make();
    const answer = await withToken(token);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([401, 'application/problem+json']);
    expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer/);
    expect(await answer.json()).toMatchObject({ status: 401, title: 'Unauthorised' });
    expect(world.asked).toEqual([]);
  });

  test('one of another tenant is told apart from a bad one: a fresh one would be no better', async () => {
    const typeOf = async (token: string) =>
      ((await (await withToken(token)).json()) as { type: string }).type;
    const iss = issuer.issuer.replace('{tenantid}', sam);
    expect(await typeOf(await issuer.token(sam, { claims: { tid: sam, iss } }))).toBe(
      'urn:four-ways:other-tenant',
    );
    expect(await typeOf('a.b.c')).not.toBe('urn:four-ways:other-tenant');
  });

  test('another scheme', async () => {
    const headers = { authorization: `Basic ${await issuer.token(sam)}` };
    expect((await world.call('GET', plan, { token: null, headers })).status).toBe(401);
  });

  const tampered = (token: string): string => {
    const [head, claims = '', signature] = token.split('.');
    const read = JSON.parse(Buffer.from(claims, 'base64url').toString()) as object;
    const changed = { ...read, oid: sam.replace('a', 'b') };
    return [head, Buffer.from(JSON.stringify(changed)).toString('base64url'), signature].join('.');
  };
});

test('a token is checked before the address, the kind of body or the body is looked at', async () => {
  for (const [method, path] of [
    ['PATCH', `${plan}/actions/a`],
    ['GET', `${plan}/export?format=exe`],
    ['GET', `/api/plans/${'x'.repeat(400)}`],
  ] as const) {
    expect((await world.call(method, path, { token: null })).status).toBe(401);
  }
});

test('nothing of a token reaches the log, only a word for what was wrong', async () => {
  const token = await issuer.token(sam, { expiresIn: -90 });
  await withToken(token);
  const line = JSON.parse(world.logs.at(-1) ?? '{}') as object;
  expect(line).toMatchObject({ event: 'request.refused', status: 401, code: 'ERR_JWT_EXPIRED' });
  expect(world.logs.join()).not.toMatch(/Never To Be Logged|eyJ/);
  expect(world.logs.join()).not.toContain(sam);
});

test('a stranger’s nonsense does not make the server ask for keys again and again', async () => {
  await withToken(await issuer.token(sam));
  const before = issuer.timesAsked();
  for (let each = 0; each < 10; each += 1) await withToken(await issuer.token(sam, { kid: `k${each + 2}` }));
  expect(issuer.timesAsked() - before).toBeLessThanOrEqual(1);
});

test('sixty failed sign-ins a minute, then patience; a good token is not held up', async () => {
  for (let each = 0; each < 60; each += 1) expect((await withToken('a.b.c')).status).toBe(401);
  const answer = await withToken('a.b.c');
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '1']);
  expect((await withToken(await issuer.token(sam))).status).toBe(200);
  // Whoever held a good one must hear that it has run out: only then does the tab ask for another.
  expect((await withToken(await issuer.token(sam, { expiresIn: -120 }))).status).toBe(401);
  expect((await withToken(await issuer.token(sam, { expiresIn: -120, stranger: true }))).status).toBe(429);
  world.clock.now += 1_000;
  expect((await withToken('a.b.c')).status).toBe(401);
});

describe('while the keys cannot be had', () => {
  let other: PlanWorld;
  beforeAll(async () => {
    other = await startPlanWorld();
    other.answers.read = () => ({ seen, etag: 'whole-1' });
  });
  afterAll(() => other.stop());

  test('nobody is told that their token is bad, and all is well once they are there', async () => {
    const good = { ...other.issuer.published };
    for (const broken of [
      { status: 500, keys: {} },
      { status: 200, keys: 'not a set of keys' },
    ]) {
      Object.assign(other.issuer.published, broken);
      const answer = await other.call('GET', plan);
      expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '10']);
    }
    Object.assign(other.issuer.published, good);
    await eventually('the keys', async () => (await other.call('GET', plan)).status === 200);
  });

  test('and also where nothing listens at all', async () => {
    const gone = await startTabIssuer();
    await gone.stop();
    const world = await startPlanWorld({
      tokens: {
        audiences: [gone.app],
        issuer: gone.issuer,
        tenants: [gone.tenant],
        jwksUri: gone.jwksUri,
      },
    });
    const answer = await world.call('GET', plan, { token: await gone.token(sam) });
    expect(answer.status).toBe(503);
    await world.stop();
  });
});
