import type { PlanAction, PlanDraft, PlanFacts } from '../../../../bot/plan/contract.ts';
import type { Api, Result, Trouble } from '../../../../tab/api/api.ts';
import * as sample from './sample.ts';

/** A server in memory that a test can trip up, with what was asked of it. */
export const createStubApi = (asked: URLSearchParams) => {
  // Twice: in strict mode a page asks twice when it is first drawn.
  const outside = [1, 2].map(() => ({ trouble: { kind: 'outside' }, done: false }));
  const stage = {
    action: { ...sample.action } as PlanAction | null,
    plan: asked.has('unmanaged') ? { ...sample.plan, managers: [] } : ({ ...sample.plan } as PlanFacts),
    added: [] as PlanAction[],
    keys: [] as string[],
    calls: [] as { name: string; sent: unknown; etag: string }[],
    /** The next answers; while there are any, the call is done all the same where `done` says so. */
    troubles: (asked.has('outside') ? outside : []) as {
      trouble: Trouble;
      done: boolean;
    }[],
    /** Milliseconds that each answer takes. */
    takes: 0,
    /** Somebody else changes the action. */
    other(patch: Partial<PlanAction>): void {
      if (stage.action)
        stage.action = { ...stage.action, ...patch, etag: `${stage.action.etag}o`, updatedBy: sample.jo };
    },
    otherFacts(patch: Partial<PlanFacts>): void {
      stage.plan = { ...stage.plan, ...patch, etag: `${stage.plan.etag}o` };
    },
  };
  const named = (who: readonly { id: string }[]) =>
    who.map(({ id }) => sample.team.find((person) => person.id === id) ?? { ...sample.ola, id });

  const answer = async <T>(
    name: string,
    sent: unknown,
    etag: string,
    work: () => Result<T>,
  ): Promise<Result<T>> => {
    stage.calls.push({ name, sent, etag });
    if (stage.takes > 0) await new Promise((resolve) => setTimeout(resolve, stage.takes));
    const trip = stage.troubles.shift();
    if (trip && !trip.done) return { ok: false, trouble: trip.trouble };
    const result = work();
    return trip ? { ok: false, trouble: trip.trouble } : result;
  };
  const fine = <T>(value: T): Result<T> => ({ ok: true, value });
  const trouble = (found: Trouble) => ({ ok: false, trouble: found }) as const;
  const setFacts = ({ managers, name, guestsRead }: PlanDraft): PlanFacts => ({
    ...stage.plan,
    ...(name !== undefined && { name }),
    ...(guestsRead !== undefined && { guestsRead }),
    ...(managers && { managers: named(managers) }),
    etag: `${stage.plan.etag}n`,
  });

  const api: Api = {
    read: () =>
      answer('read', null, '', () =>
        fine({
          seen: {
            plan: stage.plan,
            actions: stage.action && !asked.has('unmanaged') ? [stage.action] : [],
            me: {
              ...sample.me,
              isManager: !asked.has('unmanaged'),
              canEdit: !asked.has('guest'),
            },
          },
          etag: 'w',
        }),
      ),
    set: (draft, etag) =>
      answer('set', draft, etag, () => {
        if (etag !== stage.plan.etag) return trouble({ kind: 'stale', current: stage.plan });
        stage.plan = setFacts(draft);
        return fine(stage.plan);
      }),
    members: () => answer('members', null, '', () => fine(sample.team)),
    add: (draft, key) =>
      answer('add', draft, key, () => {
        const at = stage.keys.indexOf(key);
        const known = stage.added[at];
        if (known) return fine(known);
        const { who = [], ...rest } = draft;
        const added: PlanAction = {
          ...sample.action,
          activities: '',
          support: '',
          dueOn: null,
          timescale: '',
          outcome: '',
          ...rest,
          who: named(who),
          id: `n${stage.added.length}`,
        };
        stage.keys.push(key);
        stage.added.push(added);
        stage.action = added;
        return fine(added);
      }),
    change: (_id, draft, etag) =>
      answer('change', draft, etag, () => {
        if (!stage.action) return trouble({ kind: 'gone' });
        if (etag !== stage.action.etag) return trouble({ kind: 'stale', current: stage.action });
        const { who, ...rest } = draft;
        stage.action = {
          ...stage.action,
          ...rest,
          ...(who && { who: named(who) }),
          etag: `${stage.action.etag}m`,
          updatedBy: sample.sam,
        };
        return fine(stage.action);
      }),
    remove: () => answer('remove', null, '', () => fine(null)),
    restore: () => answer('restore', null, '', () => fine(sample.action)),
    removed: () => answer('removed', null, '', () => fine(sample.removed)),
    history: (actionId) =>
      answer('history', actionId, '', () => fine(actionId === null ? sample.planHistory : sample.history)),
    empty: (name, etag) =>
      answer('empty', name, etag, () => {
        stage.plan = { ...stage.plan, emptying: true, etag: `${stage.plan.etag}e` };
        return fine(stage.plan);
      }),
    export: () => answer('export', null, '', () => trouble({ kind: 'broken', status: 500 })),
  };
  return { api, stage };
};

export type Stage = ReturnType<typeof createStubApi>['stage'];
