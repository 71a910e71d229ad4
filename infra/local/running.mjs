import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const noteIn = (folder) => join(folder, 'stack.json');

/**
 * Writes down what a server needs to stand beside those of a stack that runs: for commands by hand. It holds no
 * secret, as Azurite's key is everybody's.
 *
 * @returns forgets it again, when the stack stops
 */
export const noteStack = (folder, { PORT, ...env }) => {
  writeFileSync(noteIn(folder), `${JSON.stringify(env, null, 2)}\n`);
  return () => rmSync(noteIn(folder), { force: true });
};

/** The settings of the stack that runs on this folder's data; null where none does, also after one was killed. */
export const runningStack = async (folder) => {
  let env;
  try {
    env = JSON.parse(readFileSync(noteIn(folder), 'utf8'));
    const answer = await fetch(`${env.PUBLIC_URL}/healthz`, { signal: AbortSignal.timeout(2_000) });
    await answer.body?.cancel();
    return answer.ok ? env : null;
  } catch {
    return null;
  }
};
