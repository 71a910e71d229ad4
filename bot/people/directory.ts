import type { Person, PersonId, Team, TeamMember } from './person.ts';

/**
 * Who the bot knows, and how it can reach them. Storage faults are thrown, never turned into "nobody".
 */
export interface Directory {
  /** The person, or null if the bot has never met them. One point read. */
  find(id: PersonId): Promise<Person | null>;

  /**
   * Adds what an activity has just shown of somebody. Fields left out keep their stored value, so that an
   * activity without a locale does not erase the one that is known. Creates the person where there is none.
   */
  remember(id: PersonId, facts: Partial<Omit<Person, 'id'>>): Promise<Person>;

  /** Replaces the stored roster of a team with the one just read; people new to the bot are remembered. */
  keepTeam(team: Team, members: readonly TeamMember[]): Promise<void>;

  /** The bot has left the team: its roster goes, its people stay. */
  dropTeam(teamId: string): Promise<void>;

  /** Everybody who shares a stored team with this person, without the person, by name, each once. */
  colleagues(id: PersonId): Promise<TeamMember[]>;

  /** A team both belong to, through which a first chat can be created; null where there is none. */
  teamOf(id: PersonId): Promise<Team | null>;

  /** The team (or channel) as it was last kept, or null where the bot was never told of it. One point read. */
  team(id: string): Promise<Team | null>;

  /** The teams in whose stored rosters this person is, by name. */
  teamsOf(person: PersonId): Promise<Team[]>;

  /** A team's roster as it was last read, by name; empty where there is none. */
  members(teamId: string): Promise<TeamMember[]>;

  /** One of them, or null where that roster does not have this person. One point read. */
  member(teamId: string, person: PersonId): Promise<TeamMember | null>;
}
