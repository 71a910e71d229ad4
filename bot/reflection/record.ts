import type { Day, Moment } from '../calendar/days.ts';
import type { PersonId } from '../people/person.ts';
import type { Domain } from './window.ts';

/**
 * One reflection: the whole of what two people (later: more) have said and agreed.
 *
 * It comes in two envelopes, which the store keeps apart: `workflow` says who, when and how far, and may be
 * read by jobs that must never see a word; `narrative` holds every word and placement. Nothing but a view
 * (`view.ts`) may be shown to anybody.
 */
export type Reflection = { id: string; workflow: Workflow; narrative: Narrative };

export const kinds = ['family', 'network'] as const;
export type Kind = (typeof kinds)[number];

export type Role = 'practitioner' | 'supervisor';

/** The pieces that are revised separately: a press is stale only against the piece it was drawn from. */
export type Part = Role | 'agreement';

/** A list rather than two named fields, so that groups of three and more need no new record. */
export type Participant = { id: PersonId; name: string; role: Role; part: Role };

export type Workflow = {
  /** Shared by every later "look again" at the same relationship. */
  relationshipId: string;
  kind: Kind;
  meetOn: Day | null;
  createdAt: Moment;
  /** The last moment at which somebody decided something. */
  touchedAt: Moment;
  /** The day until which it is kept, as the notice said that it lies untouched; null unless one was given since. */
  keptUntil: Day | null;
  closedAt: Moment | null;
  /** When both last agreed to change what the closed record says; null where it is as it was closed. */
  amendedAt: Moment | null;
  askedBy: PersonId;
  participants: Participant[];
  invitation: Invitation;
  revisions: Record<Part, number>;
  /** What the practitioner has let the supervisor read so far, in the order of sharing. */
  shared: Item[];
  /** What they have unticked at the read-through so far, so that an edit in between shares nothing by default. */
  withheld: Item[];
  /** Shared at the read-through: what is not shared there is kept back, and nothing is left to show step by step. */
  restKept: boolean;
  /** The supervisor has asked to do it together now; only the practitioner's own press starts that. */
  togetherAsked: boolean;
  /** "Told aloud": the supervisor's window is open although no description is shared. */
  toldAloud: boolean;
  /** Whether the supervisor has placed it, or has asked to hear more first, which counts as placed. */
  supervisorPlaced: boolean;
  /** Messages promised to somebody but not yet accepted by Teams; emptied as they are delivered. */
  owed: Owed[];
  /** Every card standing in a chat, oldest first, so that each can be replaced when this ends. */
  posted: PostedCard[];
  /** Whom the bot could not reach with the latest message, and why; null where all is well. */
  unreached: { person: PersonId; since: Moment; reason: UnreachedReason } | null;
};

/** `accepted` also where the asker is the only one who had to decide. */
export type Invitation = {
  to: PersonId;
  status: 'asked' | 'later' | 'accepted';
  /** It lapses 14 days after this, or after `laterOn` where a day was chosen. */
  askedAt: Moment;
  laterOn: Day | null;
};

export type Narrative = {
  /** At most 60 characters, no names: so that the other person knows what is meant. */
  pointer: string;
  answers: Answers;
  /** The supervisor's view from outside. `domain` null with `done` true is "I'd rather hear more first". */
  outside: { domain: Domain | null; done: boolean };
  /** The supervisor's one note, "what I'd like to understand better", and the practitioner's answer to it. */
  note: string | null;
  reply: string | null;
  /** What each is still writing under "one thing to do"; private to the writer. */
  drafts: Record<Role, Draft>;
  /** Proposing counts as the proposer's agreement; any change asks both again. Once closed: what was agreed. */
  proposal: Proposal | null;
  /** A change to the closed record that one has proposed; it counts when the other agrees. */
  amendment: Proposal | null;
  /** What the same two agreed the last time, to be looked at again. */
  lastTime: AgreedAction[];
};

/**
 * The practitioner's answers, by the step's id, each holding its fields' values by the field's id. Which steps
 * and fields there are, and what a value may be, stands in `questions.ts` alone; an answer to a question that is
 * no longer asked stays here unread. A step that is absent was never opened; `done` says that *Next* was pressed,
 * and a step that is not done keeps what was typed. Where the walk stands is derived from this, never stored.
 */
export type Answers = Record<string, Answer>;
export type Answer = { values: Record<string, string>; done: boolean };

/** What is shared or kept back at the read-through: an id from `questions.ts`. */
export type Item = string;

export type Draft = { actions: ActionDraft[]; lookAgainOn: string | null };
export type ActionDraft = { what: string; who: PersonId | null; by: Day | null; how: string; why: string };
export type AgreedAction = { what: string; who: PersonId; by: Day; how: string; why: string };

export const endings = ['actions', 'noAction', 'differ'] as const;
export type Ending = (typeof endings)[number];
export type Proposal = {
  by: PersonId;
  ending: Ending;
  actions: AgreedAction[];
  /** A day to look at the same relationship again, if they like. */
  lookAgainOn: Day | null;
};

export const noDraft: Draft = { actions: [], lookAgainOn: null };

/** What a message says happened. The words of each are the storyboard's list of notifications, nothing else. */
export type Notice = 'asked' | 'yourTurn' | 'bothIn' | 'toAgree';

/**
 * A promise to write to somebody: a new message, or the neutral state line of their standing card. `shrinkOld`
 * says that their older card can hold nothing they are typing, so that it may shrink to a line at once.
 */
export type Owed = {
  id: string;
  to: PersonId;
  task: { do: 'post'; notice: Notice; shrinkOld: boolean } | { do: 'edit' };
  /** When a server took it on; another may take it over a minute later. */
  claimedAt: Moment;
};

/** Where one card stands in one person's chat. */
export type CardPlace = { serviceUrl: string; conversationId: string; activityId: string };
/** `person` is null for the card that both open in their chat of two: it stands as it is until all ends. */
export type PostedCard = { person: PersonId | null; place: CardPlace; reader: Reader; shrunk: boolean };
/** For whom a card was drawn, as they were known then: enough to draw it again without asking who they are. */
export type Reader = { teamsId: string; locale: string | null };

export type UnreachedReason = 'notInstalled' | 'blocked' | 'unavailable';

/** Sizes that people meet, in UTF-16 code units as `maxLength` counts them. */
export const limits = { text: 1_000, line: 200, pointer: 60, actions: 3 } as const;
