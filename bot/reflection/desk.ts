import type { IAdaptiveCard } from '@microsoft/teams.cards';
import type { Moment } from '../calendar/days.ts';
import type { Pattern } from '../guard/pattern.ts';
import type { Directory } from '../people/directory.ts';
import type { PersonId, TeamMember } from '../people/person.ts';
import type { Courier } from './courier.ts';
import type { CardPlace } from './record.ts';
import type { ReflectionStore } from './store.ts';

/** Who speaks and from where, as Teams authenticated it; nothing here comes from a card's data. */
export type Turn = {
  by: { id: PersonId; name: string; teamsId: string };
  /** BCP 47 of the client, or null. */
  locale: string | null;
  /** The message whose button was pressed; null for a typed command. */
  at: CardPlace | null;
  /**
   * In a chat of several: the one other person in it, or null where they are not exactly two. Null in the person's
   * own chat.
   */
  partner: (() => Promise<TeamMember | null>) | null;
  /** False where the client refreshed the card by itself. */
  manual: boolean;
};

/** What the person is answered, and what is left to do once the answer is on its way. */
export type Answer = {
  card: IAdaptiveCard;
  /** Notification and preview text where the card is sent as a message of its own. */
  summary: string;
  /** Writing to others: started after the answer, outside the turn's time. Never rejects. */
  afterwards: (() => Promise<void>) | null;
  /**
   * Told where the answer stands, by an edge that had to send it as a message (old clients): it holds what this
   * person may see, so it is replaced like any card when the reflection goes. Null where it holds nothing of one.
   */
  posted: ((place: CardPlace) => Promise<void>) | null;
};

/** More than two are in this chat: the edge says why not here, and offers one's own chat. */
export type NotHere = 'notHere';

/** What an edge may ask of the reflections. */
export interface Desk {
  /** `reflect`: the start card. */
  start(turn: Turn): Promise<Answer | NotHere>;
  /** `my reflections`: the newest ones, in both roles. */
  mine(turn: Turn): Promise<Answer>;
  /**
   * A press or a refresh: `verb` and `data` as the client sent them, inputs merged into `data` under their ids.
   * Every fault is answered with a card that holds what was typed; it never rejects.
   */
  press(turn: Turn, verb: string, data: unknown): Promise<Answer | NotHere>;
  /** Delivers what earlier turns promised and a crash or an outage left undone. Returns how many errands. */
  catchUp(): Promise<number>;
  /**
   * One resumable batch of what is due today: invitations lapse, notices are given, what was kept long enough is
   * erased. Sees to at most `most` of them; a dry run writes nothing and only counts.
   */
  keep(most: number, dryRun: boolean): Promise<Round>;
}

/** What a round did, in counts of reflections; never whose. */
export type Round = {
  lapsed: number;
  noticed: number;
  erased: number;
  /** Looked at too early, as somebody had gone on with it: filed under its day. */
  refiled: number;
  /** Entries that led nowhere. */
  dropped: number;
  /** Left for the next round: somebody was writing at the same moment. */
  left: number;
  failed: number;
  /** There may be more due. */
  more: boolean;
};

/** What the reflections need from outside; time and ids come in, so that a test can hold both still. */
export type DeskParts = {
  store: ReflectionStore;
  directory: Directory;
  courier: Courier;
  now: () => Moment;
  newId: () => string;
  /** IANA name of the installation's time zone, in which days begin and end. */
  timeZone: string;
  /** The form of this council's own case numbers, if one is set: pointed out before anything is saved. */
  casePatterns: readonly Pattern[];
  /** How many months a closed reflection is kept; said on the card where one shares. */
  keepMonths: number;
  /** Told of faults that were answered or put off; it must not write down messages. */
  report: (what: 'turn.failed' | 'afterwards.failed' | 'keeping.failed', error: unknown) => void;
};
