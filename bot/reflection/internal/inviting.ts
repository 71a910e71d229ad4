import { readDay } from '../chosen-day.ts';
import type { Circumstances, Ruling, Situation } from '../events.ts';
import type { Kind, Reflection } from '../record.ts';
import { hasBegun, inRole, participant, partner, windowOpen } from '../stage.ts';
import { invalid, moved, notNow, oweEdit, oweMessage } from './rulings.ts';

/** Nobody is enrolled silently: an invitation is answered with start, another time or not this time. */

const isOpenFor = ({ reflection, by }: Situation): boolean =>
  reflection.workflow.invitation.to === by && reflection.workflow.invitation.status !== 'accepted';

export const accept = (situation: Situation, kind: Kind | null): Ruling => {
  if (!isOpenFor(situation)) return notNow;
  const { reflection, me } = situation;
  const other = partner(reflection, me.id);
  return moved(reflection, {
    workflow: {
      invitation: { ...reflection.workflow.invitation, status: 'accepted' },
      // The family is the practitioner's to choose, so the kind is theirs to change.
      kind: me.role === 'practitioner' ? (kind ?? reflection.workflow.kind) : reflection.workflow.kind,
      owed: [...reflection.workflow.owed, ...(other ? oweEdit(situation, other.id) : [])],
    },
  });
};

export const later = (situation: Situation, on: unknown): Ruling => {
  if (!isOpenFor(situation)) return notNow;
  const { day, faults } = readDay('laterOn', on, situation.today);
  if (day === null && faults.length === 0) return invalid([{ field: 'laterOn', problem: 'needed' }]);
  if (faults.length > 0) return invalid(faults);
  const { reflection } = situation;
  // The asker goes on seeing "asked": a day chosen is nothing they are told.
  return moved(reflection, {
    workflow: { invitation: { ...reflection.workflow.invitation, status: 'later', laterOn: day } },
  });
};

export const decline = (situation: Situation): Ruling => {
  if (!isOpenFor(situation)) return notNow;
  return situation.me.role === 'practitioner' ? { is: 'erased' } : release(situation);
};

/** Left unanswered for too long: the same as a no, so that nobody can tell one from the other. */
export const lapse = (
  reflection: Reflection,
  circumstances: Pick<Circumstances, 'now' | 'today' | 'newId'>,
): Ruling => {
  const by = reflection.workflow.invitation.to;
  const me = participant(reflection, by);
  return me === null ? notNow : decline({ reflection, me, by, ...circumstances });
};

/** The supervisor cancels, while it is with the practitioner. */
export const leave = (situation: Situation): Ruling =>
  situation.me.role === 'supervisor' && !windowOpen(situation.reflection) ? release(situation) : notNow;

/**
 * The supervisor goes; what the practitioner has written is the practitioner's and stays with them alone.
 * Where nothing is written yet, nothing is kept.
 */
const release = (situation: Situation): Ruling => {
  const { reflection, now, newId, me } = situation;
  const practitioner = inRole(reflection, 'practitioner');
  if (practitioner === null || !hasBegun(reflection)) return { is: 'erased' };
  // Whoever was waiting for the supervisor has it back, and is told so.
  const turn = windowOpen(reflection) ? [oweMessage(situation, practitioner.id, 'yourTurn')] : [];
  return moved(reflection, {
    workflow: {
      participants: [practitioner],
      invitation: { to: practitioner.id, status: 'accepted', askedAt: now, laterOn: null },
      shared: [],
      toldAloud: false,
      restKept: false,
      togetherAsked: false,
      unreached: null,
      owed: [...turn, { id: newId(), to: me.id, task: { do: 'edit' }, claimedAt: now }],
    },
    narrative: { outside: { domain: null, done: false } },
  });
};
