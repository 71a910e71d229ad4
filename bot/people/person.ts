/**
 * Somebody the bot has met. Authority rests on `id` alone, which Teams authenticates on every activity;
 * a name is for showing and may be out of date.
 */
export type PersonId = string;

export type Person = {
  /** Entra object id, in lower case. */
  id: PersonId;
  /** As the roster or the person's own activities last gave it. */
  name: string;
  /** Teams' own id (`29:…`), which `refresh.userIds` asks for; empty until one is known. */
  teamsId: string;
  /** BCP 47, as the client last stated it; null until the person has written. */
  locale: string | null;
  /** The person's own chat with the bot; null where the app is not installed for them, or was removed. */
  chat: OwnChat | null;
  /** When the first welcome was posted (ISO 8601, UTC); null until then. There is one welcome, once. */
  welcomedAt: string | null;
};

/** Where the bot writes to one person alone. Taken only from activities that the gate let in. */
export type OwnChat = {
  serviceUrl: string;
  conversationId: string;
  tenantId: string;
  /** The bot's own account in that chat (`28:…`). */
  botId: string;
};

/** A team's roster as the bot last read it. */
export type Team = {
  /** The team's thread id (`19:…`). */
  id: string;
  name: string;
  serviceUrl: string;
  tenantId: string;
  botId: string;
};

/** `guest` is there for guests alone. */
export type TeamMember = { id: PersonId; name: string; teamsId: string; guest?: true };
