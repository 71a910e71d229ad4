/**
 * What a look at a plan is held against: the same server and table client, put together as their documentation
 * does, with nothing of the product's own. It reads the same rows by the same filter, beside one row by its key, and
 * sends them as they are.
 */
import { TableClient } from '@azure/data-tables';
import { createServer, plugins } from 'restify';

const { PORT, TABLES_CONNECTION_STRING = '' } = process.env;
const open = (name: string) =>
  TableClient.fromConnectionString(TABLES_CONNECTION_STRING, name, { allowInsecureConnection: true });
const [plans, people] = [open('plans'), open('people')];

const rowsOf = async (filter: string): Promise<object[]> => {
  const rows: object[] = [];
  for await (const row of plans.listEntities({ queryOptions: { filter } })) rows.push(row);
  return rows;
};

const server = createServer();
server.use(plugins.queryParser());
server.get('/rows', async (req, res) => {
  const { filter, partition, row } = req.query as { filter: string; partition: string; row: string };
  const [rows, membership] = await Promise.all([rowsOf(filter), people.getEntity(partition, row)]);
  res.send(200, { rows, membership });
});
server.get('/readyz', async (_req, res) => {
  res.send(200, { status: 'ready' });
});
server.listen(Number(PORT), '127.0.0.1');
