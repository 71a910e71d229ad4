import type { Moment } from '../calendar/days.ts';
import type { Access, Asked, AskTeams, Membership, Memberships } from './access.ts';
import type { Directory } from './directory.ts';
import type { PersonId, Team } from './person.ts';

export type AccessParts = {
  memberships: Memberships;
  directory: Pick<Directory, 'team' | 'members' | 'member'>;
  ask: AskTeams;
  /** Reads a place's roster from Teams and keeps it; where Teams does not answer, what is kept stays. */
  reread: (place: Team) => Promise<void>;
  now: () => Moment;
};

/** Milliseconds for which an answer of Teams is believed. A "no" is shorter: somebody may just have been added. */
const believedFor = { member: 5 * 60_000, outside: 60_000 };

/** Thread ids of Teams are short and printable; nothing else is looked up. */
const placeId = /^[\x21-\x7e]{1,256}$/;

/**
 * Access as Teams' rosters give it. What is remembered and too old gives nothing: where Teams does not answer
 * then, the answer is `unreachable`. Faults of storage are thrown.
 */
export const createAccess = (parts: AccessParts): Access => {
  const { memberships, directory, ask, now } = parts;

  const standing = async (place: string, person: PersonId, isNoKept: boolean): Promise<Asked> => {
    const remembered = await memberships.find(place, person);
    if (remembered !== null && isFresh(remembered, now())) return standingOf(remembered);
    const team = await directory.team(place);
    if (team === null) return 'outside';
    const keep = await memberships.check(place, person);
    // Taken before asking: the answer is at least as new as this.
    const checkedAt = now();
    const asked = await ask({ serviceUrl: team.serviceUrl, conversationId: team.id }, person);
    const isKept = asked !== 'unreachable' && (asked !== 'outside' || isNoKept);
    if (isKept) await keep(membershipOf(asked, checkedAt));
    return asked;
  };

  const of: Access['of'] = async (place, given) =>
    placeId.test(place) ? standing(place, given.toLowerCase(), true) : 'outside';

  const named: Access['named'] = async (place, given) => {
    if (!placeId.test(place)) return 'outside';
    const person = given.toLowerCase();
    const member = await directory.member(place, person);
    if (member === null || member.name === '') return standing(place, person, false);
    return { name: member.name, guest: member.guest === true };
  };

  const rereading = new Map<string, Promise<void>>();
  /** Several who ask at the same moment wait for one reading. */
  const rereadOnce = (team: Team): Promise<void> => {
    const reading =
      rereading.get(team.id) ?? parts.reread(team).finally(() => void rereading.delete(team.id));
    rereading.set(team.id, reading);
    return reading;
  };

  return {
    of,
    named,
    nameOf: async (place) => (placeId.test(place) ? ((await directory.team(place))?.name ?? null) : null),
    members: async (place) => {
      const team = placeId.test(place) ? await directory.team(place) : null;
      if (team === null) return [];
      await rereadOnce(team);
      const members = await directory.members(place);
      return members.flatMap(({ id, name, guest }) => (guest ? [] : [{ id, name }]));
    },
    stillThere: async (place, people: readonly PersonId[]) => {
      const roster = new Set((await directory.members(place)).map(({ id }) => id));
      // No roster was read yet: that says of nobody that they have left.
      return new Set(roster.size === 0 ? people : people.filter((id) => roster.has(id)));
    },
  };
};

/** A time that lies ahead was written by a server whose clock is; it is believed no longer than one that is past. */
const isFresh = ({ member, checkedAt }: Membership, now: Moment): boolean =>
  Math.abs(Date.parse(now) - Date.parse(checkedAt)) < (member ? believedFor.member : believedFor.outside);

const standingOf = ({ member, guest, name }: Membership): Asked => (member ? { name, guest } : 'outside');

const membershipOf = (asked: Exclude<Asked, 'unreachable'>, checkedAt: Moment): Membership =>
  asked === 'outside'
    ? { member: false, guest: false, name: '', checkedAt }
    : { member: true, ...asked, checkedAt };
