import { app, authentication, pages, people } from '@microsoft/teams-js';
import type { Host, HostConfig, Theme } from './host.ts';
import { within } from './patience.ts';
import { placeIn } from './place.ts';
import { askedEarly, keepToken } from './token.ts';

/** The library itself waits a minute for a host that never answers. */
const handshake = 8_000;

/** The id of the one page that the tab has, in its configuration and in links to it. */
const pageId = 'plan';

/**
 * Teams as the host, or null outside of it; `silent` where one may be around the page and has not answered. The handshake, the context and a first token are asked for together:
 * the library holds the questions back until the handshake is done, and a round trip each is saved.
 */
export const teamsHost = async (): Promise<Host | 'noTeam' | 'silent' | null> => {
  const started = Promise.all([app.initialize(), app.getContext()]);
  // Only now: before the handshake has begun the library takes no questions.
  const token = askedEarly(keepToken(() => authentication.getAuthToken()));
  // Outside of any host the handshake is refused at once.
  const answer = await within(
    handshake,
    started.catch(() => null),
  ).catch(() => 'silent' as const);
  if (answer === null || answer === 'silent') return answer;
  const [, context] = answer;
  app.notifyAppLoaded();
  const place = placeIn(context);
  if (!place) return 'noTeam';
  const appId = context.app.appId?.toString();

  return {
    kind: 'teams',
    person: context.user?.id.toLowerCase() ?? '',
    place,
    locale: context.app.locale,
    theme: themeOf(context.app.theme),
    onTheme: (changed) => {
      app.registerOnThemeChangeHandler((theme) => changed(themeOf(theme)));
      return () => app.registerOnThemeChangeHandler(() => {});
    },
    token,
    ready: () => void app.notifySuccess().catch(() => {}),
    failed: () => app.notifyFailure({ reason: app.FailedReason.Other }),
    pickPeople: people.isSupported() ? pickPeople : null,
    linkTo: (actionId) => (appId ? linkTo(appId, actionId, place.channelId) : null),
    share: (actionId, label) => {
      if (pages.isSupported()) pages.shareDeepLink({ subPageId: actionId, subPageLabel: label });
    },
    config: isConfiguring(context.page.frameContext) ? config : null,
  };
};

const themeOf = (theme: string): Theme => (theme === 'dark' || theme === 'contrast' ? theme : 'default');

const isConfiguring = (frame: string): boolean => frame === 'settings' || frame === 'remove';

const linkTo = (appId: string, actionId: string, channelId: string | null): string => {
  const context = JSON.stringify({ subEntityId: actionId, ...(channelId ? { channelId } : {}) });
  return `https://teams.microsoft.com/l/entity/${encodeURIComponent(appId)}/${pageId}?context=${encodeURIComponent(context)}`;
};

const pickPeople: NonNullable<Host['pickPeople']> = async (chosen, single) => {
  try {
    const picked = await people.selectPeople({ setSelected: [...chosen], singleSelect: single });
    return picked.map(({ objectId, displayName }) => ({
      id: objectId.toLowerCase(),
      name: displayName ?? '',
    }));
  } catch {
    // The picker tells of being closed by an error.
    return null;
  }
};

const config: HostConfig = {
  valid: (isValid) => pages.config.setValidityState(isValid),
  onSave: (work) =>
    pages.config.registerOnSaveHandler((event) => {
      const page = new URL('/tab/', location.origin).href;
      work()
        .then(({ displayName }) =>
          pages.config.setConfig({
            entityId: pageId,
            contentUrl: page,
            websiteUrl: page,
            suggestedDisplayName: displayName,
          }),
        )
        .then(
          () => event.notifySuccess(),
          (error: unknown) => event.notifyFailure(error instanceof Error ? error.message : ''),
        );
    }),
  onRemove: (work) => {
    pages.config.registerOnRemoveHandler((event) => {
      work().then(
        () => event.notifySuccess(),
        (error: unknown) => event.notifyFailure(error instanceof Error ? error.message : ''),
      );
    });
    pages.config.setValidityState(true);
  },
};
