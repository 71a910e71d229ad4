import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createReflectionDays } from '../../bot/reminders/create-reflection-days.ts';
import type { Digest } from '../../bot/reminders/digest.ts';
import { createSweep, type SweepParts } from '../../bot/reminders/sweep.ts';
import { connect } from '../../bot/tables/client.ts';
import { TablePlans } from '../../bot/tables/plans.ts';
import { TableReflections } from '../../bot/tables/reflections.ts';
import { TableReminders } from '../../bot/tables/reminders.ts';
import { createReminderIndex } from '../../bot/tables/reminds.ts';
import type { Table } from '../../bot/tables/table.ts';
import { startAzurite } from '../helpers/azurite.ts';
import { isWorking, north, putAction, putPlan } from '../helpers/reminder-world.ts';
import { all } from '../tables/reminders-world.ts';
import { practitioner as ref, reflection } from '../tables/samples.ts';

/** The day on which the reflection of the samples begins to wait, a Thursday. */
const day = '2026-03-05';
const timeZone = 'Europe/London';
const how = { dryRun: false };
const person = (n: number) => ({ id: `person-${String(n).padStart(3, '0')}`, name: 'Somebody' });

describe('a sweep on a real table service', () => {
  let azurite: Awaited<ReturnType<typeof startAzurite>>;
  let tables: { plans: Table; reminders: Table; reflections: Table };
  let number = 0;
  let clock = '';
  let sent: Digest[] = [];
  let reported: unknown[] = [];

  beforeAll(async () => {
    azurite = await startAzurite();
  }, 60_000);
  afterAll(() => azurite.stop());
  beforeEach(async () => {
    number += 1;
    const open = await connect({ connectionString: azurite.connectionString });
    const named = (name: string) => open(`${name}${number}`);
    tables = { plans: named('plans'), reminders: named('reminders'), reflections: named('reflections') };
    for (const table of Object.values(tables)) await table.ensure();
    clock = `${day}T08:30:00.000Z`;
    sent = [];
    reported = [];
  });

  /** A server with stores of its own. */
  const server = (name: string, more: Partial<SweepParts> = {}) => {
    let ids = 0;
    const newId = () => `${name}-${++ids}`;
    const report = (error: unknown) => reported.push(error);
    const plans = new TablePlans(tables.plans, { newId, onLeftover: report });
    const reminders = new TableReminders(tables.reminders, { onUnreadable: report });
    const now = () => new Date();
    const reflections = new TableReflections(tables.reflections, { newId, now, onLeftover: report });
    const index = createReminderIndex(tables.reflections, reflections, now);
    const parts: SweepParts = {
      plans,
      reminders,
      reflections: createReflectionDays({ index, isWorking, timeZone, report }),
      isWorking,
      timeZone,
      reminderTime: '08:30',
      now: () => clock,
      newId,
      report,
      send: async (digest, still) => {
        if (!(await still())) return 'later';
        sent.push(digest);
        const conversationId = `chat of ${digest.person}`;
        return { place: { serviceUrl: 'https://teams.test/', conversationId, activityId: `${sent.length}` } };
      },
      ...more,
    };
    return { plans, reminders, reflections, sweep: createSweep(parts) };
  };
  const fill = async (plans: TablePlans, size: number) => {
    await putPlan(plans, north, { managers: [] });
    for (let n = 0; n < size; n += 1)
      await putAction(plans, north, `a${n}`, { dueOn: day, who: [person(n)] });
  };
  const dump = async () =>
    Promise.all(
      Object.values(tables).map(async (table) =>
        (await all(table.rows(`PartitionKey ge ''`))).map(({ etag, partitionKey, rowKey }) => [
          partitionKey,
          rowKey,
          etag,
        ]),
      ),
    );
  const people = () => sent.map(({ person: id }) => id).sort();
  const everybody = (size: number) => Array.from({ length: size }, (_, n) => person(n).id);

  test('sends, settles and covers; once', async () => {
    const { plans, reminders, reflections, sweep } = server('a');
    await fill(plans, 130);
    await putAction(plans, north, 'moved', { dueOn: day, who: [person(200)] });
    await putAction(plans, north, 'moved', { dueOn: '2026-06-01' });
    await reflections.create(reflection('r1', { workflow: { meetOn: null } }), '2026-03-16');
    const swept = await sweep(clock, how);
    expect(swept).toMatchObject({ covered: true, failed: [], later: [], unreached: [] });
    expect(people()).toEqual([ref.id, ...everybody(130)]);
    expect(sent.find(({ person: id }) => id === ref.id)).toMatchObject({
      lines: [],
      reflections: [{ reflectionId: 'r1', kind: 'waits' }],
    });
    const ledger = await all(reminders.ledger(day));
    expect(ledger.map(({ delivery }) => delivery)).toEqual(Array.from({ length: 131 }, () => 'sent'));
    expect((await reminders.find('person-007')).reminders).toMatchObject({ unanswered: 1, last: { day } });
    expect((await sweep(clock, how)).not).toBe('again');
    expect(reported).toEqual([]);
  }, 60_000);

  test('by two servers at once: one sends', async () => {
    const [a, b] = [server('a'), server('b')];
    await fill(a.plans, 60);
    const nots = (await Promise.all([a.sweep(clock, how), b.sweep(clock, how)])).map(({ not }) => not);
    expect(nots).toContain(null);
    expect(nots.filter((not) => not === 'alone' || not === 'again')).toHaveLength(1);
    expect(people()).toEqual(everybody(60));
  }, 60_000);

  test('taken up by another server where the first one died in the middle', async () => {
    const dead = server('dead', {
      send: async (digest, still) => {
        if (sent.length >= 40 || !(await still())) return new Promise<never>(() => {});
        sent.push(digest);
        return { place: { serviceUrl: 'https://teams.test/', conversationId: 'c', activityId: 'a' } };
      },
    });
    await fill(dead.plans, 120);
    void dead.sweep(clock, how);
    const { reminders, sweep } = server('next');
    const settled = async () =>
      (await all(reminders.ledger(day))).filter(({ delivery }) => delivery !== null).length;
    const deadline = Date.now() + 30_000;
    while ((await settled()) < 40 && Date.now() < deadline) await new Promise((done) => setTimeout(done, 20));
    expect((await sweep(clock, how)).not).toBe('alone');
    clock = `${day}T08:36:00.000Z`;
    expect(await sweep(clock, how)).toMatchObject({ covered: true, later: [], failed: [] });
    expect(people()).toEqual(everybody(120));
  }, 60_000);

  test('as a dry run writes nothing in any table', async () => {
    const { plans, reflections, reminders, sweep } = server('a');
    await fill(plans, 5);
    await reflections.create(reflection('r1'), '2026-03-16');
    const { reminders: kept, etag } = await reminders.find('person-001');
    await reminders.save('person-001', { ...kept, unanswered: 3 }, etag);
    const before = await dump();
    const swept = await sweep(clock, { dryRun: true });
    expect(swept.sent).toEqual([ref.id, 'person-000', 'person-002', 'person-003', 'person-004']);
    expect(await dump()).toEqual(before);
    expect(sent).toEqual([]);
  }, 60_000);

  test('leaves out an action and a person that cannot be read, and says so', async () => {
    const { plans, sweep } = server('a');
    await fill(plans, 4);
    const rows = await all(tables.plans.rows(`RowKey eq 'action:a1'`));
    for (const row of rows) await tables.plans.put({ ...row, schema: 99 } as never);
    await tables.reminders.put({ partitionKey: 'person:person-002', rowKey: 'reminders', schema: 99 });
    const swept = await sweep(clock, how);
    expect(rows).toHaveLength(1);
    expect(swept).toMatchObject({ failed: ['person-002'], covered: false });
    expect(people()).toEqual(['person-000', 'person-003']);
    expect(reported).toHaveLength(2);
  }, 60_000);
});
