import type { OwnChat, PersonId } from '../people/person.ts';

/**
 * An activity as this bot reads it. Everything comes from outside and is of any shape, so each field is read
 * with care and a missing one is an empty string or null.
 */
export type Inbound = {
  type: string;
  name: string;
  action: string;
  /** What was typed, with the bot's mention taken out. Never to be logged. */
  text: string;
  value: unknown;
  locale: string | null;
  replyToId: string | null;
  sender: { id: PersonId | null; name: string; teamsId: string };
  where: 'personal' | 'group' | 'team';
  chat: OwnChat;
  team: { id: string; name: string } | null;
  /** The channel within the team; null in kind where the activity does not say what sort it is. */
  channel: { id: string; name: string; kind: ChannelKind | null } | null;
  /** What Teams calls a change of a conversation, such as `channelMemberAdded`. */
  event: string;
  /** Who came or left, the bot aside; null where somebody's object id is not given. */
  moved: PersonId[] | null;
  botAdded: boolean;
  botRemoved: boolean;
};

export type ChannelKind = 'standard' | 'private' | 'shared';

export const readInbound = (activity: unknown): Inbound => {
  const conversation = at(activity, 'conversation');
  const botId = string(activity, 'recipient', 'id');
  const teamId = string(activity, 'channelData', 'team', 'id');
  const object = string(activity, 'from', 'aadObjectId').toLowerCase();
  return {
    type: string(activity, 'type'),
    name: string(activity, 'name'),
    action: string(activity, 'action'),
    text: withoutMention(string(activity, 'text'), at(activity, 'entities'), botId),
    value: at(activity, 'value'),
    locale: string(activity, 'locale') || null,
    replyToId: string(activity, 'replyToId') || null,
    sender: {
      id: object === '' ? null : object,
      name: string(activity, 'from', 'name'),
      teamsId: string(activity, 'from', 'id'),
    },
    where: placeOf(string(conversation, 'conversationType'), at(conversation, 'isGroup') === true, teamId),
    chat: {
      serviceUrl: string(activity, 'serviceUrl'),
      conversationId: string(conversation, 'id'),
      tenantId: string(conversation, 'tenantId') || string(activity, 'channelData', 'tenant', 'id'),
      botId,
    },
    team: teamId === '' ? null : { id: teamId, name: string(activity, 'channelData', 'team', 'name') },
    channel: channelOf(activity),
    event: string(activity, 'channelData', 'eventType'),
    moved: movedIn([at(activity, 'membersAdded'), at(activity, 'membersRemoved')], botId),
    botAdded: lists(at(activity, 'membersAdded'), botId),
    botRemoved: lists(at(activity, 'membersRemoved'), botId),
  };
};

/** The value under a path of keys, or undefined. */
export const at = (value: unknown, ...path: string[]): unknown =>
  path.reduce<unknown>(
    (found, key) =>
      typeof found === 'object' && found !== null && Object.hasOwn(found, key)
        ? Reflect.get(found, key)
        : undefined,
    value,
  );

/** The string under a path of keys; empty where there is none. */
export const string = (value: unknown, ...path: string[]): string => {
  const found = at(value, ...path);
  return typeof found === 'string' ? found : '';
};

/** Only what Teams calls personal, or does not call anything in a chat of two, is a person's own chat. */
const placeOf = (type: string, isGroup: boolean, teamId: string): Inbound['where'] => {
  if (type === 'channel' || teamId !== '') return 'team';
  return type === 'personal' || (type === '' && !isGroup) ? 'personal' : 'group';
};

/** Older activities of a channel name it in their conversation alone, before the thread's first message. */
const channelOf = (activity: unknown): Inbound['channel'] => {
  const kinds: readonly ChannelKind[] = ['standard', 'private', 'shared'];
  const given = at(activity, 'channelData', 'channel');
  const conversation = at(activity, 'conversation');
  const inChannel = string(conversation, 'conversationType') === 'channel';
  const id = string(given, 'id') || (inChannel ? (string(conversation, 'id').split(';')[0] ?? '') : '');
  if (id === '') return null;
  const type = string(given, 'type').toLowerCase();
  return { id, name: string(given, 'name'), kind: kinds.find((kind) => kind === type) ?? null };
};

const movedIn = (lists: readonly unknown[], botId: string): PersonId[] | null => {
  const people = lists
    .flatMap((members): unknown[] => (Array.isArray(members) ? members : []))
    .filter((member) => botId === '' || string(member, 'id') !== botId)
    .map((member) => (string(member, 'aadObjectId') || string(member, 'objectId')).toLowerCase());
  return people.includes('') ? null : people;
};

const lists = (members: unknown, botId: string): boolean =>
  botId !== '' && Array.isArray(members) && members.some((member) => string(member, 'id') === botId);

/** Clients put the mention in front, in the middle or twice; other people's mentions stay. */
const withoutMention = (text: string, entities: unknown, botId: string): string => {
  const mentions = Array.isArray(entities)
    ? entities
        .filter((entity) => string(entity, 'mentioned', 'id') === botId)
        .map((entity) => string(entity, 'text'))
    : [];
  const rest = mentions.reduce(
    (found, mention) => (mention === '' ? found : found.replaceAll(mention, ' ')),
    text,
  );
  return rest.replace(/^\s*<at[^>]*>[^<]*<\/at>/i, ' ').trim();
};
