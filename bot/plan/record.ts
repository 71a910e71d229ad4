import type { Day, Moment } from '../calendar/days.ts';
import type { HistoryEntry, Named, OutcomeMet, Status } from './contract.ts';

/**
 * A team's plan, without its actions. Every change of the plan or of one of its actions rewrites it, so that one
 * point read tells whether anything is new, and changes at the same moment take turns.
 */
export type Plan = {
  /** The team's thread id, or the channel's for a private or shared one. */
  id: string;
  name: string;
  managers: Named[];
  guestsRead: boolean;
  /** The channel with the tab, for links to it; null until it was set up there. */
  tabChannel: string | null;
  /** Object ids of people named here (managers, or on an action) who are no longer in the team. */
  left: string[];
  createdAt: Moment;
  /** Set while a manager's emptying is under way. */
  emptying: { by: Named; at: Moment } | null;
  /** Actions that stand in the plan and are not done. */
  open: number;
  /** All actions that stand in the plan. */
  actions: number;
  /** The change that last wrote the facts above, counts aside. */
  factsChange: string;
  /** The last change to anything of the plan. */
  change: string;
};

/** An action as it is kept. */
export type Action = {
  id: string;
  area: string;
  activities: string;
  who: Named[];
  support: string;
  dueOn: Day | null;
  /** On hold: nobody is reminded of it before that day. One that has come holds nothing any more. */
  heldUntil: Day | null;
  timescale: string;
  outcome: string;
  status: Status;
  outcomeMet: OutcomeMet | null;
  outcomeSeen: string;
  createdBy: Named;
  createdAt: Moment;
  updatedBy: Named;
  updatedAt: Moment;
  /** Deleted, and to be had back until that day (the last on which it can). */
  removed: { by: Named; at: Moment; until: Day } | null;
  /** What it was created from, so that a repeated request is told from another one under the same key. */
  fingerprint: string;
  /** The change that last wrote this action. */
  change: string;
};

/** A line of the history, about one action or (null) the plan itself. */
export type Entry = HistoryEntry & { about: string | null };
