import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readAsked } from '../bot/remind-args.ts';
import { openTables, type Tables } from '../bot/tables/client.ts';
import { TablePeople } from '../bot/tables/people.ts';
import { TablePlans } from '../bot/tables/plans.ts';
import { TableReminders } from '../bot/tables/reminders.ts';
import { type Azurite, connectionStringFor, startAzurite } from './helpers/azurite.ts';
import { putAction, putPlan } from './helpers/reminder-world.ts';
import { type FakeConnector, startConnector } from './helpers/teams-connector.ts';

const main = fileURLToPath(new URL('../bot/main.ts', import.meta.url));
const outcome = 'The school says that it knows what is planned.';

type Ran = { code: number | null; said: string[]; complained: string };

/** The command as a process of its own, elsewhere than in the project, whose `.env` is a person's own. */
const run = async (connectionString: string, ...args: string[]): Promise<Ran> => {
  const child = spawn(process.execPath, [main, 'remind', ...args], {
    cwd: tmpdir(),
    env: { PATH: process.env.PATH, LOCAL_MODE: '1', TABLES_CONNECTION_STRING: connectionString },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [out, err]: [Buffer[], Buffer[]] = [[], []];
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  const text = (chunks: Buffer[]) => Buffer.concat(chunks).toString('utf8');
  return { code, said: text(out).split('\n').filter(Boolean), complained: text(err) };
};

describe('a sweep by hand', () => {
  let azurite: Azurite;
  let teams: FakeConnector;
  let tables: Tables;
  let reminders: TableReminders;
  const remind = (...args: string[]) => run(azurite.connectionString, ...args);

  beforeAll(async () => {
    azurite = await startAzurite();
    teams = await startConnector(false);
    tables = await openTables(azurite);
    await tables.ensure();
    reminders = new TableReminders(tables.reminders, { onUnreadable: () => {} });
  }, 60_000);
  afterAll(async () => {
    await teams.stop();
    await azurite.stop();
  });

  /** Somebody with one action that is due that day; without the app unless they have a chat. */
  const owing = async (name: string, dueOn: string, hasChat = true) => {
    const id = randomUUID();
    const chatId = `a:${id}`;
    if (hasChat) teams.rosters.set(chatId, []);
    const place = { serviceUrl: teams.serviceUrl, tenantId: 'tenant', botId: '28:bot' };
    const chat = { ...place, conversationId: chatId };
    const directory = new TablePeople(tables.people);
    await directory.remember(id, {
      name,
      teamsId: `29:${id}`,
      ...(hasChat ? { chat } : {}),
    });
    const plans = new TablePlans(tables.plans, { newId: randomUUID, onLeftover: () => {} });
    const planId = `19:${id}@thread.tacv2`;
    await directory.keepTeam({ ...place, id: planId, name: 'North' }, []);
    await putPlan(plans, planId, { managers: [], change: randomUUID() });
    await putAction(plans, planId, randomUUID(), { who: [{ id, name }], dueOn, outcome });
    return { id, name, chatId };
  };
  const posted = ({ chatId }: { chatId: string }) =>
    teams.messages.filter(({ conversationId }) => conversationId === chatId).length;

  /** All that is kept, to be compared. */
  const everything = async () => {
    const rows: unknown[] = [];
    for (const table of [tables.people, tables.plans, tables.reminders, tables.reflections]) {
      for await (const row of table.rows('')) rows.push(row);
    }
    return rows;
  };

  test('sends, tells who got a digest and nothing of their actions, and does so once', async () => {
    const jo = await owing('Jo Bennett', '2026-03-03');
    const first = await remind('--at', '2026-03-03T09:00:00Z');
    expect(first).toEqual({
      code: 0,
      said: [
        'Reminders of 2026-03-03, of all that came after 2026-03-02.',
        '1 person got a digest:',
        `  ${jo.id}  Jo Bennett`,
        'The day is finished.',
      ],
      complained: '',
    });
    expect(posted(jo)).toBe(1);
    const again = await remind('--at=2026-03-03T16:00:00+00:00');
    expect(again.said).toEqual(['The reminders of that day are finished: nobody gets a second digest.']);
    expect([again.code, posted(jo)]).toEqual([0, 1]);
  }, 60_000);

  test('a dry run tells who would get one, and writes and sends nothing', async () => {
    const kim = await owing('Kim', '2026-03-05');
    const before = await everything();
    const { code, said } = await remind('--dry-run', '--at', '2026-03-05T09:00:00Z');
    expect([code, said]).toEqual([
      0,
      [
        'Reminders of 2026-03-05, of all that came after 2026-03-03.',
        '1 person would get a digest:',
        `  ${kim.id}  Kim`,
        'This was a dry run: nothing was written, nothing was sent.',
      ],
    ]);
    expect(await everything()).toEqual(before);
    expect(posted(kim)).toBe(0);
  }, 60_000);

  test('says who is left to the next sweep, and ends with 1', async () => {
    const sam = await owing('Sam', '2026-03-11');
    teams.faults.set(sam.chatId, { status: 401, times: 1 });
    const { code, said } = await remind('--at', '2026-03-11T09:00:00Z');
    expect(said).toEqual(
      expect.arrayContaining([`  ${sam.id}  Sam`, expect.stringContaining('not finished')]),
    );
    expect([code, posted(sam)]).toEqual([1, 0]);
    expect((await remind('--at', '2026-03-11T10:00:00Z')).code).toBe(0);
    expect(posted(sam)).toBe(1);
  }, 60_000);

  test('tells whom it could not reach, why and since when, and who was not reached before', async () => {
    const away = await owing('Alex', '2026-03-20', false);
    const first = await remind('--at', '2026-03-20T09:00:00Z');
    const line = `  ${away.id}  Alex: the app is not installed for them, since 2026-03-20`;
    expect(first.said).toEqual(expect.arrayContaining(['1 person could not be reached:', line]));
    const later = await remind('--at', '2026-03-23T09:00:00Z');
    expect(later.said).toEqual([
      'Reminders of 2026-03-23, of all that came after 2026-03-20.',
      'Nobody got a digest.',
      '1 person was not reached before, and still counts as not reached:',
      line,
      'The day is finished.',
    ]);
  }, 60_000);

  test('before the time of day and on a weekend it says why nothing goes out', async () => {
    expect((await remind('--at', '2026-03-12T08:29:00Z')).said[0]).toContain('before 08:30 in Europe/London');
    expect((await remind('--at', '2026-03-14T09:00:00Z')).said[0]).toContain('weekend or a bank holiday');
  }, 60_000);

  test('while a server sends it leaves the sending to it', async () => {
    const now = Date.now();
    const until = new Date(now + 60_000).toISOString();
    expect(await reminders.lease('a server', new Date(now).toISOString(), until)).toBe(true);
    const { code, said } = await remind('--at', '2026-03-24T09:00:00Z');
    await reminders.release('a server');
    expect([code, said[0]]).toEqual([1, expect.stringContaining('Another process is sending')]);
  }, 60_000);
});

describe('trouble', () => {
  test('storage that does not answer is a sentence', async () => {
    const { code, said, complained } = await run(connectionStringFor(9), '--at', '2026-03-03T09:00:00Z');
    expect([code, said]).toEqual([1, []]);
    expect(complained).toContain('Storage did not answer as it should.');
    expect(complained).not.toMatch(/^\s+at /m);
  }, 60_000);

  test('arguments that cannot be read are each named with what to do, and nothing is begun', async () => {
    const { code, said, complained } = await run(
      connectionStringFor(9),
      '--at',
      'Monday',
      '--now',
      '--dry-run=no',
    );
    expect([code, said]).toEqual([2, []]);
    expect(complained.split('\n').filter(Boolean)).toHaveLength(3);
  }, 60_000);
});

describe('the arguments', () => {
  test.each([
    [[], { at: null, dryRun: false }],
    [['--dry-run'], { at: null, dryRun: true }],
    [['--at', '2027-07-05T08:30+01:00'], { at: '2027-07-05T07:30:00.000Z', dryRun: false }],
    [['--at=2028-02-29T08:30:00.5Z', '--dry-run'], { at: '2028-02-29T08:30:00.500Z', dryRun: true }],
  ])('%j are read', (args, asked) => {
    expect(readAsked(args)).toEqual(asked);
  });

  test.each([
    [['--at']],
    [['--at', '2027-07-05']],
    [['--at', '2027-07-05T08:30']],
    [['--at', '2027-02-29T08:30Z']],
    [['--at', '2027-07-05T24:00Z']],
    [['--at', '2027-07-05T08:30Z', '--at', '2027-07-06T08:30Z']],
    [['tomorrow']],
    [['--', '--dry-run']],
  ])('%j are not', (args) => {
    expect(readAsked(args)).toEqual({ faults: expect.arrayContaining([expect.any(String)]) });
  });
});
