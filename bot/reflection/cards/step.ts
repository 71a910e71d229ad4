import type { CardElement, IAdaptiveCard, ITextInput } from '@microsoft/teams.cards';
import { box, choiceField, paragraph, reveal, small, textField, tickField } from '../../cards/elements.ts';
import type { Words } from '../../words/words.ts';
import { type Field, questionOf, stepIds } from '../questions.ts';
import { limits } from '../record.ts';
import { type Domain, domains, shortOf } from '../window.ts';
import { type Drawn, framed, press, revealSure, type Setting, sure } from './frame.ts';
import { windowToTap } from './window.ts';

/** One question of the walk, drawn from the questions' data: the practitioner's alone. */
export const stepCard = (view: Drawn<'step'>, setting: Setting): IAdaptiveCard => {
  const { words } = setting;
  const { step, values } = view;
  const say = words.step;
  const wording = wordingOf(view, words);
  const data = { step, ...(view.editing ? { editing: true } : {}) };
  const shown = questionOf(step).fields.filter((field) => field.when?.(values) ?? true);
  const hasWindow = shown.some((field) => field.type === 'window');
  return framed(
    view,
    wording.title,
    [
      small(say.count(stepIds.indexOf(step) + 1, stepIds.length + 1)),
      ...(view.other === null ? [paragraph(say.alone)] : []),
      paragraph(wording.ask),
      ...prompts(view, words),
      ...(hasWindow ? [explanation(words)] : []),
      ...shown.flatMap((field) => drawField(field, view, wording.fields, setting)),
      ...(step === 'describe' ? [small(say.safeguarding)] : []),
      sure('removeSure', say.removeSure, press(view, say.removeYes, 'erase', { style: 'destructive' })),
    ],
    [
      press(view, say.next, 'next', { data, style: 'positive' }),
      ...(view.first ? [] : [press(view, say.back, 'back', { data })]),
      press(view, say.save, 'save', { data }),
      ...(hasWindow ? [reveal(words.window.what, 'explanation')] : []),
      revealSure(say.remove, 'removeSure'),
    ],
    setting,
  );
};

type Wording = { title: string; ask: string; fields: Readonly<Record<string, string>> };

/** The last step asks differently where it is WITH already, and where TO was chosen on purpose. */
const wordingOf = ({ step, kind, placement, deliberate }: Drawn<'step'>, words: Words): Wording => {
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
const prompts = ({ step, placement }: Drawn<'step'>, words: Words): CardElement[] => {
  const short = step === 'move' && placement !== null ? shortOf(placement) : [];
  if (short.length === 0) return [];
  const asked = short.flatMap((axis) => words.prompts[axis]);
  return [small(words.prompts.title), ...asked.map((one) => paragraph(`• ${one}`, { spacing: 'Small' }))];
};

export const explanation = (words: Words): CardElement =>
  box(
    words.window.explain.map((line) => paragraph(line)),
    { id: 'explanation', isVisible: false, style: 'emphasis' },
  );

const drawField = (
  field: Field,
  view: Drawn<'step'>,
  labels: Readonly<Record<string, string>>,
  { words }: Setting,
): CardElement[] => {
  const id = `${view.step}.${field.id}`;
  const name = labels[field.id] ?? '';
  const value = view.values[field.id] ?? '';
  switch (field.type) {
    case 'text':
      return [textField(id, name, value, longText)];
    case 'tick':
      return [tickField(id, name, value === 'true')];
    case 'choice':
      return [
        choiceField(
          id,
          name,
          field.options.map((option) => ({ title: optionTitle(option, words), value: option })),
          value === '' ? null : value,
          field.open ? { style: 'expanded' } : { placeholder: words.step.chooseOne },
        ),
      ];
    case 'window':
      return [
        windowToTap(
          domains.find((domain) => domain === value) ?? null,
          (domain, said) =>
            press(view, said, 'mark', {
              data: { step: view.step, domain, ...(view.editing ? { editing: true } : {}) },
              tooltip: said,
            }),
          words,
        ),
        domainChoice(id, name, value, words),
      ];
  }
};

const longText: Partial<ITextInput> = { isMultiline: true, maxLength: limits.text };

/** The ordinary four-way choice under the window. */
export const domainChoice = (id: string, name: string, value: string | null, words: Words): CardElement =>
  choiceField(
    id,
    name,
    domains.map((domain) => ({
      title: `${words.domains[domain].name}: ${words.domains[domain].axes}`,
      value: domain satisfies Domain,
    })),
    value === '' ? null : value,
    { style: 'expanded' },
  );

const optionTitle = (option: string, words: Words): string => {
  const titles: Readonly<Record<string, string>> = { ...words.amounts, ...words.balances, ...words.guesses };
  return titles[option] ?? option;
};
