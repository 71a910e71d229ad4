import type { PersonId } from '../people/person.ts';
import type { Setting } from '../plan/cards/setting.ts';
import { isRefusal, type Looked, type Refusal } from '../plan/desk.ts';
import type { Carried } from './cards/carried.ts';
import { type Mark, type Opened, openedCard, type Unreached } from './cards/opened.ts';
import type { Shown } from './cards/shown.ts';
import type { ReminderChatParts, ReminderTurn } from './chat.ts';
import type { Drawn } from './chat-drawn.ts';
import { stillReflected } from './chat-reflections.ts';
import type { Line } from './digest.ts';

/** So many lines are shown, and read at the same moment. */
const shownLines = 5;

export type Looker = ReturnType<typeof lookingThrough>;

/** What a digest's reader may see of it now. Nothing that a card carries is believed. */
export const lookingThrough = (parts: ReminderChatParts) => {
  const { desk, reminders, directory, linkTo } = parts;
  const reflected = stillReflected(parts);

  const look = async (
    by: PersonId,
    { planId, actionId }: Pick<Line, 'planId' | 'actionId'>,
  ): Promise<Shown | Refusal> => {
    const looked = await desk.look(by, planId, actionId);
    return isRefusal(looked) ? looked : shownOf(looked, by);
  };

  const shownOf = ({ plan, tabChannel, action, me }: Looked, by: PersonId): Shown | Refusal => {
    if (action === null) return { refused: 'unknownAction' };
    const isThere = ({ id }: { id: string }) => !plan.left.includes(id);
    const isMe = ({ id }: { id: string }) => id === by;
    return {
      plan: { id: plan.id, name: plan.name },
      action,
      me: [...action.who, ...plan.managers].find(isMe) ?? { id: by, name: '' },
      isOwner: me.canEdit && action.who.some(isMe),
      isManager: me.isManager,
      managers: plan.managers.filter((one) => isThere(one) && !isMe(one)),
      owners: action.who.filter(isThere),
      url: linkTo({ planId: plan.id, tabChannel }, action.id, by),
    };
  };

  /** The first lines that still stand, in their order; those that no longer do fall away. */
  const stillStanding = async (by: PersonId, lines: readonly Line[], setting: Setting) => {
    const found: { line: Line; shown: Shown }[] = [];
    const away: Line[] = [];
    let at = 0;
    while (at < lines.length && found.length < shownLines) {
      const some = lines.slice(at, at + shownLines);
      at += some.length;
      const looks = await Promise.all(some.map((line) => look(by, line)));
      for (const [place, line] of some.entries()) {
        const shown = looks[place];
        if (shown === undefined) continue;
        if (!isRefusal(shown)) {
          if (concerns(shown, setting)) found.push({ line, shown });
        } else if (shown.refused === 'unreachable') away.push(line);
      }
    }
    const beyond = found.splice(shownLines).map(({ line }) => line);
    return { found, away, rest: [...beyond, ...lines.slice(at)] };
  };

  /** Whom reminders do not reach, as far as that still holds and the reader manages their plan. */
  const stillUnreached = async (by: PersonId, given: Carried['unreached']): Promise<Unreached[]> => {
    const looks = given.map(async ({ planId, about }) => {
      const looked = await desk.look(by, planId, null);
      if (isRefusal(looked) || !looked.me.isManager) return [];
      const { unreached } = (await reminders.find(about)).reminders;
      // The name is the roster's, which also says that this person belongs to the reader's team.
      const member = unreached && (await directory.members(planId)).find(({ id }) => id === about);
      return unreached && member ? [{ about, name: member.name, ...unreached }] : [];
    });
    const found = new Map((await Promise.all(looks)).flat().map((one) => [one.about, one]));
    const alike = Map.groupBy(found.values(), ({ since, reason }) => `${since} ${reason}`);
    return [...alike.values()].flatMap((some) => {
      const names = some.map(({ name }) => name);
      return some.slice(0, 1).map(({ since, reason }) => ({ names, since, reason }));
    });
  };

  /** The digest as it stands now. What has fallen away is not carried any further. */
  const open = async (
    { by }: ReminderTurn,
    carried: Carried,
    mark: Mark | null,
    setting: Setting,
  ): Promise<Drawn> => {
    const [{ found, away, rest }, unreached, reflections] = await Promise.all([
      stillStanding(by, carried.lines, setting),
      stillUnreached(by, carried.unreached),
      reflected(by, carried.reflections, setting.today),
    ]);
    const opened: Opened = {
      reflections,
      lines: found.map(({ line, shown }) => ({ shown, kind: line.kind })),
      more: rest.length + carried.more,
      unreached,
      isAway: away.length > 0,
      mark,
    };
    return {
      card: openedCard(opened, setting),
      summary: setting.words.reminders.title,
      carried: { ...carried, reflections, lines: [...found.map(({ line }) => line), ...away, ...rest] },
    };
  };

  return { look, open };
};

/** Open, the reader's or of a plan they manage, and not on hold. */
const concerns = ({ action, isOwner, isManager }: Shown, { today }: Setting): boolean =>
  action.status !== 'done' &&
  (isOwner || isManager) &&
  (action.heldUntil === null || action.heldUntil <= today);
