import { odata } from '@azure/data-tables';
import type { Day } from '../calendar/days.ts';
import type { Reflection } from '../reflection/record.ts';
import { everRemindFrom, newlyRemindFrom, type RemindFrom, remindFrom } from '../reflection/reminding.ts';
import type { ReflectionStore, ReminderIndex } from '../reflection/store.ts';
import { type Filed, remindPartition } from './filing.ts';
import { keyFrom } from './keys.ts';
import { dueFrom, isYoung, lookEntity } from './looks.ts';
import type { Table } from './table.ts';

/**
 * The rows under which a reflection is found for its reminders. A day and an id are all of the key, so that the same
 * day twice is one row: no change but the last sight of it, or the erasure of the reflection, takes one away.
 */
const remindRow = (id: string, day: Day): Filed => ({
  partitionKey: remindPartition,
  rowKey: `${day}:${keyFrom(id)}`,
});

const rowsFor = ({ id }: Reflection, from: readonly RemindFrom[]): Filed[] =>
  [...new Set(from.map(({ day }) => day))].map((day) => remindRow(id, day));

/** Of a new one its first day is enough: once seen there, it is filed under its next. */
export const firstRemindRow = (reflection: Reflection): Filed[] =>
  rowsFor(reflection, remindFrom(reflection).slice(0, 1));

/** The rows of the dates that a change has set. */
export const newRemindRows = (before: Reflection, after: Reflection): Filed[] =>
  rowsFor(after, newlyRemindFrom(before, after));

/**
 * The rows of all dates that a reflection holds or held. One that was filed again since stays until its day, some
 * days from then: an id that leads nowhere.
 */
export const remindRows = (reflection: Reflection): Filed[] =>
  rowsFor(reflection, everRemindFrom(reflection));

/** Everything under that day or before it: `;` is the character that follows `:`. */
const remindFilter = (day: Day): string =>
  odata`PartitionKey eq ${remindPartition} and RowKey lt ${`${day};`}`;

/** The index of reminders in the table of the reflections. */
export const createReminderIndex = (
  table: Table,
  reflections: Pick<ReflectionStore, 'read'>,
  now: () => Date,
): ReminderIndex => ({
  read: (id) => reflections.read(id),
  remindBy: async function* (day) {
    for await (const row of table.rows(remindFilter(day), 100)) yield dueFrom(row);
  },
  remindOn: (id, day) => table.put(lookEntity(remindRow(id, day), id)),
  dropRemind: async (entry) => {
    if (isYoung(entry, now())) return false;
    await table.remove(remindPartition, entry.key);
    return true;
  },
});
