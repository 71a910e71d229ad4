import { z } from 'zod';
import type { PersonId, Team, TeamMember } from '../people/person.ts';
import { UnreadableRow } from './faults.ts';
import { fitsAsKey, keyFrom } from './keys.ts';
import { personPartition } from './person-rows.ts';
import type { Entity } from './sizes.ts';
import type { Row } from './table.ts';

/**
 * A team and its members share the team's partition; beside it each member's own partition has a hint to the
 * team (`team:…`), which is checked against the roster whenever it is followed.
 */
export type Roster = { team: { facts: Team; etag: string } | null; members: Map<PersonId, TeamMember> };

export const teamPartition = (teamId: string): string => `team:${keyFrom(teamId)}`;
/** Anything else was never kept: it comes from outside, and is no fault of storage. */
export const isTeamId = (id: string): boolean => id.isWellFormed() && fitsAsKey(teamPartition(id));
export const teamRow = 'team';
export const memberRow = (id: PersonId): string => `member:${keyFrom(id)}`;
export const hintRow = (teamId: string): string => `team:${keyFrom(teamId)}`;

const schema = z.literal(1);
const text = z.string();
const teamShape = z.object({ schema, id: text, name: text, serviceUrl: text, tenantId: text, botId: text });
const memberShape = z.object({
  schema,
  id: text,
  name: text,
  teamsId: text,
  guest: z.boolean().default(false),
});
const hintShape = z.object({ schema, teamId: text });

export const teamEntity = ({ id, name, serviceUrl, tenantId, botId }: Team): Entity => ({
  partitionKey: teamPartition(id),
  rowKey: teamRow,
  schema: 1,
  id,
  name,
  serviceUrl,
  tenantId,
  botId,
});

export const memberEntity = (teamId: string, { id, name, teamsId, guest }: TeamMember): Entity => ({
  partitionKey: teamPartition(teamId),
  rowKey: memberRow(id),
  schema: 1,
  id,
  name,
  teamsId,
  ...(guest ? { guest } : {}),
});

export const hintEntity = (teamId: string, member: PersonId): Entity => ({
  partitionKey: personPartition(member),
  rowKey: hintRow(teamId),
  schema: 1,
  teamId,
});

/** @throws UnreadableRow */
const read = <T>(row: Row, shape: z.ZodType<T>): T => {
  const found = shape.safeParse(row);
  if (!found.success) throw new UnreadableRow(row, 'no row of a known schema', 'schema 1');
  return found.data;
};

export const teamFrom = (row: Row): Team => {
  const { schema: _, ...team } = read(row, teamShape);
  return team;
};

export const teamOfHint = (row: Row): string => read(row, hintShape).teamId;

/** @throws UnreadableRow */
export const memberFrom = (row: Row): TeamMember => {
  const { id, name, teamsId, guest } = read(row, memberShape);
  return { id, name, teamsId, ...(guest ? { guest } : {}) };
};

/** @throws UnreadableRow */
export const rosterFrom = async (rows: AsyncIterable<Row>): Promise<Roster> => {
  const roster: Roster = { team: null, members: new Map() };
  for await (const row of rows) {
    if (row.rowKey === teamRow) {
      roster.team = { facts: teamFrom(row), etag: row.etag };
      continue;
    }
    const member = memberFrom(row);
    roster.members.set(member.id, member);
  }
  return roster;
};
