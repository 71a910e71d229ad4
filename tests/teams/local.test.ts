import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { loadConfig } from '../../bot/config.ts';
import { createLog } from '../../bot/log.ts';
import { type Server, startServer } from '../../bot/server.ts';
import { startAzurite } from '../helpers/azurite.ts';
import { type FakeConnector, startConnector } from '../helpers/teams-connector.ts';

/** Local mode as the Playground meets it: no token either way, any address of this machine. */
let server: Server;
let connector: FakeConnector;
let azurite: Awaited<ReturnType<typeof startAzurite>>;
beforeAll(async () => {
  connector = await startConnector(false);
  connector.rosters.set('a:personal-sam', [{ id: '29:sam', name: 'Sam Okafor', aadObjectId: 'sam' }]);
  azurite = await startAzurite();
  const env = { LOCAL_MODE: '1', PORT: '0', TABLES_CONNECTION_STRING: azurite.connectionString };
  server = await startServer(loadConfig(env), { log: createLog(() => undefined) });
  await server.ready;
});
afterAll(async () => {
  await server.stop();
  await connector.stop();
  await azurite.stop();
});

const send = async (activity: object): Promise<number> => {
  const response = await fetch(`http://127.0.0.1:${server.port}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      channelId: 'msteams',
      serviceUrl: connector.serviceUrl.replace(/\/$/, ''),
      from: { id: '29:sam', aadObjectId: 'sam' },
      recipient: { id: '28:bot' },
      conversation: { conversationType: 'personal', tenantId: 'any', id: 'a:personal-sam' },
      ...activity,
    }),
  });
  return response.status;
};

test('an installation, told twice at once as the Playground does, is one welcome', async () => {
  const added = { type: 'conversationUpdate', membersAdded: [{ id: '29:sam' }, { id: '28:bot' }] };
  const installed = { type: 'installationUpdate', action: 'add' };
  const statuses = [send(installed), send(added), send(installed)];
  expect(await Promise.all(statuses)).toEqual([200, 200, 200]);
  expect(await send({ type: 'installationUpdate', action: 'add' })).toBe(200);
  expect(connector.messages).toHaveLength(1);
});

test('typed words are answered', async () => {
  expect(await send({ type: 'message', text: 'reflect' })).toBe(200);
  expect(connector.messages).toHaveLength(2);
});

test('an address of another machine is refused all the same', async () => {
  expect(await send({ type: 'message', text: 'reflect', serviceUrl: 'http://192.0.2.1/' })).toBe(403);
});
