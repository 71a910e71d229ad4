import { z } from 'zod';
import type { Person, PersonId } from '../people/person.ts';
import { UnreadableRow } from './faults.ts';
import { keyFrom } from './keys.ts';
import type { Entity } from './sizes.ts';
import type { Row } from './table.ts';

export const personPartition = (id: PersonId): string => `person:${keyFrom(id.toLowerCase())}`;
export const personRow = 'person';

/** A row has no null: what is not known is left out, and read back as null. */
const shape = z.object({
  schema: z.literal(1),
  id: z.string(),
  name: z.string(),
  teamsId: z.string(),
  locale: z.string().default(''),
  chat: z.string().default(''),
  welcomedAt: z.string().default(''),
});

const chatShape = z.strictObject({
  serviceUrl: z.string(),
  conversationId: z.string(),
  tenantId: z.string(),
  botId: z.string(),
});

export const personEntity = ({ id, name, teamsId, locale, chat, welcomedAt }: Person): Entity => ({
  partitionKey: personPartition(id),
  rowKey: personRow,
  schema: 1,
  id,
  name,
  teamsId,
  ...(locale === null ? {} : { locale }),
  ...(chat === null ? {} : { chat: JSON.stringify(chat) }),
  ...(welcomedAt === null ? {} : { welcomedAt }),
});

/** @throws UnreadableRow */
export const personFrom = (row: Row): Person => {
  const person = shape.safeParse(row);
  const chat = person.success ? chatFrom(person.data.chat) : undefined;
  if (!person.success || chat === undefined) {
    throw new UnreadableRow(row, 'no person of a known schema', 'schema 1');
  }
  const { id, name, teamsId, locale, welcomedAt } = person.data;
  return { id, name, teamsId, locale: locale || null, chat, welcomedAt: welcomedAt || null };
};

/** Undefined where the text is not a chat's address. */
const chatFrom = (json: string): Person['chat'] | undefined => {
  if (json === '') return null;
  try {
    return chatShape.parse(JSON.parse(json));
  } catch {
    return undefined;
  }
};
