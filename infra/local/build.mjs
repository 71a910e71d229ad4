/** `npm run build`: builds the tab into dist/tab. The other commands call it when what is there is older. */

import { spawn } from 'node:child_process';
import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installWhatIsMissing, pinnedNode } from './install.mjs';
import { root } from './paths.mjs';

const built = join(root, 'dist', 'tab');
const sources = [
  join(root, 'tab'),
  join(root, 'bot', 'plan', 'contract.ts'),
  join(root, 'package-lock.json'),
];

/** Whether there is a built tab at all, however old. */
export const isBuilt = () => existsSync(join(built, 'index.html'));

/** Whether a source is newer than what was built from it. */
const isCurrent = () =>
  isBuilt() && Math.max(...sources.map(newest)) <= statSync(join(built, 'index.html')).mtimeMs;

/** When the file, or anything in the folder (a file that is gone included), was last changed. */
const newest = (path) => {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return 0;
  if (!found.isDirectory()) return found.mtimeMs;
  return Math.max(found.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
};

/** Builds where a source is newer than the build. Throws with Vite's own words where that fails. */
export const buildWhatIsOlder = async () => {
  if (!isCurrent()) await build();
};

/**
 * Builds beside the old one, which stays in its place until the new one is whole: a server may be reading it.
 * Throws with Vite's own words where it fails.
 */
export const build = async () => {
  const making = join(root, 'dist', `tab-${process.pid}`);
  const remove = (folder) => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  const tidyUp = () => remove(making);
  process.once('exit', tidyUp);
  try {
    const { code, said } = await runVite(making);
    if (code !== 0) throw new Error(`The tab could not be built (Vite: ${code}):\n\n${said.trimEnd()}`);
    remove(built);
    renameSync(making, built);
  } catch (error) {
    // Two commands may build at the same time, from the same sources; the other one was quicker.
    if (!isCurrent()) throw error;
  } finally {
    process.off('exit', tidyUp);
    tidyUp();
  }
};

const runVite = (folder) =>
  new Promise((resolve) => {
    const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
    const config = join(root, 'tab', 'vite.config.ts');
    const args = [
      vite,
      'build',
      '--config',
      config,
      '--outDir',
      folder,
      '--emptyOutDir',
      '--logLevel',
      'warn',
    ];
    // Whoever starts this, tests included: another NODE_ENV would build React's much larger development version.
    const env = { ...process.env, NODE_ENV: 'production', NO_COLOR: '1' };
    const child = spawn(pinnedNode(), args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
    const end = () => child.kill();
    process.once('exit', end);
    child.once('close', () => process.off('exit', end));
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text));
    child.once('error', (error) => resolve({ code: error.code ?? 'could not start', said }));
    child.once('close', (code, signal) => resolve({ code: code ?? signal, said }));
  });

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    await installWhatIsMissing();
    await build();
    console.log('The tab stands in dist/tab.');
  } catch (error) {
    console.error(`\n${error.message}`);
    process.exitCode = 1;
  }
}
