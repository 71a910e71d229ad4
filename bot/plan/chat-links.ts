import type { PersonId } from '../people/person.ts';

/**
 * A link that opens the tab with a plan and, where one is given, an action of it; null where none can be made.
 * `person` is whose eyes it is opened with on a developer's machine; elsewhere the client knows who they are.
 */
export type LinkTo = (
  place: { planId: string; tabChannel: string | null },
  actionId: string | null,
  person: PersonId,
) => string | null;

/** Into the channel's tab in Teams. A plan that was never opened in a tab has none to lead to. */
export const teamsLinks =
  (teamsAppId: string): LinkTo =>
  ({ tabChannel }, actionId) => {
    if (tabChannel === null) return null;
    const context = JSON.stringify({
      ...(actionId === null ? {} : { subEntityId: actionId }),
      channelId: tabChannel,
    });
    return `https://teams.microsoft.com/l/entity/${encodeURIComponent(teamsAppId)}/plan?context=${encodeURIComponent(context)}`;
  };

/** To the tab's page on a developer's machine, as a chosen person. `base` ends without a slash. */
export const localLinks =
  (base: string): LinkTo =>
  ({ planId }, actionId, person) => {
    const query = new URLSearchParams({
      as: person,
      plan: planId,
      ...(actionId === null ? {} : { action: actionId }),
    });
    return `${base}/tab/?${query}`;
  };
