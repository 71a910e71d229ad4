import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const windowsFolders = () =>
  ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map((key) => process.env[key]).filter(Boolean);

/** Where each system keeps a browser of the Chromium family. */
const usualPlaces = () => {
  if (process.platform === 'win32') {
    const ends = ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'];
    return windowsFolders().flatMap((folder) => ends.map((end) => join(folder, end)));
  }
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
  }
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
  return names.flatMap((name) => [`/usr/bin/${name}`, `/usr/local/bin/${name}`, `/snap/bin/${name}`]);
};

/** The browser that CHROMIUM_PATH names, else one in its usual place, else null. */
export const findBrowser = () => {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (existsSync(named)) return named;
    throw new Error(`CHROMIUM_PATH names a file that is not there: ${named}`);
  }
  return usualPlaces().find((place) => existsSync(place)) ?? null;
};

/** A browser for the end-to-end suites, installed first where this machine lets us. Throws with the remedy. */
export const ensureBrowser = () => {
  const found = findBrowser() ?? (mayInstall() && installOnDebian() ? findBrowser() : null);
  if (found) return found;
  throw new Error(
    'The end-to-end suites need Chromium, Chrome or Edge, and none was found. Install one ' +
      '("apt-get install chromium" on Debian and Ubuntu), or name it in the environment variable CHROMIUM_PATH.',
  );
};

const mayInstall = () =>
  process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/etc/debian_version');

const installOnDebian = () => {
  console.log('Installing Chromium for the end-to-end suites (apt-get)…');
  const steps = [['update'], ['install', '--yes', '--no-install-recommends', 'chromium']];
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return steps.every(
    (step) => spawnSync('apt-get', step, { env, stdio: ['ignore', 'ignore', 'inherit'] }).status === 0,
  );
};
