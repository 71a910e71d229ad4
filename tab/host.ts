import type { Named } from '../bot/plan/contract.ts';

export type Theme = 'default' | 'dark' | 'contrast';

/** Where the tab stands, and so whose plan it shows. */
export type Place = {
  /** The team's thread id, or the channel's for a private or shared one. */
  planId: string;
  channelId: string | null;
  /** In a private or shared channel the bot must have been added to the channel itself. */
  channelKind: 'standard' | 'private' | 'shared';
  /** The team's own name where the host tells it; for showing only. */
  teamName: string;
  /** The action that a followed link names. */
  openAction: string | null;
};

/**
 * What the tab needs of the client around it: Teams, or on a developer's machine a chosen person. Nothing a host
 * says gives access to anything; the server asks Teams.
 */
export type Host = {
  kind: 'teams' | 'local';
  /** Object id of the person as the host tells it, or empty; it keeps two people's drafts apart, and opens nothing. */
  person: string;
  place: Place;
  /** BCP 47. */
  locale: string;
  theme: Theme;
  /** Calls back on each change; the answer stops it. */
  onTheme(changed: (theme: Theme) => void): () => void;
  /** A token for our own API; a new one where `fresh`. @throws where the person is not signed in */
  token(fresh?: boolean): Promise<string>;
  /** The first rows are there: the host takes its own waiting picture away. */
  ready(): void;
  /** The page cannot go on. */
  failed(): void;
  /** Teams' people picker, for these people or none yet; null where the host has none. Null in answer: cancelled. */
  pickPeople: ((chosen: readonly string[], single: boolean) => Promise<Named[] | null>) | null;
  /** A link that opens the tab with that action; null where none can be made. */
  linkTo(actionId: string): string | null;
  /** The host's own way to share a link, for where `linkTo` makes none. */
  share?: (actionId: string, label: string) => void;
  /** The configuration or removal page's side of the host; null on the content page. */
  config: HostConfig | null;
};

export type HostConfig = {
  /** Whether the host's own *Save* can be pressed. */
  valid(isValid: boolean): void;
  /** The work to be done on *Save*; what it throws is told to the host as a failure, with the sentence given. */
  onSave(work: () => Promise<{ displayName: string }>): void;
  onRemove(work: () => Promise<void>): void;
};
