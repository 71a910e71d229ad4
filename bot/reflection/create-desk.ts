import { dayOf } from '../calendar/days.ts';
import { wordsFor } from '../words/words.ts';
import type { Setting } from './cards/frame.ts';
import { notSavedCard } from './cards/plain.ts';
import type { Answer, Desk, DeskParts, NotHere, Turn } from './desk.ts';
import { unreadable } from './internal/answers.ts';
import { asking } from './internal/asking.ts';
import { delivering } from './internal/delivering.ts';
import { handingOver } from './internal/handing-over.ts';
import { keepingRound } from './internal/keeping-round.ts';
import { listing } from './internal/listing.ts';
import { pressing } from './internal/pressing.ts';
import { type Pressed, readPress, typedIn } from './presses.ts';

export const createDesk = (parts: DeskParts): Desk => {
  const settingOf = (turn: Turn): Setting => ({
    words: wordsFor(turn.locale),
    today: dayOf(parts.now(), parts.timeZone),
    timeZone: parts.timeZone,
    keepMonths: parts.keepMonths,
  });
  const delivery = delivering(parts);
  const ask = asking(parts, delivery);
  const decideOn = pressing(parts, delivery);
  const hand = handingOver(parts, decideOn);
  const list = listing(parts);

  const answer = (turn: Turn, pressed: Pressed, setting: Setting): Promise<Answer | NotHere> => {
    const { intent } = pressed;
    switch (intent.to) {
      case 'start':
        return ask.form(turn, setting);
      case 'again':
        return ask.again(turn, intent.id, setting);
      case 'here':
        return ask.here(turn, intent, decideOn.look, setting);
      case 'ask':
        return ask.ask(turn, intent, pressed, setting);
      case 'mine':
        return list(turn, intent.after, setting);
      case 'handForm':
        return hand.form(turn, intent, pressed, setting);
      case 'hand':
        return hand.hand(turn, intent, pressed, setting);
      case 'look':
        return decideOn.look(turn, intent, pressed, setting);
      case 'decide':
        return decideOn.decide(turn, intent, pressed, setting);
    }
  };

  return {
    start: (turn) => ask.form(turn, settingOf(turn)),
    mine: (turn) => list(turn, null, settingOf(turn)),
    press: async (turn, verb, sent) => {
      const setting = settingOf(turn);
      const { words } = setting;
      const pressed = readPress(verb, sent);
      if (pressed === null) return unreadable(words, typedIn(sent));
      try {
        const answered = await answer(turn, pressed, setting);
        if (answered === 'notHere') return answered;
        const { afterwards, ...rest } = answered;
        return { ...rest, afterwards: afterwards && quietly(afterwards, parts) };
      } catch (error) {
        parts.report('turn.failed', error);
        const again = { ...pressed.data, keep: pressed.keep.join(',') };
        const card = notSavedCard(verb, again, pressed.typed, words);
        return { card, summary: words.trouble.summary, afterwards: null, posted: null };
      }
    },
    catchUp: () => delivery.catchUp(),
    keep: keepingRound(parts, delivery),
  };
};

/** What is left undone after a turn is an errand in the store; the next round takes it up. */
const quietly =
  (task: () => Promise<void>, { report }: DeskParts): (() => Promise<void>) =>
  () =>
    task().catch((error) => report('afterwards.failed', error));
