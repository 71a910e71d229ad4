import { openChats } from './chats.ts';
import { createClient } from './client.ts';
import { heapInUse } from './heap.ts';
import { type Line, line } from './lines.ts';
import { quiet } from './quiet.ts';
import { startServer } from './servers.ts';
import { walkers } from './turns.ts';

const few = 2_000;
const many = 20_000;

/** Whether turns leave something behind in the server's memory. */
export const measureMemory = async (connectionString: string): Promise<Line[]> => {
  const chats = await openChats();
  const client = createClient();
  const server = await startServer('product', connectionString, { inspected: true });
  try {
    const made = await walkers(8, server, client, chats);
    const turns = (count: number) =>
      Promise.all(
        made.map(async ({ walk }) => {
          for (let turn = 0; turn < count / made.length; turn += 1) await walk();
        }),
      );
    const heap = async () => {
      await quiet(chats.calls);
      return heapInUse(server);
    };
    await turns(few);
    const before = await heap();
    await turns(many - few);
    return [line('turn.memory', await heap(), 'bytes', before)];
  } finally {
    await server.stop();
    client.close();
    await chats.stop();
  }
};
