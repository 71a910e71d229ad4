import { odata } from '@azure/data-tables';
import type { Day } from '../calendar/days.ts';
import type { Delivery, LedgerEntry } from '../reminders/record.ts';
import { StorageFault } from './faults.ts';
import { type OnUnreadable, readable } from './reminder-readable.ts';
import { entryEntity, entryFrom, ledgerPartition } from './reminder-rows.ts';
import type { Table } from './table.ts';

const tries = 10;

/** The entries of a day; one that cannot be read is reported and left out. */
export async function* readLedger(
  table: Table,
  day: Day,
  onUnreadable: OnUnreadable,
): AsyncGenerator<LedgerEntry> {
  for await (const row of table.rows(odata`PartitionKey eq ${ledgerPartition(day)}`)) {
    const entry = readable(row, entryFrom, onUnreadable);
    if (entry !== null) yield entry;
  }
}

/**
 * Writes down how a digest fared. That it was sent is true whoever else holds the entry by now, and is written in
 * one call over whatever stands there. Anything else gives way to what another has settled.
 */
export const settleEntry = async (
  table: Table,
  entry: LedgerEntry & { delivery: Delivery },
): Promise<void> => {
  const entity = entryEntity(entry);
  if (entry.delivery === 'sent') return table.put(entity);
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const row = await table.read(entity.partitionKey, entity.rowKey);
    if (row !== null && entryFrom(row).delivery !== null) return;
    const written = row === null ? await table.insert(entity) : await table.replace(entity, row.etag);
    if (written.ok) return;
  }
  throw new StorageFault(`settle in ${table.name}`, `it changed ${tries} times meanwhile`, null);
};
