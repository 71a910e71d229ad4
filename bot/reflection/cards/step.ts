import type { CardElement, IAdaptiveCard } from '@microsoft/teams.cards';
import { paragraph, reveal, small } from '../../cards/elements.ts';
import type { Words } from '../../words/words.ts';
import { questionOf, stepIds } from '../questions.ts';
import { domains } from '../window.ts';
import { type Drawn, framed, press, revealSure, type Setting, sure, togetherNotice } from './frame.ts';
import { domainChoice, drawField, explanation, prompts, wordingOf } from './question.ts';
import { unreachedNotice } from './unreached.ts';
import { windowToTap } from './window.ts';

/** One question of the walk, drawn from the questions' data: the practitioner's alone. */
export const stepCard = (view: Drawn<'step'>, setting: Setting): IAdaptiveCard => {
  const { words } = setting;
  const { step, values, kind } = view;
  const say = words.step;
  const wording = wordingOf({ ...view, kind }, words);
  const data = dataOf(view);
  const shown = questionOf(step).fields.filter((field) => field.when?.(values, view.lastTime) ?? true);
  const hasWindow = shown.some((field) => field.type === 'window');
  return framed(
    view,
    wording.title,
    [
      small(say.count(stepIds.indexOf(step) + 1, stepIds.length + 1)),
      ...(view.other === null ? [paragraph(say.alone)] : togetherNotice(view, words)),
      ...unreachedNotice(view, words).body,
      paragraph(wording.ask),
      ...prompts(view, words),
      ...(hasWindow ? [explanation(words)] : []),
      ...shown.flatMap((field) =>
        field.type === 'window'
          ? tapAndChoose(`${step}.${field.id}`, wording.fields[field.id] ?? '', view, setting)
          : [drawField(step, field, values, { ...wording.fields, ...lastTimeLabels(view, words) }, words)],
      ),
      ...(step === 'describe' ? [small(say.safeguarding)] : []),
      sure('removeSure', say.removeSure, press(view, say.removeYes, 'erase', { style: 'destructive' })),
    ],
    [
      press(view, say.next, 'next', { data, style: 'positive' }),
      ...(view.first ? [] : [press(view, say.back, 'back', { data })]),
      press(view, say.save, 'save', { data }),
      ...(hasWindow ? [reveal(words.window.what, 'explanation')] : []),
      ...(view.other === null ? [] : [press(view, words.together.now, 'together', { data })]),
      revealSure(say.remove, 'removeSure'),
    ],
    setting,
  );
};

/** What was agreed the last time asks what became of it, each in its own words. */
const lastTimeLabels = ({ lastTime }: Drawn<'step'>, words: Words): Record<string, string> =>
  Object.fromEntries(lastTime.map(({ what }, index) => [`last${index}`, words.lastTime.ask(what)]));

const dataOf = ({ step, editing }: Drawn<'step'>) => ({ step, ...(editing ? { editing: true } : {}) });

const tapAndChoose = (id: string, name: string, view: Drawn<'step'>, { words }: Setting): CardElement[] => {
  const value = view.values.domain ?? '';
  return [
    windowToTap(
      domains.find((domain) => domain === value) ?? null,
      (domain, said) => press(view, said, 'mark', { data: { ...dataOf(view), domain }, tooltip: said }),
      words,
    ),
    domainChoice(id, name, value, words),
  ];
};
