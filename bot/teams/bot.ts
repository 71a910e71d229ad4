import { failure, word } from '../log.ts';
import { onInstallation, onMembers } from './installs.ts';
import { type Listener, nothing, reply } from './listener.ts';
import { onMessage } from './messages.ts';
import { onPress, sentenceAnswer } from './presses.ts';

const listeners: Readonly<Record<string, Listener>> = {
  message: onMessage,
  invoke: onPress,
  installationUpdate: onInstallation,
  conversationUpdate: onMembers,
};

/**
 * One turn. Kinds of activity that nobody listens to are tolerated. A fault is written down without content and
 * answered with a sentence: as a message, or for a press as the answer that leaves the card and its words alone.
 */
export const handle: Listener = async (parts, inbound, log) => {
  const listener = Object.hasOwn(listeners, inbound.type) ? listeners[inbound.type] : undefined;
  if (listener === undefined) return nothing;
  try {
    return await listener(parts, inbound, log);
  } catch (error) {
    log.error('turn.failed', { kind: word(inbound.type), ...failure(error) });
    const sentence = parts.sayings(inbound.locale).storage;
    if (inbound.type === 'invoke') return { invoke: sentenceAnswer(sentence), afterwards: null };
    if (inbound.type === 'message') await reply(parts, inbound, { text: sentence }, log);
    return nothing;
  }
};
