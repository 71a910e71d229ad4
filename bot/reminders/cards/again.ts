import type { CardElement, IAdaptiveCard } from '@microsoft/teams.cards';
import { button, card, dateField, paragraph, textField, title } from '../../cards/elements.ts';
import type { Setting } from '../../plan/cards/setting.ts';
import { planLimits } from '../../plan/contract.ts';

type Press = {
  verb: string;
  data: Readonly<Record<string, string>>;
  typed: Readonly<Record<string, string>>;
};

/** Nothing could be done just now: what was typed stands in this card, and its button repeats the press. */
export const againCard = (why: string, pressed: Press, { words }: Setting): IAdaptiveCard =>
  card(
    [
      title(words.trouble.notSaved),
      paragraph(why),
      ...Object.entries(pressed.typed).map(([id, text]) => field(id, text, words)),
    ],
    [button(words.trouble.again, pressed.verb, pressed.data, { style: 'positive' })],
  );

const field = (id: string, text: string, words: Setting['words']): CardElement => {
  const { line } = words.reminders;
  if (id === 'dueOn') return dateField(id, words.plan.action.day, text);
  if (id === 'until') return dateField(id, line.until, text);
  if (id === 'moveReason') return textField(id, line.why, text, { maxLength: planLimits.text });
  // What was chosen travels along; it is chosen again on its own card alone.
  return { ...textField(id, words.trouble.typed, text), isVisible: false };
};

/** A button of another product, an older version, or a hand-made one. */
export const unreadableCard = ({ words }: Setting): IAdaptiveCard =>
  card(
    [title(words.trouble.summary), paragraph(words.reminders.refusals.button)],
    [button(words.reminders.settingsLink, 'remind.settings', {})],
  );
