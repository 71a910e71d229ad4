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
  /** Reads a team's roster and stores it. */
  keep(team: Team): Promise<void>;
  /** The bot has left the team. */
  drop(teamId: string): Promise<void>;
};

/** No team has more members than this many pages hold (25,000); a token that never ends stops here. */
const mostPages = 60;

export const createRosters = (parts: { connector: Connector; directory: Directory; log: Log }): Rosters => {
  const inTurn = createQueues();

  const of: Rosters['of'] = async (serviceUrl, conversationId) => {
    const members: TeamMember[] = [];
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
      if (next === null) break;
    }
    return members;
  };

  const keep: Rosters['keep'] = (team) =>
    inTurn(team.id, async () => {
      const members = await of(team.serviceUrl, team.id);
      if (members === null) return;
      await parts.directory.keepTeam(team, members);
      parts.log.info('roster.kept', { count: members.length });
    });

  const drop: Rosters['drop'] = (teamId) => inTurn(teamId, () => parts.directory.dropTeam(teamId));

  return { of, keep, drop };
};

/** Teams calls the object id `aadObjectId` or `objectId`; somebody without one (a bot, a meeting guest) is left out. */
const memberOf = (member: unknown): TeamMember[] => {
  const id = (string(member, 'aadObjectId') || string(member, 'objectId')).toLowerCase();
  return id === '' ? [] : [{ id, name: string(member, 'name'), teamsId: string(member, 'id') }];
};
