import type { Day } from '../calendar/days.ts';
import type { PersonId } from '../people/person.ts';
import { remindersOf } from '../reflection/reminding.ts';
import type { Carried } from './cards/carried.ts';
import type { ReminderChatParts } from './chat.ts';

type Mentioned = Carried['reflections'];

/** Those reflections of a digest of which still holds what it says, for one of their two people. */
export const stillReflected =
  ({
    reflections,
    calendar,
    timeZone,
    report,
  }: Pick<ReminderChatParts, 'reflections' | 'calendar' | 'timeZone' | 'report'>) =>
  async (by: PersonId, given: Mentioned, today: Day): Promise<Mentioned> => {
    if (given.length === 0) return [];
    const isWorking = await calendar();
    const holds = async ({ reflectionId, kind }: Mentioned[number]): Promise<boolean> => {
      try {
        const found = await reflections.read(reflectionId);
        if (found === null) return false;
        const { meetOn } = found.reflection.workflow;
        if (kind === 'meeting' && meetOn !== null && meetOn < today) return false;
        const standing = remindersOf(found.reflection, isWorking, timeZone);
        return standing.some((one) => one.kind === kind && one.person.toLowerCase() === by.toLowerCase());
      } catch (error) {
        // Its own press says how it stands; the actions beside it are not held up.
        report('turn.failed', error);
        return true;
      }
    };
    const held = await Promise.all(given.map(holds));
    return given.filter((_, place) => held[place]);
  };
