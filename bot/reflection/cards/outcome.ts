import type { CardElement, IAdaptiveCard } from '@microsoft/teams.cards';
import { box, choiceField, dateField, label, paragraph, textField } from '../../cards/elements.ts';
import { type ActionDraft, limits } from '../record.ts';
import { type Drawn, framed, press, type Setting } from './frame.ts';
import { proposalElements } from './proposal.ts';

const blank: ActionDraft = { what: '', who: null, by: null, how: '', why: '' };

/** One thing to do, three at most; or one of the two other, equal endings. */
export const outcomeCard = (view: Drawn<'outcome'>, setting: Setting): IAdaptiveCard => {
  const { words } = setting;
  const say = words.outcome;
  const rows = Math.min(view.rows, limits.actions);
  const agreement = { part: 'agreement' } as const;
  return framed(
    view,
    view.amending ? say.titleAmend : rows > 1 ? say.titleMany : say.title,
    [
      ...(view.theirs === null
        ? []
        : [box(proposalElements(view.theirs, view, words), { style: 'emphasis' })]),
      paragraph(view.amending ? say.leadAmend : say.lead),
      ...Array.from({ length: rows }, (_, index) =>
        fields(index, rows, view.draft.actions[index] ?? blank, view, setting),
      ).flat(),
      dateField('lookAgainOn', say.lookAgain, view.draft.lookAgainOn),
    ],
    [
      press(view, say.propose, 'propose', { ...agreement, data: { rows }, style: 'positive' }),
      ...(rows < limits.actions ? [press(view, say.more, 'more', { data: { rows } })] : []),
      press(view, say.noAction, 'noAction', { ...agreement, data: { rows } }),
      press(view, say.differ, 'differ', { ...agreement, data: { rows } }),
      press(view, say.back, 'lookBack', { data: { rows } }),
    ],
    setting,
  );
};

const fields = (
  index: number,
  rows: number,
  draft: ActionDraft,
  view: Drawn<'outcome'>,
  { words }: Setting,
): CardElement[] => {
  const say = words.outcome;
  const people = [view.me, ...(view.other ? [view.other] : [])];
  return [
    ...(rows > 1 ? [label(say.rows[index] ?? '')] : []),
    textField(`what${index}`, say.what, draft.what, { maxLength: limits.line }),
    choiceField(
      `who${index}`,
      say.who,
      people.map(({ id, name }) => ({ title: name, value: id })),
      draft.who,
      { style: 'expanded' },
    ),
    dateField(`by${index}`, say.by, draft.by),
    textField(`how${index}`, say.how, draft.how, { maxLength: limits.line }),
    textField(`why${index}`, say.why, draft.why, { maxLength: limits.line }),
  ];
};
