import type { IAdaptiveCard } from '@microsoft/teams.cards';
import type { Moment } from '../calendar/days.ts';
import type { Pattern } from '../guard/pattern.ts';
import type { Access } from '../people/access.ts';
import type { Directory } from '../people/directory.ts';
import type { PersonId } from '../people/person.ts';
import type { LinkTo } from './chat-links.ts';
import type { PlanDesk } from './desk.ts';
import type { PlanStore, SummaryPlace } from './store.ts';

/** Who speaks, as Teams authenticated it; nothing here comes from a card's data. */
export type PlanTurn = {
  by: PersonId;
  /** BCP 47 of the client, or null. */
  locale: string | null;
};

/** What the person is answered; `summary` is the notification and preview text where it is a message of its own. */
export type PlanAnswer = { card: IAdaptiveCard; summary: string };

/** What the bot says of plans, in channels and to one person. */
export interface PlanChat {
  /**
   * `plan` in a channel: how the plan of that place stands, for everybody there to read. `stands` is false where it
   * says only why not: nothing is replaced by that.
   */
  summary(planId: string, turn: PlanTurn): Promise<PlanAnswer & { stands: boolean }>;

  /** The summary stands there now; where the one before it stands, or null where there is none. */
  stands(planId: string, place: SummaryPlace): Promise<SummaryPlace | null>;

  /** What an older summary becomes where it cannot be taken away. */
  newer(locale: string | null): PlanAnswer;

  /** `plan` in a chat of several: why not here. */
  elsewhere(locale: string | null): PlanAnswer;

  /** `plan` in one's own chat: one's own open actions in all teams. */
  mine(turn: PlanTurn): Promise<PlanAnswer>;

  /**
   * A press: `verb` and `sent` as the client sent them, inputs merged in under their ids. The answer is for this
   * person alone. Every fault is answered with a card that holds what was typed; it never rejects.
   */
  press(turn: PlanTurn, verb: string, sent: unknown): Promise<PlanAnswer>;

  /** The place's roster was read anew. */
  rosterChanged(placeId: string): Promise<void>;
}

/** Whether a button belongs to plans: all of theirs begin so. */
export const isPlanVerb = (verb: string): boolean => verb.startsWith('plan.');

/** What the chat needs from outside; time and ids come in, so that a test can hold both still. */
export type PlanChatParts = {
  desk: PlanDesk;
  access: Pick<Access, 'of'>;
  directory: Pick<Directory, 'teamsOf'>;
  /** Read only after the desk has let somebody in. */
  store: Pick<PlanStore, 'readPlan' | 'summaryPlace' | 'keepSummaryPlace'>;
  linkTo: LinkTo;
  now: () => Moment;
  /** Unique for good. */
  newId: () => string;
  /** IANA name of the installation's time zone, in which days begin and end. */
  timeZone: string;
  /** The form of this council's own case numbers, if one is set: pointed out before anything is saved. */
  casePatterns: readonly Pattern[];
  /** Told of faults that were answered; it must not write down messages. */
  report: (what: 'turn.failed', error: unknown) => void;
};
