import type { Ruling, Situation } from '../events.ts';
import { itemIds } from '../questions.ts';
import type { Item } from '../record.ts';
import { inRole, isTogether, openStep, placementShared, windowOpen } from '../stage.ts';
import { moved, notNow, oweMessage } from './rulings.ts';

/**
 * Only the practitioner's press shares, and only what they ticked; the placement goes with every sharing.
 * It can be taken back until the supervisor has placed.
 */
export const share = (situation: Situation, withheld: Item[]): Ruling => {
  const { reflection, me } = situation;
  const supervisor = inRole(reflection, 'supervisor');
  if (me.role !== 'practitioner' || supervisor === null) return notNow;
  if (placementShared(reflection) || openStep(reflection) !== null) return notNow;
  return moved(reflection, {
    workflow: {
      shared: ticked(withheld),
      withheld,
      owed: [...reflection.workflow.owed, oweMessage(situation, supervisor.id, 'yourTurn')],
    },
  });
};

/** Everything but what is withheld; the placement goes with every sharing. */
export const ticked = (withheld: Item[]): Item[] =>
  itemIds.filter((item) => item === 'place' || !withheld.includes(item));

/** Remembers what is unticked while the practitioner goes back to edit. */
export const withhold = ({ reflection, me }: Situation, items: Item[]): Ruling =>
  me.role === 'practitioner' && !placementShared(reflection)
    ? moved(reflection, { workflow: { withheld: items } })
    : notNow;

export const takeBack = ({ reflection, me }: Situation): Ruling =>
  me.role === 'practitioner' && windowOpen(reflection) && !reflection.workflow.supervisorPlaced
    ? moved(reflection, {
        workflow: {
          shared: [],
          toldAloud: false,
          withheld: isTogether(reflection) ? [] : reflection.workflow.withheld,
        },
      })
    : notNow;

/** Stop and delete: at once and for good, possible until shared. */
export const erase = ({ reflection, me }: Situation): Ruling =>
  me.role === 'practitioner' && !windowOpen(reflection) ? { is: 'erased' } : notNow;
