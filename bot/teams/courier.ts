import type { Directory } from '../people/directory.ts';
import type { OwnChat, Person } from '../people/person.ts';
import type { Courier, Sent } from '../reflection/courier.ts';
import type { UnreachedReason } from '../reflection/record.ts';
import type { Connector, Refusal } from './connector.ts';
import { isPassing, openOwnChat, teamFor } from './own-chat.ts';

type CourierParts = { directory: Directory; connector: Connector };

/** Writes to people's own chats, and tells Teams' refusals apart: final ones, and those that may pass. */
export const createCourier = (parts: CourierParts): Courier => ({
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

const openChat = async (parts: CourierParts, person: Person): Promise<Sent<OwnChat>> => {
  const team = await teamFor(parts.directory, person);
  if (team === null) return refused('notInstalled');
  const opened = await openOwnChat(parts, person, team);
  return opened.ok ? opened : meaning(opened);
};

const refused = (reason: UnreachedReason, again = false) => ({ ok: false, again, reason }) as const;

/** What a refusal means for the asker. 403 and 404 are final; throttling, faults and silence may pass. */
const meaning = (refusal: Refusal) => {
  const { status, code } = refusal;
  if (status === 403) return refused(code === 'ConversationBlockedByUser' ? 'blocked' : 'notInstalled');
  if (status === 404) return refused('notInstalled');
  return refused('unavailable', isPassing(refusal));
};
