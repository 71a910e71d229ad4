import { afterEach, describe, expect, test } from '@jest/globals';
import type { Api } from '../../tab/api/api.ts';
import { createApi } from '../../tab/api/client.ts';
import { createSend } from '../../tab/api/send.ts';
import { answerJson, bodyOf, type LocalServer, serve } from '../helpers/http.ts';
import { anAction } from './actions.ts';

type Answer = { status: number; body?: unknown; headers?: Record<string, string> };
type Asked = { line: string; headers: NodeJS.Dict<string | string[]>; body: string };

let server: LocalServer | undefined;
afterEach(() => server?.stop());

/** An API before a server that gives these answers, one a request; the last one again and again. */
const facing = async (...answers: Answer[]): Promise<{ api: Api; asked: Asked[]; tokens: boolean[] }> => {
  const asked: Asked[] = [];
  const tokens: boolean[] = [];
  server = await serve(async (req, res) => {
    asked.push({ line: `${req.method} ${req.url}`, headers: req.headers, body: await bodyOf(req) });
    const { status, body, headers } = answers[Math.min(asked.length, answers.length) - 1] ?? { status: 500 };
    if (body === undefined) res.writeHead(status, headers).end();
    else answerJson(res, status, body, headers);
  });
  const token = async (fresh = false): Promise<string> => {
    tokens.push(fresh);
    return fresh ? 'fresh' : 'kept';
  };
  return { api: createApi('19:a/b@thread.tacv2', token, server.url), asked, tokens };
};
const trouble = (answer: { ok: boolean; trouble?: unknown }): unknown => answer.trouble;
const plan = '/api/plans/19%3Aa%2Fb%40thread.tacv2';

describe('reading the plan', () => {
  test('the etag comes without its quotes and goes back with them', async () => {
    const seen = { actions: [] };
    const { api, asked } = await facing(
      { status: 200, body: seen, headers: { etag: '"abc"' } },
      { status: 304 },
    );
    expect(await api.read(null)).toEqual({ ok: true, value: { seen, etag: 'abc' } });
    expect(await api.read('abc')).toEqual({ ok: true, value: 'same' });
    expect(asked.map(({ line }) => line)).toEqual([`GET ${plan}`, `GET ${plan}`]);
    expect(asked[0]?.headers['if-none-match']).toBeUndefined();
    expect(asked[1]?.headers['if-none-match']).toBe('"abc"');
    expect(asked[1]?.headers.authorization).toBe('Bearer kept');
  });
  test('a list is taken bare or inside of an object', async () => {
    const people = [{ id: '1', name: 'Ayesha' }];
    const { api } = await facing({ status: 200, body: people }, { status: 200, body: { members: people } });
    expect(await api.members()).toEqual({ ok: true, value: people });
    expect(await api.members()).toEqual({ ok: true, value: people });
  });
});

describe('changing the plan', () => {
  test('each call says what it changes, and from which version', async () => {
    const { api, asked } = await facing({ status: 200, body: anAction() });
    await api.change('x/y', { area: 'New' }, 'e7');
    await api.add({ area: 'New' }, 'key-1');
    await api.remove('x', 'e8');
    await api.restore('x');
    await api.empty('Our team', 'p1');
    await api.set({ name: 'Ours' }, 'p1');
    expect(asked.map(({ line }) => line.replace(plan, ''))).toEqual([
      'PATCH /actions/x%2Fy',
      'POST /actions',
      'DELETE /actions/x',
      'POST /actions/x/restore',
      'POST /empty',
      'PUT ',
    ]);
    expect(asked.map(({ headers }) => headers['if-match'])).toEqual([
      '"e7"',
      undefined,
      '"e8"',
      undefined,
      '"p1"',
      '"p1"',
    ]);
    expect(asked[1]?.headers['idempotency-key']).toBe('key-1');
    expect(asked[0]?.body).toBe('{"area":"New"}');
  });
  test('a file has the name that the server gives it', async () => {
    const disposition = `attachment; filename="plan.docx"; filename*=UTF-8''Team%20%C3%A9.docx`;
    const { api } = await facing({ status: 200, body: {}, headers: { 'content-disposition': disposition } });
    const answer = await api.export('docx');
    expect(answer.ok && answer.value.name).toBe('Team é.docx');
  });
});

