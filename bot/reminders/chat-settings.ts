import { addDays, addMonths, type Day, dayOf } from '../calendar/days.ts';
import { timeIn } from '../calendar/time-of-day.ts';
import { noEcho, withEcho } from '../cards/echo.ts';
import type { Fault } from '../cards/refusals.ts';
import type { PersonId } from '../people/person.ts';
import { withNotice } from '../plan/cards/plain.ts';
import type { Setting } from '../plan/cards/setting.ts';
import { dayFaults } from '../plan/chat-faults.ts';
import { isRefusal } from '../plan/desk.ts';
import { fittingPlans, type OwnPlan, settingsCard } from './cards/settings.ts';
import type { ReminderChatParts, ReminderTurn } from './chat.ts';
import type { Drawn } from './chat-drawn.ts';
import type { PressOf } from './chat-presses.ts';
import { backOn } from './choices.ts';
import { chosenIn, markOf, ownChoice } from './chosen.ts';
import { earliestDay } from './earliest.ts';
import type { Reminders } from './record.ts';

/** A sweep or a press may be writing at the same moment; so often is it read again. */
const attempts = 8;

/** What somebody wants to hear of: shown, and saved unless it was changed elsewhere since it was shown. */
export const choosing = (parts: ReminderChatParts) => {
  const { desk, plans, reminders, calendar, timeZone, reminderTime, now } = parts;

  /** The plans that this person manages or has something open in, by name; each as the desk lets them see it. */
  const plansOf = async (by: PersonId): Promise<OwnPlan[]> => {
    const own = await desk.openOf(by);
    const found = new Map(own.map(({ plan }) => [plan.id, plan.name]));
    const managed: string[] = [];
    for await (const id of plans.managedBy(by)) if (!found.has(id)) managed.push(id);
    for (const id of new Set(managed)) {
      const looked = await desk.look(by, id, null);
      if (!isRefusal(looked) && looked.me.isManager) found.set(id, looked.plan.name);
    }
    return [...found]
      .map(([id, name]) => ({ id, name }))
      .sort((a, b) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1));
  };

  /** The first day whose digests have not gone out by now, as far as this clock knows. */
  const openDay = (today: Day): Day => (timeIn(now(), timeZone) < reminderTime ? today : addDays(today, 1));

  const draw = async (
    kept: Reminders,
    own: readonly OwnPlan[],
    { isSaved, carried }: { isSaved: boolean; carried: Drawn['carried'] },
    setting: Setting,
  ): Promise<Drawn> => {
    const shown = fittingPlans(own);
    const choices = shown.map((plan) => ({ ...plan, choice: ownChoice(kept, plan.id) }));
    const all = [kept.choice, ...choices.flatMap(({ choice }) => choice ?? [])];
    return {
      card: settingsCard(
        {
          choice: kept.choice,
          plans: choices,
          hasMore: own.length > shown.length,
          mark: markOf(
            kept,
            shown.map(({ id }) => id),
          ),
          next: { day: earliestDay(all, openDay(setting.today), await calendar()), time: reminderTime },
          isSaved,
          isListed: carried !== null,
        },
        setting,
      ),
      summary: setting.words.reminders.settings.title,
      carried,
    };
  };

  const show = async ({ by }: ReminderTurn, carried: Drawn['carried'], setting: Setting): Promise<Drawn> => {
    const [{ reminders: kept }, own] = await Promise.all([reminders.find(by), plansOf(by)]);
    return draw(kept, own, { isSaved: false, carried }, setting);
  };

  const save = async ({ by }: ReminderTurn, pressed: PressOf<'save'>, setting: Setting): Promise<Drawn> => {
    const { intent, typed, carried } = pressed;
    const own = await plansOf(by);
    const ids = intent.plans;
    const faults = faultsOf(typed, ids.length, setting.today);
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const { reminders: kept, etag } = await reminders.find(by);
      const asNow = await draw(kept, own, { isSaved: false, carried }, setting);
      const back = { ...noEcho, faults, typed: { ...typed } };
      if (faults.length > 0) {
        return { ...asNow, card: withEcho(asNow.card, { ...back, refusal: 'invalid' }, setting.words) };
      }
      const theirs = ids.filter((id) => own.some((plan) => plan.id === id));
      const wanted = chosenIn(typed, ids, theirs, kept, setting.today);
      // Pressed twice, or the answer was lost: it stands as it was asked for.
      if (markOf(wanted, ids) === markOf(kept, ids))
        return draw(kept, own, { isSaved: true, carried }, setting);
      if (markOf(kept, ids) !== intent.mark) {
        const card = withEcho(asNow.card, back, setting.words);
        return { ...asNow, card: withNotice(card, setting.words.reminders.refusals.settings) };
      }
      // First the notes, by which the sweep finds them when a pause is over; without what follows they say nothing.
      for (const { planId, day } of pausesIn(wanted)) {
        await reminders.note({ day, person: by, kind: 'catchUp', planId, actionId: '', about: '' });
      }
      if ((await reminders.save(by, wanted, etag)) === 'saved') {
        return draw(wanted, own, { isSaved: true, carried }, setting);
      }
    }
    throw new Error('the reminders of one person changed again and again');
  };

  return { show, save };
};

/** The days on which pauses are over; the one of everything carries no plan. */
const pausesIn = ({ choice, plans }: Reminders): { planId: string; day: Day }[] =>
  [['', choice] as const, ...Object.entries(plans)].flatMap(([planId, one]) => {
    const day = backOn(one);
    return day === null ? [] : [{ planId, day }];
  });

/** A pause that was chosen needs its day; no pause is longer than two years. */
const faultsOf = (typed: Readonly<Record<string, string>>, plans: number, today: Day): Fault[] => {
  const fields = [
    { field: 'pausedUntil', needed: false },
    ...Array.from({ length: plans }, (_, at) => ({
      field: `until${at}`,
      needed: typed[`plan${at}`] === 'paused',
    })),
  ];
  return fields.flatMap(({ field, needed }) => {
    const day = typed[field] ?? '';
    const faults = dayFaults(day, needed, today).map((fault) => ({ ...fault, field }));
    const isTooFar = faults.length === 0 && day > addMonths(today, 24);
    return isTooFar ? [{ field, problem: 'tooFarAhead' as const }] : faults;
  });
};

/** What day it is for the reader. */
export const todayIn = ({ now, timeZone }: Pick<ReminderChatParts, 'now' | 'timeZone'>): Day =>
  dayOf(now(), timeZone);
