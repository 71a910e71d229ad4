import type { PersonId } from '../people/person.ts';
import { isDomain, roundOf, type StepId, stepIds } from './questions.ts';
import type { Participant, Reflection, Role } from './record.ts';
import type { Domain } from './window.ts';

/**
 * Where a reflection stands, derived from what was said and shared; nothing here is stored. Preparing first and
 * doing it together are one record: they differ only in the order in which items are shared.
 */

export const participant = (reflection: Reflection, person: PersonId): Participant | null =>
  reflection.workflow.participants.find((one) => one.id === person) ?? null;

export const inRole = (reflection: Reflection, role: Role): Participant | null =>
  reflection.workflow.participants.find((one) => one.role === role) ?? null;

/** The other of the two; null where the practitioner is alone with it. */
export const partner = (reflection: Reflection, person: PersonId): Participant | null =>
  reflection.workflow.participants.find((one) => one.id !== person) ?? null;

export const practitionerPlacement = ({ narrative }: Reflection): Domain | null => {
  const domain = narrative.answers.place?.values.domain;
  return isDomain(domain) ? domain : null;
};

export const placementShared = ({ workflow }: Reflection): boolean => workflow.shared.includes('place');

/** Rule 2: the supervisor's window opens with the description, "told aloud", or the placement itself. */
export const windowOpen = ({ workflow }: Reflection): boolean =>
  workflow.toldAloud || workflow.shared.includes('describe') || workflow.shared.includes('place');

/** Rule 3: both placements become visible to both at once, and not before. */
export const bothIn = (reflection: Reflection): boolean =>
  placementShared(reflection) && reflection.workflow.supervisorPlaced;

/**
 * Doing it together is an order of sharing, not a mode: the window is open, and the practitioner has not said at a
 * read-through that the rest is kept back.
 */
export const isTogether = (reflection: Reflection): boolean =>
  windowOpen(reflection) && !reflection.workflow.restKept;

/** The step that is being shown now, where both are in and the two do it together; else null. */
export const roundNow = (reflection: Reflection): StepId | null =>
  bothIn(reflection) && isTogether(reflection)
    ? roundOf((item) => !reflection.workflow.shared.includes(item))
    : null;

/** The first step whose *Next* was never pressed; null when all of them were. */
export const openStep = ({ narrative }: Reflection): StepId | null =>
  stepIds.find((step) => narrative.answers[step]?.done !== true) ?? null;

/** Has the practitioner written or placed anything yet? */
export const hasBegun = ({ narrative }: Reflection): boolean => Object.keys(narrative.answers).length > 0;

/** What a person meets when they open the reflection without asking for anything particular. */
export type Standing =
  | 'invited'
  | 'step'
  | 'read'
  | 'togetherPlace'
  | 'showing'
  | 'listening'
  | 'shared'
  | 'withPractitioner'
  | 'outside'
  | 'sideBySide'
  | 'proposed'
  | 'agreeing'
  | 'closed';

export const standing = (reflection: Reflection, person: PersonId): Standing => {
  const { workflow, narrative } = reflection;
  if (workflow.closedAt !== null) {
    const { amendment } = narrative;
    return amendment === null ? 'closed' : amendment.by === person ? 'proposed' : 'agreeing';
  }
  if (bothIn(reflection)) {
    if (narrative.proposal !== null) return narrative.proposal.by === person ? 'proposed' : 'agreeing';
    if (roundNow(reflection) === null) return 'sideBySide';
    return participant(reflection, person)?.role === 'practitioner' ? 'showing' : 'listening';
  }
  const invited = workflow.invitation.to === person && workflow.invitation.status !== 'accepted';
  if (participant(reflection, person)?.role === 'practitioner') {
    if (invited) return 'invited';
    if (placementShared(reflection)) return 'shared';
    if (isTogether(reflection)) return 'togetherPlace';
    return openStep(reflection) === null ? 'read' : 'step';
  }
  if (windowOpen(reflection) && !workflow.supervisorPlaced) return 'outside';
  return invited ? 'invited' : 'withPractitioner';
};

/**
 * Whether somebody who stands here may be typing, here or one press away from here. Such a card is never redrawn
 * because of somebody else's press; a new message is posted beside it.
 */
export const mayBeTyping = (where: Standing): boolean =>
  !(['shared', 'listening', 'withPractitioner', 'proposed'] satisfies Standing[] as Standing[]).includes(
    where,
  );
