import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { untilAnswers } from './answers.mjs';
import { root } from './paths.mjs';
import { startChild } from './processes.mjs';

/** Azurite's own account, the same on every machine and published in its documentation: not a secret. */
const account = 'devstoreaccount1';
const key = 'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==';

const connectionString = (port) =>
  `DefaultEndpointsProtocol=http;AccountName=${account};AccountKey=${key};` +
  `TableEndpoint=http://127.0.0.1:${port}/${account};`;

/**
 * Starts Azurite's table service alone, its data under `folder`. It is stopped with SIGINT, the signal on which
 * it writes to disk what it has acknowledged since its last write.
 */
export const startAzurite = async ({ folder, logs, port, onStart, signal }) => {
  mkdirSync(folder, { recursive: true });
  const main = join(root, 'node_modules', 'azurite', 'dist', 'src', 'table', 'main.js');
  const args = [main, '--silent', '--disableTelemetry', '--location', folder];
  args.push('--tableHost', '127.0.0.1', '--tablePort', String(port));
  const child = startChild('azurite', args, { logs, cwd: folder, signal: 'SIGINT' });
  onStart(child);
  await untilAnswers(`http://127.0.0.1:${port}/${account}`, 'Azurite', { accept: () => true, signal });
  return { child, connectionString: connectionString(port) };
};
