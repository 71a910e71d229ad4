import { type Log, word } from '../log.ts';
import type { Directory } from '../people/directory.ts';
import type { Team, TeamMember } from '../people/person.ts';
import type { Connector } from './connector.ts';
import { string } from './inbound.ts';
import { createQueues } from './queues.ts';

/**
 * Reads rosters from Teams. What a team's events ask for runs one after the other, so that the newest reading
 * stays. A team that could not be read or stored is written down, and read again at its next event.
 */
export type Rosters = {
  /** Everybody in a conversation with a known object id; null where Teams does not tell. */
  of(serviceUrl: string, conversationId: string): Promise<TeamMember[] | null>;
  /** Reads a place's roster and stores it, without those of tenants that are not allowed. */
  keep(team: Team): Promise<void>;
  /** The bot has left the team. */
  drop(teamId: string): Promise<void>;
};

/** A member, with the tenant that they come from; empty where Teams does not say. */
type Listed = { member: TeamMember; tenant: string };

/** No team has more pages: 25,000 members, fifty on the smallest. A token that never ends stops here. */
const mostPages = 500;

export const createRosters = (parts: {
  connector: Connector;
  directory: Directory;
  /** In lower case; null where any may. */
  allowedTenants: readonly string[] | null;
  log: Log;
}): Rosters => {
  const inTurn = createQueues();

  /** All of it or null: whoever is missing from half a roster would be taken for gone. */
  const read = async (serviceUrl: string, conversationId: string): Promise<Listed[] | null> => {
    const members: Listed[] = [];
    let next: string | null = null;
    for (let page = 0; page < mostPages; page += 1) {
      const reached = await parts.connector.members(serviceUrl, conversationId, next);
      if (!reached.ok) {
        parts.log.warn('roster.failed', {
          ...(reached.status === null ? {} : { status: reached.status }),
          ...(reached.code === null ? {} : { code: word(reached.code) }),
        });
        return null;
      }
      members.push(...reached.value.members.flatMap(memberOf));
      next = reached.value.next;
      if (next === null) return members;
    }
    parts.log.warn('roster.failed', { code: word('endless') });
    return null;
  };

  const of: Rosters['of'] = async (serviceUrl, conversationId) => {
    const listed = await read(serviceUrl, conversationId);
    return listed === null ? null : listed.map(({ member }) => member);
  };

  // Somebody of another organisation, as shared channels hold them, can neither be reached nor chosen.
  const isAllowed = ({ tenant }: Listed): boolean =>
    tenant === '' || parts.allowedTenants === null || parts.allowedTenants.includes(tenant);

  const keep: Rosters['keep'] = (team) =>
    inTurn(team.id, async () => {
      const listed = await read(team.serviceUrl, team.id);
      if (listed === null) return;
      const members = listed.filter(isAllowed).map(({ member }) => member);
      await parts.directory.keepTeam(team, members);
      parts.log.info('roster.kept', { count: members.length });
    });

  const drop: Rosters['drop'] = (teamId) => inTurn(teamId, () => parts.directory.dropTeam(teamId));

  return { of, keep, drop };
};

/**
 * Teams calls the object id `aadObjectId` or `objectId`. Somebody without one (a bot) is left out, and somebody who
 * joined a meeting without an account, as when Teams is asked for them alone.
 */
const memberOf = (given: unknown): Listed[] => {
  const id = (string(given, 'aadObjectId') || string(given, 'objectId')).toLowerCase();
  const role = string(given, 'userRole').toLowerCase();
  if (id === '' || role === 'anonymous') return [];
  const member = { id, name: string(given, 'name'), teamsId: string(given, 'id') };
  const tenant = string(given, 'tenantId').toLowerCase();
  return [{ member: role === 'guest' ? { ...member, guest: true } : member, tenant }];
};
