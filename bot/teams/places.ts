import type { Directory } from '../people/directory.ts';
import type { Team } from '../people/person.ts';
import type { Inbound } from './inbound.ts';

/**
 * A private or a shared channel has members of its own, and the bot is added to each by itself: such a channel is a
 * place like a team. Teams tells of its members with events of their own, and only where the bot was added.
 */
const channelEvents: ReadonlySet<string> = new Set([
  'channelMemberAdded',
  'channelMemberRemoved',
  'channelShared',
  'channelUnshared',
]);

type Known = Pick<Directory, 'team'>;
type Channel = NonNullable<Inbound['channel']>;

/** The place that an event in a team is about, as it is to be kept; null where the bot has no part in it. */
export const placeOfEvent = async (known: Known, inbound: Inbound): Promise<Team | null> => {
  const { channel, team, event } = inbound;
  const isOwn = channel?.kind === 'private' || channel?.kind === 'shared';
  if (channel && channel.kind !== 'standard' && channelEvents.has(event))
    return channelPlace(known, inbound, channel);
  // Of a channel that the bot was not added to it hears only that it was made, renamed or deleted.
  if (channel && isOwn && event !== '') {
    return (await known.team(channel.id)) === null ? null : channelPlace(known, inbound, channel);
  }
  return team && teamPlace(known, inbound, team);
};

/** The place in which somebody wrote to the bot. A message there proves that the bot is in it. */
export const placeOfMessage = async (known: Known, inbound: Inbound): Promise<Team | null> => {
  const { channel, team } = inbound;
  if (channel === null || channel.id === team?.id) return team && teamPlace(known, inbound, team);
  const isOwn =
    channel.kind === null
      ? team === null || (await known.team(channel.id)) !== null
      : channel.kind !== 'standard';
  if (isOwn) return channelPlace(known, inbound, channel);
  return team && teamPlace(known, inbound, team);
};

/** A deleted team can be had back for thirty days; Teams then says so, as of any other change. */
const teamEnds: ReadonlySet<string> = new Set(['teamDeleted', 'teamHardDeleted']);

/** Whether the event says that the place is gone, or that the bot is gone from it. */
export const isGone = ({ botRemoved, event, channel, team }: Inbound, place: Team): boolean =>
  botRemoved ||
  (event === 'channelDeleted' && channel?.id === place.id) ||
  (teamEnds.has(event) && team?.id === place.id);

const teamPlace = async (known: Known, inbound: Inbound, team: { id: string; name: string }) => ({
  ...whereabouts(inbound),
  id: team.id,
  // Not every event names its team: what is known stays.
  name: team.name || ((await known.team(team.id))?.name ?? ''),
});

/** A channel carries its team's name in front, as far as either is known. */
const channelPlace = async (known: Known, inbound: Inbound, channel: Channel): Promise<Team> => {
  const { team } = inbound;
  const teamName = team === null ? '' : (await teamPlace(known, inbound, team)).name;
  const before = (await known.team(channel.id))?.name ?? '';
  const isNamed = channel.name !== '' && (teamName !== '' || before === '');
  const named = [teamName, channel.name].filter((name) => name !== '').join(' – ');
  return { ...whereabouts(inbound), id: channel.id, name: isNamed ? named : before || named };
};

const whereabouts = ({ chat: { serviceUrl, tenantId, botId } }: Inbound) => ({ serviceUrl, tenantId, botId });
