import type { Day, Moment } from '../calendar/days.ts';
import type { PersonId } from '../people/person.ts';
import type { Guess, ItemId, StepId, Values } from './questions.ts';
import type { AgreedAction, Draft, Item, Kind, Proposal, Role } from './record.ts';
import type { Axis, Domain } from './window.ts';

/**
 * What one person may see of a reflection, and nothing else. Cards are drawn from a view alone, so a card cannot
 * show what the view does not hold.
 */
export type View = Frame & (Screen | Waiting);

export type Frame = {
  id: string;
  me: { id: PersonId; name: string; role: Role };
  /** Null where the practitioner is alone with it. */
  other: { id: PersonId; name: string } | null;
  kind: Kind;
  pointer: string;
  meetOn: Day | null;
  /** What the same two agreed the last time, in view again. */
  lastTime: AgreedAction[];
  /** What the practitioner did not share: on their own copy alone, and on nobody else's. */
  ownCopy: Said;
  createdAt: Moment;
  /** Of my own piece and of the agreement: what buttons carry. */
  revisions: { own: number; agreement: number };
  /** The supervisor has asked to do it together now. */
  togetherAsked: boolean;
  /** Until when it is kept, where it was untouched for long and that day is this person's to know. */
  keptUntil: Day | null;
  /** The other could not be reached with the latest message. */
  unreached: boolean;
};

export type Screen =
  | { screen: 'invited'; laterOn: Day | null }
  | {
      screen: 'step';
      step: StepId;
      values: Values;
      first: boolean;
      /** Came here from the read-through, and goes back there. */
      editing: boolean;
      /** Where it was placed: the last step asks accordingly. */
      placement: Domain | null;
      deliberate: boolean;
    }
  | { screen: 'togetherConfirm'; description: string; placement: Domain | null }
  | { screen: 'togetherPlace'; marked: Domain | null }
  | { screen: 'showing'; step: StepId; values: Values; deliberate: boolean; compared: Compared }
  | { screen: 'saved' }
  | { screen: 'read'; said: Said; withheld: Item[]; odd: Axis[] }
  | { screen: 'outside'; description: string; marked: Domain | null; invited: boolean }
  /** `mayWrite` is false while one's own proposal waits: the other's answer would redraw the card. */
  | { screen: 'sideBySide'; compared: Compared; mayWrite: boolean }
  | { screen: 'full'; item: ItemId | 'note' | 'reply'; text: string }
  | { screen: 'outcome'; draft: Draft; rows: number; theirs: Proposal | null; amending: boolean }
  | { screen: 'proposed'; proposal: Proposal; amending: boolean }
  | { screen: 'agreeing'; proposal: Proposal; amending: boolean }
  | {
      screen: 'closed';
      proposal: Proposal;
      compared: Compared;
      closedAt: Moment;
      /** When both last changed what it says; null where it is as it was closed. */
      amendedAt: Moment | null;
    };

/** States of waiting: nothing can be typed there, so these cards may be redrawn at any time. */
export type Waiting =
  | { screen: 'shared'; said: Said; together: boolean }
  /** The supervisor hears and sees; the question is there without its inputs. */
  | { screen: 'listening'; step: StepId; deliberate: boolean; compared: Compared }
  | { screen: 'withPractitioner'; asked: boolean };

/** The practitioner's own answers, or what they have shared of them; an item that is absent is not for this viewer. */
export type Said = Partial<Record<ItemId, Values>>;

export type Compared = {
  practitioner: { name: string; domain: Domain | null; deliberate: boolean };
  supervisor: { name: string; domain: Domain | null };
  guess: Guess | null;
  said: Said;
  odd: Axis[];
  note: string | null;
  reply: string | null;
};

/** A card that the person asks for by a press; one they may not have now gives way to where they stand. */
export type Wanted =
  | { screen: 'step'; step: StepId; editing: boolean }
  | { screen: 'read' | 'saved' | 'sideBySide' | 'togetherConfirm' }
  | { screen: 'outcome'; rows: number }
  | { screen: 'full'; item: ItemId | 'note' | 'reply' };
