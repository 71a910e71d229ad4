import type { Person } from '../people/person.ts';
import type { Inbound } from './inbound.ts';
import type { BotParts } from './listener.ts';

/**
 * Remembers what an activity from somebody's own chat shows of them. A name or a locale that it leaves out
 * erases nothing. Installation events carry no name; the chat's roster does.
 */
export const meet = async (
  parts: Pick<BotParts, 'directory' | 'rosters'>,
  inbound: Inbound,
): Promise<Person | null> => {
  const { id, teamsId } = inbound.sender;
  if (id === null || inbound.where !== 'personal') return null;
  const named = inbound.sender.name || (await nameFromRoster(parts, inbound, id));
  return parts.directory.remember(id, {
    ...(named ? { name: named } : {}),
    ...(teamsId ? { teamsId } : {}),
    ...(inbound.locale ? { locale: inbound.locale } : {}),
    chat: inbound.chat,
  });
};

const nameFromRoster = async (
  parts: Pick<BotParts, 'directory' | 'rosters'>,
  inbound: Inbound,
  id: string,
): Promise<string> => {
  if ((await parts.directory.find(id))?.name) return '';
  const members = await parts.rosters.of(inbound.chat.serviceUrl, inbound.chat.conversationId);
  return members?.find((member) => member.id === id)?.name ?? '';
};
