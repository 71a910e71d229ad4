import type { Day } from '../calendar/days.ts';
import type { IsWorking } from '../calendar/working-days.ts';
import { nextLook, type Reminder, remindersOf } from '../reflection/reminding.ts';
import type { DueEntry, ReminderIndex } from '../reflection/store.ts';
import type { ReflectionDays } from './reflection-days.ts';

export type ReflectionDaysParts = {
  index: ReminderIndex;
  isWorking: IsWorking;
  /** IANA name of the installation's time zone. */
  timeZone: string;
  /** Told of a reflection that could not be read; it must not write down messages. */
  report: (error: unknown) => void;
};

/** Reflections as a source of reminders. One that cannot be read keeps nobody from the others. */
export const createReflectionDays = (parts: ReflectionDaysParts): ReflectionDays => {
  const { index, isWorking, timeZone, report } = parts;

  const guarded = async <T>(work: () => Promise<T>): Promise<T | null> => {
    try {
      return await work();
    } catch (error) {
      report(error);
      return null;
    }
  };

  /** Filed under its next day before it goes from this one, so that a stop in between leaves one too many. */
  const seeTo = async (entry: DueEntry, until: Day): Promise<void> => {
    const found = await index.read(entry.reflectionId);
    const next = found && nextLook(found.reflection, until, isWorking, timeZone);
    if (next !== null) await index.remindOn(entry.reflectionId, next);
    await index.dropRemind(entry);
  };

  return {
    dueIn: async function* ({ after, until }) {
      const seen = new Set<string>();
      for await (const { reflectionId } of index.remindBy(until)) {
        if (seen.has(reflectionId)) continue;
        seen.add(reflectionId);
        const found = await guarded(() => index.read(reflectionId));
        if (found === null) continue;
        const reminders = remindersOf(found.reflection, isWorking, timeZone);
        const { meetOn } = found.reflection.workflow;
        // A server that was away says nothing of a meeting that is over.
        const isOver = ({ kind }: Reminder) => kind === 'meeting' && meetOn !== null && meetOn < until;
        for (const reminder of reminders.filter((one) => one.day > after && one.day <= until)) {
          if (isOver(reminder)) continue;
          yield { ...reminder, person: reminder.person.toLowerCase(), reflectionId };
        }
      }
    },

    holds: async ({ reflectionId, person, kind, day }) => {
      const found = await index.read(reflectionId);
      const reminders = found === null ? [] : remindersOf(found.reflection, isWorking, timeZone);
      return reminders.some(
        (one) => one.person.toLowerCase() === person && one.kind === kind && one.day === day,
      );
    },

    forget: async (until) => {
      for await (const entry of index.remindBy(until)) await guarded(() => seeTo(entry, until));
    },
  };
};
