import type { CardElement, IAdaptiveCard } from '@microsoft/teams.cards';
import { box, button, card, dateField, paragraph, textField, title } from '../../cards/elements.ts';
import { planLimits } from '../contract.ts';
import type { Setting } from './setting.ts';

/** Gone, and not for this person: said in the same words, so that nobody can find out which. */
export const goneCard = ({ words }: Setting): IAdaptiveCard =>
  card(
    [title(words.plan.refusals.gone), paragraph(words.plan.refusals.goneText)],
    [button(words.plan.action.back, 'plan.mine', {})],
  );

/** A button of another product, an older version, or a hand-made one. */
export const unreadableCard = ({ words }: Setting): IAdaptiveCard =>
  card(
    [title(words.trouble.summary), paragraph(words.plan.refusals.button)],
    [button(words.plan.action.back, 'plan.mine', {})],
  );

/**
 * Nothing could be saved just now. Everything that was typed stands in this card's fields, and its button repeats
 * the press.
 */
export const againCard = (
  why: string,
  pressed: { verb: string; data: Record<string, string>; typed: Readonly<Record<string, string>> },
  { words }: Setting,
): IAdaptiveCard =>
  card(
    [
      title(words.trouble.notSaved),
      paragraph(why),
      ...Object.entries(pressed.typed).flatMap(([id, text]) => field(id, text, words)),
    ],
    [button(words.trouble.again, pressed.verb, pressed.data, { style: 'positive' })],
  );

const field = (id: string, text: string, words: Setting['words']): CardElement[] => {
  const { offer } = words.plan;
  switch (id) {
    case 'dueOn':
      return [dateField(id, offer.day, text)];
    case 'area':
    case 'timescale':
      return [textField(id, offer[id], text, { maxLength: planLimits.text })];
    case 'activities':
      return [textField(id, offer[id], text, { maxLength: planLimits.text, isMultiline: true })];
    case 'team':
      // Which team it was travels along; it is chosen again on the form alone.
      return [{ ...textField(id, offer.team, text), isVisible: false }];
    default:
      return [];
  }
};

/** The card with a sentence above it that says why a press changed nothing. */
export const withNotice = (drawn: IAdaptiveCard, sentence: string): IAdaptiveCard => ({
  ...drawn,
  body: [box([paragraph(sentence)], { style: 'warning' }), ...drawn.body],
});
