import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, type Day } from '../../bot/calendar/days.ts';
import { workingDays } from '../../bot/calendar/working-days.ts';
import type { Reflection } from '../../bot/reflection/record.ts';
import { newlyRemindFrom, remindersOf, remindFrom } from '../../bot/reflection/reminding.ts';
import type { DueEntry, ReminderIndex } from '../../bot/reflection/store.ts';
import { createReflectionDays } from '../../bot/reminders/create-reflection-days.ts';
import { connect } from '../../bot/tables/client.ts';
import { TableReflections } from '../../bot/tables/reflections.ts';
import { createReminderIndex } from '../../bot/tables/reminds.ts';
import type { Table } from '../../bot/tables/table.ts';
import { startAzurite } from '../helpers/azurite.ts';
import { all } from '../tables/reminders-world.ts';
import { practitioner, reflection, supervisor } from '../tables/samples.ts';

const isWorking = workingDays((day) => day === '2026-04-03' || day === '2026-04-06');
const timeZone = 'Europe/London';
const begun: Day = '2026-03-02';

/** One reflection and its entries, in memory. */
const memoryOf = (initial: Reflection) => {
  let current = initial;
  const entries = new Set<Day>([remindFrom(initial)[0]?.day ?? '']);
  const entryOf = (day: Day): DueEntry => ({ key: day, reflectionId: 'r', writtenAt: '' });
  const index: ReminderIndex = {
    read: async () => ({ reflection: current, etag: '' }),
    remindBy: async function* (day) {
      yield* [...entries]
        .sort()
        .filter((each) => each <= day)
        .map(entryOf);
    },
    remindOn: async (_, day) => void entries.add(day),
    dropRemind: async ({ key }) => entries.delete(key),
  };
  const replace = (after: Reflection) => {
    for (const { day } of newlyRemindFrom(current, after)) entries.add(day);
    current = after;
  };
  return { index, entries, replace, now: () => current };
};

test('whatever is written when, nothing that is to be said on a day is missed on it', async () => {
  const happening = fc.constantFrom('nothing', 'touch', 'share', 'later', 'accept', 'close', 'amend');
  const moves = fc.array(fc.record({ what: happening, days: fc.integer({ min: 1, max: 30 }) }), {
    minLength: 40,
    maxLength: 40,
  });
  await fc.assert(
    fc.asyncProperty(moves, fc.integer({ min: 0, max: 30 }), async (happenings, meetIn) => {
      const memory = memoryOf(reflection('r', { workflow: { meetOn: addDays(begun, meetIn) } }));
      const parts = { index: memory.index, isWorking, timeZone, report: () => {} };
      const days = createReflectionDays(parts);
      let after = begun;
      for (const [n, { what, days: ahead }] of happenings.entries()) {
        const today = addDays(begun, n);
        if (isWorking(today) && today > after) {
          const expected = remindersOf(memory.now(), isWorking, timeZone).filter(
            ({ day }) => day > after && day <= today,
          );
          const found = await all(days.dueIn({ after, until: today }));
          expect(found.map(({ person, kind, day }) => ({ person, kind, day }))).toEqual(expected);
          await days.forget(today);
          after = today;
        }
        memory.replace(moved(memory.now(), what, today, addDays(today, ahead)));
      }
    }),
    { seed: 5, numRuns: 1_000 },
  );
});

/** What somebody does in the course of the day. */
const moved = (before: Reflection, what: string, today: Day, day: Day): Reflection => {
  const touchedAt = `${today}T15:00:00.000Z`;
  const { workflow, narrative } = before;
  const isClosed = workflow.closedAt !== null;
  const agreed = {
    by: supervisor.id,
    ending: 'actions' as const,
    actions: [{ what: 'Call', who: practitioner.id, by: day, how: '', why: '' }],
    lookAgainOn: addDays(day, 3),
  };
  if (what === 'amend' && isClosed) return { ...before, narrative: { ...narrative, proposal: agreed } };
  if (isClosed || what === 'nothing' || what === 'amend') return before;
  const changes: Record<string, Partial<Reflection['workflow']>> = {
    touch: {},
    share: { shared: ['describe', 'place'], restKept: true },
    later: { invitation: { ...workflow.invitation, status: 'later', laterOn: day } },
    accept: { invitation: { ...workflow.invitation, status: 'accepted' } },
    close: { closedAt: touchedAt },
  };
  return {
    ...before,
    workflow: { ...workflow, touchedAt, ...changes[what] },
    narrative: what === 'close' ? { ...narrative, proposal: agreed } : narrative,
  };
};

