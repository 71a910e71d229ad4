/**
 * What the product is held against: the same SDK, server and table client, put together as their documentation
 * does, with nothing of the product's own. A press reads one row, writes it back under its ETag, redraws somebody
 * else's card where that press does so, and is answered with the card that stands for it.
 */
import { readFileSync } from 'node:fs';
import { TableClient } from '@azure/data-tables';
import {
  type Activity,
  ActivityHandler,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type InvokeResponse,
  type TurnContext,
} from 'botbuilder';
import { createServer, plugins } from 'restify';

const { PORT, TABLES_CONNECTION_STRING = '', CARDS_FILE } = process.env;
const replies: Record<string, Reply> = CARDS_FILE ? JSON.parse(readFileSync(CARDS_FILE, 'utf8')) : {};
const table = TableClient.fromConnectionString(TABLES_CONNECTION_STRING, 'bare', {
  allowInsecureConnection: true,
});

type Reply = { card: unknown; edit?: Edit };
/** A card that stands in somebody else's chat, as it is from now on. */
type Edit = { serviceUrl: string; chatId: string; message: Partial<Activity> };
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
    const { card: value, edit } = replies[`${data.step}.${verb}`] ?? {};
    if (edit !== undefined) await redraw(edit);
    return {
      status: 200,
      body: { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value },
    };
  }
}

const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
const redraw = async ({ serviceUrl, chatId, message }: Edit): Promise<void> => {
  const conversation = { id: chatId, isGroup: false, conversationType: 'personal', name: '' };
  const bot = { id: '28:bench', name: '' };
  await adapter.continueConversationAsync(
    '',
    { channelId: 'msteams', serviceUrl, conversation, bot },
    async (there) => void (await there.updateActivity(message)),
  );
};
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
