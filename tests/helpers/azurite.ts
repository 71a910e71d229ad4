import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type Azurite = {
  connectionString: string;
  port: number;
  /** Ends the service at once and removes its folder. */
  stop(): Promise<void>;
};

/** Azurite's published development account, the same for everybody. */
const account = 'devstoreaccount1';
const key = 'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==';

const entry = createRequire(import.meta.url).resolve('azurite/dist/src/table/main.js');

/** Ends the service with the process that started it, also where that one is killed. */
const endWithParent = 'data:text/javascript,process.on("disconnect",()=>process.exit(0))';

export const connectionStringFor = (port: number): string =>
  `DefaultEndpointsProtocol=http;AccountName=${account};AccountKey=${key};TableEndpoint=http://127.0.0.1:${port}/${account};`;

/**
 * Starts a table service of its own on a free port, in memory unless a suite needs what is on disk. Any number
 * may run side by side.
 *
 * @param options.imports modules that are loaded into its process before its own
 */
export const startAzurite = async (
  options: { onDisk?: boolean; imports?: readonly string[] } = {},
): Promise<Azurite> => {
  const folder = await mkdtemp(join(tmpdir(), 'azurite-'));
  const storage = options.onDisk ? ['--location', folder] : ['--inMemoryPersistence'];
  // Between finding a free port and listening on it somebody else may have taken it: then another one.
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const port = await freePort();
    const args = ['--tableHost', '127.0.0.1', '--tablePort', String(port), '--silent', '--disableTelemetry'];
    const imports = [endWithParent, ...(options.imports ?? [])].flatMap((module) => ['--import', module]);
    const child = spawn(process.execPath, [...imports, entry, ...args, ...storage], {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'ignore', 'ipc'],
    });
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    if (await isUp(child, ended)) {
      const stop = async () => {
        child.kill('SIGKILL');
        await ended;
        await rm(folder, { recursive: true, force: true });
      };
      return { connectionString: connectionStringFor(port), port, stop };
    }
    child.kill('SIGKILL');
    await ended;
  }
  await rm(folder, { recursive: true, force: true });
  throw new Error('Azurite did not start.');
};

/** Waits for the service's own word that it listens, at most 30 s. */
const isUp = (child: ChildProcess, ended: Promise<void>): Promise<boolean> =>
  new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), 30_000);
    const settle = (up: boolean) => {
      clearTimeout(timer);
      resolve(up);
    };
    let output = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      if (output.includes('successfully started')) settle(true);
    });
    ended.then(() => settle(false));
  });

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        if (address !== null && typeof address === 'object') resolve(address.port);
        else reject(new Error('No free port.'));
      });
    });
  });
