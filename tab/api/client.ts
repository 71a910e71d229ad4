import type {
  HistoryEntry,
  Named,
  PlanAction,
  PlanFacts,
  PlanSeen,
  RemovedAction,
} from '../../bot/plan/contract.ts';
import { fileNameIn, listOf, quoted, readBody, unquoted } from './answers.ts';
import type { Api, Result } from './api.ts';
import { type Call, createSend, type Token } from './send.ts';

/**
 * The API of one plan.
 * @param planId the team's thread id, or the channel's
 * @param token gives the person's token
 * @param origin where the server is; left out, where the page came from
 */
export const createApi = (planId: string, token: Token, origin = ''): Api => {
  const plan = `${origin}/api/plans/${encodeURIComponent(planId)}`;
  const action = (id: string): string => `${plan}/actions/${encodeURIComponent(id)}`;
  const send = createSend(token);
  const json = async <T>(call: Call): Promise<Result<T>> => readBody<T>(await send(call));

  return {
    read: async (known) => {
      const headers = known === null ? {} : { 'if-none-match': quoted(known) };
      const answer = await send({ path: plan, headers });
      if (!answer.ok) return answer;
      if (answer.value.status === 304) return { ok: true, value: 'same' };
      const etag = unquoted(answer.value.headers.get('etag'));
      const seen = await readBody<PlanSeen>(answer);
      return seen.ok ? { ok: true, value: { seen: seen.value, etag } } : seen;
    },
    set: (draft, etag) => json<PlanFacts>({ method: 'PUT', path: plan, body: draft, headers: match(etag) }),
    members: async () => listOf<Named>(await json({ path: `${plan}/members` })),
    add: (draft, key) =>
      json<PlanAction>({
        method: 'POST',
        path: `${plan}/actions`,
        body: draft,
        headers: { 'idempotency-key': key },
      }),
    change: (id, draft, etag) =>
      json<PlanAction>({ method: 'PATCH', path: action(id), body: draft, headers: match(etag) }),
    remove: async (id, etag) => {
      const answer = await send({ method: 'DELETE', path: action(id), headers: match(etag) });
      return answer.ok ? { ok: true, value: null } : answer;
    },
    restore: (id) => json<PlanAction>({ method: 'POST', path: `${action(id)}/restore` }),
    removed: async () => listOf<RemovedAction>(await json({ path: `${plan}/removed` })),
    history: async (id) =>
      listOf<HistoryEntry>(await json({ path: id === null ? `${plan}/history` : `${action(id)}/history` })),
    empty: (name, etag) =>
      json<PlanFacts>({ method: 'POST', path: `${plan}/empty`, body: { name }, headers: match(etag) }),
    export: async (format) => {
      const answer = await send({ path: `${plan}/export?format=${format}` });
      if (!answer.ok) return answer;
      const name =
        fileNameIn(answer.value.headers.get('content-disposition')) ?? `team-action-plan.${format}`;
      const file = await answer.value.blob().catch(() => null);
      return file ? { ok: true, value: { file, name } } : { ok: false, trouble: { kind: 'offline' } };
    },
  };
};

const match = (etag: string): Record<string, string> => ({ 'if-match': quoted(etag) });
