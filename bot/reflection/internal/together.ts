import { lengthFault } from '../../cards/texts.ts';
import type { Event, Ruling, Situation } from '../events.ts';
import { questionOf, textIn, type Values } from '../questions.ts';
import { limits } from '../record.ts';
import {
  bothIn,
  inRole,
  isTogether,
  practitionerPlacement,
  roundNow,
  standing,
  windowOpen,
} from '../stage.ts';
import type { Domain } from '../window.ts';
import { changed, invalid, moved, notNow, oweEdit, oweMessage } from './rulings.ts';

/**
 * Together now, in a room or a call, each on their own device. It is the same record shared in another order: the
 * description (or the telling), then both placements, then one step after another. Only the practitioner's press
 * shares; the supervisor can ask for it.
 */

export const askTogether = (situation: Situation): Ruling => {
  const { reflection, me } = situation;
  const practitioner = inRole(reflection, 'practitioner');
  const { togetherAsked, owed } = reflection.workflow;
  if (me.role !== 'supervisor' || practitioner === null) return notNow;
  if (togetherAsked || windowOpen(reflection)) return notNow;
  return moved(reflection, {
    workflow: { togetherAsked: true, owed: [...owed, oweMessage(situation, practitioner.id, 'asked')] },
  });
};

/** Shares the description and the placement as far as they are made, and nothing else; the rest stays private. */
export const startTogether = (situation: Situation): Ruling => {
  const { reflection, me } = situation;
  const supervisor = inRole(reflection, 'supervisor');
  if (me.role !== 'practitioner' || supervisor === null || windowOpen(reflection)) return notNow;
  const { workflow, narrative } = reflection;
  const { describe, place } = narrative.answers;
  const isWritten = textIn('describe', describe?.values ?? {}) !== '';
  return moved(reflection, {
    workflow: {
      invitation:
        workflow.invitation.to === me.id
          ? { ...workflow.invitation, status: 'accepted' }
          : workflow.invitation,
      shared: [...(isWritten ? ['describe'] : []), ...(place?.done ? ['place'] : [])],
      toldAloud: !isWritten,
      togetherAsked: false,
      owed: [...workflow.owed, oweMessage(situation, supervisor.id, 'yourTurn')],
    },
    narrative: {
      answers: { ...narrative.answers, describe: { values: describe?.values ?? {}, done: true } },
    },
  });
};

/** A tap marks, as everywhere. */
export const markTogether = (situation: Situation, domain: Domain): Ruling =>
  standing(situation.reflection, situation.by) === 'togetherPlace'
    ? moved(situation.reflection, { narrative: { answers: placedIn(situation, domain, false) } })
    : notNow;

export const placeTogether = (situation: Situation, domain: Domain | null): Ruling => {
  const { reflection, by } = situation;
  if (standing(reflection, by) !== 'togetherPlace') return notNow;
  if (domain === null) return invalid([{ field: 'together.domain', problem: 'needed' }]);
  const { workflow } = reflection;
  const after = changed(reflection, {
    workflow: { shared: [...workflow.shared, 'place'] },
    narrative: { answers: placedIn(situation, domain, true) },
  });
  const supervisor = inRole(reflection, 'supervisor');
  const told = bothIn(after) && supervisor ? [oweMessage(situation, supervisor.id, 'bothIn')] : [];
  return moved(after, { workflow: { owed: [...workflow.owed, ...told] } });
};

const placedIn = ({ reflection }: Situation, domain: Domain, done: boolean) => {
  const { answers } = reflection.narrative;
  const values: Values = { ...answers.place?.values, domain };
  // "Deliberate" was said of another box, and is not asked again here.
  if (practitionerPlacement(reflection) !== domain) values.deliberate = 'false';
  return { ...answers, place: { values, done } };
};

/** *Save and show*: this step is saved and shared with one press, and the supervisor's card goes on to the next. */
export const saveAndShow = (
  situation: Situation,
  { step, values }: Extract<Event, { type: 'saveAndShow' }>,
): Ruling => {
  const { reflection, me } = situation;
  if (me.role !== 'practitioner' || !isTogether(reflection) || roundNow(reflection) !== step) return notNow;
  const { fields, together } = questionOf(step);
  const asked = fields.filter(({ item }) => together.includes(item));
  // A field that did not come back was emptied: clients leave empty inputs out.
  const given = Object.fromEntries(asked.map(({ id }) => [id, values[id] ?? '']));
  const faults = asked
    .filter(({ type }) => type === 'text')
    .flatMap(({ id }) => lengthFault(`${step}.${id}`, given[id] ?? '', limits.text));
  if (faults.length > 0) return invalid(faults);
  const { workflow, narrative } = reflection;
  const supervisor = inRole(reflection, 'supervisor');
  return moved(reflection, {
    workflow: {
      shared: [...workflow.shared, ...together],
      owed: [...workflow.owed, ...(supervisor ? oweEdit(situation, supervisor.id) : [])],
    },
    narrative: {
      answers: {
        ...narrative.answers,
        [step]: { values: { ...narrative.answers[step]?.values, ...given }, done: true },
      },
    },
  });
};
