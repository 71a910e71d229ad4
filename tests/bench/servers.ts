import { type ChildProcess, spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { anyFreePort } from '../../infra/local/ports.mjs';
import { createClient } from './client.ts';

export type Measured = 'product' | 'bare';

export type Server = {
  url: string;
  /** From the start of the process to its first "ready", in milliseconds. */
  startedInMs: number;
  /** Where its inspector listens; null unless it was asked for. */
  inspector: string | null;
  stop(): Promise<void>;
};

const scripts: Record<Measured | 'bareApi', string> = {
  product: fileURLToPath(new URL('../../bot/main.ts', import.meta.url)),
  bare: fileURLToPath(new URL('./bare-bot.ts', import.meta.url)),
  bareApi: fileURLToPath(new URL('./api-bare.ts', import.meta.url)),
};

type How = {
  cardsFile?: string;
  inspected?: boolean;
  /** False where the server may not use what Node compiled at an earlier start. */
  cached?: boolean;
};

/** Both run on the same Node with the same flags and settings, and without credentials. */
export const startServer = async (
  which: Measured | 'bareApi',
  connectionString: string,
  how: How = {},
): Promise<Server> => {
  // Between finding a free port and listening on it somebody else may have taken it: then another one.
  let said = '';
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const server = await tryToStart(which, connectionString, how);
    if ('url' in server) return server;
    ({ said } = server);
  }
  throw new Error(`The ${which} server did not start. The end of what it said:\n${said}`);
};

const tryToStart = async (
  which: Measured | 'bareApi',
  connectionString: string,
  how: How,
): Promise<Server | { said: string }> => {
  const port = await anyFreePort();
  const url = `http://127.0.0.1:${port}`;
  const flags = how.inspected ? ['--inspect=127.0.0.1:0'] : [];
  const from = performance.now();
  const child = spawn(process.execPath, [...flags, scripts[which]], {
    // Elsewhere than in the project, whose `.env` is a person's own.
    cwd: tmpdir(),
    env: {
      ...systemsOwn(),
      LOCAL_MODE: '1',
      PORT: String(port),
      TABLES_CONNECTION_STRING: connectionString,
      ...(how.cached === false ? { NODE_DISABLE_COMPILE_CACHE: '1' } : {}),
      ...(how.cardsFile ? { CARDS_FILE: how.cardsFile } : {}),
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  running.add(child);
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-4_000);
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const stop = async () => {
    child.kill('SIGKILL');
    await ended;
    running.delete(child);
  };
  if (await isReady(url, child)) {
    const startedInMs = performance.now() - from;
    return { url, startedInMs, inspector: /ws:\/\/\S+/.exec(said)?.[0] ?? null, stop };
  }
  await stop();
  return { said };
};

const running = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** What any program needs of this machine, and nothing that could be a setting of either server. */
export const systemsOwn = (): NodeJS.ProcessEnv =>
  Object.fromEntries(
    Object.entries(process.env).filter(([key]) => /^(PATH|HOME|TMPDIR|TEMP|TMP|SYSTEMROOT)$/i.test(key)),
  );

/** Asks until it is ready, for at most 30 s; false where it ended before or took longer. */
const isReady = async (url: string, child: ChildProcess): Promise<boolean> => {
  const client = createClient();
  const deadline = performance.now() + 30_000;
  try {
    while (performance.now() < deadline && child.exitCode === null) {
      if ((await client.get(`${url}/readyz`)) === 200) return true;
      await new Promise((resolve) => setTimeout(resolve, 3));
    }
    return false;
  } finally {
    client.close();
  }
};
