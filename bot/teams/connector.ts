import type { IAdaptiveCard } from '@microsoft/teams.cards';
import { failure, type Log, word } from '../log.ts';
import { retryAfterMs } from './retry-after.ts';
import type { ServiceUrls } from './service-urls.ts';
import { withSlash } from './service-urls.ts';
import type { OutboundToken } from './tokens.ts';

/** A message as the connector takes it. */
export type OutboundMessage = { card: IAdaptiveCard; summary: string } | { text: string };

/** Teams' answer to one call. `status` is null where none came: refused, dropped, or later than the timeout. */
export type Reached<T> = { ok: true; value: T } | Refusal;
export type Refusal = {
  ok: false;
  status: number | null;
  code: string | null;
  /** How long Teams asked to be left alone; only where it said so. */
  retryAfterMs?: number;
};

/**
 * Calls to Teams, exactly one attempt each. The SDK's own client repeats a message whose answer was lost, and
 * for longer than a turn may take.
 */
export type Connector = {
  post(
    serviceUrl: string,
    conversationId: string,
    message: OutboundMessage,
  ): Promise<Reached<{ id: string }>>;
  replace(
    at: { serviceUrl: string; conversationId: string; activityId: string },
    message: OutboundMessage,
  ): Promise<Reached<null>>;
  /** Opens (or finds) the person's own chat with the bot. */
  openChat(
    serviceUrl: string,
    ask: { botId: string; teamsId: string; tenantId: string },
  ): Promise<Reached<{ id: string }>>;
  /** One page of a roster, of at most 500; `next` is null on the last. */
  members(
    serviceUrl: string,
    conversationId: string,
    next: string | null,
  ): Promise<Reached<{ members: unknown[]; next: string | null }>>;
  /** One member of a conversation, by object id or Teams' own id; of any shape. */
  member(serviceUrl: string, conversationId: string, id: string): Promise<Reached<unknown>>;
  /** Takes a message of the bot's away. */
  remove(at: { serviceUrl: string; conversationId: string; activityId: string }): Promise<Reached<null>>;
};

/** `timeoutMs` bounds a whole call, the token's fetching included. */
export const createConnector = (parts: {
  token: OutboundToken;
  serviceUrls: ServiceUrls;
  timeoutMs: number;
  log: Log;
}): Connector => {
  const call = async (
    serviceUrl: string,
    method: string,
    path: string,
    body?: unknown,
  ): Promise<Reached<Fields>> => {
    // A stored URL may have left the list since it was stored.
    if (!parts.serviceUrls.allows(serviceUrl)) return failed(403, 'ServiceUrlNotAllowed');
    const signal = AbortSignal.timeout(parts.timeoutMs);
    try {
      const token = await before(signal, parts.token());
      const response = await fetch(`${withSlash(serviceUrl)}v3/conversations${path}`, {
        method,
        signal,
        redirect: 'error',
        headers: {
          accept: 'application/json',
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(token === null ? {} : { authorization: `Bearer ${token}` }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const said = fieldsOf(await response.text());
      if (response.ok) return { ok: true, value: said };
      return failed(response.status, codeOf(said), retryAfterMs(response.headers, Date.now()));
    } catch (error) {
      // A token that cannot be had ends here too, so an operator must be able to see which it was.
      parts.log.warn('call.failed', { kind: word(method), ...failure(error) });
      return failed(null, null);
    }
  };

  return {
    post: async (serviceUrl, conversationId, message) =>
      withId(await call(serviceUrl, 'POST', `${pathTo(conversationId)}/activities`, activityOf(message))),
    replace: async (at, message) => {
      const path = `${pathTo(at.conversationId)}/activities/${encodeURIComponent(at.activityId)}`;
      const reached = await call(at.serviceUrl, 'PUT', path, { ...activityOf(message), id: at.activityId });
      return reached.ok ? { ok: true, value: null } : reached;
    },
    remove: async (at) => {
      const path = `${pathTo(at.conversationId)}/activities/${encodeURIComponent(at.activityId)}`;
      const reached = await call(at.serviceUrl, 'DELETE', path);
      return reached.ok ? { ok: true, value: null } : reached;
    },
    member: (serviceUrl, conversationId, id) =>
      call(serviceUrl, 'GET', `${pathTo(conversationId)}/members/${encodeURIComponent(id)}`),
    openChat: async (serviceUrl, ask) =>
      withId(
        await call(serviceUrl, 'POST', '', {
          bot: { id: ask.botId },
          members: [{ id: ask.teamsId }],
          isGroup: false,
          tenantId: ask.tenantId,
          channelData: { tenant: { id: ask.tenantId } },
        }),
      ),
    members: async (serviceUrl, conversationId, next) => {
      const query = new URLSearchParams({ pageSize: '500', ...(next ? { continuationToken: next } : {}) });
      const reached = await call(serviceUrl, 'GET', `${pathTo(conversationId)}/pagedmembers?${query}`);
      if (!reached.ok) return reached;
      const { members, continuationToken } = reached.value;
      // No list is not an empty list: somebody in between may have answered.
      if (!Array.isArray(members)) return failed(null, 'NoMembers');
      return {
        ok: true,
        value: {
          members,
          next: typeof continuationToken === 'string' && continuationToken !== '' ? continuationToken : null,
        },
      };
    },
  };
};

type Fields = Record<string, unknown>;

const pathTo = (conversationId: string): string => `/${encodeURIComponent(conversationId)}`;

const activityOf = (message: OutboundMessage): Fields =>
  'text' in message
    ? { type: 'message', text: message.text, textFormat: 'plain' }
    : {
        type: 'message',
        summary: message.summary,
        attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: message.card }],
      };

const failed = (status: number | null, code: string | null, after?: number): Refusal => ({
  ok: false,
  status,
  code,
  ...(after === undefined ? {} : { retryAfterMs: after }),
});

const withId = (reached: Reached<Fields>): Reached<{ id: string }> => {
  if (!reached.ok) return reached;
  const { id } = reached.value;
  // Accepted without an id: sending again would show it twice, so the message counts as sent.
  return { ok: true, value: { id: typeof id === 'string' ? id : '' } };
};

const fieldsOf = (text: string): Fields => {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
};

/** `{ error: { code, innerHttpError?, ... } }`; Teams puts a finer code beside or inside it at times. */
const codeOf = (said: Fields): string | null => {
  const error = said.error;
  if (typeof error !== 'object' || error === null) return null;
  const { code, subCode, subcode }: { code?: unknown; subCode?: unknown; subcode?: unknown } = error;
  const found = subCode ?? subcode ?? code;
  return typeof found === 'string' ? found : null;
};

const before = async <T>(signal: AbortSignal, work: Promise<T>): Promise<T> => {
  const late = Promise.withResolvers<never>();
  const give = () => late.reject(signal.reason);
  signal.addEventListener('abort', give);
  try {
    return await Promise.race([work, late.promise]);
  } finally {
    signal.removeEventListener('abort', give);
  }
};
