import type { AskTeams } from '../people/access.ts';
import type { Directory } from '../people/directory.ts';
import type { PersonId } from '../people/person.ts';
import type { Connector, Reached } from './connector.ts';
import { string } from './inbound.ts';

/**
 * Asks Teams for one person of a place. One call; a second where Teams does not know the object id and the person's
 * own Teams id is known, which is what local clients find people by. `allowedTenants` in lower case, null where any
 * may: a shared channel holds people of other organisations.
 */
export const createAskTeams =
  (parts: {
    connector: Pick<Connector, 'member'>;
    directory: Pick<Directory, 'find'>;
    allowedTenants: readonly string[] | null;
  }): AskTeams =>
  async ({ serviceUrl, conversationId }, person) => {
    const ask = (id: string) => parts.connector.member(serviceUrl, conversationId, id);
    const first = await ask(person);
    const teamsId = first.ok || first.status !== 404 ? '' : (await parts.directory.find(person))?.teamsId;
    return standingIn(teamsId ? await ask(teamsId) : first, person, parts.allowedTenants);
  };

const standingIn = (
  reached: Reached<unknown>,
  person: PersonId,
  allowedTenants: readonly string[] | null,
): Awaited<ReturnType<AskTeams>> => {
  if (!reached.ok) return isNotThere(reached) ? 'outside' : 'unreachable';
  const member = reached.value;
  const id = string(member, 'aadObjectId') || string(member, 'objectId');
  const tenant = string(member, 'tenantId').toLowerCase();
  const role = string(member, 'userRole').toLowerCase();
  // An answer about somebody else is no answer about this person.
  if (id.toLowerCase() !== person || role === 'anonymous') return 'outside';
  if (tenant !== '' && allowedTenants !== null && !allowedTenants.includes(tenant)) return 'outside';
  return { name: string(member, 'name'), guest: role === 'guest' };
};

/** The person is not in the place, or the bot is not: of a place that it was taken from it vouches for nobody. */
const isNotThere = ({ status, code }: { status: number | null; code: string | null }): boolean =>
  status === 404 || status === 400 || (status === 403 && code === 'BotNotInConversationRoster');
