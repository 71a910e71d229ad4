/**
 * `npm run bench`: installs what is missing and runs the benchmarks on the Node that the project pins. JSON lines
 * go to standard output, everything else to standard error; it ends with 1 where a bar was missed. Names of
 * benchmarks after `--` (turn, together, storage, api, tab, start, memory, sweep.scale, sweep.send, sweep.crash,
 * sweep.memory) run those alone.
 */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { installWhatIsMissing, pinnedNode } from '../../infra/local/install.mjs';

await installWhatIsMissing();
const all = fileURLToPath(new URL('./all.ts', import.meta.url));
const child = spawn(pinnedNode(), [all, ...process.argv.slice(2)], { stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.once('error', () => {
  process.exitCode = 1;
});
child.once('exit', (code) => {
  process.exitCode = code ?? 1;
});
