import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { resolve } from 'node:path';

const main = resolve(import.meta.dirname, '../../bot/main.ts');

/** What the command said to the operator, line by line, and all that it wrote. */
export type Reminded = { code: number | null; said: string[]; written: string };

/**
 * A sweep by hand, as a process of its own beside a stack that runs; elsewhere than in the project, whose `.env` is a
 * person's own. The stack's server looks once a minute whether it is its turn: what it holds up is tried again.
 */
export const remindByHand = async (connectionString: string, ...args: string[]): Promise<Reminded> => {
  const deadline = Date.now() + 30_000;
  for (;;) {
    const reminded = await run(connectionString, args);
    const isHeldUp = reminded.said[0]?.startsWith('Another process is sending') ?? false;
    if (!isHeldUp || Date.now() > deadline) return reminded;
  }
};

const run = async (connectionString: string, args: string[]): Promise<Reminded> => {
  const child = spawn(process.execPath, [main, 'remind', ...args], {
    cwd: tmpdir(),
    env: { PATH: process.env.PATH, LOCAL_MODE: '1', TABLES_CONNECTION_STRING: connectionString },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [said, written] = ['', ''];
  child.stdout.on('data', (text) => (said += text));
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (written += text));
  const code = await new Promise<number | null>((ended) => child.once('close', ended));
  return { code, said: said.split('\n').filter(Boolean), written };
};
