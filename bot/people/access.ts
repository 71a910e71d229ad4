import type { Moment } from '../calendar/days.ts';
import type { PersonId } from './person.ts';

/**
 * Whether somebody belongs to a place, as Teams' own roster says: a team, or a private or shared channel that the
 * bot was added to. A place is kept as a `Team`, under its thread id.
 */
export type Standing = { name: string; guest: boolean };

export type Asked =
  | Standing
  /** Not one of them, or no place that the bot was ever told of: nobody can tell which. */
  | 'outside'
  /** Teams did not answer, and what was known is too old. */
  | 'unreachable';

export interface Access {
  /** One point read while what is known is fresh (five minutes at most), else Teams is asked for this one person. */
  of(placeId: string, person: PersonId): Promise<Asked>;

  /**
   * The same for somebody who is only to be named: what the stored roster says is enough. Teams is asked for those
   * whom it does not have, and of those whom Teams does not know either nothing is remembered.
   */
  named(placeId: string, person: PersonId): Promise<Asked>;

  /** The place's own name; null where the bot was never told of it. */
  nameOf(placeId: string): Promise<string | null>;

  /** Everybody there but its guests, by name, read anew from Teams; as last known where Teams does not answer. */
  members(placeId: string): Promise<{ id: PersonId; name: string }[]>;

  /** Of these people, who is in the place's roster as it was last read. */
  stillThere(placeId: string, people: readonly PersonId[]): Promise<Set<PersonId>>;
}

/** What is remembered of an answer of Teams. */
export type Membership = { member: boolean; guest: boolean; name: string; checkedAt: Moment };

/** The remembered answers, shared by all instances. */
export interface Memberships {
  find(placeId: string, person: PersonId): Promise<Membership | null>;

  /**
   * Called before Teams is asked: the way to keep its answer. An answer that was under way while the person was
   * forgotten is not kept, nor is one that others wrote over; then the next request asks again.
   */
  check(placeId: string, person: PersonId): Promise<(answer: Membership) => Promise<void>>;

  /** Somebody came or left, or (null) the bot did: the next request asks Teams. */
  forget(placeId: string, people: readonly PersonId[] | null): Promise<void>;

  /** Takes away answers from before that moment, and says how many there were. */
  clear(before: Moment): Promise<number>;
}

/** Asks Teams for one person: their standing, `outside` where the roster does not hold them. */
export type AskTeams = (
  place: { serviceUrl: string; conversationId: string },
  person: PersonId,
) => Promise<Asked>;
