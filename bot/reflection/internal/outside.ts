import type { Ruling, Situation } from '../events.ts';
import { bothIn, inRole, windowOpen } from '../stage.ts';
import type { Domain } from '../window.ts';
import { changed, invalid, moved, notNow, oweMessage } from './rulings.ts';

/** The supervisor's view from outside: placed before anything but the description is seen. */

const mayPlace = ({ reflection, me }: Situation): boolean =>
  me.role === 'supervisor' && windowOpen(reflection) && !reflection.workflow.supervisorPlaced;

/** A tap marks; nothing is placed yet. */
export const markOutside = (situation: Situation, domain: Domain): Ruling =>
  mayPlace(situation)
    ? moved(situation.reflection, { narrative: { outside: { domain, done: false } } })
    : notNow;

export const placeOutside = (situation: Situation, domain: Domain | null): Ruling => {
  if (!mayPlace(situation)) return notNow;
  return domain === null
    ? invalid([{ field: 'outside.domain', problem: 'needed' }])
    : place(situation, domain);
};

/** "I'd rather hear more first" counts as placed, without a box. */
export const hearMore = (situation: Situation): Ruling =>
  mayPlace(situation) ? place(situation, null) : notNow;

const place = (situation: Situation, domain: Domain | null): Ruling => {
  const { reflection, me } = situation;
  const { workflow } = reflection;
  const after = changed(reflection, {
    workflow: {
      supervisorPlaced: true,
      // Whoever places has taken the invitation up.
      invitation:
        workflow.invitation.to === me.id
          ? { ...workflow.invitation, status: 'accepted' }
          : workflow.invitation,
    },
    narrative: { outside: { domain, done: true } },
  });
  const practitioner = inRole(reflection, 'practitioner');
  const owed =
    bothIn(after) && practitioner !== null
      ? [...workflow.owed, oweMessage(situation, practitioner.id, 'bothIn')]
      : workflow.owed;
  return moved(after, { workflow: { owed } });
};
