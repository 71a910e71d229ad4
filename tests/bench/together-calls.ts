import { openWire } from '../tables/wire.ts';
import { openChats } from './chats.ts';
import { createClient } from './client.ts';
import { type Line, line } from './lines.ts';
import { typedInto } from './person.ts';
import { quiet } from './quiet.ts';
import { startServer } from './servers.ts';
import { beginTogether, shownSteps } from './together-walk.ts';

/** How often a *Save and show* asks storage: until its answer, until the other card is redrawn, and in all. */
export const countTogetherCalls = async (azuritePort: number): Promise<Line[]> => {
  const wire = await openWire(azuritePort);
  const chats = await openChats();
  const client = createClient();
  const server = await startServer('product', wire.connectionString);
  const counted = { answer: [] as number[], edit: [] as number[], all: [] as number[] };
  try {
    const activity = () => chats.calls() + wire.calls.length;
    const { sam, jo, first } = await beginTogether(server.url, client, chats, activity);
    let shown = first;
    for (let number = 0; number < shownSteps; number += 1) {
      wire.listen();
      const edit = chats.edited(sam.chatId).then(() => counted.edit.push(wire.calls.length));
      const count = () => counted.answer.push(wire.calls.length);
      shown = await jo.press(shown, 'saveAndShow', typedInto(shown.card, number), count);
      await edit;
      await quiet(activity);
      counted.all.push(wire.calls.length);
    }
  } finally {
    await server.stop();
    client.close();
    await chats.stop();
    await wire.close();
  }
  // The step that needed most: a median would hide it.
  const most = (name: string, counts: number[]) => line(name, Math.max(...counts), 'calls');
  return [
    most('turn.together.storage_calls', counted.answer),
    most('turn.together.storage_calls.until_edit', counted.edit),
    most('turn.together.storage_calls.with_afterwards', counted.all),
  ];
};
