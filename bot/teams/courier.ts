import type { Directory } from '../people/directory.ts';
import type { OwnChat, Person } from '../people/person.ts';
import type { Courier, Sent } from '../reflection/courier.ts';
import type { UnreachedReason } from '../reflection/record.ts';
import type { Connector, Reached } from './connector.ts';

/** Writes to people's own chats, and tells Teams' refusals apart: final ones, and those that may pass. */
export const createCourier = (parts: { directory: Directory; connector: Connector }): Courier => ({
  post: async (to, message) => {
    const person = await parts.directory.find(to);
    if (person === null) return refused('notInstalled');
    const found = person.chat ? { ok: true as const, value: person.chat } : await openChat(parts, person);
    if (!found.ok) return found;
    const chat = found.value;
    const reached = await parts.connector.post(chat.serviceUrl, chat.conversationId, message);
    if (reached.ok) {
      return {
        ok: true,
        value: {
          serviceUrl: chat.serviceUrl,
          conversationId: chat.conversationId,
          activityId: reached.value.id,
        },
      };
    }
    // The chat is gone: forgotten, so that the next attempt can open another.
    if (reached.status === 404) await parts.directory.remember(to, { chat: null });
    return meaning(reached);
  },

  edit: async (at, message) => {
    const reached = await parts.connector.replace(at, message);
    return reached.ok ? { ok: true, value: null } : meaning(reached);
  },
});

const openChat = async (
  { directory, connector }: { directory: Directory; connector: Connector },
  person: Person,
): Promise<Sent<OwnChat>> => {
  const team = person.teamsId === '' ? null : await directory.teamOf(person.id);
  if (team === null) return refused('notInstalled');
  const { serviceUrl, tenantId, botId } = team;
  const opened = await connector.openChat(serviceUrl, { botId, teamsId: person.teamsId, tenantId });
  if (!opened.ok) return meaning(opened);
  const chat = { serviceUrl, tenantId, botId, conversationId: opened.value.id };
  await directory.remember(person.id, { chat });
  return { ok: true, value: chat };
};

const refused = (reason: UnreachedReason, again = false) => ({ ok: false, again, reason }) as const;

/** What a refusal means for the asker. 403 and 404 are final; throttling, faults and silence may pass. */
const meaning = ({ status, code }: Extract<Reached<unknown>, { ok: false }>) => {
  if (status === 403) return refused(code === 'ConversationBlockedByUser' ? 'blocked' : 'notInstalled');
  if (status === 404) return refused('notInstalled');
  const passing = status === null || status === 408 || status === 412 || status === 429 || status >= 500;
  return refused('unavailable', passing);
};
