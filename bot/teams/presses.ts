import type { IAdaptiveCard } from '@microsoft/teams.cards';
import type { InvokeResponse } from 'botbuilder';
import { word } from '../log.ts';
import { isPlanVerb } from '../plan/chat.ts';
import { isReminderVerb } from '../reminders/chat.ts';
import { at, string } from './inbound.ts';
import { type Handled, type Listener, planTurnOf, reminderTurnOf, turnOf } from './listener.ts';

/**
 * A button or a refresh of a card. The SDK's own handler drops `trigger` and refuses whatever is no
 * Action.Execute, so the value is read here. Nothing is written to the directory: a turn costs two storage calls.
 */
export const onPress: Listener = async (parts, inbound): Promise<Handled> => {
  if (inbound.name !== 'adaptiveCard/action') return { invoke: { status: 501 }, afterwards: null };
  const sayings = parts.sayings(inbound.locale);
  if (inbound.where === 'team') return shown(sayings.notHere(inbound.chat.botId).card);

  const turn = turnOf(parts, inbound, at(inbound.value, 'trigger') !== 'automatic');
  if (turn === null) return { invoke: sentenceAnswer(sayings.whoAreYou), afterwards: null };
  const verb = string(inbound.value, 'action', 'verb');
  if (verb === '') return { invoke: sentenceAnswer(sayings.unreadable), afterwards: null };

  const data = at(inbound.value, 'action', 'data') ?? {};
  if (isPlanVerb(verb)) {
    const { card } = await parts.plans.press(planTurnOf(turn), verb, data);
    return { ...shown(card), verb: word(verb) };
  }
  if (isReminderVerb(verb)) {
    const { card, afterwards } = await parts.reminders.press(reminderTurnOf(turn), verb, data);
    return { ...shown(card, afterwards), verb: word(verb) };
  }
  const answer = await parts.desk.press(turn, verb, data);
  if (answer === 'notHere') return shown(sayings.notHere(inbound.chat.botId).card);
  return { ...shown(answer.card, answer.afterwards), verb: word(verb) };
};

const shown = (card: IAdaptiveCard, afterwards: Handled['afterwards'] = null): Handled => ({
  invoke: answered('application/vnd.microsoft.card.adaptive', card),
  afterwards,
});

/** A sentence beside the card: the card stays as it is, and what was typed in it too. */
export const sentenceAnswer = (sentence: string): InvokeResponse =>
  answered('application/vnd.microsoft.activity.message', sentence);

const answered = (type: string, value: unknown): InvokeResponse => ({
  status: 200,
  body: { statusCode: 200, type, value },
});
