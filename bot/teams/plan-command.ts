import { failure, type Log } from '../log.ts';
import type { SummaryPlace } from '../plan/store.ts';
import type { Inbound } from './inbound.ts';
import { type BotParts, type Handled, nothing, planTurnOf, reply, turnOf } from './listener.ts';
import { placeOfMessage } from './places.ts';

/**
 * `plan` in a channel: how the plan of this place stands, in place of the summary before it. In order for each plan,
 * so that of two asked for at once one stays.
 */
export const planInChannel = async (parts: BotParts, inbound: Inbound, log: Log): Promise<Handled> => {
  const place = await placeOfMessage(parts.directory, inbound);
  const turn = turnOf(parts, inbound);
  if (place === null || turn === null) {
    await reply(parts, inbound, { text: parts.sayings(inbound.locale).whoAreYou }, log);
    return nothing;
  }
  return parts.inTurn(`summary:${place.id}`, async () => {
    const said = await parts.plans.summary(place.id, planTurnOf(turn));
    const at = await reply(parts, inbound, said, log);
    const isNew = said.stands && at !== null && at.activityId !== '';
    const before = isNew ? await standsNow(parts, place.id, at, log) : null;
    const learn = await unknownTo(parts, place.id);
    const afterwards = async () => {
      if (before !== null) await takeAway(parts, before, inbound.locale);
      // A channel that the bot has not heard of yet is learnt from its first message.
      if (learn) await parts.rosters.keep(place);
    };
    return { invoke: null, afterwards: before === null && !learn ? null : afterwards };
  });
};

/** The new summary stands already, whether or not this can be written down; a later one then finds an older. */
const standsNow = async (
  { plans }: BotParts,
  planId: string,
  at: SummaryPlace,
  log: Log,
): Promise<SummaryPlace | null> => {
  try {
    return await plans.stands(planId, at);
  } catch (error) {
    log.error('afterwards.failed', failure(error));
    return null;
  }
};

const unknownTo = async ({ directory }: BotParts, placeId: string): Promise<boolean> =>
  (await directory.team(placeId)) === null;

/** Taken away; where Teams refuses that, it becomes a line. One that is gone already needs neither. */
const takeAway = async ({ connector, plans }: BotParts, at: SummaryPlace, locale: string | null) => {
  const removed = await connector.remove(at);
  if (!removed.ok && removed.status !== 404) await connector.replace(at, plans.newer(locale));
};
