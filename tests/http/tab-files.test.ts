import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { type IncomingMessage, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type PlanWorld, startPlanWorld } from './plan-world.ts';

const script = `export const sentence = '${'With, not to. '.repeat(500)}';\n`;
let home = '';
let folder = '';
let world: PlanWorld;

const write = async (name: string, content: string | Uint8Array) => {
  await mkdir(join(folder, name, '..'), { recursive: true });
  await writeFile(join(folder, name), content);
};
const build = async (title = 'Team action plan') => {
  await write('assets/main-abc123.js', script);
  await write('assets/main-abc123.js.map', '{"sources":["../../tab/main.tsx"]}');
  await write('assets/tiny-abc123.css', 'body{margin:0}');
  await write('assets/picture-abc123.png', new Uint8Array([1, 2, 3]));
  await write('.env', 'SECRET=1');
  await write('index.html', `<!doctype html><title>${title}</title>${'<p>A plan</p>'.repeat(200)}`);
};

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'four-ways-tab-'));
  folder = join(home, 'tab');
  await mkdir(folder);
  await writeFile(join(home, 'secret.js'), 'secret');
  world = await startPlanWorld({ tabFolder: folder });
});
afterEach(async () => {
  await world.stop();
  await rm(home, { recursive: true, force: true });
});

/** The bytes as they travel: `fetch` would unpack them, and tidy up the path. */
const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  new Promise<{ status: number; headers: IncomingMessage['headers']; body: Buffer }>((resolve, reject) => {
    const sent = request(world.url, { path, method, headers }, async (res) => {
      const chunks: Buffer[] = [];
      for await (const chunk of res) chunks.push(chunk as Buffer);
      resolve({ status: res.statusCode ?? 0, headers: res.headers, body: Buffer.concat(chunks) });
    });
    sent.once('error', reject);
    sent.end();
  });