describe('what goes wrong', () => {
  test('a refused token is replaced once, and the call repeated', async () => {
    const { api, asked, tokens } = await facing({ status: 401 }, { status: 200, body: anAction() });
    expect((await api.change('a1', { area: 'Kept' }, 'e')).ok).toBe(true);
    expect(tokens).toEqual([false, true]);
    expect(asked[1]?.headers.authorization).toBe('Bearer fresh');
    expect(asked[1]?.body).toBe('{"area":"Kept"}');
  });
  test('a fresh token that is refused too ends in signing in', async () => {
    const { api, asked } = await facing({ status: 401 });
    expect(trouble(await api.read(null))).toEqual({ kind: 'signIn' });
    expect(asked).toHaveLength(2);
  });
  test('an account of another organisation is told so at once: no fresh token would be better', async () => {
    const { api, asked } = await facing({ status: 401, body: { type: 'urn:four-ways:other-tenant' } });
    expect(trouble(await api.read(null))).toEqual({ kind: 'elsewhere' });
    expect(asked).toHaveLength(1);
  });
  test.each([
    [403, { type: 'urn:four-ways:outside' }, { kind: 'outside' }],
    [403, { type: 'urn:four-ways:not-allowed' }, { kind: 'notAllowed' }],
    [403, 'a page of a proxy', { kind: 'outside' }],
    [404, {}, { kind: 'gone' }],
    [412, { current: { area: 'Now' } }, { kind: 'stale', current: { area: 'Now' } }],
    [412, {}, { kind: 'broken', status: 412 }],
    [
      422,
      { errors: [{ field: 'area', code: 'required', message: 'x' }] },
      { kind: 'unfit', faults: [{ field: 'area', code: 'required', message: 'x' }] },
    ],
    [409, {}, { kind: 'broken', status: 409 }],
    [500, {}, { kind: 'broken', status: 500 }],
  ])('%d with %j', async (status, body, expected) => {
    const { api } = await facing({ status, body });
    expect(trouble(await api.change('a1', {}, 'e'))).toEqual(expected);
  });
  test.each([
    ['7', 7],
    ['0', 0],
    ['Wed, 21 Oct 2026 07:28:00 GMT', 5],
    ['1000000', 300],
  ])('a busy server says how long: %s', async (header, seconds) => {
    const { api } = await facing({ status: 503, headers: { 'retry-after': header } });
    expect(trouble(await api.read(null))).toEqual({ kind: 'busy', retryAfter: seconds });
  });
  test('no connection, and an answer that is no JSON, count as being offline', async () => {
    const { api } = await facing({ status: 200 });
    expect(trouble(await api.members())).toEqual({ kind: 'offline' });
    await server?.stop();
    expect(trouble(await api.members())).toEqual({ kind: 'offline' });
  });
  test('somebody who is not signed in is told so, is asked once, and nothing is sent', async () => {
    const { asked } = await facing({ status: 200 });
    let asks = 0;
    const refusing = async (): Promise<string> => {
      asks += 1;
      throw new Error('CancelledByUser');
    };
    const api = createApi('p', refusing, server?.url);
    expect(trouble(await api.read(null))).toEqual({ kind: 'signIn' });
    expect(asked).toEqual([]);
    expect(asks).toBe(1);
  });
  test('a token that never comes is waited for no longer than an answer', async () => {
    const send = createSend(() => new Promise(() => {}), 30);
    expect(trouble(await send({ path: '/nowhere' }))).toEqual({ kind: 'signIn' });
  });
});
