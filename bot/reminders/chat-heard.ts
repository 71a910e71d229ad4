import type { Day } from '../calendar/days.ts';
import { workingDayAfter } from '../calendar/working-days.ts';
import type { PersonId } from '../people/person.ts';
import type { ReminderChatParts } from './chat.ts';
import { isQuiet } from './choices.ts';

/** Somebody else may be writing at the same moment: a sweep, or another press. */
const attempts = 8;

/**
 * Somebody pressed a button of theirs: their digests are no longer unanswered. One whose own had stopped gets once,
 * with the next working day's sweep, what was left out. One read and one write, and only where something changes.
 */
export const hearing =
  ({ reminders, calendar }: Pick<ReminderChatParts, 'reminders' | 'calendar'>) =>
  async (person: PersonId, today: Day): Promise<void> => {
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const { reminders: kept, etag } = await reminders.find(person);
      if (kept.unanswered === 0 && !kept.quietTold) return;
      const catchUp = kept.catchUp || isQuiet(kept);
      if (isQuiet(kept)) {
        // First the note, by which the sweep finds them; without what follows it says nothing.
        const day = workingDayAfter(today, await calendar());
        await reminders.note({ day, person, kind: 'catchUp', planId: '', actionId: '', about: '' });
      }
      const heard = { ...kept, unanswered: 0, quietTold: false, catchUp };
      if ((await reminders.save(person, heard, etag)) === 'saved') return;
    }
  };
