import type {
  ActionChange,
  ActionDraft,
  FieldFault,
  HistoryEntry,
  Named,
  PlanAction,
  PlanDraft,
  PlanFacts,
  PlanSeen,
  RemovedAction,
} from '../../bot/plan/contract.ts';

/** Why a call came to nothing; each has a sentence in the words and a way on. */
export type Trouble =
  /** No connection, or no answer in time. */
  | { kind: 'offline' }
  /** There is no token, or it was refused, also a fresh one. */
  | { kind: 'signIn' }
  /** Signed in with an account of an organisation that this server does not serve: signing in again changes nothing. */
  | { kind: 'elsewhere' }
  /** Not a member, or no plan that this server knows. */
  | { kind: 'outside' }
  | { kind: 'notAllowed' }
  | { kind: 'gone' }
  | { kind: 'stale'; current: PlanAction | PlanFacts }
  | { kind: 'unfit'; faults: FieldFault[] }
  /** The server asks for patience (429, 503); seconds. */
  | { kind: 'busy'; retryAfter: number }
  | { kind: 'broken'; status: number };

export type Result<T> = { ok: true; value: T } | { ok: false; trouble: Trouble };

/** The plan's API as the tab uses it. It never throws. A call whose token has expired is repeated once with a fresh one. */
export type Api = {
  /** `same` where nothing is new since the etag. */
  read(known: string | null): Promise<Result<{ seen: PlanSeen; etag: string } | 'same'>>;
  set(draft: PlanDraft, etag: string): Promise<Result<PlanFacts>>;
  members(): Promise<Result<Named[]>>;
  /** `key` is made once for a form, so that sending it again makes no second action. */
  add(draft: ActionDraft, key: string): Promise<Result<PlanAction>>;
  change(actionId: string, draft: ActionChange, etag: string): Promise<Result<PlanAction>>;
  remove(actionId: string, etag: string): Promise<Result<null>>;
  restore(actionId: string): Promise<Result<PlanAction>>;
  removed(): Promise<Result<RemovedAction[]>>;
  history(actionId: string | null): Promise<Result<HistoryEntry[]>>;
  empty(name: string, etag: string): Promise<Result<PlanFacts>>;
  /** The file, with the name that it is to be saved under. */
  export(format: 'docx' | 'csv'): Promise<Result<{ file: Blob; name: string }>>;
};
