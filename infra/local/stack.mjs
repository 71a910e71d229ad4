import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { untilAnswers } from './answers.mjs';
import { startAzurite } from './azurite.mjs';
import { createChildren } from './children.mjs';
import { root } from './paths.mjs';
import { everybody, practitioner, supervisor, team } from './people.mjs';
import { startPlayground } from './playgrounds.mjs';
import { startChild } from './processes.mjs';
import { noteStack } from './running.mjs';

/**
 * The whole local stack: storage, two people's Teams, and the server between them, each waited for until it
 * answers. Throws, with everything stopped again, where one does not, or where `until` resolves before.
 *
 * @typedef {{ server: number, azurite: number, supervisor: number, practitioner: number }} Ports all free
 *
 * @param {object} wanted
 * @param {string} wanted.folder where data, logs and settings go
 * @param {Ports} wanted.ports
 * @param {Promise<string>} [wanted.until] a wish to stop, such as Ctrl-C; it may stay pending
 * @param {string[]} [wanted.serverArgs] what Node runs as the server; a test may pass a stand-in
 */
export const startStack = async ({ folder, ports, until, serverArgs = ['bot/main.ts'] }) => {
  const children = createChildren();
  const asError = (promise) => promise.then((reason) => Promise.reject(new Error(reason)));
  const endings = [asError(children.trouble), ...(until ? [asError(until)] : [])];
  for (const ending of endings) ending.catch(() => {});
  const waiting = new AbortController();
  try {
    return await Promise.race([
      bringUp({ folder, ports, serverArgs, children, signal: waiting.signal }),
      ...endings,
    ]);
  } catch (error) {
    waiting.abort();
    await children.stop();
    throw error;
  }
};

const bringUp = async ({ folder, ports, serverArgs, children, signal }) => {
  const logs = join(folder, 'logs');
  // Each run's logs are its own; within a run a server that is started again adds to its log.
  rmSync(logs, { recursive: true, force: true });
  const onStart = children.add;
  const url = `http://127.0.0.1:${ports.server}`;
  const common = { folder, logs, endpoint: `${url}/api/messages`, onStart, signal };
  const [storage, ...playgrounds] = await Promise.all([
    startAzurite({ folder: join(folder, 'azurite'), logs, port: ports.azurite, onStart, signal }),
    startPlayground(supervisor, {
      ...common,
      title: `${supervisor.name} (supervisor)`,
      port: ports.supervisor,
    }),
    startPlayground(practitioner, {
      ...common,
      title: `${practitioner.name} (practitioner)`,
      port: ports.practitioner,
    }),
  ]);
  const env = {
    LOCAL_MODE: '1',
    PORT: String(ports.server),
    TABLES_CONNECTION_STRING: storage.connectionString,
    LOCAL_PLAYGROUND_URLS: playgrounds.map((each) => `${each.title}=${each.url}`).join(','),
    LOCAL_PEOPLE: everybody.map((each) => `${each.name}=${each.aadObjectId}`).join(','),
    LOCAL_TEAM: `${team.id}=${team.name}`,
    PUBLIC_URL: url,
  };
  const startServer = async () => {
    const child = startChild('server', serverArgs, { logs, cwd: root, env });
    onStart(child);
    await untilAnswers(`${url}/readyz`, 'The server', { signal });
    return child;
  };
  let server = await startServer();
  await playgrounds[0].install();
  const forget = noteStack(folder, env);

  return {
    url,
    logs,
    playgrounds,
    connectionString: storage.connectionString,
    /** The process that keeps the data, for a test that holds it still. */
    storagePid: storage.child.pid,
    trouble: children.trouble,
    stop: () => {
      forget();
      return children.stop();
    },
    /** Ends the server at once and without asking, as a crash does. */
    killServer: async () => {
      children.expect(server);
      await server.kill();
    },
    /** Starts the server again, on the same port and the same data. */
    restartServer: async () => {
      server = await startServer();
    },
  };
};
