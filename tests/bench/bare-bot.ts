/**
 * What the product is held against: the same SDK, server and table client, put together as their documentation
 * does, with nothing of the product's own. A press reads one row, writes it back under its ETag, and is answered
 * with the card that stands for that press.
 */
import { readFileSync } from 'node:fs';
import { TableClient } from '@azure/data-tables';
import {
  ActivityHandler,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type InvokeResponse,
  type TurnContext,
} from 'botbuilder';
import { createServer, plugins } from 'restify';

const { PORT, TABLES_CONNECTION_STRING = '', CARDS_FILE } = process.env;
const cards: Record<string, unknown> = CARDS_FILE ? JSON.parse(readFileSync(CARDS_FILE, 'utf8')) : {};
const table = TableClient.fromConnectionString(TABLES_CONNECTION_STRING, 'bare', {
  allowInsecureConnection: true,
});

type Pressed = { action: { verb: string; data: { id: string; step: string } } };
let turns = 0;

class BareBot extends ActivityHandler {
  protected override async onInvokeActivity({ activity }: TurnContext): Promise<InvokeResponse> {
    const { verb, data } = (activity.value as Pressed).action;
    const row = await table.getEntity(data.id, 'record');
    turns += 1;
    // As long as what the product writes there, and never twice the same.
    const change = String(turns).padStart(36, '0');
    await table.updateEntity({ ...row, partitionKey: data.id, rowKey: 'record', change }, 'Replace', {
      etag: row.etag,
    });
    const value = cards[`${data.step}.${verb}`];
    return {
      status: 200,
      body: { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value },
    };
  }
}

const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
const bot = new BareBot();
const server = createServer();
server.use(plugins.bodyParser());
server.post('/api/messages', async (req, res) => {
  const { body, headers, method = '' } = req;
  await adapter.process({ body, headers, method }, res, (context) => bot.run(context));
});
server.get('/readyz', async (_req, res) => {
  res.send(200, { status: 'ready' });
});
await table.createTable();
server.listen(Number(PORT), '127.0.0.1');
