import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { untilAnswers } from '../../infra/local/answers.mjs';
import { anyFreePort, isFree } from '../../infra/local/ports.mjs';

/** `npm start` as a person meets it: the script is run as it is, on a port of its own, and so on data of its own. */
const project = resolve(import.meta.dirname, '../..');
let port = 0;
let folder = '';
let script: ChildProcess | null = null;
let said = '';

const start = (): Promise<number | null> => {
  said = '';
  const child = spawn(process.execPath, ['infra/local/start.mjs'], {
    cwd: project,
    env: { ...process.env, PORT: String(port), NODE_OPTIONS: '' },
  });
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text));
  script = child;
  return new Promise((done) => child.once('close', (code) => done(code)));
};

const until = async (isSo: () => Promise<boolean> | boolean, within = 30_000): Promise<void> => {
  const deadline = Date.now() + within;
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error(`It did not come true in time. The script said:\n${said}`);
    await new Promise((next) => setTimeout(next, 50));
  }
};

const isUp = () => until(() => said.includes(`http://127.0.0.1:${port}/local/`));

/** The ports on which the stack listens, as its page and its settings tell. */
const ports = async (): Promise<number[]> => {
  const answer = await fetch(`http://127.0.0.1:${port}/local/stage.json`);
  const stage = (await answer.json()) as { playgrounds: { url: string }[] };
  return [port, ...stage.playgrounds.map(({ url }) => Number(new URL(url).port))];
};

/** `npm run remind` beside it, as far as it writes nothing; elsewhere than in the project, for a person's own `.env`. */
const remind = async (): Promise<{ code: number | null; said: string }> => {
  const args = [join(project, 'infra/local/remind.mjs'), '--dry-run', '--at', '2026-12-07T09:00:00Z'];
  const child = spawn(process.execPath, args, {
    cwd: tmpdir(),
    env: { PATH: process.env.PATH, PORT: String(port) },
  });
  let words = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (words += text));
  const code = await new Promise<number | null>((done) => child.once('close', done));
  return { code, said: words };
};

const allFree = async (list: number[]) => (await Promise.all(list.map(isFree))).every(Boolean);

beforeEach(async () => {
  port = await anyFreePort();
  folder = join(project, '.local', `port-${port}`);
});
afterEach(async () => {
  script?.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true, maxRetries: 10 });
});

test('brings up the page with both chats and the built tab, says where, and leaves nothing behind after Ctrl-C', async () => {
  const ended = start();
  await isUp();
  const page = await fetch(`http://127.0.0.1:${port}/local/`);
  expect(await page.text()).toContain('Four Ways on this machine');
  expect((await fetch(`http://127.0.0.1:${port}/tab/`)).status).toBe(200);
  const used = await ports();
  expect(used).toHaveLength(3);
  for (const each of used.slice(1)) await untilAnswers(`http://127.0.0.1:${each}/`, 'A Playground');
  expect(await remind()).toMatchObject({ code: 0, said: expect.stringContaining('This was a dry run') });

  script?.kill('SIGINT');
  expect(await ended).toBe(0);
  expect(await remind()).toMatchObject({ code: 1, said: expect.stringContaining('no local stack runs') });
  expect(await allFree(used)).toBe(true);
  expect(existsSync(join(folder, 'azurite'))).toBe(true);
});

test('says which part died, shows the end of its log, and stops the others with exit code 1', async () => {
  const ended = start();
  await isUp();
  const used = await ports();
  const server = Number(
    /^# process (\d+):/.exec(await readFile(join(folder, 'logs', 'server.log'), 'utf8'))?.[1],
  );
  process.kill(server, 'SIGKILL');
  expect(await ended).toBe(1);
  expect(said).toContain('server stopped by itself (SIGKILL)');
  expect(await allFree(used)).toBe(true);
});

test('even a script that is killed outright leaves no children', async () => {
  void start();
  await isUp();
  const used = await ports();
  script?.kill('SIGKILL');
  await until(() => allFree(used));
});

test('a port in use is named, with the remedy', async () => {
  const holder = createServer().listen(port, '127.0.0.1');
  try {
    expect(await start()).toBe(1);
    expect(said).toContain(`Port ${port} is in use`);
    expect(said).toContain('PORT');
  } finally {
    holder.close();
  }
});
