import { isPlanVerb } from '../plan/chat.ts';
import { isReminderVerb } from '../reminders/chat.ts';
import { commandIn } from './commands.ts';
import type { OutboundMessage } from './connector.ts';
import type { Inbound } from './inbound.ts';
import { at } from './inbound.ts';
import {
  type BotParts,
  type Handled,
  type Listener,
  nothing,
  planTurnOf,
  reminderTurnOf,
  reply,
  turnOf,
} from './listener.ts';
import { meet } from './meet.ts';
import { planInChannel } from './plan-command.ts';

/** Typed words are commands; a message that carries a verb is a button of a client that knows no Action.Execute. */
export const onMessage: Listener = async (parts, inbound, log): Promise<Handled> => {
  const sayings = parts.sayings(inbound.locale);
  const verb = at(inbound.value, 'verb');
  const command = commandIn(inbound.text);

  if (inbound.where === 'team' && verb === undefined && command === 'plan') {
    return planInChannel(parts, inbound, log);
  }
  if (inbound.where !== 'personal') {
    await reply(parts, inbound, await saidToSeveral(parts, inbound), log);
    return nothing;
  }

  const turn = turnOf(parts, inbound);
  if (turn === null) {
    await reply(parts, inbound, { text: sayings.whoAreYou }, log);
    return nothing;
  }
  await meet(parts, inbound);

  const button = typeof verb === 'string' ? verb : null;
  const typed = verb === undefined ? command : null;
  if (typed === 'plan' || (button !== null && isPlanVerb(button))) {
    const by = planTurnOf(turn);
    const answer = await (button === null
      ? parts.plans.mine(by)
      : parts.plans.press(by, button, inbound.value));
    await reply(parts, inbound, answer, log);
    return nothing;
  }
  if (typed === 'reminders' || (button !== null && isReminderVerb(button))) {
    const by = reminderTurnOf(turn);
    const answer = await (button === null
      ? parts.reminders.settings(by)
      : parts.reminders.press(by, button, inbound.value));
    await reply(parts, inbound, answer, log);
    return { invoke: null, afterwards: answer.afterwards };
  }
  if (typed !== null && typed !== 'reflect' && typed !== 'mine') {
    await reply(parts, inbound, sayings[typed](), log);
    return nothing;
  }
  const answer =
    button !== null
      ? await parts.desk.press(turn, button, inbound.value)
      : command === 'reflect'
        ? await parts.desk.start({ ...turn, at: null })
        : await parts.desk.mine({ ...turn, at: null });
  if (answer === 'notHere') return nothing;
  const place = await reply(parts, inbound, answer, log);
  const { afterwards, posted } = answer;
  const both = async () => {
    if (place !== null) await posted?.(place);
    await afterwards?.();
  };
  return { invoke: null, afterwards: posted === null ? afterwards : both };
};

/**
 * In a channel or a group chat: help, and why a reflection is not for here. In a chat of two `reflect` begins one,
 * on a card that holds nobody's words. A submit of an old client would be answered for all to read: not here.
 */
const saidToSeveral = async (parts: BotParts, inbound: Inbound): Promise<OutboundMessage> => {
  const sayings = parts.sayings(inbound.locale);
  const notHere = sayings.notHere(inbound.chat.botId);
  const command = commandIn(inbound.text);
  if (at(inbound.value, 'verb') !== undefined || command === 'mine') return notHere;
  if (command === 'plan') return parts.plans.elsewhere(inbound.locale);
  if (command === 'reminders') return parts.reminders.elsewhere(inbound.locale, inbound.chat.botId);
  if (command !== 'reflect') return sayings.help();
  const turn = inbound.where === 'group' ? turnOf(parts, inbound) : null;
  const answer = turn === null ? 'notHere' : await parts.desk.start({ ...turn, at: null });
  return answer === 'notHere' ? notHere : answer;
};
