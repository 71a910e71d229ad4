import { spawn } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';

/** npm writes this file at the end of every installation, so its age is the installation's. */
const mark = join(root, 'node_modules', '.package-lock.json');
const lock = join(root, 'package-lock.json');

/** Whether the packages are absent, half installed, or older than the lock file. */
export const isStale = () => !existsSync(mark) || statSync(mark).mtimeMs < statSync(lock).mtimeMs;

/**
 * Installs exactly what the lock file says where that has not been done. Says what it does, since it takes a
 * minute or so. Throws with npm's exit code where it fails.
 */
export const installWhatIsMissing = async () => {
  if (!isStale()) return;
  console.log('Installing packages (npm ci); this takes a minute the first time…');
  const code = await runNpm(['ci', '--no-audit', '--no-fund']);
  if (code !== 0) throw new Error(`npm ci failed with exit code ${code}; its own message stands above`);
};

/** npm is a command file on Windows, which only a shell can start; the arguments here are fixed words. */
const runNpm = (args) =>
  new Promise((resolve, reject) => {
    const onWindows = process.platform === 'win32';
    const npm = spawn(onWindows ? 'npm.cmd' : 'npm', args, { cwd: root, stdio: 'inherit', shell: onWindows });
    npm.once('error', reject);
    npm.once('exit', (code, signal) => resolve(code ?? signal));
  });

/**
 * The Node that the project pins through the npm package `node`, which need not be the one that runs this.
 * Throws where the installation skipped it (with `--ignore-scripts`, say).
 */
export const pinnedNode = () => {
  const folder = join(root, 'node_modules', 'node', 'bin');
  const found = [join(folder, 'node'), join(folder, 'node.exe')].find((file) => existsSync(file));
  if (found) return found;
  throw new Error('node_modules/node holds no Node: run "npm ci" without --ignore-scripts');
};
