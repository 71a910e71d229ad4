import type { InvokeResponse } from 'botbuilder';
import { type Log, type Word, word } from '../log.ts';
import type { Memberships } from '../people/access.ts';
import type { Directory } from '../people/directory.ts';
import type { TeamMember } from '../people/person.ts';
import type { PlanChat, PlanTurn } from '../plan/chat.ts';
import type { Desk, Turn } from '../reflection/desk.ts';
import type { CardPlace } from '../reflection/record.ts';
import type { ReminderChat, ReminderTurn } from '../reminders/chat.ts';
import type { Connector, OutboundMessage } from './connector.ts';
import type { Inbound } from './inbound.ts';
import type { Queues } from './queues.ts';
import type { Rosters } from './roster.ts';
import type { SayingsFor } from './sayings.ts';

export type BotParts = {
  desk: Desk;
  plans: PlanChat;
  reminders: ReminderChat;
  memberships: Pick<Memberships, 'forget'>;
  directory: Directory;
  connector: Connector;
  rosters: Rosters;
  /** Keeps what concerns one person in order. */
  inTurn: Queues;
  sayings: SayingsFor;
  now: () => Date;
};

/** What the channel is answered, and what is left to do once the answer is on its way. */
export type Handled = {
  invoke: InvokeResponse | null;
  afterwards: (() => Promise<void>) | null;
  /** What was pressed, for the log. */
  verb?: Word;
};

export type Listener = (parts: BotParts, inbound: Inbound, log: Log) => Promise<Handled>;

export const nothing: Handled = { invoke: null, afterwards: null };

/**
 * Answers in the conversation the activity came from, and says where the answer stands. A message that Teams
 * refuses is written down, not raised: then there is no place.
 */
export const reply = async (
  parts: BotParts,
  to: Inbound,
  message: OutboundMessage,
  log: Log,
): Promise<CardPlace | null> => {
  const { serviceUrl, conversationId } = to.chat;
  const reached = await parts.connector.post(to.chat.serviceUrl, to.chat.conversationId, message);
  if (reached.ok) return { serviceUrl, conversationId, activityId: reached.value.id };
  log.warn('reply.undelivered', {
    ...(reached.status === null ? {} : { status: reached.status }),
    ...(reached.code === null ? {} : { code: word(reached.code) }),
  });
  return null;
};

/** The turn as the desk takes it, or null for an activity that does not say who sent it. */
export const turnOf = (parts: BotParts, inbound: Inbound, manual = true): Turn | null => {
  const { id, name, teamsId } = inbound.sender;
  if (id === null) return null;
  const { serviceUrl, conversationId } = inbound.chat;
  const place: CardPlace | null =
    inbound.replyToId === null ? null : { serviceUrl, conversationId, activityId: inbound.replyToId };
  const partner = inbound.where === 'group' ? () => partnerOf(parts, inbound) : null;
  return { by: { id, name, teamsId }, locale: inbound.locale, at: place, partner, manual };
};

/** The turn as plans take it. */
export const planTurnOf = ({ by, locale }: Turn): PlanTurn => ({ by: by.id, locale });

/** The turn as reminders take it. */
export const reminderTurnOf = (turn: Turn): ReminderTurn => ({ ...planTurnOf(turn), manual: turn.manual });

/** The one other person of a chat of two, from Teams' own roster; null where it holds more, or cannot be read. */
const partnerOf = async ({ rosters }: BotParts, { chat, sender }: Inbound): Promise<TeamMember | null> => {
  const members = await rosters.of(chat.serviceUrl, chat.conversationId);
  const others = members?.filter(({ id }) => id !== sender.id) ?? [];
  return members?.length === 2 && others.length === 1 ? (others[0] ?? null) : null;
};
