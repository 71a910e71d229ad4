import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { team } from '../../infra/local/people.mjs';
import { anyFreePort } from '../../infra/local/ports.mjs';
import { startStack } from '../../infra/local/stack.mjs';
import { ensureBrowser } from '../browser.mjs';
import { type PlanApi, planApi } from '../helpers/host/plan-api.ts';
import { type Chat, openChat } from './chat.ts';

/** Chromium in a closed network, as root: nothing it would like to fetch for itself is worth waiting for. */
const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The whole product on throw-away data, with a browser before it. */
export type Stage = {
  /** The server's address, without a path. */
  url: string;
  supervisor: Chat;
  practitioner: Chat;
  browser: Browser;
  connectionString: string;
  /** What the plan's API says to one of the team, without the tab. */
  planAs(person: { aadObjectId: string }): PlanApi;
  /** Where the children's logs are, for a search through them. */
  logs: string;
  /** `kill -9`. */
  killServer(): Promise<void>;
  restartServer(): Promise<void>;
  /** Storage stops answering, its connections still open, until it goes on. */
  storageHolds(): void;
  storageGoesOn(): void;
  stop(): Promise<void>;
};

const freePorts = async () => ({
  server: await anyFreePort(),
  azurite: await anyFreePort(),
  supervisor: await anyFreePort(),
  practitioner: await anyFreePort(),
});

const localToken = async (url: string, person: string): Promise<string> => {
  const answer = await fetch(`${url}/local/token?as=${person}`);
  return ((await answer.json()) as { token: string }).token;
};

/**
 * Starts everything on free ports and opens both people's chats.
 * @param serverArgs what Node runs as the server; left out, the server itself
 */
export const startStage = async (serverArgs?: string[]): Promise<Stage> => {
  const folder = await mkdtemp(join(tmpdir(), 'four-ways-stage-'));
  const removeFolder = () => rm(folder, { recursive: true, force: true, maxRetries: 5 });
  const options = { folder, ports: await freePorts() };
  const stack = await startStack(serverArgs ? { ...options, serverArgs } : options).catch(async (error) => {
    await removeFolder();
    throw error;
  });
  let browser: Browser | null = null;
  const stop = async () => {
    await browser?.close();
    await stack.stop();
    await removeFolder();
  };
  try {
    browser = await chromium.launch({ executablePath: ensureBrowser(), args: flags });
    const [first, second] = stack.playgrounds;
    if (!first || !second) throw new Error('The stack has no two Playgrounds');
    return {
      url: stack.url,
      supervisor: await openChat(browser, first.url, first.who.name),
      practitioner: await openChat(browser, second.url, second.who.name),
      browser,
      connectionString: stack.connectionString,
      planAs: ({ aadObjectId }) => planApi(stack.url, team.id, () => localToken(stack.url, aadObjectId)),
      logs: stack.logs,
      killServer: stack.killServer,
      restartServer: stack.restartServer,
      storageHolds: () => process.kill(stack.storagePid, 'SIGSTOP'),
      storageGoesOn: () => process.kill(stack.storagePid, 'SIGCONT'),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
};
