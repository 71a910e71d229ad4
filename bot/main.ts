import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { enableCompileCache, flushCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Config } from './config.ts';

/**
 * Starts the server from the environment (and `.env`, where there is one) and stops it when told to. As
 * `main.ts remind …` it does one sweep of the reminders by hand instead.
 */

// Most of a start is compiling, and the next start reads what this one compiled: 0.5 s in place of 0.8 s. Only
// what is imported after this line gains from it. Where the folder cannot be written nothing is lost but the time.
enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/compiled', import.meta.url)));
const { ConfigError, loadConfig } = await import('./config.ts');
const { createLog, failure } = await import('./log.ts');

const byHand = process.argv[2] === 'remind';
// By hand, standard output is for the person who asked.
const log = createLog(byHand ? (line) => process.stderr.write(line) : undefined);

// Node would print the error whole, and an unknown error's message may hold anything.
process.on('uncaughtException', (error) => {
  log.error('crashed', failure(error));
  process.exit(1);
});

const configured = (): Config => {
  if (existsSync('.env')) process.loadEnvFile('.env');
  try {
    return loadConfig(process.env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    // To the person at the console: it holds names of settings and remedies, no values.
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
};

const remindByHand = async (): Promise<void> => {
  const { remind } = await import('./remind.ts');
  const stopping = new AbortController();
  for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => stopping.abort());
  process.exitCode = await remind(process.argv.slice(3), configured, {
    log,
    now: () => new Date(),
    newId: randomUUID,
    signal: stopping.signal,
    say: (line) => process.stdout.write(`${line}\n`),
    complain: (line) => process.stderr.write(`${line}\n`),
  });
};

const serve = async (): Promise<void> => {
  const { startServer } = await import('./server.ts');
  const server = await startServer(configured(), { log }).catch((error: unknown) => {
    log.error('start.failed', failure(error));
    process.exit(1);
  });

  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    const clean = await server.stop();
    process.exit(clean ? 0 : 1);
  };
  process.on('SIGTERM', () => void stop());
  process.on('SIGINT', () => void stop());

  // Now rather than at the end, which a server that is killed does not reach.
  if (await server.ready) flushCompileCache();
};

await (byHand ? remindByHand() : serve());
