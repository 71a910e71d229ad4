import { odata } from '@azure/data-tables';
import type { PersonId, Team, TeamMember } from '../people/person.ts';
import { atOnce } from './at-once.ts';
import { StorageFault } from './faults.ts';
import { personPartition } from './person-rows.ts';
import {
  hintEntity,
  hintRow,
  memberEntity,
  type Roster,
  rosterFrom,
  teamEntity,
  teamPartition,
  teamRow,
} from './roster-rows.ts';
import { sizeLimits } from './sizes.ts';
import type { Change, Table } from './table.ts';

const width = 8;
const tries = 10;

/** What has to change so that the stored roster becomes the one just read. */
type Difference = { joined: TeamMember[]; renamed: TeamMember[]; left: TeamMember[] };

export const readRoster = (table: Table, teamId: string): Promise<Roster> =>
  rosterFrom(table.rows(odata`PartitionKey eq ${teamPartition(teamId)}`));

/**
 * Makes the stored roster the given one; `team` null removes it altogether. Only what differs is written.
 *
 * Every transaction also rewrites the team's own row under its ETag, so that two servers reading the same roster
 * at the same time take turns. Hints are written before the roster and removed after it, and only if nobody has
 * renewed them meanwhile: there may be one too many, never one too few.
 *
 * @param meet called with those whose facts are new, before they stand in the roster
 */
export const writeRoster = async (
  table: Table,
  teamId: string,
  team: Team | null,
  members: readonly TeamMember[],
  meet: (members: readonly TeamMember[]) => Promise<void>,
): Promise<void> => {
  const wanted = new Map(members.map((member) => [member.id, member]));
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const stored = await readRoster(table, teamId);
    const difference = compare(stored.members, wanted);
    const { joined, renamed, left } = difference;
    if (isDone(stored, team, difference)) return;
    await meet([...joined, ...renamed]);
    await atOnce(width, joined, ({ id }) => table.put(hintEntity(teamId, id)));
    const hints = await atOnce(width, left, ({ id }) => table.read(personPartition(id), hintRow(teamId)));
    if (!(await commit(table, teamId, stored, team, difference))) continue;
    await atOnce(width, hints, async (hint) => {
      if (hint) await table.remove(hint.partitionKey, hint.rowKey, hint.etag);
    });
    return;
  }
  throw new StorageFault(`keep the roster in ${table.name}`, `it changed ${tries} times meanwhile`, null);
};

const compare = (
  stored: ReadonlyMap<PersonId, TeamMember>,
  wanted: ReadonlyMap<PersonId, TeamMember>,
): Difference => {
  const differs = (a: TeamMember, b: TeamMember) =>
    a.name !== b.name || a.teamsId !== b.teamsId || a.guest !== b.guest;
  const kept = [...wanted.values()];
  return {
    joined: kept.filter(({ id }) => !stored.has(id)),
    renamed: kept.filter((member) => {
      const before = stored.get(member.id);
      return before !== undefined && differs(before, member);
    }),
    left: [...stored.values()].filter(({ id }) => !wanted.has(id)),
  };
};

const isDone = (stored: Roster, team: Team | null, { joined, renamed, left }: Difference): boolean => {
  if (joined.length + renamed.length + left.length > 0) return false;
  const before = stored.team?.facts ?? null;
  if (before === null || team === null) return before === team;
  return (['name', 'serviceUrl', 'tenantId', 'botId'] as const).every((fact) => before[fact] === team[fact]);
};

/** False where somebody else wrote this roster meanwhile; what was done until then stays and is read again. */
const commit = async (
  table: Table,
  teamId: string,
  stored: Roster,
  team: Team | null,
  { joined, renamed, left }: Difference,
): Promise<boolean> => {
  const facts = team ?? stored.team?.facts ?? null;
  const changes: Change[] = [
    ...[...joined, ...renamed].map(
      (member) => ({ do: 'put', entity: memberEntity(teamId, member) }) as const,
    ),
    ...left.map((member) => ({ do: 'remove', entity: memberEntity(teamId, member) }) as const),
  ];
  let etag = stored.team?.etag ?? null;
  const room = sizeLimits.transactionRows - 1;
  for (let from = 0; from === 0 || from < changes.length; from += room) {
    const batch = changes.slice(from, from + room);
    if (facts !== null) batch.push(turn(facts, etag));
    const written = await table.transact(batch);
    if (!written.ok) return false;
    etag = written.value.get(teamRow) ?? null;
  }
  if (team !== null || facts === null) return true;
  const removed = await table.remove(teamPartition(teamId), teamRow, etag ?? '*');
  return removed.ok;
};

const turn = (facts: Team, etag: string | null): Change => {
  const entity = teamEntity(facts);
  return etag === null ? { do: 'insert', entity } : { do: 'replace', entity, etag };
};
