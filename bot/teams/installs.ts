import { failure, type Log } from '../log.ts';
import type { Team } from '../people/person.ts';
import type { Inbound } from './inbound.ts';
import { type BotParts, type Handled, type Listener, nothing, reply } from './listener.ts';
import { meet } from './meet.ts';
import { isGone, placeOfEvent } from './places.ts';

/** The app is added for somebody, or to a team, or taken away again. */
export const onInstallation: Listener = async (parts, inbound, log): Promise<Handled> => {
  const added = inbound.action === 'add' || inbound.action === 'add-upgrade';
  // An upgrade's removal is followed by its addition: nothing is taken away.
  const removed = inbound.action === 'remove';
  const { id } = inbound.sender;
  // For a team alone: that the bot is added to a channel with members of its own comes as a change of members.
  const place =
    inbound.where === 'team' ? await placeOfEvent(parts.directory, { ...inbound, channel: null }) : null;
  if (place !== null && removed) return left(parts, place, log);
  if (place !== null && added) return changed(parts, place, null, log);
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
export const onMembers: Listener = async (parts, inbound, log): Promise<Handled> => {
  if (inbound.where === 'team') {
    const place = await placeOfEvent(parts.directory, inbound);
    if (place === null) return nothing;
    if (isGone(inbound, place)) return left(parts, place, log);
    const { moved } = inbound;
    // An event that names nobody may be about anybody: a channel shared with a team, for one.
    return changed(parts, place, moved !== null && moved.length > 0 ? moved : null, log);
  }
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

/**
 * Nobody is written to and nothing is posted. What was remembered of these people's membership (null: of anybody's)
 * is forgotten at once; the roster is read after Teams has its answer.
 */
const changed = async (
  parts: BotParts,
  place: Team,
  people: readonly string[] | null,
  log: Log,
): Promise<Handled> => {
  await forget(parts, place, people, log);
  const afterwards = async () => {
    await parts.rosters.keep(place);
    await parts.plans.rosterChanged(place.id);
  };
  return { invoke: null, afterwards };
};

/** The bot has left, or the place is gone: it can vouch for nobody there any more. */
const left = async (parts: BotParts, place: Team, log: Log): Promise<Handled> => {
  await forget(parts, place, null, log);
  return { invoke: null, afterwards: () => parts.rosters.drop(place.id) };
};

/** What cannot be forgotten just now lapses within minutes; the roster is read all the same. */
const forget = async (
  { memberships }: BotParts,
  place: Team,
  people: readonly string[] | null,
  log: Log,
): Promise<void> => {
  try {
    await memberships.forget(place.id, people);
  } catch (error) {
    log.warn('storage.leftover', failure(error));
  }
};
