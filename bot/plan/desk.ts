import type { Day, Moment } from '../calendar/days.ts';
import type { Access } from '../people/access.ts';
import type { PersonId } from '../people/person.ts';
import type {
  FieldFault,
  HistoryEntry,
  Me,
  Named,
  PlanAction,
  PlanFacts,
  PlanSeen,
  RemovedAction,
} from './contract.ts';
import type { PlanStore } from './store.ts';

/** Every way in which a plan says no. */
export type Refusal =
  /** Not a member; also where there is no such plan, so that ids cannot be probed. */
  | { refused: 'outside' }
  /** A member, but not for this: a guest who reads, or somebody who does not manage the plan. */
  | { refused: 'notAllowed' }
  | { refused: 'unknownAction' }
  /** Changed since the caller saw it; this is how it is now. */
  | { refused: 'stale'; current: PlanAction | PlanFacts }
  | { refused: 'unfit'; faults: FieldFault[] }
  /** The key of a creation was used for something else. */
  | { refused: 'keyUsed' }
  /** The plan is being emptied, or many change it at the same moment: soon again. */
  | { refused: 'busy' }
  /** Teams did not tell whether this person belongs here. */
  | { refused: 'unreachable' };

export const isRefusal = (answer: object | null): answer is Refusal => answer !== null && 'refused' in answer;

/** Etags go in and out without quotes. `body` is whatever a client sent; everything in it is checked. */
export interface PlanDesk {
  /** `same` where the plan, as this person sees it, still has the given tag: one point read each of plan and access. */
  read(
    by: PersonId,
    planId: string,
    known: string | null,
  ): Promise<{ seen: PlanSeen; etag: string } | 'same' | Refusal>;

  /**
   * The plan's facts and one of its actions (or none, where null is asked for), as this person may see them now: at
   * the cost of that action, not of the whole plan. A plan that nobody has set up yet has none of it.
   */
  look(by: PersonId, planId: string, actionId: string | null): Promise<Looked | Refusal>;

  /** Sets the plan up, or changes its name, managers and whether guests read. */
  set(by: PersonId, planId: string, body: unknown, etag: string): Promise<PlanFacts | Refusal>;

  /** Whom an action or the managers may be chosen from, for whoever may choose; guests are not among them. */
  members(by: PersonId, planId: string): Promise<Named[] | Refusal>;

  /** Adds an action; the same key and body again give the same action. */
  add(
    by: PersonId,
    planId: string,
    body: unknown,
    key: string | null,
  ): Promise<{ action: PlanAction } | Refusal>;

  /**
   * Changes any part of an action. `moveReason` beside a new `dueOn` is kept in the history, for the team to read;
   * beside the date that stands already it is nothing.
   */
  change(
    by: PersonId,
    planId: string,
    actionId: string,
    body: unknown,
    etag: string,
  ): Promise<{ action: PlanAction } | Refusal>;

  /**
   * Puts an open action on hold until a day (after today, within a year), or (null) ends that; for those who are on
   * it and for managers. Held until that day already: so it is, whichever version the caller saw.
   */
  hold(
    by: PersonId,
    planId: string,
    actionId: string,
    until: Day | null,
    etag: string,
  ): Promise<{ action: PlanAction } | Refusal>;

  /** Notes that somebody who is on an open action asks for help with it, and says which managers are to be told. */
  askForHelp(by: PersonId, planId: string, actionId: string): Promise<HelpSaid | Refusal>;

  /** Notes that a manager offers help with an open action, and says who of those on it are to be told. */
  offerHelp(by: PersonId, planId: string, actionId: string): Promise<HelpSaid | Refusal>;

  /** Deletes an action, to be had back for thirty days. */
  remove(by: PersonId, planId: string, actionId: string, etag: string): Promise<'removed' | Refusal>;

  /** Brings it back; harmless where it stands already. */
  restore(by: PersonId, planId: string, actionId: string): Promise<{ action: PlanAction } | Refusal>;

  /** What can still be had back, newest first. */
  removed(by: PersonId, planId: string): Promise<RemovedAction[] | Refusal>;

  /** Newest first; of one action, or (null) of the plan itself. */
  history(by: PersonId, planId: string, actionId: string | null): Promise<HistoryEntry[] | Refusal>;

  /** Erases all actions and their histories for good. The body repeats the plan's name, as the second asking. */
  empty(by: PersonId, planId: string, body: unknown, etag: string): Promise<PlanFacts | Refusal>;

  /**
   * For the channel's card: counts and a day, nobody's name and no title. Refused to whoever may not read the plan;
   * where there is none yet, there is nothing to keep from anybody.
   */
  summary(by: PersonId, planId: string): Promise<Summary | Refusal>;

  /** This person's own open actions in all plans, by due day, those without one last; each checked. */
  openOf(person: PersonId): Promise<{ plan: { id: string; name: string }; action: PlanAction }[]>;

  /** The place's roster was read anew: marks who has left, and who is back. */
  rosterChanged(planId: string): Promise<void>;

  /** Erases at most that many of what is due for it. Any server may; what is left resumes. */
  erase(most: number): Promise<{ erased: number; failed: number; more: boolean }>;
}

/** What a look shows; `action` is null where none was asked for. */
export type Looked = {
  plan: PlanFacts;
  /** The channel with the tab, for a link. */
  tabChannel: string | null;
  action: PlanAction | null;
  me: Me;
};

/** Help asked for or offered. */
export type HelpSaid = {
  action: PlanAction;
  /** Those to be told who are still there, without the one who said it. Nobody: then nothing was noted either. */
  told: Named[];
  /** This person has said it today, and the first time was noted: whoever was told then need not be told anew. */
  again: boolean;
};

export type Summary = {
  name: string;
  open: number;
  done: number;
  /** The next due day of an open action, today included; null where there is none. */
  nextDueOn: string | null;
  tabChannel: string | null;
};

/** What plans need from outside; time, ids and digests come in, so that a test can hold them still. */
export type PlanDeskParts = {
  store: PlanStore;
  access: Access;
  now: () => Moment;
  /** Unique for good; letters, digits and hyphens. */
  newId: () => string;
  /** A digest of a text, in lower-case hexadecimal, of at least 32 characters. */
  digest: (text: string) => string;
  /** IANA name of the installation's time zone, in which days begin and end. */
  timeZone: string;
  /** Told of what failed in the background; it must not write down messages. */
  report: (what: 'erasing.failed', error: unknown) => void;
};
