import type { Found, LocalStage } from './found.ts';
import type { Host, Theme } from './host.ts';
import { keepToken } from './token.ts';

/**
 * Plays the host on a developer's machine, by the page's address: `as` the person (object id), `plan` the team's
 * thread id, `theme`, `channel`, and `action` as a followed link would name it.
 * @param told what the server says of its stage
 */
export const openLocally = (told: unknown): Found => {
  const stage = stageIn(told);
  const asked = new URLSearchParams(location.search);
  const person = asked.get('as');
  const planId = asked.get('plan') ?? stage.team?.id;
  if (!person || !planId) return { noHost: 'choose', stage };

  const host: Host = {
    kind: 'local',
    person,
    place: {
      planId,
      channelId: asked.get('channel') ?? planId,
      channelKind: 'standard',
      teamName: stage.team?.name ?? '',
      openAction: asked.get('action'),
    },
    locale: navigator.language,
    theme: themeIn(asked.get('theme')),
    onTheme: (changed) => {
      // The page that frames the tab may switch it.
      const heard = ({ origin, data }: MessageEvent): void => {
        if (origin === location.origin && typeof data?.theme === 'string') changed(themeIn(data.theme));
      };
      addEventListener('message', heard);
      return () => removeEventListener('message', heard);
    },
    token: keepToken(() => tokenOf(person)),
    ready: () => {},
    failed: () => {},
    pickPeople: null,
    linkTo: (actionId) => {
      const link = new URL('/tab/', location.origin);
      link.search = new URLSearchParams({ as: person, plan: planId, action: actionId }).toString();
      return link.href;
    },
    config: null,
  };
  return { host };
};

const themeIn = (asked: string | null): Theme =>
  asked === 'dark' || asked === 'contrast' ? asked : 'default';

const tokenOf = async (person: string): Promise<string> => {
  const answer = await fetch(`/local/token?as=${encodeURIComponent(person)}`);
  if (!answer.ok) throw new Error('No token for this person.');
  const { token } = (await answer.json()) as { token: string };
  return token;
};

/** What the stage tells, as far as it can be read: an older server tells less. */
const stageIn = (told: unknown): LocalStage => {
  const { people, team } = Object(told) as { people?: unknown; team?: unknown };
  return {
    people: Array.isArray(people) ? people.filter(isNamed) : [],
    team: isNamed(team) ? team : null,
  };
};

const isNamed = (given: unknown): given is { id: string; name: string } => {
  const { id, name } = Object(given) as { id?: unknown; name?: unknown };
  return typeof id === 'string' && typeof name === 'string';
};
