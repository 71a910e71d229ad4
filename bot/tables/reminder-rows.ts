import { z } from 'zod';
import { type Day, isDay } from '../calendar/days.ts';
import type { PersonId } from '../people/person.ts';
import { modes } from '../reminders/due.ts';
import { type LedgerEntry, type Note, type Reminders, unreachedReasons } from '../reminders/record.ts';
import { bodyEntity, bodyFrom } from './bodies.ts';
import { BreaksTableRule, UnreadableRow } from './faults.ts';
import { keyFrom } from './keys.ts';
import { checkActionId, checkPlanId } from './plan-keys.ts';
import type { Same } from './shapes.ts';
import type { Entity } from './sizes.ts';
import type { Row } from './table.ts';

/**
 * The rows of reminders: days, ids, choices and addresses of cards, never a word of an action.
 *
 * Partitions: `person:…` one person's own, `ledger:<day>` and `notes:<day>`, so that what is over is a range of
 * partitions; `lease` and `sweep` hold the one row by which servers take turns.
 */
export const schema = 1;

const text = z.string();
const textOrNull = text.nullable();
const choice = z.strictObject({ mode: z.enum(modes), pausedUntil: textOrNull });
const cardPlace = z.strictObject({ serviceUrl: text, conversationId: text, activityId: text });
const reason = z.enum(unreachedReasons);

const remindersShape = z.strictObject({
  choice,
  plans: z.record(text, choice),
  unanswered: z.int(),
  quietTold: z.boolean(),
  catchUp: z.boolean(),
  last: z.strictObject({ day: text, place: cardPlace.nullable() }).nullable(),
  unreached: z.strictObject({ since: text, reason }).nullable(),
});

const entryShape = z.strictObject({
  person: text,
  day: text,
  holder: text,
  claimedAt: text,
  delivery: z.enum(['sent', ...unreachedReasons, 'nothing']).nullable(),
});

const noteShape = z.strictObject({
  day: text,
  person: text,
  kind: z.enum(['catchUp', 'noWord', 'unreached']),
  planId: text,
  actionId: text,
  about: text,
});

true satisfies Same<z.infer<typeof remindersShape>, Reminders>;
true satisfies Same<z.infer<typeof entryShape>, LedgerEntry>;
true satisfies Same<z.infer<typeof noteShape>, Note>;

export const remindersPartition = (person: PersonId): string => `person:${keyFrom(person.toLowerCase())}`;
export const remindersRow = 'reminders';

export const remindersEntity = (person: PersonId, reminders: Reminders): Entity =>
  bodyEntity(remindersPartition(person), remindersRow, schema, reminders);

/** @throws UnreadableRow */
export const remindersFrom = (row: Row): Reminders => bodyFrom(row, schema, remindersShape);

/** Days are compared as text, so nothing else may stand in their place. @throws BreaksTableRule */
export const checkDay = (day: Day): Day => {
  if (isDay(day)) return day;
  throw new BreaksTableRule('Reminders are filed under days, YYYY-MM-DD.');
};

export const ledgerPartition = (day: Day): string => `ledger:${checkDay(day)}`;
export const entryRow = (person: PersonId): string => keyFrom(person.toLowerCase());

export const entryEntity = (entry: LedgerEntry): Entity =>
  bodyEntity(ledgerPartition(entry.day), entryRow(entry.person), schema, {
    ...entry,
    person: entry.person.toLowerCase(),
  });

/** @throws UnreadableRow */
export const entryFrom = (row: Row): LedgerEntry => {
  const entry = bodyFrom(row, schema, entryShape);
  return `ledger:${entry.day}` === row.partitionKey && entryRow(entry.person) === row.rowKey
    ? entry
    : elsewhere(row);
};

export const notesPartition = (day: Day): string => `notes:${checkDay(day)}`;

/**
 * What a note says is its key, so that the same one twice is one row. Only a plan's id may have a `:` of its own
 * there, and so no two notes share a key.
 */
const noteRow = ({ person, kind, planId, actionId, about }: Note): string =>
  [piece(person), kind, keyFrom(planId), actionId, piece(about)].join(':');

const piece = (person: PersonId): string => keyFrom(person.toLowerCase()).replaceAll(':', '~003a');

/** @throws BreaksTableRule where an id is none */
export const noteEntity = (note: Note): Entity => {
  if (note.planId !== '') checkPlanId(note.planId);
  if (note.actionId !== '') checkActionId(note.actionId);
  const own = { ...note, person: note.person.toLowerCase(), about: note.about.toLowerCase() };
  return bodyEntity(notesPartition(own.day), noteRow(own), schema, own);
};

/** @throws UnreadableRow */
export const noteFrom = (row: Row): Note => {
  const note = bodyFrom(row, schema, noteShape);
  return `notes:${note.day}` === row.partitionKey && noteRow(note) === row.rowKey ? note : elsewhere(row);
};

const elsewhere = (row: Row): never => {
  throw new UnreadableRow(row, 'what belongs elsewhere', `schema ${schema}`);
};
