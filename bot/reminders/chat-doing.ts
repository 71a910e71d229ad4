import { addMonths, type Day } from '../calendar/days.ts';
import type { Echo } from '../cards/echo.ts';
import { lengthFault } from '../cards/texts.ts';
import { findIdentifiers } from '../guard/find.ts';
import { patternsOn } from '../guard/patterns.ts';
import type { Setting } from '../plan/cards/setting.ts';
import { dayFaults } from '../plan/chat-faults.ts';
import { planLimits } from '../plan/contract.ts';
import { isRefusal } from '../plan/desk.ts';
import { replayed } from '../plan/replayed.ts';
import { dayInWords } from '../words/days.ts';
import type { ReminderChatParts, ReminderTurn } from './chat.ts';
import { type Answered, answered } from './chat-drawn.ts';
import type { Lines } from './chat-lines.ts';
import type { Looker } from './chat-looking.ts';
import type { PressOf, ReminderPressed } from './chat-presses.ts';
import type { Telling } from './chat-telling.ts';

/** What is done with an action from its card: done, open again, no longer the aim, another date, on hold. */
export const doing = (
  { desk, casePatterns }: Pick<ReminderChatParts, 'desk' | 'casePatterns'>,
  { look }: Looker,
  lines: Lines,
  tell: Telling,
) => {
  const finish = async (
    turn: ReminderTurn,
    pressed: PressOf<'done'> | PressOf<'drop'>,
    setting: Setting,
  ): Promise<Answered> => {
    const { intent } = pressed;
    const { plan, action, etag, was, to } = intent;
    const draft = to === 'drop' ? { status: 'done', outcomeMet: 'changed' } : { status: 'done' };
    const changed = await desk.change(turn.by, plan, action, draft, etag);
    const now = replayed(changed, turn.by, ({ status }) => status === 'done');
    if (isRefusal(now)) return answered(await lines.refuse(turn, pressed, now, setting));
    const say = setting.words.reminders.said;
    const said = to === 'drop' ? say.dropped : say.done;
    // What no longer is the aim was decided, not pressed in passing: the plan is where it is taken back.
    const drawn = await lines.after(turn, pressed, { said, was: to === 'drop' ? null : was }, setting);
    const isOwn = now.action.who.some(({ id }) => id === turn.by);
    // Done already, or nothing changed: its owner has heard of it, or did it.
    if (isOwn || isRefusal(changed) || now.action.etag === etag) return answered(drawn);
    const shown = await look(turn.by, lines.refOf(pressed));
    return answered(drawn, isRefusal(shown) ? null : tell('done', shown, shown.owners));
  };

  const undo = async (turn: ReminderTurn, pressed: PressOf<'undo'>, setting: Setting): Promise<Answered> => {
    const { plan, action, etag, was } = pressed.intent;
    const changed = await desk.change(turn.by, plan, action, { status: was }, etag);
    const now = replayed(changed, turn.by, ({ status }) => status === was);
    if (isRefusal(now)) return answered(await lines.refuse(turn, pressed, now, setting));
    const said = setting.words.plan.action.open;
    return answered(await lines.after(turn, pressed, { said, isBack: true }, setting));
  };

  const move = async (turn: ReminderTurn, pressed: PressOf<'move'>, setting: Setting): Promise<Answered> => {
    const { plan, action, etag } = pressed.intent;
    const { dueOn = '', moveReason = '' } = pressed.typed;
    const faults = [
      ...dayFaults(dueOn, true, setting.today),
      ...lengthFault('moveReason', moveReason, planLimits.text),
    ];
    if (faults.length > 0) return answered(await lines.mend(turn, pressed, { faults }, setting));
    const guard = pointedOut(moveReason, pressed, setting);
    if (guard !== null) return answered(await lines.mend(turn, pressed, { guard }, setting));
    const draft = { dueOn, ...(moveReason === '' ? {} : { moveReason }) };
    const changed = await desk.change(turn.by, plan, action, draft, etag);
    const now = replayed(changed, turn.by, (current) => current.dueOn === dueOn);
    if (isRefusal(now)) return answered(await lines.refuse(turn, pressed, now, setting));
    const said = setting.words.reminders.said.moved(dayInWords(dueOn, setting));
    return answered(await lines.after(turn, pressed, { said }, setting));
  };

  const hold = async (turn: ReminderTurn, pressed: PressOf<'hold'>, setting: Setting): Promise<Answered> => {
    const { plan, action, etag } = pressed.intent;
    const { until = '' } = pressed.typed;
    const faults = dayFaults(until, true, until).map((fault) => ({ ...fault, field: 'until' }));
    if (faults.length > 0) return answered(await lines.mend(turn, pressed, { faults }, setting));
    const { holdDay } = setting.words.reminders.refusals;
    if (!mayHoldUntil(until, setting)) {
      return answered(await lines.mend(turn, pressed, { notice: holdDay }, setting));
    }
    const held = await desk.hold(turn.by, plan, action, until, etag);
    if (isRefusal(held)) return answered(await lines.refuse(turn, pressed, held, setting));
    const said = setting.words.reminders.said.held(dayInWords(until, setting));
    return answered(await lines.after(turn, pressed, { said }, setting));
  };

  /** What may identify a family, before any of it is saved: a whole team will read it. */
  const pointedOut = (text: string, pressed: ReminderPressed, { today }: Setting): Echo['guard'] => {
    const found = findIdentifiers(text, [...casePatterns, ...patternsOn(today)]);
    const kinds = [...new Set(found.map(({ kind }) => kind))];
    if (kinds.every((kind) => pressed.keep.includes(kind))) return null;
    return { kinds, verb: pressed.verb, data: { ...pressed.data, keep: kinds.join(',') } };
  };

  return { finish, undo, move, hold };
};

const mayHoldUntil = (until: Day, { today }: Setting): boolean =>
  until > today && until <= addMonths(today, 12);
