import type { Day, Moment } from '../calendar/days.ts';
import type { Fault, Refusal } from '../cards/refusals.ts';
import type { PersonId } from '../people/person.ts';
import type { StepId, Values } from './questions.ts';
import type { Draft, Ending, Kind, Part, Participant, Reflection } from './record.ts';
import type { Domain } from './window.ts';

/** The ticks of the read-through as a press brought them, by item; one that is missing says nothing. */
export type Ticks = Readonly<Record<string, boolean>>;

/** What somebody decided, read from a press; the words in it are clean, their sizes and days still to be judged. */
export type Event =
  | { type: 'accept'; kind: Kind | null }
  | { type: 'later'; on: unknown }
  | { type: 'decline' }
  | { type: 'leave' }
  | { type: 'answer'; step: StepId; values: Values; finish: boolean }
  | { type: 'withhold'; ticks: Ticks }
  | { type: 'share'; ticks: Ticks }
  | { type: 'askTogether' }
  | { type: 'startTogether' }
  | { type: 'markTogether'; domain: Domain }
  | { type: 'placeTogether'; domain: Domain | null }
  | { type: 'saveAndShow'; step: StepId; values: Values }
  | { type: 'handTo'; to: { id: PersonId; name: string } }
  | { type: 'takeBack' }
  | { type: 'erase' }
  | { type: 'markOutside'; domain: Domain }
  | { type: 'placeOutside'; domain: Domain | null }
  | { type: 'hearMore' }
  | { type: 'note'; text: string }
  | { type: 'reply'; text: string }
  | { type: 'draft'; draft: Draft }
  | { type: 'propose'; ending: Ending; draft: Draft }
  | { type: 'withdraw' }
  | { type: 'agree' }
  | { type: 'retry' };

/** A press: what was decided, and the piece and revision of the card that it was pressed on. */
export type Press = { event: Event; part: Part; revision: number };

/** What is true of this moment; handed in, so that deciding is a pure function. */
export type Circumstances = { by: PersonId; now: Moment; today: Day; newId: () => string };

/** What an event's own rule answers; `faults` name inputs, only with `invalid`. */
export type Ruling =
  | { is: 'moved'; reflection: Reflection }
  | { is: 'erased' }
  | { is: 'refused'; refusal: Refusal; faults: Fault[] };

export type Situation = { reflection: Reflection; me: Participant } & Circumstances;
