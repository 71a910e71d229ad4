/**
 * What the tab and the server agree on: shapes, limits and closed lists. It imports nothing, as whatever it
 * imported would reach the tab's bundle too.
 */

/** The most that a plan takes. Characters are counted as UTF-16 code units, as `maxlength` counts them. */
export const planLimits = {
  /** The name of the team or service. */
  name: 120,
  /** Every other text. */
  text: 2_000,
  /** Actions that are not done. */
  open: 500,
  /** Actions in all, the done ones included: one look at a plan reads them all. */
  actions: 2_000,
  /** People on one action. */
  who: 20,
  managers: 20,
  /** Days in which a deleted action can be brought back. */
  undoDays: 30,
} as const;

export const statuses = ['todo', 'doing', 'done'] as const;
export type Status = (typeof statuses)[number];

/** How the outcome question was answered in the end; `changed`: it is no longer the aim. */
export const outcomesMet = ['met', 'partly', 'notYet', 'changed'] as const;
export type OutcomeMet = (typeof outcomesMet)[number];

/** An action's texts, in the order of the template's columns. */
export const actionTexts = ['area', 'activities', 'support', 'timescale', 'outcome', 'outcomeSeen'] as const;
export type ActionText = (typeof actionTexts)[number];

/** Everything of an action that a person can set. */
export const actionFields = [
  'area',
  'activities',
  'who',
  'support',
  'dueOn',
  'timescale',
  'outcome',
  'status',
  'outcomeMet',
  'outcomeSeen',
] as const;
export type ActionField = (typeof actionFields)[number];

/** `id` is the Entra object id, in lower case; the name is the roster's, whatever a client sends. */
export type Named = { id: string; name: string };

export type PlanAction = {
  id: string;
  /** What `If-Match` takes, without its quotes. */
  etag: string;
  area: string;
  activities: string;
  who: Named[];
  support: string;
  /** `YYYY-MM-DD`. */
  dueOn: string | null;
  /** Nobody is reminded of it before that day, `YYYY-MM-DD`; one that has come holds nothing any more. */
  heldUntil: string | null;
  /** The team's own words beside the date. */
  timescale: string;
  outcome: string;
  status: Status;
  outcomeMet: OutcomeMet | null;
  /** What was seen in the end. */
  outcomeSeen: string;
  createdBy: Named;
  /** ISO 8601, UTC. */
  createdAt: string;
  updatedBy: Named;
  updatedAt: string;
};

/** What a client sends to add an action (only `area` is needed) or, any part of it, to change one. */
export type ActionDraft = Partial<
  Pick<PlanAction, ActionText | 'dueOn' | 'status' | 'outcomeMet'> & { who: { id: string }[] }
>;

/** What a client sends to change an action: any part of it, and with a date why it is moved, if somebody says so. */
export type ActionChange = ActionDraft & { moveReason?: string };

export type PlanFacts = {
  /** The team's thread id, or the channel's for a private or shared one. */
  id: string;
  /** Of these facts, what `If-Match` takes, without its quotes; editing an action leaves it as it is. */
  etag: string;
  /** The name of the team or service. */
  name: string;
  managers: Named[];
  /** Whether guests of the team may read the plan; they never edit. */
  guestsRead: boolean;
  /** Object ids of people named in the plan who have left the team. */
  left: string[];
  /** A manager has had it emptied, and that is still under way: nothing can be changed until it is done. */
  emptying: boolean;
};

/** What a client sends to set a plan up or to change its facts; what is left out stays. */
export type PlanDraft = Partial<{
  name: string;
  managers: { id: string }[];
  guestsRead: boolean;
  /** The channel in which the tab was added, for links to it. */
  tabChannel: string;
}>;

export type Me = {
  id: string;
  canEdit: boolean;
  isManager: boolean;
  /** A manager, or anybody who edits while no manager is left. */
  mayAppoint: boolean;
};

/** `GET /api/plans/{planId}` */
export type PlanSeen = { plan: PlanFacts; actions: PlanAction[]; me: Me };

/** `GET …/removed`: deleted, and still to be had back. */
export type RemovedAction = PlanAction & { removedAt: string; removedBy: Named; until: string };

export const historyKinds = [
  'added',
  'changed',
  'removed',
  'restored',
  'held',
  'askedForHelp',
  'offeredHelp',
  'set',
  'emptied',
] as const;
export type HistoryKind = (typeof historyKinds)[number];

/**
 * One line of a history. Of texts it says only that they were changed: what somebody took out of a plan must not
 * live on beside it. `held` sets, moves or ends a hold.
 */
export type HistoryEntry = {
  id: string;
  /** ISO 8601, UTC. */
  at: string;
  by: Named;
  what: HistoryKind;
  fields: (ActionField | keyof PlanDraft)[];
  /** From and to, for what is no text. */
  moved: {
    status?: [Status, Status];
    dueOn?: [string | null, string | null];
    heldUntil?: [string | null, string | null];
    outcomeMet?: [OutcomeMet | null, OutcomeMet | null];
    who?: [Named[], Named[]];
    managers?: [Named[], Named[]];
    guestsRead?: [boolean, boolean];
  };
  /** Why a date was moved, in the words of whoever moved it: written for the team to read, and kept here alone. */
  note?: string;
};

/** Why a field was refused; `message` says the same in British English for whoever reads the API itself. */
export const faultCodes = [
  'required',
  'tooLong',
  'tooMany',
  'wrongType',
  'notOneOf',
  'notADay',
  'pastDay',
  'tooFarAhead',
  'unreadable',
  'unknownField',
  'notAMember',
  'notConfirmed',
  'planFull',
] as const;
export type FaultCode = (typeof faultCodes)[number];
export type FieldFault = { field: string; code: FaultCode; message: string };

/** RFC 9457. `errors` with 422, `current` with 412: the action, or the plan's facts, as they are now. */
export type Problem = {
  type: string;
  title: string;
  status: number;
  detail: string;
  errors?: FieldFault[];
  current?: PlanAction | PlanFacts;
};
