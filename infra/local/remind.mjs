/**
 * `npm run remind`: one sweep of the reminders by hand. What the environment or `.env` names is what it works on.
 * Only where those name no storage and no bot, so on a developer's machine, it works on the local stack that runs
 * (`npm start`, with the same PORT), in local mode as that one does. The sweep runs in this very process, so that what
 * is sent to stop it reaches it.
 */
import { existsSync } from 'node:fs';
import { chosenPort, stackFolder } from './paths.mjs';
import { runningStack } from './running.mjs';

if (existsSync('.env')) process.loadEnvFile('.env');
const isConfigured = ['TABLES_CONNECTION_STRING', 'TABLES_ENDPOINT', 'MicrosoftAppId'].some((name) =>
  process.env[name]?.trim(),
);
if (!isConfigured && process.env.NODE_ENV !== 'production') {
  const stack = await runningStack(stackFolder(chosenPort()));
  if (stack) Object.assign(process.env, stack);
  else console.error('No storage is configured and no local stack runs: "npm start" would start one.');
}
process.argv.splice(2, 0, 'remind');
await import('../../bot/main.ts');
