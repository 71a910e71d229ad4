/** `npm start`: the whole product on this machine, until Ctrl-C. Runs on Node 20 and without any package. */

import { buildWhatIsOlder } from './build.mjs';
import { installWhatIsMissing } from './install.mjs';
import { chosenPort, stackFolder } from './paths.mjs';
import { freePort, isFree } from './ports.mjs';
import { startStack } from './stack.mjs';

const port = chosenPort();
const folder = stackFolder(port);

/** The server's port is the one that people type, so it is not moved along silently; the others are. */
const choosePorts = async () => {
  if (!(await isFree(port))) {
    throw new Error(
      `Port ${port} is in use. Stop what holds it (an earlier "npm start", perhaps), or choose another with ` +
        'the environment variable PORT.',
    );
  }
  const azurite = await freePort(10_002, [port]);
  const supervisor = await freePort(56_150, [port, azurite]);
  const practitioner = await freePort(supervisor + 1, [port, azurite]);
  return { server: port, azurite, supervisor, practitioner };
};

/** Resolves with the name of the signal; later ones change nothing, since the stopping is then under way. */
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const interrupted = new Promise((resolve) => {
  for (const signal of signals) process.on(signal, () => resolve(signal));
});

const run = async () => {
  await installWhatIsMissing();
  const ports = await choosePorts();
  console.log('Building the tab; starting storage, two Playgrounds and the server…');
  // The server reads the tab when somebody first asks for it, so it need not wait for the build.
  const building = buildWhatIsOlder();
  const starting = startStack({ folder, ports, until: interrupted });
  building.catch(() => {});
  const stack = await starting;
  try {
    await Promise.race([building, interrupted.then((signal) => Promise.reject(new Error(signal)))]);
  } catch (error) {
    await stack.stop();
    throw error;
  }
  console.log(`\nFour Ways is running. Open this in a browser:\n\n    ${stack.url}/local/\n`);
  console.log(`Ctrl-C stops everything. Data and logs are kept in ${folder}`);

  const trouble = await Promise.race([stack.trouble, interrupted.then(() => null)]);
  if (trouble) console.error(`\n${trouble}\n`);
  console.log('Stopping…');
  await stack.stop();
  return trouble ? 1 : 0;
};

process.exitCode = await run().catch((error) => {
  if (signals.includes(error.message)) return 0;
  console.error(`\n${error.message}`);
  return 1;
});
process.exit();
