import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openInside } from '../../bot/inside.ts';
import { connect } from '../../bot/tables/client.ts';
import { TableReflections } from '../../bot/tables/reflections.ts';
import { type Azurite, startAzurite } from '../helpers/azurite.ts';
import { textOf } from '../helpers/cards.ts';
import { cardOf } from '../helpers/teams-person.ts';
import { openWire } from '../tables/wire.ts';
import { answers, asked, jo, played } from './play.ts';
import { type Pair, startPair, until } from './two-people.ts';

/** Two servers on the same tables, and answers that get lost between them. */
let azurite: Azurite;
beforeAll(async () => {
  azurite = await startAzurite();
});
afterAll(() => azurite.stop());

test('a lost answer and somebody else’s write on top: no index row goes missing', async () => {
  const wire = await openWire(azurite.port);
  const made: number[] = [];
  const tools = { newId: () => `c${String(made.push(0))}`, now: () => new Date(), onLeftover: () => {} };
  const one = (await connect({ connectionString: wire.connectionString }))('reflections');
  const two = (await connect({ connectionString: azurite.connectionString }))('reflections');
  await two.ensure();
  const [first, second] = [new TableReflections(one, tools), new TableReflections(two, tools)];
  const state = played(asked({ asker: 'practitioner' }), ...answers());
  const stored = await first.create(state, '2026-12-01');
  if (stored === 'exists') throw new Error('exists');
  const robin = '99999999-9999-4999-8999-999999999999';
  const handed = {
    ...state,
    workflow: {
      ...state.workflow,
      participants: [
        ...state.workflow.participants.filter(({ id }) => id === jo),
        { id: robin, name: 'Robin', role: 'supervisor' as const, part: 'supervisor' as const },
      ],
      owed: [
        {
          id: 'o',
          to: robin,
          task: { do: 'post' as const, notice: 'asked' as const, shrinkOld: false },
          claimedAt: state.workflow.createdAt,
        },
      ],
    },
  };
  let lost = 0;
  wire.listen((_, call) => {
    if (call.path.includes("RowKey='record'") && call.method === 'PUT' && lost === 0) {
      lost += 1;
      return 'lose';
    }
    return 'pass';
  });
  const mine = first.replace(stored, handed);
  // Another server writes on top while the first waits to repeat.
  let over: unknown = null;
  const end = Date.now() + 5_000;
  while (over === null && Date.now() < end) {
    const now = await second.read(state.id);
    if (now?.reflection.workflow.participants.some(({ id }) => id === robin)) {
      over = await second.replace(now, {
        ...now.reflection,
        workflow: { ...now.reflection.workflow, touchedAt: new Date().toISOString() },
      });
    }
  }
  await mine;
  const list = await second.listFor(robin, { take: 5, after: null });
  const errands: string[] = [];
  for await (const errand of second.errands(new Date(Date.now() + 60_000).toISOString()))
    errands.push(errand.reflectionId);
  await wire.close();
  expect({ listed: list.found.length, errands: errands.length }).toEqual({ listed: 1, errands: 1 });
});

test('deleted while the invitation was on its way: the card that arrives says so', async () => {
  let open: () => void = () => {};
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  let waiting = false;
  const pair: Pair = await startPair({
    openInside: (config, reach, tools) =>
      openInside(
        config,
        (directory) => {
          const ways = reach(directory);
          const { courier } = ways;
          const post: typeof courier.post = async (to, message) => {
            waiting = true;
            await gate;
            return courier.post(to, message);
          };
          return { ...ways, courier: { ...courier, post } };
        },
        tools,
      ),
  });
  const { jo: practitioner, sam } = pair;
  const [form] = await practitioner.says('reflect');
  if (!form) throw new Error('no form');
  const id = /"id":"([0-9a-f-]{36})"/.exec(JSON.stringify(cardOf(form)))?.[1];
  const asking = practitioner.press(form, 'Ask them', { who: sam.id, whose: 'mine' });
  await until(() => waiting);
  const deleting = practitioner.invokes({
    action: { type: 'Action.Execute', verb: 'erase', data: { id, part: 'practitioner', rev: 0 } },
  });
  await until(() => form.history.length > 1);
  open();
  await Promise.all([asking, deleting]);
  const last = sam.messages.at(-1);
  const said = last ? textOf(cardOf(last)) : '';
  await pair.stop();
  expect(said).toContain('Not going ahead this time');
});
