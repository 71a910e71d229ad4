import { noEcho, withEcho } from '../cards/echo.ts';
import type { Setting } from '../plan/cards/setting.ts';
import { isRefusal } from '../plan/desk.ts';
import { wordsFor } from '../words/words.ts';
import { againCard, unreadableCard } from './cards/again.ts';
import { elsewhereMessage } from './cards/settings.ts';
import type { ReminderAnswer, ReminderChat, ReminderChatParts, ReminderTurn } from './chat.ts';
import { doing } from './chat-doing.ts';
import { type Answered, answered, type Drawn, finished } from './chat-drawn.ts';
import { hearing } from './chat-heard.ts';
import { helping } from './chat-helping.ts';
import { linesOf } from './chat-lines.ts';
import { lookingThrough } from './chat-looking.ts';
import { type PressOf, type ReminderPressed, readReminderPress, typedIn } from './chat-presses.ts';
import { choosing, todayIn } from './chat-settings.ts';
import { telling, toldBy } from './chat-telling.ts';
import { reminderInputs } from './inputs.ts';

export const createReminderChat = (parts: ReminderChatParts): ReminderChat => {
  const looker = lookingThrough(parts);
  const lines = linesOf(looker);
  const tell = telling(parts);
  const does = doing(parts, looker, lines, tell);
  const helps = helping(parts, looker, lines, tell);
  const chooses = choosing(parts);
  const heard = hearing(parts);

  const settingOf = (locale: string | null): Setting => ({ words: wordsFor(locale), today: todayIn(parts) });

  const line = async (turn: ReminderTurn, pressed: PressOf<'line'>, setting: Setting): Promise<Drawn> => {
    const shown = await looker.look(turn.by, lines.refOf(pressed));
    if (isRefusal(shown)) return lines.refuse(turn, pressed, shown, setting);
    const { told } = pressed.intent;
    return lines.draw(shown, pressed, setting, {
      notice: told === null ? null : toldBy(shown, told, setting.words),
    });
  };

  const answer = async (
    turn: ReminderTurn,
    pressed: ReminderPressed,
    setting: Setting,
  ): Promise<Answered> => {
    const { intent } = pressed;
    switch (intent.to) {
      case 'open': {
        if (pressed.carried === null) throw new Error('read only with the digest it opens');
        return answered(await looker.open(turn, pressed.carried, null, setting));
      }
      case 'settings':
        return answered(await chooses.show(turn, pressed.carried, setting));
      case 'save':
        return answered(await chooses.save(turn, { ...pressed, intent }, setting));
      case 'line':
        return answered(await line(turn, { ...pressed, intent }, setting));
      case 'choose':
        return answered(await helps.choose(turn, { ...pressed, intent }, setting));
      case 'give':
        return helps.give(turn, { ...pressed, intent }, setting);
      case 'ask':
        return helps.ask(turn, { ...pressed, intent }, setting);
      case 'offer':
        return helps.offer(turn, { ...pressed, intent }, setting);
      case 'undo':
        return does.undo(turn, { ...pressed, intent }, setting);
      case 'done':
        return does.finish(turn, { ...pressed, intent }, setting);
      case 'drop':
        return does.finish(turn, { ...pressed, intent }, setting);
      case 'move':
        return does.move(turn, { ...pressed, intent }, setting);
      case 'hold':
        return does.hold(turn, { ...pressed, intent }, setting);
    }
  };

  /** Whoever presses has read; a card that a client refreshes by itself says nothing. */
  const afterPress = (turn: ReminderTurn, setting: Setting, then: Answered['afterwards']) => async () => {
    await Promise.all([turn.manual ? heard(turn.by, setting.today) : null, then?.()]);
  };

  const carefully = async (
    turn: ReminderTurn,
    setting: Setting,
    work: () => Promise<Answered>,
    otherwise: () => Drawn,
  ): Promise<ReminderAnswer> => {
    try {
      const done = await work();
      return finished(answered(done.drawn, afterPress(turn, setting, done.afterwards)), setting);
    } catch (error) {
      parts.report('turn.failed', error);
      return finished(answered(otherwise()), setting);
    }
  };

  const notSaved = (
    pressed: Pick<ReminderPressed, 'verb' | 'data' | 'typed' | 'keep' | 'carried'>,
    setting: Setting,
  ): Drawn => {
    const data = { ...pressed.data, keep: pressed.keep.join(',') };
    const { words } = setting;
    return {
      card: againCard(words.trouble.notSavedWhy, { ...pressed, data }, setting),
      summary: words.trouble.summary,
      carried: pressed.carried,
    };
  };

  const openSettings = { verb: 'remind.settings', data: {}, typed: {}, keep: [], carried: null };

  return {
    settings: (turn) => {
      const setting = settingOf(turn.locale);
      return carefully(
        turn,
        setting,
        async () => answered(await chooses.show(turn, null, setting)),
        () => notSaved(openSettings, setting),
      );
    },
    elsewhere: (locale, botId) => elsewhereMessage(wordsFor(locale), botId),
    press: async (turn, verb, sent) => {
      const setting = settingOf(turn.locale);
      const { words } = setting;
      const pressed = readReminderPress(verb, sent);
      if (pressed === null) {
        const echo = { ...noEcho, refusal: 'gone' as const, typed: typedIn(sent) };
        const card = withEcho(unreadableCard(setting), echo, words, reminderInputs);
        return finished(answered({ card, summary: words.trouble.summary, carried: null }), setting);
      }
      return carefully(
        turn,
        setting,
        () => answer(turn, pressed, setting),
        () => notSaved(pressed, setting),
      );
    },
  };
};
