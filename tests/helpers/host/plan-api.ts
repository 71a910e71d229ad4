import type {
  ActionDraft,
  HistoryEntry,
  PlanAction,
  PlanDraft,
  PlanFacts,
  PlanSeen,
} from '../../../bot/plan/contract.ts';

/** The plan's API as one person calls it, without the tab; what is refused is thrown. */
export type PlanApi = {
  read(): Promise<PlanSeen>;
  /** Sets the plan up or changes its facts. */
  set(draft: PlanDraft): Promise<PlanFacts>;
  add(draft: ActionDraft): Promise<PlanAction>;
  /** Changes the action as it is now, whoever changed it last. */
  change(id: string, draft: ActionDraft): Promise<PlanAction>;
  remove(id: string): Promise<void>;
  /** What became of an action, the newest first. */
  history(id: string): Promise<HistoryEntry[]>;
};

export const planApi = (server: string, planId: string, token: () => Promise<string>): PlanApi => {
  const whole = `${server}/api/plans/${encodeURIComponent(planId)}`;
  const call = async <T>(method: string, path: string, body?: unknown, etag?: string): Promise<T> => {
    const answer = await fetch(whole + path, {
      method,
      headers: {
        authorization: `Bearer ${await token()}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(etag === undefined ? {} : { 'if-match': `"${etag}"` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path} was answered with ${answer.status}: ${text}`);
    return (text === '' ? null : JSON.parse(text)) as T;
  };
  const etagOf = async (id: string): Promise<string> => {
    const { actions } = await api.read();
    const found = actions.find((action) => action.id === id);
    if (!found) throw new Error('There is no such action.');
    return found.etag;
  };
  const api: PlanApi = {
    read: () => call('GET', ''),
    set: async (draft) => call('PUT', '', draft, (await api.read()).plan.etag),
    add: (draft) => call('POST', '/actions', draft),
    change: async (id, draft) => call('PATCH', `/actions/${id}`, draft, await etagOf(id)),
    remove: async (id) => call('DELETE', `/actions/${id}`, undefined, await etagOf(id)),
    history: (id) => call('GET', `/actions/${id}/history`),
  };
  return api;
};
