import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { openTables } from '../bot/tables/client.ts';
import { TableMemberships } from '../bot/tables/memberships.ts';
import { type Azurite, connectionStringFor, startAzurite } from './helpers/azurite.ts';
import { textOf, titlesOf } from './helpers/cards.ts';
import { eventually } from './helpers/http.ts';
import { startReflectionWorld } from './helpers/reflection-world.ts';
import type { TeamsWorld } from './helpers/teams-world.ts';

describe('the whole server', () => {
  let world: TeamsWorld & { azurite: Azurite };
  beforeAll(async () => {
    world = await startReflectionWorld();
  });
  afterAll(() => world.stop());

  test('knows people from a team, welcomes once, and starts a reflection', async () => {
    const [sam, jo] = [world.person('Sam Okafor'), world.person('Jo Bennett')];
    await world.team('Northfield', [sam, jo]).addsBot();
    await sam.installs();
    await sam.installs();
    expect(sam.messages).toHaveLength(1);
    await sam.press(sam.latest(), 'My reflections');
    await sam.says('reflect');
    expect(textOf(sam.latest().card)).toContain('Jo Bennett');
    expect(jo.messages).toHaveLength(0);
  });

  test('a restart changes nothing for anybody', async () => {
    const kim = world.person('Kim');
    await kim.installs();
    const before = kim.latest();
    await world.restart();
    await kim.installs();
    expect(kim.messages).toHaveLength(1);
    expect((await kim.press(before, titlesOf(before.card)[0] ?? '')).status).toBe(200);
  });

  test('clears away what Teams said of somebody long ago', async () => {
    const { people } = await openTables({ connectionString: connectionStringFor(world.azurite.port) });
    const memberships = new TableMemberships(people);
    const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
    for (const [person, minutes] of [
      ['old', 61],
      ['new', 59],
    ] as const) {
      const keep = await memberships.check('19:north@thread.tacv2', person);
      await keep({ member: true, guest: false, name: person, checkedAt: ago(minutes) });
    }
    await world.restart();
    await eventually(
      'the clearing',
      async () => (await memberships.find('19:north@thread.tacv2', 'old')) === null,
    );
    expect(await memberships.find('19:north@thread.tacv2', 'new')).not.toBeNull();
  });

  test('says so within the turn’s time when storage is away, to a press and to typed words', async () => {
    const kim = world.person('Kim');
    await kim.installs();
    const welcome = kim.latest();
    await world.azurite.stop();
    const from = Date.now();
    const answered = await kim.press(welcome, 'My reflections');
    expect([answered.status, Date.now() - from < 2_000]).toEqual([200, true]);
    const [said] = await kim.says('reflect');
    expect(said?.activity.text).toContain('storage');
    expect((await fetch(`${world.url}/healthz`)).status).toBe(200);
    const ready = await fetch(`${world.url}/readyz`);
    expect([ready.status, await ready.json()]).toEqual([
      503,
      { status: 'waiting', reasons: ['Storage does not answer.'] },
    ]);
  });
});

describe('the process', () => {
  const cleanUps: (() => Promise<void> | void)[] = [];
  afterEach(async () => {
    for (const cleanUp of cleanUps.splice(0)) await cleanUp();
  });

  const freePort = async (): Promise<number> => {
    const reserved = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => reserved.once('listening', resolve));
    const { port } = reserved.address() as { port: number };
    await new Promise((resolve) => reserved.close(resolve));
    return port;
  };

  const run = (env: Record<string, string>) => {
    const child = spawn(process.execPath, ['bot/main.ts'], {
      env: { PATH: process.env.PATH ?? '', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    cleanUps.push(() => void child.kill('SIGKILL'));
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        output += chunk.toString();
      });
    }
    const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
    return { child, ended, output: () => output };
  };
  const events = (output: string): string[] =>
    output
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => String((JSON.parse(line) as { event: unknown }).event));

  test('refuses a faulty configuration with the whole list and no values', async () => {
    const { ended, output } = run({ PORT: 'many', MicrosoftAppPassword: 'hush' });
    expect(await ended).toBe(1);
    expect(output()).toContain('- PORT must be a port');
    expect(output()).toContain('- MicrosoftAppId is missing');
    expect(output()).not.toMatch(/hush|at file/);
  });

  test('says in one line that the port is taken', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => taken.once('listening', resolve));
    const { port } = taken.address() as { port: number };
    const { ended, output } = run({ LOCAL_MODE: '1', PORT: String(port) });
    expect(await ended).toBe(1);
    expect(events(output())).toEqual(['start.failed']);
    expect(output()).toContain('EADDRINUSE');
    taken.close();
  });

  test('says once that it is ready, and stops when told', async () => {
    const port = await freePort();
    const azurite = await startAzurite();
    cleanUps.push(azurite.stop);
    const { child, ended, output } = run({
      LOCAL_MODE: '1',
      PORT: String(port),
      TABLES_CONNECTION_STRING: azurite.connectionString,
    });
    await eventually('ready', () => events(output()).includes('ready'), 10_000);
    expect((await fetch(`http://127.0.0.1:${port}/readyz`)).status).toBe(200);
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect(events(output())).toEqual(['ready', 'stopping', 'stopped']);
  });

  test('is alive but not ready while there is no storage, and stops cleanly then too', async () => {
    const port = await freePort();
    const { child, ended, output } = run({
      LOCAL_MODE: '1',
      PORT: String(port),
      TABLES_CONNECTION_STRING: connectionStringFor(1),
    });
    await eventually('waiting', () => events(output()).includes('storage.waiting'), 10_000);
    expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200);
    expect((await fetch(`http://127.0.0.1:${port}/readyz`)).status).toBe(503);
    child.kill('SIGINT');
    expect(await ended).toBe(0);
    expect(events(output())).not.toContain('ready');
  });
});
