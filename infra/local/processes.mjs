import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pinnedNode } from './install.mjs';

/** How long a child may take over stopping: the server's own ten seconds for draining, and a little. */
const patience = 12_000;
const preload = fileURLToPath(new URL('./child.cjs', import.meta.url));

/**
 * Starts one Node child. It runs in a process group of its own, so that Ctrl-C in the terminal reaches the
 * starting script alone, which then stops the children in their order. Its output goes to a log file.
 *
 * @returns `ended`: resolves with what ended it, once; `stop`: asks it to stop (`signal`), insists after twelve
 *   seconds; `kill`: at once, without asking; `tail`: its last lines.
 */
export const startChild = (name, args, { logs, cwd, env = {}, signal = 'SIGTERM' }) => {
  mkdirSync(logs, { recursive: true });
  const logFile = join(logs, `${name}.log`);
  const log = createWriteStream(logFile, { flags: 'a' });
  const child = spawn(pinnedNode(), ['--require', preload, ...args], {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
    windowsHide: true,
  });
  log.write(`# process ${child.pid}: node ${args.join(' ')}\n`);
  child.stdin.on('error', () => {});
  child.stdout.pipe(log, { end: false });
  child.stderr.pipe(log, { end: false });

  const ended = new Promise((resolve) => {
    child.once('error', (error) => resolve(error.code ?? 'could not start'));
    child.once('close', (code, killedBy) => log.end(() => resolve(killedBy ?? `exit code ${code}`)));
  });
  const send = (sent) => {
    if (child.exitCode === null && child.signalCode === null) child.kill(sent);
    return ended;
  };
  const stop = async () => {
    const insist = setTimeout(() => child.kill('SIGKILL'), patience);
    await send(signal);
    clearTimeout(insist);
  };
  const tail = async (lines = 20) =>
    (await readFile(logFile, 'utf8').catch(() => '')).trimEnd().split('\n').slice(-lines).join('\n');

  return { name, logFile, pid: child.pid, ended, stop, kill: () => send('SIGKILL'), tail };
};
