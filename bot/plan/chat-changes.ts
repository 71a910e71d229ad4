import { doneCard } from './cards/action.ts';
import type { Setting } from './cards/setting.ts';
import type { PlanAnswer, PlanChatParts, PlanTurn } from './chat.ts';
import { dayFaults } from './chat-faults.ts';
import type { OwnActions } from './chat-own.ts';
import type { PlanIntent, PlanPressed } from './chat-presses.ts';
import { isRefusal } from './desk.ts';
import { replayed } from './replayed.ts';

type Of<To extends PlanIntent['to']> = Extract<PlanIntent, { to: To }>;

/** What is done with an action from its card: done, open again, another date. */
export const changes = ({ desk }: PlanChatParts, own: OwnActions) => {
  const done = async (
    turn: PlanTurn,
    intent: Of<'done'>,
    pressed: PlanPressed,
    setting: Setting,
  ): Promise<PlanAnswer> => {
    const { plan, action, etag, was } = intent;
    const changed = await desk.change(turn.by, plan, action, { status: 'done' }, etag);
    const now = replayed(changed, turn.by, ({ status }) => status === 'done');
    if (isRefusal(now)) return own.refuse(turn, intent, now, pressed, setting);
    const shown = await own.shownOf(turn, plan, now.action);
    return { card: doneCard(shown, was, setting), summary: setting.words.plan.summary };
  };

  const undo = async (
    turn: PlanTurn,
    intent: Of<'undo'>,
    pressed: PlanPressed,
    setting: Setting,
  ): Promise<PlanAnswer> => {
    const { plan, action, etag, was } = intent;
    const changed = await desk.change(turn.by, plan, action, { status: was }, etag);
    const now = replayed(changed, turn.by, ({ status }) => status === was);
    if (isRefusal(now)) return own.refuse(turn, intent, now, pressed, setting);
    const notice = setting.words.plan.action.open;
    return own.draw(await own.shownOf(turn, plan, now.action, { notice }), setting);
  };

  const move = async (
    turn: PlanTurn,
    intent: Of<'move'>,
    pressed: PlanPressed,
    setting: Setting,
  ): Promise<PlanAnswer> => {
    const { plan, action, etag } = intent;
    const dueOn = pressed.typed.dueOn ?? '';
    const { words } = setting;
    const faults = dayFaults(dueOn, true, setting.today);
    if (faults.length > 0) return own.mend(turn, intent, faults, pressed, setting);
    const changed = await desk.change(turn.by, plan, action, { dueOn }, etag);
    const now = replayed(changed, turn.by, (current) => current.dueOn === dueOn);
    if (isRefusal(now)) return own.refuse(turn, intent, now, pressed, setting);
    const notice = words.plan.action.moved;
    return own.draw(await own.shownOf(turn, plan, now.action, { notice }), setting);
  };

  return { done, undo, move };
};
