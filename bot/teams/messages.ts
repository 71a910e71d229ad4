import { commandIn } from './commands.ts';
import { at } from './inbound.ts';
import { type Handled, type Listener, nothing, reply, turnOf } from './listener.ts';
import { meet } from './meet.ts';

/** Typed words are commands; a message that carries a verb is a button of a client that knows no Action.Execute. */
export const onMessage: Listener = async (parts, inbound, log): Promise<Handled> => {
  const sayings = parts.sayings(inbound.locale);
  const verb = at(inbound.value, 'verb');
  const command = commandIn(inbound.text);

  if (inbound.where !== 'personal') {
    const elsewhere = verb !== undefined || command === 'reflect' || command === 'mine';
    await reply(parts, inbound, elsewhere ? sayings.notHere(inbound.chat.botId) : sayings.help(), log);
    return nothing;
  }

  const turn = turnOf(inbound);
  if (turn === null) {
    await reply(parts, inbound, { text: sayings.whoAreYou }, log);
    return nothing;
  }
  await meet(parts, inbound);

  if (verb === undefined && command !== 'reflect' && command !== 'mine') {
    await reply(parts, inbound, sayings[command](), log);
    return nothing;
  }
  const answer =
    typeof verb === 'string'
      ? await parts.desk.press(turn, verb, inbound.value)
      : command === 'reflect'
        ? await parts.desk.start({ ...turn, at: null })
        : await parts.desk.mine({ ...turn, at: null });
  await reply(parts, inbound, answer, log);
  return { invoke: null, afterwards: answer.afterwards };
};
