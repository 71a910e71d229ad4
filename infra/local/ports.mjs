import { createServer } from 'node:net';

/** Whether nobody listens on this port of the loopback address. */
export const isFree = (port) =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ port, host: '127.0.0.1', exclusive: true }, () => probe.close(() => resolve(true)));
  });

/**
 * The first free port of the twenty from `preferred` on that is not in `taken`; so that a second stack, or
 * somebody else's service, moves this one along instead of stopping it.
 */
export const freePort = async (preferred, taken = []) => {
  for (let port = preferred; port < preferred + 20; port += 1) {
    if (!taken.includes(port) && (await isFree(port))) return port;
  }
  throw new Error(
    `Ports ${preferred} to ${preferred + 19} are all in use: close what holds them, then try again`,
  );
};

/**
 * Any free port, as the system hands them out: for throw-away stacks.
 *
 * @returns {Promise<number>}
 */
export const anyFreePort = () =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen({ port: 0, host: '127.0.0.1' }, () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
