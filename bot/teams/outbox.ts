import { setTimeout as wait } from 'node:timers/promises';
import { type Log, word } from '../log.ts';
import type { Directory } from '../people/directory.ts';
import type { OwnChat, Person, PersonId } from '../people/person.ts';
import type { NeutralMessage } from '../reflection/courier.ts';
import type { CardPlace, UnreachedReason } from '../reminders/record.ts';
import type { Connector, Reached, Refusal } from './connector.ts';
import { createFirstAlone } from './first-alone.ts';
import { isPassing, openOwnChat, teamFor } from './own-chat.ts';
import { createPace, type Pause, type Still } from './pace.ts';

/** Sends what nobody waits for, as many at once as callers like, at the pace that Teams allows. */
export type Outbox = {
  /**
   * Posts in the person's own chat, which is opened through a team of theirs where there is none. `later` where
   * Teams does not take it for now, or waiting was ended; else where it stands, or why it cannot reach them.
   *
   * A message whose answer never came may have been taken, and is sent again: it is doubled rather than lost.
   *
   * @param message also as a function of the person it goes to, who is read here anyway
   * @param still asked right before each call; where it says no the answer is `later`
   * @throws what the directory or `still` throw
   */
  send(
    to: PersonId,
    message: NeutralMessage | ((reader: Person) => NeutralMessage),
    still?: Still,
  ): Promise<{ place: CardPlace } | 'later' | UnreachedReason>;
};

export type OutboxParts = {
  directory: Pick<Directory, 'find' | 'remember' | 'teamOf'>;
  connector: Pick<Connector, 'post' | 'openChat'>;
  /** Calls a second, all people together. Teams' limits of one chat lie far above one message a day. */
  rate: number;
  /** Ends all waiting; a call that is under way is let finish. */
  signal: AbortSignal;
  log: Log;
  /** Milliseconds of a clock that only goes forward. */
  now?: () => number;
  pause?: Pause;
  /** From 0 up to 1. */
  random?: () => number;
};

/** The longest that each next attempt waits, in milliseconds; how long it does is left to chance. */
const longestPauses = [500, 2_000, 8_000];
/** For how long a 429 holds everybody: shorter than the lease of a sweep, so that the wait does not lose it. */
const hold = { least: 1_000, most: 4 * 60_000 };

export const createOutbox = (parts: OutboxParts): Outbox => {
  const { directory, connector, rate, signal, log } = parts;
  const { now = () => performance.now(), pause = quietPause, random = Math.random } = parts;
  const pace = createPace({ rate, now, pause, signal });
  const firstAlone = createFirstAlone(now);

  const heldBy = ({ retryAfterMs = 0, code }: Refusal): void => {
    const ms = Math.min(Math.max(retryAfterMs, hold.least), hold.most);
    if (pace.hold(ms)) log.warn('sending.held', { ms, code: word(code) });
  };

  /** Each attempt in its turn; null where it never had one. */
  const inTurn = async <T>(call: () => Promise<Reached<T>>, still: Still): Promise<Reached<T> | null> => {
    let reached: Reached<T> | null = null;
    for (const longest of [...longestPauses, null]) {
      const answer = await firstAlone(async () => ((await pace.turn(still)) ? call() : null));
      if (answer === null) break;
      reached = answer;
      if (reached.ok || !isPassing(reached)) break;
      if (reached.status === 429) heldBy(reached);
      if (longest !== null) await pause(random() * longest, signal);
    }
    return reached;
  };

  const post = async (chat: OwnChat, message: NeutralMessage, still: Still) => {
    const { serviceUrl, conversationId } = chat;
    const reached = await inTurn(() => connector.post(serviceUrl, conversationId, message), still);
    if (reached?.ok) return { place: { serviceUrl, conversationId, activityId: reached.value.id } };
    return reached?.status === 404 ? 'gone' : outcomeOf(reached);
  };

  return {
    send: async (to, given, still = always) => {
      const person = await directory.find(to);
      if (person === null) return 'notInstalled';
      const message = typeof given === 'function' ? given(person) : given;
      if (person.chat !== null) {
        const posted = await post(person.chat, message, still);
        if (posted !== 'gone') return posted;
        await directory.remember(to, { chat: null });
      }
      const team = await teamFor(directory, person);
      if (team === null) return 'notInstalled';
      const opened = await inTurn(() => openOwnChat(parts, person, team), still);
      if (!opened?.ok) return outcomeOf(opened);
      const posted = await post(opened.value, message, still);
      if (posted !== 'gone') return posted;
      // Once is enough: a chat that is gone as soon as it was opened is nowhere to write to.
      await directory.remember(to, { chat: null });
      return 'notInstalled';
    },
  };
};

const always: Still = async () => true;

const quietPause: Pause = (ms, signal) => wait(Math.ceil(ms), undefined, { signal }).catch(() => undefined);

/** Codes of a 403 that an administrator has to do with, or this server's own settings. */
const refusing: ReadonlySet<string | null> = new Set([
  'BotDisabledByAdmin',
  'ForbiddenOperationException',
  'MessageWritesBlocked',
  'ServiceUrlNotAllowed',
]);

/** A wrong token says nothing of the person, and is no better in a few seconds. */
const outcomeOf = (refusal: Refusal | null): 'later' | UnreachedReason => {
  if (refusal === null || refusal.status === 401 || isPassing(refusal)) return 'later';
  const { status, code } = refusal;
  if (status === 403 && code === 'ConversationBlockedByUser') return 'blocked';
  if (status === 404 || (status === 403 && !refusing.has(code))) return 'notInstalled';
  return 'refused';
};
