import type { Day } from '../../calendar/days.ts';
import type { Fault } from '../../cards/refusals.ts';
import { lengthFault } from '../../cards/texts.ts';
import { readDay } from '../chosen-day.ts';
import type { Ruling, Situation } from '../events.ts';
import {
  type ActionDraft,
  type AgreedAction,
  type Draft,
  type Ending,
  limits,
  noDraft,
  type Reflection,
} from '../record.ts';
import { bothIn, participant, partner } from '../stage.ts';
import { invalid, moved, notNow, oweEdit, oweMessage } from './rulings.ts';

/**
 * Three equal endings: something to do, nothing to do, or "we see it differently". Each is proposed by one, which
 * counts as their agreement, and closes when the other agrees; a change asks both again. What was agreed is amended
 * afterwards in the same way: by both.
 */

/** Keeps what somebody is still writing; private to them, and unfinished is fine. */
export const draft = ({ reflection, me }: Situation, written: Draft): Ruling => {
  if (!bothIn(reflection)) return notNow;
  const faults = written.actions.flatMap((action, index) => sizeFaults(action, index));
  if (faults.length > 0) return invalid(faults);
  return moved(reflection, { narrative: { drafts: { ...reflection.narrative.drafts, [me.role]: written } } });
};

export const propose = (situation: Situation, ending: Ending, written: Draft): Ruling => {
  const { reflection, me, today } = situation;
  if (!bothIn(reflection)) return notNow;
  const other = partner(reflection, me.id);
  if (other === null) return notNow;
  const { actions, faults } =
    ending === 'actions' ? readActions(situation, written.actions) : { actions: [], faults: [] };
  const before = reflection.narrative.proposal;
  const again = dayOr(before?.lookAgainOn ?? null, 'lookAgainOn', written.lookAgainOn, today);
  if (faults.length + again.faults.length > 0) return invalid([...faults, ...again.faults]);
  return moved(reflection, {
    narrative: {
      [onTable(reflection)]: { by: me.id, ending, actions, lookAgainOn: again.day },
      // Kept until the other agrees: whoever withdraws a proposal finds their words as they left them.
      drafts: { ...reflection.narrative.drafts, [me.role]: written },
    },
    workflow: { owed: [...reflection.workflow.owed, oweMessage(situation, other.id, 'toAgree')] },
  });
};

/** Before closing it is the proposal that lies on the table; afterwards a change to what was agreed. */
const onTable = ({ workflow }: Reflection): 'proposal' | 'amendment' =>
  workflow.closedAt === null ? 'proposal' : 'amendment';

/** The proposer wants to change their own proposal: it is off the table until they propose again. */
export const withdraw = ({ reflection, me }: Situation): Ruling => {
  const table = onTable(reflection);
  return reflection.narrative[table]?.by === me.id
    ? moved(reflection, {
        narrative: { [table]: null },
        // Nobody is told of something to agree that is off the table.
        workflow: {
          owed: reflection.workflow.owed.filter(
            ({ task }) => task.do !== 'post' || task.notice !== 'toAgree',
          ),
        },
      })
    : notNow;
};

export const agree = (situation: Situation): Ruling => {
  const { reflection, me, now } = situation;
  const table = onTable(reflection);
  const offered = reflection.narrative[table];
  if (offered === null || offered.by === me.id) return notNow;
  return moved(reflection, {
    narrative: {
      proposal: offered,
      amendment: null,
      drafts: { practitioner: noDraft, supervisor: noDraft },
    },
    workflow: {
      ...(table === 'proposal' ? { closedAt: now } : { amendedAt: now }),
      owed: [...reflection.workflow.owed, ...oweEdit(situation, offered.by)],
    },
  });
};

/** A day to come, or the day that stands there already: what was agreed may lie behind by now. */
const dayOr = (
  standing: Day | null,
  field: string,
  given: Day | null,
  today: Day,
): ReturnType<typeof readDay> =>
  given !== null && given === standing ? { day: given, faults: [] } : readDay(field, given, today);

const isBlank = (action: ActionDraft): boolean =>
  action.what === '' && action.by === null && action.how === '' && action.why === '';

/** The written actions; blank rows behind the first are left out, and what is missing is named by field. */
const readActions = (
  { reflection, today }: Situation,
  drafts: ActionDraft[],
): { actions: AgreedAction[]; faults: Fault[] } => {
  const written = drafts
    .slice(0, limits.actions)
    .map((action, index) => ({ action, index }))
    .filter(({ action, index }) => index === 0 || !isBlank(action));
  const faults = written.flatMap(({ action, index }) => {
    const found = sizeFaults(action, index);
    const agreed = reflection.narrative.proposal?.actions[index]?.by ?? null;
    const day = dayOr(agreed, `by${index}`, action.by, today);
    if (action.what === '') found.push({ field: `what${index}`, problem: 'needed' });
    if (action.who === null || participant(reflection, action.who) === null) {
      found.push({ field: `who${index}`, problem: 'needed' });
    }
    if (day.day === null && day.faults.length === 0) found.push({ field: `by${index}`, problem: 'needed' });
    return [...found, ...day.faults];
  });
  const actions = written.flatMap(({ action: { what, who, by, how, why } }) =>
    who !== null && by !== null ? [{ what, who, by, how, why }] : [],
  );
  return { actions, faults };
};

const sizeFaults = (action: ActionDraft, index: number): Fault[] =>
  (['what', 'how', 'why'] as const).flatMap((field) =>
    lengthFault(`${field}${index}`, action[field], limits.line),
  );
