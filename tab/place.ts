import type { Place } from './host.ts';

/** What of Teams' context says where the tab stands. */
export type Whereabouts = {
  page: { subPageId?: string };
  channel?: { id: string; membershipType?: string };
  team?: { internalId: string; displayName?: string };
};

/** Where the tab stands, and so whose plan it shows; null where it is in no team. */
export const placeIn = ({ page, channel, team }: Whereabouts): Place | null => {
  const channelKind = kindOf(channel?.membershipType);
  // A private or shared channel has members of its own, and so a plan of its own.
  const planId = channelKind === 'standard' ? (team?.internalId ?? channel?.id) : channel?.id;
  if (!planId) return null;
  return {
    planId,
    channelId: channel?.id ?? null,
    channelKind,
    teamName: team?.displayName ?? '',
    openAction: page.subPageId || null,
  };
};

const kindOf = (membershipType: string | undefined): Place['channelKind'] => {
  const kind = membershipType?.toLowerCase();
  return kind === 'private' || kind === 'shared' ? kind : 'standard';
};
