import type { Fault } from '../../cards/refusals.ts';
import type { PersonId } from '../../people/person.ts';
import type { Circumstances, Ruling } from '../events.ts';
import type { Narrative, Notice, Owed, Reflection, Workflow } from '../record.ts';
import { mayBeTyping, standing } from '../stage.ts';

/** The short forms in which the rules answer. */

export const moved = (
  reflection: Reflection,
  change: { workflow?: Partial<Workflow>; narrative?: Partial<Narrative> },
): Ruling => ({ is: 'moved', reflection: changed(reflection, change) });

export const changed = (
  reflection: Reflection,
  change: { workflow?: Partial<Workflow>; narrative?: Partial<Narrative> },
): Reflection => ({
  ...reflection,
  workflow: { ...reflection.workflow, ...change.workflow },
  narrative: { ...reflection.narrative, ...change.narrative },
});

export const notNow: Ruling = { is: 'refused', refusal: 'notNow', faults: [] };
export const invalid = (faults: Fault[]): Ruling => ({ is: 'refused', refusal: 'invalid', faults });

type Promising = { reflection: Reflection } & Pick<Circumstances, 'now' | 'newId'>;

/** Promises somebody a new message. `reflection` is the state before: what they may be typing on now. */
export const oweMessage = ({ reflection, now, newId }: Promising, to: PersonId, notice: Notice): Owed => ({
  id: newId(),
  to,
  task: { do: 'post', notice, shrinkOld: !mayBeTyping(standing(reflection, to)) },
  claimedAt: now,
});

/** Promises the neutral state line of somebody's standing card; nothing where they may be typing on it. */
export const oweEdit = ({ reflection, now, newId }: Promising, to: PersonId): Owed[] =>
  mayBeTyping(standing(reflection, to)) ? [] : [{ id: newId(), to, task: { do: 'edit' }, claimedAt: now }];
