import type { IAdaptiveCard } from '@microsoft/teams.cards';
import type { Pattern } from '../guard/pattern.ts';
import type { Directory } from '../people/directory.ts';
import type { PersonId } from '../people/person.ts';
import type { Courier } from './courier.ts';
import type { CardPlace, Moment } from './record.ts';
import type { ReflectionStore } from './store.ts';

/** Who speaks and from where, as Teams authenticated it; nothing here comes from a card's data. */
export type Turn = {
  by: { id: PersonId; name: string; teamsId: string };
  /** BCP 47 of the client, or null. */
  locale: string | null;
  /** The message whose button was pressed; null for a typed command. */
  at: CardPlace | null;
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
};

/** What an edge may ask of the reflections. */
export interface Desk {
  /** `reflect`: the start card. */
  start(turn: Turn): Promise<Answer>;
  /** `my reflections`: the newest ones, in both roles. */
  mine(turn: Turn): Promise<Answer>;
  /**
   * A press or a refresh: `verb` and `data` as the client sent them, inputs merged into `data` under their ids.
   * Every fault the person can meet is answered with a card; only storage that gives up throws.
   */
  press(turn: Turn, verb: string, data: unknown): Promise<Answer>;
  /** Delivers what earlier turns promised and a crash or an outage left undone. Returns how many errands. */
  catchUp(): Promise<number>;
}

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
  report: (what: 'turn.failed' | 'afterwards.failed', error: unknown) => void;
};
