import { type ChildProcess, spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { systemsOwn } from './servers.ts';

/** A process that sweeps. */
export type Sender = {
  /** Where its inspector listens; null unless it was asked for. */
  inspector: string | null;
  /** Sweeps for that moment until the day is over; false where the process ended before. */
  sweep(at: string): Promise<boolean>;
  /** `kill -9`; resolves when it is gone. */
  kill(): Promise<void>;
};

const script = fileURLToPath(new URL('./sweep-process.ts', import.meta.url));

/** @param how.aheadMs how far its clock is ahead */
export const startSender = async (
  connectionString: string,
  how: { rate: number; aheadMs?: number; inspected?: boolean },
): Promise<Sender> => {
  const flags = how.inspected ? ['--inspect=127.0.0.1:0'] : [];
  const child = spawn(process.execPath, [...flags, script], {
    cwd: tmpdir(),
    env: {
      ...systemsOwn(),
      LOCAL_MODE: '1',
      TABLES_CONNECTION_STRING: connectionString,
      SEND_RATE: String(how.rate),
      AHEAD_MS: String(how.aheadMs ?? 0),
    },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-4_000);
  });
  const ended = new Promise<false>((resolve) => child.once('exit', () => resolve(false)));
  const kill = async () => {
    child.kill('SIGKILL');
    await ended;
  };
  if (!(await Promise.race([hears(child, 'ready'), ended]))) {
    throw new Error(`The sender did not start. The end of what it said:\n${said}`);
  }
  return {
    inspector: /ws:\/\/\S+/.exec(said)?.[0] ?? null,
    sweep: (at) => {
      const covered = hears(child, 'covered');
      child.send(at);
      return Promise.race([covered, ended]);
    },
    kill,
  };
};

const hears = (child: ChildProcess, word: string): Promise<true> =>
  new Promise((resolve) => {
    const listen = (message: unknown) => {
      if (message !== word) return;
      child.off('message', listen);
      resolve(true);
    };
    child.on('message', listen);
  });
