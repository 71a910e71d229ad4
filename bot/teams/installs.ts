import type { Log } from '../log.ts';
import type { Inbound } from './inbound.ts';
import { type BotParts, type Handled, type Listener, nothing, reply } from './listener.ts';
import { meet } from './meet.ts';

/** The app is added for somebody, or to a team, or taken away again. */
export const onInstallation: Listener = async (parts, inbound, log): Promise<Handled> => {
  const added = inbound.action === 'add' || inbound.action === 'add-upgrade';
  // An upgrade's removal is followed by its addition: nothing is taken away.
  const removed = inbound.action === 'remove';
  const { id } = inbound.sender;
  if (inbound.where === 'team') return teamEvent(parts, inbound, { gone: removed, changed: added });
  if (inbound.where === 'group' && inbound.action === 'add') {
    await reply(parts, inbound, parts.sayings(inbound.locale).helloChat(), log);
    return nothing;
  }
  if (inbound.where !== 'personal' || id === null) return nothing;
  if (removed) await parts.directory.remember(id, { chat: null });
  if (added) await parts.inTurn(id, () => welcome(parts, inbound, log));
  return nothing;
};

/** Members come and go. The bot's own arrival is met by the installation event; here it is only remembered. */
export const onMembers: Listener = async (parts, inbound): Promise<Handled> => {
  if (inbound.where === 'team') return teamEvent(parts, inbound, { gone: inbound.botRemoved, changed: true });
  if (inbound.where === 'personal' && inbound.botAdded) await meet(parts, inbound);
  return nothing;
};

/** One welcome, once. Claimed before it is posted, because the event may be delivered again meanwhile. */
const welcome = async (parts: BotParts, inbound: Inbound, log: Log): Promise<void> => {
  const person = await meet(parts, inbound);
  if (person === null || person.welcomedAt !== null) return;
  await parts.directory.remember(person.id, { welcomedAt: parts.now().toISOString() });
  const { serviceUrl, conversationId } = inbound.chat;
  const hello = parts.sayings(person.locale ?? inbound.locale).hello();
  const posted = await parts.connector.post(serviceUrl, conversationId, hello);
  // Without an answer it may have arrived: better no second one than two.
  if (posted.ok || posted.status === null) return;
  log.warn('reply.undelivered', { status: posted.status });
  await parts.directory.remember(person.id, { welcomedAt: null });
};

/** Nobody is written to and nothing is posted: the roster alone is read, after Teams has its answer. */
const teamEvent = async (
  { rosters }: BotParts,
  { team, chat }: Inbound,
  what: { gone: boolean; changed: boolean },
): Promise<Handled> => {
  if (team === null || !(what.gone || what.changed)) return nothing;
  const { serviceUrl, tenantId, botId } = chat;
  const afterwards = () =>
    what.gone ? rosters.drop(team.id) : rosters.keep({ ...team, serviceUrl, tenantId, botId });
  return { invoke: null, afterwards };
};
