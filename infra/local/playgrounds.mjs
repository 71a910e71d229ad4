import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { untilAnswers } from './answers.mjs';
import { root } from './paths.mjs';
import { bot, everybody, groupChat, ownChatId, team, tenantId } from './people.mjs';
import { startChild } from './processes.mjs';

/** What the Playground reads from its working folder. It takes JSON, which is YAML. */
const settings = (who) => ({
  version: '0.1.1',
  tenantId,
  bot,
  currentUser: who,
  users: everybody.filter((other) => other !== who),
  personalChat: { id: ownChatId(who) },
  groupChat,
  team,
});

/**
 * Starts one person's Teams: a Playground whose current user is `who`, speaking to the bot at `endpoint`.
 * The port must be free, since on a busy one it would silently choose another.
 *
 * @returns `url` for a browser, and `install`, which adds the bot to the team, so that it knows everybody in it
 *   before anybody opens anything. The person's own chat is left to their page, which adds the bot to it when it
 *   opens: a welcome posted before that is lost, since the page cannot place it yet.
 */
export const startPlayground = async (who, { title, folder, logs, port, endpoint, onStart, signal }) => {
  const name = `playground-${who.givenName.toLowerCase()}`;
  const home = join(folder, name);
  mkdirSync(home, { recursive: true });
  writeFileSync(join(home, '.m365agentsplayground.yml'), `${JSON.stringify(settings(who), null, 2)}\n`);
  const url = `http://127.0.0.1:${port}`;
  const cli = join(root, 'node_modules', '@microsoft', 'm365agentsplayground', 'cli.js');
  const args = [cli, 'start', '--app-endpoint', endpoint, '--channel-id', 'msteams', '--port', String(port)];
  args.push('--service-url', `${url}/_connector`, '--disable-telemetry');
  const env = {
    TEAMSAPPTESTER_BROWSER: 'none',
    // Its own log gives the reason of a failed start, which its output does not.
    M365_AGENTS_PLAYGROUND_LOGFILE: join(logs, `${name}-own.log`),
  };
  const child = startChild(name, args, { logs, cwd: home, env });
  onStart(child);
  await untilAnswers(url, `${who.name}'s Playground`, { signal });
  return { who, title, url, child, install: () => install(url, team.id) };
};

/** As an administrator would: Teams then tells the bot, with nobody opening anything. */
const install = async (url, conversation) => {
  const answer = await fetch(`${url}/_debug/conversation/${encodeURIComponent(conversation)}/installation`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  });
  if (!answer.ok) throw new Error(`The Playground at ${url} refused to install the bot (${answer.status})`);
};
