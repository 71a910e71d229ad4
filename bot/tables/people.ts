import { odata } from '@azure/data-tables';
import type { Directory } from '../people/directory.ts';
import type { Person, PersonId, Team, TeamMember } from '../people/person.ts';
import { atOnce } from './at-once.ts';
import { StorageFault } from './faults.ts';
import { personEntity, personFrom, personPartition, personRow } from './person-rows.ts';
import {
  isTeamId,
  memberFrom,
  memberRow,
  teamFrom,
  teamOfHint,
  teamPartition,
  teamRow,
} from './roster-rows.ts';
import { readRoster, writeRoster } from './rosters.ts';
import type { Row, Table } from './table.ts';

const width = 8;
const tries = 20;

type Facts = Partial<Omit<Person, 'id'>>;

const stranger = { name: '', teamsId: '', locale: null, chat: null, welcomedAt: null } as const;

/** People and rosters in one Azure table. Ids are kept in lower case, as Teams is not consistent in theirs. */
export class TablePeople implements Directory {
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  async find(id: PersonId): Promise<Person | null> {
    const row = await this.#row(id);
    return row === null ? null : personFrom(row);
  }

  /** Writes only where something is new, so that an ordinary activity costs one point read. */
  async remember(id: PersonId, facts: Facts): Promise<Person> {
    for (let attempt = 0; attempt < tries; attempt += 1) {
      const row = await this.#row(id);
      const before = row === null ? null : personFrom(row);
      const after = { ...(before ?? { id: id.toLowerCase(), ...stranger }), ...given(facts) };
      if (before !== null && isSame(before, after)) return before;
      const entity = personEntity(after);
      const written =
        row === null ? await this.#table.insert(entity) : await this.#table.replace(entity, row.etag);
      if (written.ok) return after;
    }
    throw new StorageFault(`remember in ${this.#table.name}`, `it changed ${tries} times meanwhile`, null);
  }

  async keepTeam(team: Team, members: readonly TeamMember[]): Promise<void> {
    const lowered = members.map((member) => ({ ...member, id: member.id.toLowerCase() }));
    await writeRoster(this.#table, team.id, team, lowered, (met) => this.#meet(met));
  }

  async dropTeam(teamId: string): Promise<void> {
    await writeRoster(this.#table, teamId, null, [], (met) => this.#meet(met));
  }

  async colleagues(id: PersonId): Promise<TeamMember[]> {
    const own = id.toLowerCase();
    const teams = await this.#hints(own);
    const rosters = await atOnce(width, teams, (teamId) => readRoster(this.#table, teamId));
    const others = new Map<PersonId, TeamMember>();
    for (const { team, members } of rosters) {
      if (team === null || !members.has(own)) continue;
      for (const member of members.values()) if (member.id !== own) others.set(member.id, member);
    }
    return [...others.values()].sort(nameThenId);
  }

  async teamOf(id: PersonId): Promise<Team | null> {
    for (const teamId of await this.#hints(id)) {
      const team = await this.#shared(teamId, id);
      if (team) return team;
    }
    return null;
  }

  async team(id: string): Promise<Team | null> {
    const row = isTeamId(id) ? await this.#table.read(teamPartition(id), teamRow) : null;
    return row && teamFrom(row);
  }

  async teamsOf(person: PersonId): Promise<Team[]> {
    const teams = await atOnce(width, await this.#hints(person), (teamId) => this.#shared(teamId, person));
    return teams.filter((team) => team !== null).sort(nameThenId);
  }

  async members(teamId: string): Promise<TeamMember[]> {
    if (!isTeamId(teamId)) return [];
    const { team, members } = await readRoster(this.#table, teamId);
    return team === null ? [] : [...members.values()].sort(nameThenId);
  }

  async member(teamId: string, person: PersonId): Promise<TeamMember | null> {
    if (!isTeamId(teamId)) return null;
    const row = await this.#table.read(teamPartition(teamId), memberRow(person.toLowerCase()));
    return row && memberFrom(row);
  }

  /** The team, if its stored roster has this person. */
  async #shared(teamId: string, person: PersonId): Promise<Team | null> {
    const partition = teamPartition(teamId);
    const [team, membership] = await atOnce(2, [teamRow, memberRow(person.toLowerCase())], (row) =>
      this.#table.read(partition, row),
    );
    return team && membership ? teamFrom(team) : null;
  }

  #row(id: PersonId): Promise<Row | null> {
    return this.#table.read(personPartition(id), personRow);
  }

  /** The teams that a person may belong to; each is still to be checked against its roster. */
  async #hints(id: PersonId): Promise<string[]> {
    const teams: string[] = [];
    const filter = odata`PartitionKey eq ${personPartition(id)} and RowKey ge ${'team:'} and RowKey lt ${'team;'}`;
    for await (const row of this.#table.rows(filter)) teams.push(teamOfHint(row));
    return teams;
  }

  /** A roster may know less than the person's own activities told: what it leaves empty erases nothing. */
  async #meet(members: readonly TeamMember[]): Promise<void> {
    await atOnce(width, members, ({ id, name, teamsId }) =>
      this.remember(id, { ...(name ? { name } : {}), ...(teamsId ? { teamsId } : {}) }),
    );
  }
}

type Listed = { id: string; name: string };
const byName = new Intl.Collator('en-GB');
const nameThenId = (a: Listed, b: Listed): number => byName.compare(a.name, b.name) || (a.id < b.id ? -1 : 1);

/** Facts that are there; one that is undefined was left out. */
const given = (facts: Facts): Facts =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));

const isSame = (a: Person, b: Person): boolean =>
  a.name === b.name &&
  a.teamsId === b.teamsId &&
  a.locale === b.locale &&
  a.welcomedAt === b.welcomedAt &&
  JSON.stringify(personEntity(a).chat) === JSON.stringify(personEntity(b).chat);