describe('on a real table service', () => {
  let azurite: Awaited<ReturnType<typeof startAzurite>>;
  let table: Table;
  let store: TableReflections;
  let clock = Date.now();
  let number = 0;
  beforeAll(async () => {
    azurite = await startAzurite();
  }, 60_000);
  afterAll(() => azurite.stop());
  beforeEach(async () => {
    number += 1;
    table = (await connect({ connectionString: azurite.connectionString }))(`reflectiondays${number}`);
    await table.ensure();
    clock = Date.now();
    let ids = 0;
    const newId = () => `c${++ids}`;
    store = new TableReflections(table, { newId, now: () => new Date(clock), onLeftover: () => {} });
  });
  const sourceOf = (reported: unknown[] = []) => {
    const index = createReminderIndex(table, store, () => new Date(clock));
    return createReflectionDays({ index, isWorking, timeZone, report: (error) => reported.push(error) });
  };
  const entries = async () => {
    const rows = await all(table.rows(`PartitionKey eq 'remind'`));
    return rows.map(({ rowKey }) => rowKey).sort();
  };
  const create = async (of: Reflection) => {
    const made = await store.create(of, '2026-03-16');
    if (made === 'exists') throw new Error('exists');
    return made;
  };

  test('finds what is due, and files it under its next day once that was seen to', async () => {
    await create(reflection('r1', { workflow: { meetOn: null } }));
    await create(
      reflection('r2', { workflow: { meetOn: '2026-05-04', createdAt: '2026-04-20T09:00:00.000Z' } }),
    );
    const source = sourceOf();
    const span = { after: '2026-03-04', until: '2026-03-05' };
    const found = await all(source.dueIn(span));
    expect(found).toEqual([
      { person: practitioner.id, reflectionId: 'r1', kind: 'waits', day: '2026-03-05' },
    ]);
    expect(await Promise.all(found.map((each) => source.holds(each)))).toEqual([true]);
    expect(await entries()).toEqual(['2026-03-04:r1', '2026-04-22:r2']);
    clock += 3_700_000;
    await source.forget('2026-03-05');
    expect(await entries()).toEqual(['2026-03-08:r1', '2026-04-22:r2']);
  });

  test('says nothing of a meeting that was on a day without a sweep', async () => {
    await create(reflection('r1', { workflow: { meetOn: '2026-03-09' } }));
    const kinds = async (until: Day) => {
      const found = await all(sourceOf().dueIn({ after: '2026-03-05', until }));
      return found.map(({ kind }) => kind);
    };
    expect(await kinds('2026-03-06')).toContain('meeting');
    expect(await kinds('2026-03-09')).toContain('meeting');
    expect(await kinds('2026-03-10')).not.toContain('meeting');
  });

  test('keeps an entry that is so young that its change may still be under way', async () => {
    await create(reflection('r1', { workflow: { meetOn: null } }));
    await sourceOf().forget('2026-03-05');
    expect(await entries()).toEqual(['2026-03-04:r1', '2026-03-08:r1']);
  });

  test('no longer holds once somebody has written, or it is erased; the entry goes', async () => {
    const stored = await create(reflection('r1', { workflow: { meetOn: null } }));
    const source = sourceOf();
    const [mention] = await all(source.dueIn({ after: '2026-03-04', until: '2026-03-05' }));
    if (mention === undefined) throw new Error('nothing found');
    const { workflow } = stored.reflection;
    const invitation = { ...workflow.invitation, status: 'accepted' as const };
    const touched = { ...workflow, invitation, touchedAt: '2026-03-05T07:00:00.000Z' };
    const after = await store.replace(stored, { ...stored.reflection, workflow: touched });
    expect(await source.holds(mention)).toBe(false);
    if (after === 'conflict') throw new Error('conflict');
    await store.erase(after, []);
    expect(await source.holds(mention)).toBe(false);
    expect(await entries()).toEqual([]);
  });

  test('a new date is filed before the record, and nothing else files anything', async () => {
    const stored = await create(reflection('r1', { workflow: { meetOn: null } }));
    const { workflow } = stored.reflection;
    const touched = await store.replace(stored, {
      ...stored.reflection,
      workflow: { ...workflow, touchedAt: '2026-03-04T09:00:00.000Z' },
    });
    expect(await entries()).toEqual(['2026-03-04:r1']);
    if (touched === 'conflict') throw new Error('conflict');
    const invitation = { ...workflow.invitation, status: 'later' as const, laterOn: '2026-03-20' };
    await store.replace(touched, { ...stored.reflection, workflow: { ...workflow, invitation } });
    expect(await entries()).toEqual(['2026-03-04:r1', '2026-03-20:r1']);
  });

  test('one that cannot be read is reported, and keeps nobody from the others', async () => {
    await table.put({ partitionKey: 'r0', rowKey: 'record', schema: 99 });
    await table.put({ partitionKey: 'remind', rowKey: '2026-03-04:r0', schema: 1, reflectionId: 'r0' });
    await create(reflection('r1', { workflow: { meetOn: null } }));
    const reported: unknown[] = [];
    const source = sourceOf(reported);
    const found = await all(source.dueIn({ after: '2026-03-04', until: '2026-03-05' }));
    expect(found.map(({ reflectionId }) => reflectionId)).toEqual(['r1']);
    await source.forget('2026-03-05');
    expect(reported).toHaveLength(2);
  });
});
