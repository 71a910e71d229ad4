import type { Fault } from '../../cards/refusals.ts';
import { lengthFault } from '../../cards/texts.ts';
import type { Event, Ruling, Situation } from '../events.ts';
import { type Field, questionOf, type Values } from '../questions.ts';
import { limits } from '../record.ts';
import { placementShared } from '../stage.ts';
import { invalid, moved, notNow } from './rulings.ts';

/** The practitioner writes: *Next* finishes a step; *Back*, *Save for later* and a tap keep what was typed. */
export const answer = (
  { reflection, me, by }: Situation,
  { step, values, finish }: Extract<Event, { type: 'answer' }>,
): Ruling => {
  const { workflow, narrative } = reflection;
  const invited = workflow.invitation.to === by && workflow.invitation.status !== 'accepted';
  if (me.role !== 'practitioner' || invited) return notNow;
  const question = questionOf(step);
  // What the other person has read must not change under them; it can be taken back until they have placed.
  if (placementShared(reflection) || question.fields.some(({ item }) => workflow.shared.includes(item)))
    return notNow;

  const before = narrative.answers[step];
  const shown = (values: Values) =>
    question.fields.filter((field) => field.when?.(values, narrative.lastTime) ?? true);
  // Clients leave empty inputs out, so a field that stood on the card and did not come back was emptied. The
  // window keeps its mark: a choice, once made, cannot be emptied.
  const emptied = shown(before?.values ?? {}).filter((field) => field.type !== 'window');
  const merged: Values = {
    ...before?.values,
    ...Object.fromEntries(emptied.map((field) => [field.id, ''])),
    ...values,
  };
  const faults = question.fields.flatMap((field) => faultsOf(step, field, merged, finish));
  if (faults.length > 0) return invalid(faults);
  // The step that has just grown a field is not finished before the field was seen.
  const grown = shown(merged).length > shown(before?.values ?? {}).length;
  const done = grown ? false : finish || before?.done === true;
  return moved(reflection, {
    narrative: { answers: { ...narrative.answers, [step]: { values: merged, done } } },
  });
};

const faultsOf = (step: string, field: Field, values: Values, finish: boolean): Fault[] => {
  const value = values[field.id] ?? '';
  const name = `${step}.${field.id}`;
  switch (field.type) {
    case 'text':
      return lengthFault(name, value, limits.text);
    case 'window':
      // The placement is the one thing that is required, and only to go on.
      return finish && value === '' ? [{ field: name, problem: 'needed' }] : [];
    case 'choice':
    case 'tick':
      return [];
  }
};
