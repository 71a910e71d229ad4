/** `npm run check`: types, style, walls and leftovers. Runs all of them, so that one run shows every fault. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));

/** Each tool's own script, so that the Node that runs this runs them too, without a shell on any system. */
const checks = [
  { name: 'types', args: ['typescript/bin/tsc', '--noEmit'] },
  { name: 'types of the tab', args: ['typescript/bin/tsc', '--noEmit', '-p', 'tab'] },
  { name: 'style', args: ['@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.'] },
  {
    name: 'walls',
    args: [
      'dependency-cruiser/bin/dependency-cruiser.mjs',
      '--config',
      '.dependency-cruiser.mjs',
      'bot',
      'tab',
    ],
  },
  { name: 'leftovers', args: ['knip/bin/knip.js', '--no-progress'] },
];

const run = ([script, ...args]) =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [`${root}node_modules/${script}`, ...args], {
      cwd: root,
      stdio: 'inherit',
    });
    child.once('error', () => resolve(1));
    child.once('exit', (code) => resolve(code ?? 1));
  });

const failed = [];
for (const { name, args } of checks) {
  console.log(`\n== ${name}`);
  if ((await run(args)) !== 0) failed.push(name);
}
console.log(failed.length === 0 ? '\nAll checks passed.' : `\nFailed: ${failed.join(', ')}.`);
process.exitCode = failed.length;
