import { type Echo, noEcho, withEcho } from '../../cards/echo.ts';
import { draw } from '../cards/draw.ts';
import type { Setting } from '../cards/frame.ts';
import { type Gone, goneCard } from '../cards/plain.ts';
import { decide } from '../decide.ts';
import type { Answer, DeskParts, Turn } from '../desk.ts';
import type { Event, Ruling } from '../events.ts';
import { reflectionInputs } from '../inputs.ts';
import { keepingOf } from '../keeping.ts';
import type { Intent, Pressed } from '../presses.ts';
import type { Reflection } from '../record.ts';
import type { Stored } from '../store.ts';
import type { Wanted } from '../view.ts';
import { viewFor } from '../view-for.ts';
import { goneAnswer, shown } from './answers.ts';
import type { Delivery } from './delivering.ts';
import { pointedOut } from './guarding.ts';
import { isReplay, unsavedWords } from './replays.ts';

/** How often a press is decided again when somebody else wrote in between; people are slower than this. */
const attempts = 6;

/** Load, decide, save with the tag, and say whom to show what: one read and one conditional write a press. */
export const pressing = (parts: DeskParts, delivery: Delivery) => {
  const { store, now, newId } = parts;
  const look = async (
    turn: Turn,
    { id, wanted }: Extract<Intent, { to: 'look' }>,
    { typed }: Pick<Pressed, 'typed'>,
    setting: Setting,
  ): Promise<Answer> => {
    const stored = await store.read(id);
    if (stored === null) return goneAnswer(setting.words);
    // Words typed on the card that is left for a look travel along, and come back to their field.
    return show(turn, stored.reflection, wanted, { ...noEcho, typed }, setting, afterLooking(turn, stored));
  };

  const decideOn = async (
    turn: Turn,
    intent: Extract<Intent, { to: 'decide' }>,
    pressed: Pressed,
    setting: Setting,
  ): Promise<Answer> => {
    const { id, press, next, home } = intent;
    const { typed } = pressed;
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const stored = await store.read(id);
      if (stored === null) return goneAnswer(setting.words, typed);
      const { reflection } = stored;
      const ruling = decide(reflection, press, { by: turn.by.id, now: now(), today: setting.today, newId });
      if (ruling.is === 'refused') return refuse(turn, stored, intent, ruling, typed, setting);
      if (ruling.is === 'erased') {
        const errand = await store.erase(
          stored,
          reflection.workflow.posted.map(({ place }) => place),
        );
        if (errand === 'conflict') continue;
        return shown(goneCard(howGone(press.event), setting.words), setting.words.gone.title, () =>
          delivery.bidFarewell(errand),
        );
      }
      const found = pointedOut(pressed, reflection, parts, setting);
      if (found !== null)
        return show(turn, reflection, home, { ...noEcho, typed, guard: found }, setting, null);
      // A press puts the day off or, rarely, brings it forward; only the latter has to be filed at once.
      const look = { by: keepingOf(ruling.reflection, setting).on };
      const saved = await store.replace(stored, ruling.reflection, look);
      if (saved === 'conflict') continue;
      if (viewFor(saved.reflection, turn.by.id) === null) {
        return shown(goneCard('cancelled', setting.words), setting.words.gone.title, () =>
          delivery.deliver(saved),
        );
      }
      const wanted = isUnfinished(press.event, saved.reflection) ? home : next;
      return show(turn, saved.reflection, wanted, noEcho, setting, afterDeciding(turn, saved));
    }
    throw new Error('somebody else kept writing');
  };

  const show = (
    turn: Turn,
    reflection: Reflection,
    wanted: Wanted | null,
    echo: Echo,
    setting: Setting,
    afterwards: Answer['afterwards'],
  ): Answer => {
    const view = viewFor(reflection, turn.by.id, wanted);
    if (view === null) return goneAnswer(setting.words, echo.typed);
    const { words } = setting;
    const summary = words.posted.title(view.other?.name ?? '');
    const stands: Answer['posted'] = (place) =>
      delivery.stands(reflection.id, {
        person: turn.by.id,
        place,
        reader: { teamsId: turn.by.teamsId, locale: turn.locale },
        shrunk: false,
      });
    return shown(withEcho(draw(view, setting), echo, words, reflectionInputs), summary, afterwards, stands);
  };

  const refuse = (
    turn: Turn,
    stored: Stored,
    { press, next, home }: Extract<Intent, { to: 'decide' }>,
    { refusal, faults }: Extract<Ruling, { is: 'refused' }>,
    typed: Record<string, string>,
    setting: Setting,
  ): Answer => {
    if (refusal === 'notYours') return goneAnswer(setting.words, typed);
    const circumstances = { by: turn.by.id, now: now(), today: setting.today, newId };
    const unsaved = unsavedWords(stored.reflection, typed).length > 0;
    const replay = refusal === 'stale' && !unsaved && isReplay(stored.reflection, press, circumstances);
    // What had been chosen and ticked comes back with the words: an old card must not share by default.
    const echo = replay ? noEcho : { ...noEcho, refusal, faults, typed };
    const wanted = replay ? next : home;
    return show(turn, stored.reflection, wanted, echo, setting, afterLooking(turn, stored));
  };

  /** The person has gone on to a newer card by their own press: their older ones shrink. */
  const afterLooking = (turn: Turn, stored: Stored): Answer['afterwards'] => {
    const at = turn.manual ? turn.at : null;
    return at !== null && delivery.mayTidy(stored.reflection, turn.by.id, at)
      ? () => delivery.tidy(stored.reflection.id, turn.by.id)
      : null;
  };

  const afterDeciding = (turn: Turn, saved: Stored): Answer['afterwards'] => {
    const tidy = afterLooking(turn, saved);
    if (saved.reflection.workflow.owed.length === 0) return tidy;
    return async () => {
      await delivery.deliver(saved);
      await tidy?.();
    };
  };

  return { look, decide: decideOn };
};

const howGone = (event: Event): Gone =>
  event.type === 'erase' ? 'deleted' : event.type === 'decline' ? 'declined' : 'cancelled';

/** *Next* on a window that has just grown shows it grown. */
const isUnfinished = (event: Event, { narrative }: Reflection): boolean =>
  event.type === 'answer' && event.finish && narrative.answers[event.step]?.done !== true;
