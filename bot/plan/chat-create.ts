import { dayOf } from '../calendar/days.ts';
import { noEcho, withEcho } from '../cards/echo.ts';
import { wordsFor } from '../words/words.ts';
import { againCard, unreadableCard } from './cards/plain.ts';
import type { Setting } from './cards/setting.ts';
import { elsewhereCard, newerCard, notToldCard, summaryCard } from './cards/summary.ts';
import type { PlanAnswer, PlanChat, PlanChatParts, PlanTurn } from './chat.ts';
import { changes } from './chat-changes.ts';
import { ownActions } from './chat-own.ts';
import { type PlanPressed, readPlanPress, typedIn } from './chat-presses.ts';
import { isRefusal } from './desk.ts';
import { planInputs } from './inputs.ts';
import { offering } from './offer.ts';

export const createPlanChat = (parts: PlanChatParts): PlanChat => {
  const { desk, store, linkTo } = parts;
  const own = ownActions(parts);
  const change = changes(parts, own);
  const offer = offering(parts);

  const settingOf = (locale: string | null): Setting => ({
    words: wordsFor(locale),
    today: dayOf(parts.now(), parts.timeZone),
  });

  const answer = (turn: PlanTurn, pressed: PlanPressed, setting: Setting): Promise<PlanAnswer> => {
    const { intent } = pressed;
    switch (intent.to) {
      case 'mine':
        return own.mine(turn, setting);
      case 'open':
        return own.open(turn, intent, pressed, setting);
      case 'done':
        return change.done(turn, intent, pressed, setting);
      case 'undo':
        return change.undo(turn, intent, pressed, setting);
      case 'move':
        return change.move(turn, intent, pressed, setting);
      case 'offer':
        return offer.form(turn, setting);
      case 'add':
        return offer.add(turn, intent, pressed, setting);
    }
  };

  return {
    summary: async (planId, { by, locale }) => {
      const setting = settingOf(locale);
      const { summary } = setting.words.plan;
      const plan = await desk.summary(by, planId);
      if (isRefusal(plan)) {
        const card = notToldCard(plan.refused === 'notAllowed' ? 'membersAsk' : 'notTold', setting);
        return { card, summary, stands: false };
      }
      const url = linkTo({ planId, tabChannel: plan.tabChannel }, null, by);
      return { card: summaryCard(plan, url, setting), summary, stands: true };
    },
    stands: async (planId, place) => {
      const before = await store.summaryPlace(planId);
      await store.keepSummaryPlace(planId, place);
      return before;
    },
    newer: (locale) => {
      const setting = settingOf(locale);
      return { card: newerCard(setting), summary: setting.words.plan.newer };
    },
    elsewhere: (locale) => {
      const setting = settingOf(locale);
      return { card: elsewhereCard(setting), summary: setting.words.plan.elsewhere };
    },
    mine: (turn) => own.mine(turn, settingOf(turn.locale)),
    press: async (turn, verb, sent) => {
      const setting = settingOf(turn.locale);
      const { words } = setting;
      const pressed = readPlanPress(verb, sent);
      if (pressed === null) {
        const echo = { ...noEcho, refusal: 'gone' as const, typed: typedIn(sent) };
        return {
          card: withEcho(unreadableCard(setting), echo, words, planInputs),
          summary: words.trouble.summary,
        };
      }
      try {
        return await answer(turn, pressed, setting);
      } catch (error) {
        parts.report('turn.failed', error);
        const data = { ...pressed.data, keep: pressed.keep.join(',') };
        const card = againCard(words.trouble.notSavedWhy, { ...pressed, data }, setting);
        return { card, summary: words.trouble.summary };
      }
    },
    rosterChanged: (placeId) => desk.rosterChanged(placeId),
  };
};
