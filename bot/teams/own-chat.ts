import type { Directory } from '../people/directory.ts';
import type { OwnChat, Person, Team } from '../people/person.ts';
import type { Connector, Reached, Refusal } from './connector.ts';

/** A team through which the person's own chat can be opened; null where there is none. */
export const teamFor = async (directory: Pick<Directory, 'teamOf'>, person: Person): Promise<Team | null> =>
  person.teamsId === '' ? null : directory.teamOf(person.id);

/** Opens the person's own chat with the bot and remembers it. One call to Teams. */
export const openOwnChat = async (
  {
    directory,
    connector,
  }: { directory: Pick<Directory, 'remember'>; connector: Pick<Connector, 'openChat'> },
  person: Person,
  { serviceUrl, tenantId, botId }: Team,
): Promise<Reached<OwnChat>> => {
  const opened = await connector.openChat(serviceUrl, { botId, teamsId: person.teamsId, tenantId });
  if (!opened.ok) return opened;
  const chat = { serviceUrl, tenantId, botId, conversationId: opened.value.id };
  await directory.remember(person.id, { chat });
  return { ok: true, value: chat };
};

/** Whether the same call may succeed later: throttled, at fault, or silent. */
export const isPassing = ({ status }: Refusal): boolean =>
  status === null || status === 408 || status === 412 || status === 429 || status >= 500;