describe('the page', () => {
  test.each(['/tab/', '/tab/config', '/tab/remove', '/tab/?as=x&plan=y'])('stands at %s', async (path) => {
    await build();
    const { status, headers, body } = await get(path);
    expect([status, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(body.toString()).toContain('Team action plan');
    expect(headers['cache-control']).toBe('no-cache');
  });

  test('may be framed by Teams and nobody else, and runs no script or style but its own', async () => {
    await build();
    const { headers } = await get('/tab/');
    const policy = String(headers['content-security-policy']);
    expect(policy.split('; ')).toEqual(
      expect.arrayContaining([
        "default-src 'none'",
        "script-src 'self'",
        "connect-src 'self' https://res.cdn.office.net",
        "base-uri 'none'",
        'frame-ancestors https://teams.microsoft.com https://*.teams.microsoft.com ' +
          'https://*.cloud.microsoft https://*.microsoft365.com https://*.office.com',
      ]),
    );
    expect(policy).not.toContain('unsafe');
    expect(headers).toMatchObject({
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'permissions-policy': expect.stringContaining('camera=()'),
    });
    expect(headers).not.toHaveProperty('x-frame-options');
  });

  test('may in local mode also be framed on this machine', async () => {
    await world.stop();
    world = await startPlanWorld({ tabFolder: folder, local: { playgrounds: [], people: [], team: null } });
    await build();
    const policy = String((await get('/tab/')).headers['content-security-policy']);
    expect(policy).toMatch(/frame-ancestors .* 'self' http:\/\/127\.0\.0\.1:\* http:\/\/localhost:\*$/);
  });

  test('is the new one once it was built anew, and 304 until then', async () => {
    await build();
    const first = await get('/tab/');
    const again = { 'if-none-match': String(first.headers.etag) };
    expect((await get('/tab/', again)).status).toBe(304);
    await build('Another title, longer');
    const anew = await get('/tab/', again);
    expect([anew.status, anew.body.toString()]).toEqual([200, expect.stringContaining('Another title')]);
  });

  test('says so where it was never built, and is there as soon as it is', async () => {
    const { status, headers, body } = await get('/tab/');
    expect([status, headers['content-type']]).toEqual([503, 'application/problem+json']);
    expect(body.toString()).toContain('npm run build');
    expect((await get('/tab/assets/main-abc123.js')).status).toBe(404);
    await build();
    expect((await get('/tab/')).status).toBe(200);
    expect((await get('/tab/assets/main-abc123.js')).status).toBe(200);
  });

  test('is where /tab leads to, with what was asked for', async () => {
    const { status, headers } = await get('/tab?as=x&plan=19%3Ay');
    expect([status, headers.location]).toEqual([308, '/tab/?as=x&plan=19%3Ay']);
    expect((await get('/tab')).headers.location).toBe('/tab/');
  });
});

describe('its files', () => {
  const asset = '/tab/assets/main-abc123.js';
  beforeEach(() => build());

  test('are kept by browsers for a year and never asked for again', async () => {
    const { status, headers, body } = await get(asset);
    expect([status, body.toString()]).toEqual([200, script]);
    expect(headers).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      'content-type': 'text/javascript; charset=utf-8',
      'x-content-type-options': 'nosniff',
    });
    expect((await get(asset, { 'if-none-match': String(headers.etag) })).status).toBe(304);
  });

  test.each<[string, string | undefined, (body: Buffer) => Buffer]>([
    ['gzip, deflate, br', 'br', brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
    ['br;q=0, gzip;q=0.5', 'gzip', gunzipSync],
    ['identity', undefined, (body) => body],
    ['brotli, gzipped', undefined, (body) => body],
  ])('travel compressed where the client takes it: %s', async (accepted, encoding, unpack) => {
    const { headers, body } = await get(asset, { 'accept-encoding': accepted });
    expect(headers['content-encoding']).toBe(encoding);
    expect(headers.vary).toBe('Accept-Encoding');
    expect(Number(headers['content-length'])).toBe(body.length);
    expect(unpack(body).toString()).toBe(script);
    if (encoding !== undefined) expect(body.length).toBeLessThan(script.length / 5);
  });

  test('have an etag for each encoding', async () => {
    const tags = await Promise.all(
      ['br', 'gzip', ''].map(
        async (accepted) => (await get(asset, { 'accept-encoding': accepted })).headers.etag,
      ),
    );
    expect(new Set(tags).size).toBe(3);
    const other = { 'accept-encoding': 'gzip', 'if-none-match': String(tags[0]) };
    expect((await get(asset, other)).status).toBe(200);
  });

  test('that would not gain from it stay as they are', async () => {
    for (const name of ['picture-abc123.png', 'tiny-abc123.css']) {
      const { headers } = await get(`/tab/assets/${name}`, { 'accept-encoding': 'br' });
      expect(headers['content-encoding']).toBeUndefined();
    }
  });

  test('HEAD tells their size without them', async () => {
    const { status, headers, body } = await get(asset, {}, 'HEAD');
    expect([status, Number(headers['content-length']), body.length]).toEqual([200, script.length, 0]);
  });

  test.each([
    '/tab/assets/main-abc123.js.map',
    '/tab/.env',
    '/tab/assets/none.js',
    '/tab/assets/',
    '/tab/index.html',
    '/tab/../secret.js',
    '/tab/assets/../../../secret.js',
    '/tab/%2e%2e/secret.js',
    '/tab/..%2fsecret.js',
    '/tab/..%5csecret.js',
    '/tab/assets/..%2f..%2f..%2fsecret.js',
    '/tab//secret.js',
    '/tab/assets/main-abc123.js%00',
    '/tab/link.js',
    '/tab/__proto__',
    '/tab/constructor',
  ])('%s is none of them', async (path) => {
    await symlink(join(home, 'secret.js'), join(folder, 'link.js'));
    const { status, headers, body } = await get(path);
    expect([status, headers['content-type']]).toEqual([404, 'application/problem+json']);
    expect(body.toString()).not.toMatch(/secret|SECRET/);
  });

  test('nothing can be written there', async () => {
    expect((await get(asset, {}, 'POST')).status).toBe(405);
    expect((await get('/tab/', {}, 'PUT')).status).toBe(405);
  });
});
