import { type ChildProcess, spawn } from 'node:child_process';
import { afterEach, expect, test } from '@jest/globals';
import { anyFreePort } from '../../infra/local/ports.mjs';
import { connectionStringFor } from '../helpers/azurite.ts';
import { eventually } from '../helpers/http.ts';

let child: ChildProcess | null = null;
afterEach(() => {
  child?.kill('SIGKILL');
});

test.each(['SIGTERM', 'SIGINT'] as const)(
  'the server that npm run serve starts hears %s, and brings the tab with it',
  async (signal) => {
    const port = await anyFreePort();
    const serve = spawn(process.execPath, ['infra/local/serve.mjs'], {
      env: {
        PATH: process.env.PATH ?? '',
        LOCAL_MODE: '1',
        PORT: String(port),
        TABLES_CONNECTION_STRING: connectionStringFor(1),
      },
      stdio: 'ignore',
    });
    child = serve;
    const ended = new Promise((resolve) => serve.once('exit', (code) => resolve(code)));
    const page = () => fetch(`http://127.0.0.1:${port}/tab/`).catch(() => null);
    await eventually('the tab', async () => (await page())?.status === 200, 60_000);
    serve.kill(signal);
    expect(await ended).toBe(0);
  },
  70_000,
);
