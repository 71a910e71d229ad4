/**
 * `npm test`: installs what is missing, then the checks, then every suite. Runs on Node 20 and without any
 * package; what it starts runs on the Node that the project pins. Its last line is `N passed, N failed`.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { installWhatIsMissing, pinnedNode } from '../infra/local/install.mjs';
import { localFolder, root } from '../infra/local/paths.mjs';
import { ensureBrowser } from './browser.mjs';

const results = join(localFolder, 'results');
const jest = join(root, 'node_modules', 'jest', 'bin', 'jest.js');

const run = (args, env = {}) =>
  new Promise((resolve) => {
    const child = spawn(pinnedNode(), args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } });
    child.once('error', () => resolve(1));
    child.once('exit', (code) => resolve(code ?? 1));
  });

/** Runs the suites that `args` choose and counts by Jest's own results, not by reading what it prints. */
const runSuites = async (name, args, env) => {
  const file = join(results, `${name}.json`);
  const code = await run([jest, ...args, '--json', `--outputFile=${file}`], {
    NODE_OPTIONS: '--experimental-vm-modules --disable-warning=ExperimentalWarning',
    ...env,
  });
  return count(file, code);
};

/** A suite that could not even load is one failure; a skipped test is one too, since nothing may hide. */
const count = (file, code) => {
  let read;
  try {
    read = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return { passed: 0, failed: 1 };
  }
  const skipped = read.numPendingTests + read.numTodoTests;
  if (skipped > 0) console.error(`${skipped} tests were skipped, which counts as failed.`);
  const failed = read.numFailedTests + read.numRuntimeErrorTestSuites + skipped;
  return { passed: read.numPassedTests, failed: code === 0 ? failed : Math.max(failed, 1) };
};

const endToEnd = 'tests/e2e/';

const everything = async () => {
  await installWhatIsMissing();
  const browser = ensureBrowser();
  rmSync(results, { recursive: true, force: true });
  mkdirSync(results, { recursive: true });
  const checked = await run([join(root, 'tests', 'check.mjs')]);
  return [
    { passed: checked === 0 ? 1 : 0, failed: checked },
    await runSuites('suites', [
      // They wait for storage more than they compute; each suite has a storage and a port of its own.
      '--maxWorkers=2',
      '--testPathIgnorePatterns',
      endToEnd,
      '/node_modules/',
      '/dist/',
    ]),
    await runSuites('end-to-end', ['--testPathPatterns', endToEnd, '--runInBand', '--testTimeout=180000'], {
      CHROMIUM_PATH: browser,
    }),
  ];
};

const counts = await everything().catch((error) => {
  console.error(`\n${error.message}`);
  return [{ passed: 0, failed: 1 }];
});
const sum = (key) => counts.reduce((total, each) => total + each[key], 0);
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
process.exitCode = sum('failed') === 0 ? 0 : 1;
