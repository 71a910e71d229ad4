import type { IncomingMessage, ServerResponse } from 'node:http';
import { answerJson, bodyOf, serve } from './http.ts';
import { outboundToken } from './teams-issuer.ts';

export type Json = Record<string, unknown>;

/** A message standing in a conversation, with every version it has had, oldest first. */
export type Message = {
  id: string;
  conversationId: string;
  activity: Json;
  history: Json[];
  deleted: boolean;
};

/** What the connector does instead of its work for calls to one conversation, the given number of times. */
export type Fault = {
  status?: number;
  code?: string;
  /** Seconds, or an HTTP date. */
  retryAfter?: number | string;
  /** The connection ends without an answer, before or after the message was taken. */
  drop?: 'before' | 'after';
  times?: number;
  /** The method that it is for; left out, every call. */
  method?: string;
};

export type Call = { method: string; path: string; body: string; status: number | null };
export type Roster = {
  id: string;
  name: string;
  aadObjectId?: string;
  tenantId?: string;
  userRole?: string;
}[];

/** Teams' side of the conversations: what the bot may call, through the same HTTP interface. */
export type FakeConnector = {
  serviceUrl: string;
  calls: Call[];
  messages: Message[];
  /** Members by conversation; a conversation without an entry does not exist. */
  rosters: Map<string, Roster>;
  /** Conversations that answer every call with 403 because the bot is not in them. */
  without: Set<string>;
  faults: Map<string, Fault>;
  /** Which chat `POST /v3/conversations` opens for a member; null is refused. */
  opens: (teamsId: string) => string | null;
  /** Finds single members by their Teams id alone, as local clients do. */
  byTeamsIdAlone: boolean;
  /** Members a page, to see paging with few. */
  pageSize: number;
  stop(): Promise<void>;
};

/** `signed` false plays a local client, whose bot has no sign-in. */
export const startConnector = async (signed = true): Promise<FakeConnector> => {
  let count = 0;
  const state = {
    calls: [] as Call[],
    messages: [] as Message[],
    rosters: new Map<string, Roster>(),
    without: new Set<string>(),
    faults: new Map<string, Fault>(),
    opens: (_teamsId: string): string | null => null,
    byTeamsIdAlone: false,
    pageSize: 500,
  };

  const server = await serve(async (req, res) => {
    const body = await bodyOf(req);
    const call: Call = { method: req.method ?? '', path: req.url ?? '', body, status: null };
    state.calls.push(call);
    res.on('finish', () => {
      call.status = res.statusCode;
    });
    const wanted = signed ? `Bearer ${outboundToken}` : undefined;
    if (req.headers.authorization !== wanted) refuse(res, 401, 'Unauthorized');
    else answer(call, req, res);
  });

  const answer = (call: Call, req: IncomingMessage, res: ServerResponse): void => {
    const url = new URL(call.path, 'http://connector');
    const [, , , , id = '', what = '', inner = ''] = url.pathname.split('/').map(decodeURIComponent);
    const key = id || teamsIdIn(call.body);
    const fault = state.faults.get(key);
    if (fault && (fault.method === undefined || fault.method === call.method)) {
      if (fault.times !== undefined && --fault.times <= 0) state.faults.delete(key);
      if (fault.drop === 'after') work(call, url, id, what, inner);
      if (fault.drop) req.socket.destroy();
      else refuse(res, fault.status ?? 500, fault.code ?? 'ServiceError', fault.retryAfter);
      return;
    }
    const done = work(call, url, id, what, inner);
    answerJson(res, done.status, done.body);
  };

  const work = (
    call: Call,
    url: URL,
    id: string,
    what: string,
    inner: string,
  ): { status: number; body: Json } => {
    if (id === '') {
      const chat = state.opens(teamsIdIn(call.body));
      return chat === null ? refusal(403, 'BotNotInConversationRoster') : { status: 201, body: { id: chat } };
    }
    const roster = state.rosters.get(id);
    if (roster === undefined) return refusal(404, 'ConversationNotFound');
    if (state.without.has(id)) return refusal(403, 'BotNotInConversationRoster');
    if (what === 'pagedmembers') {
      const from = Number(url.searchParams.get('continuationToken') ?? 0);
      const size = Math.min(state.pageSize, Number(url.searchParams.get('pageSize') ?? 50));
      const more = from + size < roster.length ? { continuationToken: String(from + size) } : {};
      return { status: 200, body: { members: roster.slice(from, from + size), ...more } };
    }
    if (what === 'members') {
      const isAsked = ({ id: own, aadObjectId }: Roster[number]) =>
        own === inner || (!state.byTeamsIdAlone && aadObjectId === inner);
      const found = roster.find(isAsked);
      return found ? { status: 200, body: found } : refusal(404, 'MemberNotFoundInConversation');
    }
    if (what !== 'activities') return refusal(404, 'NotFound');
    if (call.method === 'POST') {
      count += 1;
      const message = { id: String(1_700_000_000_000 + count), conversationId: id, deleted: false };
      const activity = JSON.parse(call.body) as Json;
      state.messages.push({ ...message, activity, history: [activity] });
      return { status: 201, body: { id: message.id } };
    }
    const message = state.messages.find((each) => each.id === inner && each.conversationId === id);
    if (message === undefined || message.deleted) return refusal(404, 'ActivityNotFoundInConversation');
    if (call.method === 'DELETE') {
      message.deleted = true;
      return { status: 200, body: {} };
    }
    message.activity = JSON.parse(call.body) as Json;
    message.history.push(message.activity);
    return { status: 200, body: { id: inner } };
  };

  return Object.assign(state, { serviceUrl: `${server.url}/teams/`, stop: server.stop });
};

const refusal = (status: number, code: string) => ({
  status,
  body: { error: { code, message: 'Refused.' } },
});

const refuse = (res: ServerResponse, status: number, code: string, retryAfter?: number | string): void =>
  answerJson(
    res,
    status,
    refusal(status, code).body,
    retryAfter ? { 'retry-after': String(retryAfter) } : {},
  );

const teamsIdIn = (body: string): string => {
  if (body === '') return '';
  const { members } = JSON.parse(body) as { members?: { id?: string }[] };
  return members?.[0]?.id ?? '';
};
