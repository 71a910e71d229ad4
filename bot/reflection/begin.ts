import type { Day, Moment } from '../calendar/days.ts';
import type { PersonId } from '../people/person.ts';
import {
  type AgreedAction,
  type CardPlace,
  type Kind,
  noDraft,
  type Owed,
  type Participant,
  type Reader,
  type Reflection,
  type Role,
} from './record.ts';

/** How it begins: asked beforehand, asked for now, or alone, with nobody to see it until it is shared. */
export const beginnings = ['ask', 'together', 'alone'] as const;
export type Beginning = (typeof beginnings)[number];

export type Begun = {
  id: string;
  relationshipId: string;
  how: Beginning;
  asker: { id: PersonId; name: string; role: Role };
  /** Null where the asker reflects alone. */
  other: { id: PersonId; name: string } | null;
  kind: Kind;
  pointer: string;
  /** What the same two agreed the last time; empty where there was none. */
  lastTime: AgreedAction[];
  meetOn: Day | null;
  /** The form that was filled in becomes the first posted card; null where the client did not say which it was. */
  at: CardPlace | null;
  /** The asker, as the form's reader. */
  reader: Reader;
  /** The form stands in the chat of the two, where both open their own view of it. */
  inTheirChat: boolean;
  now: Moment;
  newId: () => string;
};

/** A new reflection: what the form said, and the invitation owed to the other person. */
export const begin = (facts: Begun): Reflection => {
  const { asker, other, how, now, newId } = facts;
  // Whoever asks about their own practice, and now, has shared with this press that they will tell it.
  const isTelling = how === 'together' && asker.role === 'practitioner';
  return {
    id: facts.id,
    workflow: {
      relationshipId: facts.relationshipId,
      kind: facts.kind,
      meetOn: facts.meetOn,
      createdAt: now,
      touchedAt: now,
      keptUntil: null,
      closedAt: null,
      amendedAt: null,
      askedBy: asker.id,
      participants: [as(asker, asker.role), ...(other ? [as(other, opposite(asker.role))] : [])],
      invitation: {
        to: (other ?? asker).id,
        status: other === null ? 'accepted' : 'asked',
        askedAt: now,
        laterOn: null,
      },
      revisions: { practitioner: 0, supervisor: 0, agreement: 0 },
      shared: [],
      withheld: [],
      restKept: false,
      togetherAsked: how === 'together' && asker.role === 'supervisor',
      toldAloud: isTelling,
      supervisorPlaced: false,
      owed: [
        ...(other ? [asking(other.id, facts)] : []),
        { id: newId(), to: asker.id, task: { do: 'edit' }, claimedAt: now },
      ],
      posted:
        facts.at === null
          ? []
          : [
              {
                person: facts.inTheirChat ? null : asker.id,
                place: facts.at,
                reader: facts.reader,
                shrunk: false,
              },
            ],
      unreached: null,
    },
    narrative: {
      pointer: facts.pointer,
      answers: isTelling ? { describe: { values: {}, done: true } } : {},
      outside: { domain: null, done: false },
      note: null,
      reply: null,
      drafts: { practitioner: noDraft, supervisor: noDraft },
      proposal: null,
      amendment: null,
      lastTime: facts.lastTime,
    },
  };
};

const as = ({ id, name }: { id: PersonId; name: string }, role: Role): Participant => ({
  id,
  name,
  role,
  part: role,
});

const opposite = (role: Role): Role => (role === 'supervisor' ? 'practitioner' : 'supervisor');

const asking = (to: PersonId, { newId, now }: Begun): Owed => ({
  id: newId(),
  to,
  task: { do: 'post', notice: 'asked', shrinkOld: false },
  claimedAt: now,
});
