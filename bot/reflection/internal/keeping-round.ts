import { type Day, dayOf, type Moment } from '../../calendar/days.ts';
import type { Desk, DeskParts, Round } from '../desk.ts';
import { keepers, keepingOf, keptUntilFrom } from '../keeping.ts';
import type { Reflection } from '../record.ts';
import type { DueEntry, Stored } from '../store.ts';
import type { Delivery } from './delivering.ts';
import { lapse } from './inviting.ts';
import { changed, oweMessage } from './rulings.ts';

/** What became of one entry. */
type Outcome = Exclude<keyof Round, 'more'>;

/** After so many faults a round ends: storage may be away, and what is due stays due. */
const patience = 10;

/**
 * What is due today, one after another. Each is saved before anybody is told, and what they are to be told is
 * saved with it or as an errand; so a round that stops anywhere is taken up by the next, and nobody is told twice
 * (unless it dies between Teams' taking a message and the record's saying so, as with every message).
 */
export const keepingRound = (parts: DeskParts, delivery: Delivery): Desk['keep'] => {
  const { store, newId } = parts;

  const round = async (most: number, dryRun: boolean): Promise<Round> => {
    const now = parts.now();
    const today = dayOf(now, parts.timeZone);
    const done = {
      lapsed: 0,
      noticed: 0,
      erased: 0,
      refiled: 0,
      dropped: 0,
      left: 0,
      failed: 0,
      more: false,
    };
    let handled = 0;
    for await (const entry of store.dueBy(today)) {
      if (handled >= most || done.failed >= patience) return { ...done, more: true };
      const outcome = await lookAt(entry, now, today, dryRun).catch((error): Outcome => {
        parts.report('keeping.failed', error);
        return 'failed';
      });
      done[outcome] += 1;
      // What stays where it is must not keep those behind it waiting.
      if (outcome !== 'left' && outcome !== 'failed') handled += 1;
    }
    return done;
  };

  const lookAt = async (entry: DueEntry, now: Moment, today: Day, dryRun: boolean): Promise<Outcome> => {
    const stored = await store.readDue(entry);
    if (stored === null) return dryRun || (await store.dropDue(entry)) ? 'dropped' : 'left';
    const { reflection } = stored;
    const due = keepingOf(reflection, parts);
    if (due.on > today) return dryRun ? 'refiled' : keep(stored, reflection, now, 'refiled');
    switch (due.what) {
      case 'lapse':
        return dryRun ? 'lapsed' : letLapse(stored, now, today);
      case 'notice':
        return dryRun ? 'noticed' : keep(stored, noticed(reflection, now, today), now, 'noticed');
      case 'erase':
        return dryRun ? 'erased' : erase(stored, 'erased');
    }
  };

  /** The words of somebody who asked stay with them; where there are none, nothing is kept. */
  const letLapse = async (stored: Stored, now: Moment, today: Day): Promise<Outcome> => {
    const ruling = lapse(stored.reflection, { now, today, newId });
    if (ruling.is === 'moved') return keep(stored, ruling.reflection, now, 'lapsed');
    if (ruling.is === 'erased') return erase(stored, 'lapsed');
    throw new Error('an invitation to nobody');
  };

  const noticed = (reflection: Reflection, now: Moment, today: Day): Reflection => {
    const notices = keepers(reflection).map(({ id }) =>
      oweMessage({ reflection, now, newId }, id, 'yourTurn'),
    );
    return changed(reflection, {
      workflow: {
        keptUntil: keptUntilFrom(reflection, today, parts),
        owed: [...reflection.workflow.owed, ...notices],
      },
    });
  };

  /** Saves what goes on, files it under its next day and delivers what was promised at this moment. */
  const keep = async (before: Stored, after: Reflection, now: Moment, outcome: Outcome): Promise<Outcome> => {
    const saved = await store.replace(before, after, { on: keepingOf(after, parts).on });
    if (saved === 'conflict') return 'left';
    await quietly(delivery.deliver(saved, now));
    return outcome;
  };

  const erase = async (stored: Stored, outcome: Outcome): Promise<Outcome> => {
    const places = stored.reflection.workflow.posted.map(({ place }) => place);
    const errand = await store.erase(stored, places);
    if (errand === 'conflict') return 'left';
    await quietly(delivery.bidFarewell(errand));
    return outcome;
  };

  /** What is left unsaid is an errand in the store, and the errands' own rounds take it up. */
  const quietly = (telling: Promise<void>): Promise<void> =>
    telling.catch((error) => parts.report('afterwards.failed', error));

  return round;
};
