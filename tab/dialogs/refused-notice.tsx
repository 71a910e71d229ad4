import type { Trouble } from '../api/api.ts';
import { useTab } from '../context.ts';
import { faultSentence, faultsFrom } from './faults.ts';
import { Notice } from './notice.tsx';
import { labelOf } from './value-in-words.ts';
import { formFields, type Values } from './values.ts';

/** Why what was chosen was not saved: with each answer that was not taken, if that is why. */
export const RefusedNotice = ({ trouble, values }: { trouble: Trouble; values: Values }) => {
  const { words } = useTab();
  const { form, conflict } = words;
  if (trouble.kind === 'gone') return <Notice kind="fault">{conflict.gone}</Notice>;
  if (trouble.kind === 'stale') return <Notice kind="fault">{form.trouble.broken}</Notice>;
  if (trouble.kind !== 'unfit') return <Notice kind="fault">{form.trouble[trouble.kind]}</Notice>;
  const { faults } = faultsFrom(trouble.faults);
  const said = formFields.flatMap((field) => {
    const fault = faults[field];
    return fault ? [`${labelOf(words, field)}: ${faultSentence(words, field, fault, values)}`] : [];
  });
  return <Notice kind="fault">{said.length > 0 ? said.join(' ') : form.faults.other}</Notice>;
};
