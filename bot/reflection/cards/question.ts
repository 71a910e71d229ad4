import type { CardElement, ITextInput } from '@microsoft/teams.cards';
import { box, choiceField, label, paragraph, textField, tickField } from '../../cards/elements.ts';
import type { Words } from '../../words/words.ts';
import type { Field, StepId, Values } from '../questions.ts';
import { type Kind, limits } from '../record.ts';
import { type Domain, domains, shortOf } from '../window.ts';

/** What a question says and how its fields are drawn, prepared alone or done together. */
export type Asked = { step: StepId; kind: Kind; placement: Domain | null; deliberate: boolean };
export type Wording = { title: string; ask: string; fields: Readonly<Record<string, string>> };

/** The last step asks differently where it is WITH already, and where TO was chosen on purpose. */
export const wordingOf = ({ step, kind, placement, deliberate }: Asked, words: Words): Wording => {
  const usual: Wording = words.questions[step][kind];
  if (step !== 'move') return usual;
  if (placement === 'with') {
    const { title, ask, change } = words.already;
    return { title, ask, fields: { ...usual.fields, change } };
  }
  if (placement === 'to' && deliberate) {
    const { ask, change } = words.deliberate;
    return { ...usual, ask, fields: { ...usual.fields, change } };
  }
  return usual;
};

/** Ways in, for the axis that is short; WITH is short of nothing. */
export const prompts = ({ step, placement }: Asked, words: Words): CardElement[] => {
  const short = step === 'move' && placement !== null ? shortOf(placement) : [];
  if (short.length === 0) return [];
  const asked = short.flatMap((axis) => words.prompts[axis]);
  return [label(words.prompts.title), ...asked.map((one) => paragraph(`• ${one}`, { spacing: 'Small' }))];
};

/** "What is this?": the axes and the four domains, hidden until asked for. */
export const explanation = (words: Words): CardElement =>
  box(
    words.window.explain.map((line) => paragraph(line)),
    { id: 'explanation', isVisible: false, style: 'emphasis' },
  );

/** A field of a question other than the window, with what was answered so far. */
export const drawField = (
  step: StepId,
  field: Exclude<Field, { type: 'window' }>,
  values: Values,
  labels: Readonly<Record<string, string>>,
  words: Words,
  text: Partial<ITextInput> = longText,
): CardElement => {
  const id = `${step}.${field.id}`;
  const name = labels[field.id] ?? '';
  const value = values[field.id] ?? '';
  switch (field.type) {
    case 'text':
      return textField(id, name, value, {
        placeholder: words.step.blank,
        ...text,
        // A line end that was typed elsewhere must survive the one-line field.
        ...(value.includes('\n') ? { isMultiline: true } : {}),
      });
    case 'tick':
      return tickField(id, name, value === 'true');
    case 'choice':
      return choiceField(
        id,
        name,
        field.options.map((option) => ({ title: optionTitle(option, words), value: option })),
        value === '' ? null : value,
        field.open ? { style: 'expanded' } : { placeholder: words.step.chooseOne },
      );
  }
};

const longText: Partial<ITextInput> = { isMultiline: true, maxLength: limits.text };
/** Together, most is said; what is typed is a line. */
export const oneLine: Partial<ITextInput> = { maxLength: limits.text };

/** The ordinary four-way choice under the window. */
export const domainChoice = (id: string, name: string, value: string | null, words: Words): CardElement =>
  choiceField(
    id,
    name,
    domains.map((domain) => ({
      title: `${words.domains[domain].name}: ${words.domains[domain].axes}`,
      value: domain,
    })),
    value === '' ? null : value,
    { style: 'expanded' },
  );

const optionTitle = (option: string, words: Words): string => {
  const titles: Readonly<Record<string, string>> = {
    ...words.amounts,
    ...words.balances,
    ...words.guesses,
    ...words.lastTime.outcomes,
  };
  return titles[option] ?? option;
};
