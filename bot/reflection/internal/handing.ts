import type { PersonId } from '../../people/person.ts';
import type { Ruling, Situation } from '../events.ts';
import type { Owed } from '../record.ts';
import { inRole, openStep, windowOpen } from '../stage.ts';
import { moved, notNow, oweMessage } from './rulings.ts';
import { ticked } from './sharing.ts';

/**
 * The practitioner shares with somebody who was not part of it: from a reflection of their own, or because the
 * supervisor is away or has left. From here it is the ordinary walk. Whoever was supervisor before sees nothing
 * of it any more; they had placed nothing.
 */
export const handTo = (situation: Situation, to: { id: PersonId; name: string }): Ruling => {
  const { reflection, me, now, newId } = situation;
  const { workflow } = reflection;
  const former = inRole(reflection, 'supervisor');
  if (me.role !== 'practitioner' || windowOpen(reflection) || openStep(reflection) !== null) return notNow;
  if (to.id === me.id || to.id === former?.id) return notNow;
  const farewell: Owed[] = former
    ? [{ id: newId(), to: former.id, task: { do: 'edit' }, claimedAt: now }]
    : [];
  return moved(reflection, {
    workflow: {
      participants: [me, { ...to, role: 'supervisor', part: 'supervisor' }],
      invitation: { to: to.id, status: 'asked', askedAt: now, laterOn: null },
      shared: ticked(workflow.withheld),
      restKept: true,
      togetherAsked: false,
      meetOn: null,
      unreached: null,
      owed: [...workflow.owed, oweMessage(situation, to.id, 'asked'), ...farewell],
    },
    // The pointer, the day and what was agreed the last time were between these two and nobody else.
    narrative: { pointer: '', outside: { domain: null, done: false }, lastTime: [] },
  });
};
