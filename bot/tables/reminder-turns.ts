import { z } from 'zod';
import type { Day, Moment } from '../calendar/days.ts';
import { bodyEntity, bodyFrom } from './bodies.ts';
import { BreaksTableRule, StorageFault } from './faults.ts';
import { checkDay, schema } from './reminder-rows.ts';
import type { Row, Table } from './table.ts';

/** How servers take turns: who may send, and which day was the last that was covered. */
const lease = { partition: 'lease', row: 'sender' } as const;
const covered = { partition: 'sweep', row: 'covered' } as const;

const leaseShape = z.strictObject({ holder: z.string(), until: z.string() });
const coveredShape = z.strictObject({ day: z.string() });

const tries = 10;
const hour = 3_600_000;

/**
 * Takes, renews or takes over the lease, under the ETag of what was read: of two at the same moment one does. A
 * lost answer is read again, and then shows that the lease is one's own.
 *
 * @returns false while another holds it
 */
export const takeLease = async (
  table: Table,
  holder: string,
  now: Moment,
  until: Moment,
): Promise<boolean> => {
  if (!lasts(until, now)) throw new BreaksTableRule('A lease lasts until later than now, an hour at most.');
  const entity = bodyEntity(lease.partition, lease.row, schema, { holder, until });
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const row = await table.read(lease.partition, lease.row);
    const held = row && leaseFrom(row);
    if (held !== null && held.holder !== holder && lasts(held.until, now)) return false;
    const written = row === null ? await table.insert(entity) : await table.replace(entity, row.etag);
    if (written.ok) return true;
  }
  // So many others want it that one of them has it.
  return false;
};

/** A lease over an hour ahead was written by a clock that has been put right since: it must not stop reminders. */
const lasts = (until: Moment, now: Moment): boolean => {
  const left = Date.parse(until) - Date.parse(now);
  return left > 0 && left <= hour;
};

/** Gives the lease back where it is still the holder's own. */
export const releaseLease = async (table: Table, holder: string): Promise<void> => {
  const row = await table.read(lease.partition, lease.row);
  if (row === null || leaseFrom(row).holder !== holder) return;
  await table.remove(lease.partition, lease.row, row.etag);
};

/** The last day that was covered to its end; null before the first. */
export const readCovered = async (table: Table): Promise<Day | null> => {
  const row = await table.read(covered.partition, covered.row);
  return row && coveredFrom(row);
};

/**
 * Never goes back: a server that was held up for a day must not let reminders come again.
 *
 * @param instead a day that a clock running ahead had covered, replaced also by an earlier one
 */
export const writeCovered = async (table: Table, day: Day, instead: Day | null): Promise<void> => {
  const entity = bodyEntity(covered.partition, covered.row, schema, { day: checkDay(day) });
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const row = await table.read(covered.partition, covered.row);
    const stands = row && coveredFrom(row);
    if (stands !== null && stands >= day && (stands === day || stands !== instead)) return;
    const written = row === null ? await table.insert(entity) : await table.replace(entity, row.etag);
    if (written.ok) return;
  }
  throw new StorageFault(`cover in ${table.name}`, `it changed ${tries} times meanwhile`, null);
};

const leaseFrom = (row: Row) => bodyFrom(row, schema, leaseShape);
const coveredFrom = (row: Row): Day => bodyFrom(row, schema, coveredShape).day;
