export type Theme = 'default' | 'dark' | 'contrast';

/** Where and as what a client opens the tab. */
export type Opening = {
  /** The page in the frame. */
  url: string;
  page: 'content' | 'settings' | 'remove';
  team: { id: string; name: string };
  channel: { id: string; name: string; kind: 'Regular' | 'Private' | 'Shared' };
  person: { id: string; tenantId: string };
  /** The installed app's id; null for clients that do not tell it. */
  appId: string | null;
  theme: Theme;
  /** BCP 47, in lower case, as Teams has it. */
  locale: string;
  /** What a followed link names; null where the tab was opened by itself. */
  subPageId: string | null;
  /** False for hosts that have no picker of people. */
  hasPicker: boolean;
  /** False for hosts whose frames may not print. */
  allowsModals: boolean;
};

/** What a frame may do in Teams. */
const sandbox = [
  'allow-scripts',
  'allow-same-origin',
  'allow-forms',
  'allow-popups',
  'allow-popups-to-escape-sandbox',
  'allow-pointer-lock',
  'allow-downloads',
];

/** The capabilities that Teams on the web tells, of those that a channel's tab could ask for. */
const supports = {
  appInstallDialog: {},
  call: {},
  chat: {},
  dialog: { card: { bot: {} }, url: { bot: {}, parentCommunication: {} }, update: {} },
  interactive: {},
  pages: { appButton: {}, backStack: {}, config: {}, fullTrust: {}, tabs: {} },
  sharing: {},
  stageView: {},
  teamsCore: {},
};

/** The same as the host's page takes it: contexts go over the wire in the older, flat form. */
export const configOf = (opening: Opening): Record<string, unknown> => ({
  url: opening.url,
  frameContext: opening.page,
  clientType: 'web',
  sdk: '2.0.5',
  runtime: {
    apiVersion: 4,
    isLegacyTeams: true,
    hostVersionsInfo: { adaptiveCardSchemaVersion: { majorVersion: 1, minorVersion: 5 } },
    supports: opening.hasPicker ? { ...supports, people: {} } : supports,
  },
  sandbox: [...sandbox, ...(opening.allowsModals ? ['allow-modals'] : [])].join(' '),
  allow: 'clipboard-read; clipboard-write; fullscreen',
  context: {
    hostName: 'Teams',
    hostClientType: 'web',
    theme: opening.theme,
    locale: opening.locale,
    entityId: opening.page === 'content' ? 'plan' : '',
    ...(opening.appId === null ? {} : { appId: opening.appId }),
    ...(opening.subPageId === null ? {} : { subEntityId: opening.subPageId }),
    teamId: opening.team.id,
    teamName: opening.team.name,
    channelId: opening.channel.id,
    channelName: opening.channel.name,
    channelType: opening.channel.kind,
    // A private or shared channel tells whose it is, and no group of its own.
    ...(opening.channel.kind === 'Regular'
      ? { groupId: opening.team.id }
      : { hostTeamGroupId: opening.team.id }),
    userObjectId: opening.person.id,
    tid: opening.person.tenantId,
    sessionId: 'session',
    appSessionId: 'session',
  },
});
