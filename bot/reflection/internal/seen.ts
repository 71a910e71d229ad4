import { fieldsOf, type ItemId, isAmount, isGuess, itemIds, type Values } from '../questions.ts';
import type { Answers, Proposal, Reflection } from '../record.ts';
import { bothIn, inRole, practitionerPlacement } from '../stage.ts';
import type { Compared, Said } from '../view.ts';
import { type Axis, axes, isMismatch } from '../window.ts';

/** Who may see which words: the practitioner all of their own, the supervisor what was shared, both the comparison. */

/** All of the practitioner's answers, by what they can be shared under: for the practitioner alone. */
export const ownAnswers = ({ narrative }: Reflection): Said =>
  Object.fromEntries(itemIds.map((item) => [item, valuesOf(narrative.answers, item)]));

/** Only what the practitioner has let the supervisor read. */
export const sharedAnswers = ({ workflow, narrative }: Reflection): Said =>
  Object.fromEntries(
    itemIds
      .filter((item) => workflow.shared.includes(item))
      .map((item) => [item, valuesOf(narrative.answers, item)]),
  );

/** The rest: for the practitioner's own copy alone. */
export const unsharedAnswers = ({ workflow, narrative }: Reflection): Said =>
  Object.fromEntries(
    itemIds
      .filter((item) => !workflow.shared.includes(item))
      .map((item) => [item, valuesOf(narrative.answers, item)]),
  );

const valuesOf = (answers: Answers, item: ItemId): Values =>
  Object.fromEntries(
    fieldsOf(item).map(({ step, field }) => [field.id, answers[step]?.values[field.id] ?? '']),
  );

export const oddAxes = (reflection: Reflection, said: Said): Axis[] => {
  const domain = practitionerPlacement(reflection);
  return axes.filter((axis) => {
    const amount = said.amounts?.[axis];
    return domain !== null && isMismatch(domain, axis, isAmount(amount) ? amount : null);
  });
};

/** Rule 3 is checked here once more: this function is the only one that puts the two placements together. */
export const compare = (reflection: Reflection): Compared => {
  if (!bothIn(reflection)) throw new Error('placements are compared only when both are in');
  const { narrative } = reflection;
  const said = sharedAnswers(reflection);
  const guess = said.guess?.guess;
  return {
    practitioner: {
      name: inRole(reflection, 'practitioner')?.name ?? '',
      domain: practitionerPlacement(reflection),
      deliberate: said.place?.deliberate === 'true',
    },
    supervisor: { name: inRole(reflection, 'supervisor')?.name ?? '', domain: narrative.outside.domain },
    guess: isGuess(guess) ? guess : null,
    said,
    odd: oddAxes(reflection, said),
    note: narrative.note,
    reply: narrative.reply,
  };
};

/** What one has proposed and the other has not answered yet. */
export const offered = (reflection: Reflection): Proposal =>
  reflection.narrative.amendment ?? settled(reflection);

export const settled = ({ narrative }: Reflection): Proposal => {
  if (narrative.proposal === null) throw new Error('an agreement without a proposal');
  return narrative.proposal;
};
