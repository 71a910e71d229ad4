import type { IAdaptiveCard } from '@microsoft/teams.cards';
import type { Moment } from '../calendar/days.ts';
import type { IsWorking } from '../calendar/working-days.ts';
import type { Pattern } from '../guard/pattern.ts';
import type { Directory } from '../people/directory.ts';
import type { PersonId } from '../people/person.ts';
import type { PlanTurn } from '../plan/chat.ts';
import type { LinkTo } from '../plan/chat-links.ts';
import type { PlanDesk } from '../plan/desk.ts';
import type { PlanStore } from '../plan/store.ts';
import type { NeutralMessage } from '../reflection/courier.ts';
import type { ReminderIndex } from '../reflection/store.ts';
import type { ReminderStore } from './store.ts';

/** Who speaks, as Teams authenticated it; `manual` is false where their client refreshed a card by itself. */
export type ReminderTurn = PlanTurn & { manual: boolean };

/** What the person is answered, and what is left to do once the answer is on its way. */
export type ReminderAnswer = {
  card: IAdaptiveCard;
  /** The notification and preview text, where the answer is a message of its own. */
  summary: string;
  afterwards: (() => Promise<void>) | null;
};

/** What the bot says of reminders, to one person alone. */
export interface ReminderChat {
  /** `reminders` in one's own chat: what they want to hear of. */
  settings(turn: ReminderTurn): Promise<ReminderAnswer>;

  /** `reminders` where others read along: why not here, and the way to one's own chat. */
  elsewhere(locale: string | null, botId: string): NeutralMessage;

  /**
   * A press: `verb` and `sent` as the client sent them, inputs merged in under their ids. The answer is for this
   * person alone. Every fault is answered with a card that holds what was typed; it never rejects.
   */
  press(turn: ReminderTurn, verb: string, sent: unknown): Promise<ReminderAnswer>;
}

/** Whether a button belongs to reminders: all of theirs begin so. */
export const isReminderVerb = (verb: string): boolean => verb.startsWith('remind.');

/** Writes a neutral line to somebody's own chat, in one attempt. What comes of it is nobody's answer any more. */
export type Tell = (to: PersonId, message: NeutralMessage) => Promise<unknown>;

/** What the chat needs from outside; time comes in, so that a test can hold it still. */
export type ReminderChatParts = {
  desk: Pick<PlanDesk, 'look' | 'change' | 'hold' | 'askForHelp' | 'offerHelp' | 'members' | 'openOf'>;
  /** Hints alone: the desk decides what a person may see. */
  plans: Pick<PlanStore, 'managedBy'>;
  reminders: Pick<ReminderStore, 'find' | 'save' | 'note'>;
  /** The reflections that a digest mentions, to see whether they still stand as it says. */
  reflections: Pick<ReminderIndex, 'read'>;
  directory: Pick<Directory, 'find' | 'members'>;
  tell: Tell;
  linkTo: LinkTo;
  /** Asked for where it is needed: the bank holidays take longer to load than an answer may. */
  calendar: () => Promise<IsWorking>;
  /** `HH:MM` in the time zone, from which a working day's digests go out. */
  reminderTime: string;
  /** IANA name of the installation's time zone, in which days begin and end. */
  timeZone: string;
  now: () => Moment;
  /** The form of this council's own case numbers, if one is set: pointed out before a reason is saved. */
  casePatterns: readonly Pattern[];
  /** Told of faults that were answered; it must not write down messages. */
  report: (what: 'turn.failed' | 'afterwards.failed', error: unknown) => void;
};
