import { text } from './config-fields.ts';
import { listOf, urlFault } from './config-parts.ts';

/** What the local stack tells the server of itself: two people's Teams, who there is, and their team. */
export type LocalStage = {
  playgrounds: { name: string; url: string }[];
  people: { id: string; name: string }[];
  team: { id: string; name: string } | null;
};

export const localFields = {
  LOCAL_PLAYGROUND_URLS: text.refine(
    (value) => listOf(value).every((each) => urlFault(playground(each).url, 'loopback') === null),
    'must be a comma-separated list of two addresses on this machine, each as url or name=url',
  ),
  LOCAL_PEOPLE: text.refine(
    (value) => listOf(value).every((each) => personOf(each) !== null),
    'must be a comma-separated list of people, each as name=object id',
  ),
  LOCAL_TEAM: text.refine((value) => !value || teamOf(value) !== null, 'must be a team as thread id=name'),
};

/** Settings that only the local stack makes. */
export const localKeys = Object.keys(localFields) as (keyof typeof localFields)[];

export const localStage = (
  given: { [Key in keyof typeof localFields]?: string | undefined },
): LocalStage => ({
  playgrounds: listOf(given.LOCAL_PLAYGROUND_URLS).map(playground),
  people: listOf(given.LOCAL_PEOPLE).flatMap((each) => personOf(each) ?? []),
  team: given.LOCAL_TEAM ? teamOf(given.LOCAL_TEAM) : null,
});

const standardNames = ['Supervisor', 'Practitioner'];

function playground(entry: string, index = 0): { name: string; url: string } {
  const found = /^([^=/]+)=(.+)$/.exec(entry);
  return found
    ? { name: (found[1] ?? '').trim(), url: (found[2] ?? '').trim() }
    : { name: standardNames[index] ?? `Person ${index + 1}`, url: entry };
}

function personOf(entry: string): { id: string; name: string } | null {
  const found = /^([^=]+)=\s*([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i.exec(entry);
  return found ? { id: (found[2] ?? '').toLowerCase(), name: (found[1] ?? '').trim() } : null;
}

function teamOf(entry: string): { id: string; name: string } | null {
  const found = /^([^=\s]+)=\s*(\S.*)$/.exec(entry);
  return found ? { id: found[1] ?? '', name: found[2] ?? '' } : null;
}
