import type { Ruling, Situation, Ticks } from '../events.ts';
import { itemIds } from '../questions.ts';
import type { Item } from '../record.ts';
import { inRole, openStep, placementShared, windowOpen } from '../stage.ts';
import { moved, notNow, oweMessage } from './rulings.ts';

/**
 * Only the practitioner's press shares, and only what they ticked; the placement goes with every sharing.
 * It can be taken back until the supervisor has placed.
 */
export const share = (situation: Situation, ticks: Ticks): Ruling => {
  const { reflection, me, now } = situation;
  const { workflow } = reflection;
  const supervisor = inRole(reflection, 'supervisor');
  if (me.role !== 'practitioner' || supervisor === null) return notNow;
  if (placementShared(reflection) || openStep(reflection) !== null) return notNow;
  const withheld = withheldAfter(workflow.withheld, ticks);
  return moved(reflection, {
    workflow: {
      shared: ticked(withheld),
      withheld,
      restKept: true,
      // Whoever has not answered yet has their fourteen days for what is put before them now.
      invitation: { ...workflow.invitation, askedAt: now },
      owed: [...workflow.owed, oweMessage(situation, supervisor.id, 'yourTurn')],
    },
  });
};

/** Everything but what is withheld; the placement goes with every sharing. */
export const ticked = (withheld: Item[]): Item[] =>
  itemIds.filter((item) => item === 'place' || !withheld.includes(item));

/** A tick that a press did not bring stays as it was: nothing is shared for want of an input. */
export const withheldAfter = (before: Item[], ticks: Ticks): Item[] =>
  itemIds.filter((item) => (item in ticks ? ticks[item] === false : before.includes(item)));

/** Remembers what is unticked while the practitioner goes back to edit. */
export const withhold = ({ reflection, me }: Situation, ticks: Ticks): Ruling =>
  me.role === 'practitioner' && !placementShared(reflection)
    ? moved(reflection, { workflow: { withheld: withheldAfter(reflection.workflow.withheld, ticks) } })
    : notNow;

export const takeBack = ({ reflection, me }: Situation): Ruling => {
  const { workflow } = reflection;
  if (me.role !== 'practitioner' || !windowOpen(reflection) || workflow.supervisorPlaced) return notNow;
  // Nobody is told of a turn that is not theirs any more.
  const owed = workflow.owed.filter(({ to, task }) => to === me.id || task.do !== 'post');
  return moved(reflection, { workflow: { shared: [], toldAloud: false, restKept: false, owed } });
};

/** Stop and delete: at once and for good, possible until shared. */
export const erase = ({ reflection, me }: Situation): Ruling =>
  me.role === 'practitioner' && !windowOpen(reflection) ? { is: 'erased' } : notNow;
