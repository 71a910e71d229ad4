import { type Echo, noEcho, withEcho } from '../cards/echo.ts';
import type { Fault } from '../cards/refusals.ts';
import { goneCard, withNotice } from '../plan/cards/plain.ts';
import type { Setting } from '../plan/cards/setting.ts';
import { beyondFields, mendable } from '../plan/chat-faults.ts';
import { isRefusal, type Refusal } from '../plan/desk.ts';
import { againCard } from './cards/again.ts';
import { without } from './cards/carried.ts';
import { type LineCard, lineCard } from './cards/line.ts';
import type { Mark } from './cards/opened.ts';
import type { Shown } from './cards/shown.ts';
import type { ReminderTurn } from './chat.ts';
import type { Drawn } from './chat-drawn.ts';
import type { Looker } from './chat-looking.ts';
import type { OfAction, ReminderPressed } from './chat-presses.ts';
import { reminderInputs } from './inputs.ts';

export type Lines = ReturnType<typeof linesOf>;
type Pressed = ReminderPressed<OfAction>;

/** One action: its card, what follows once it is seen to, and why a press changed nothing. */
export const linesOf = ({ look, open }: Looker) => {
  const refOf = ({ intent }: Pressed) => ({ planId: intent.plan, actionId: intent.action });

  const draw = (
    shown: Shown,
    { intent, carried }: Pressed,
    setting: Setting,
    more: Partial<Pick<LineCard, 'notice' | 'opens' | 'was'>> = {},
  ): Drawn => ({
    card: lineCard(
      { shown, kind: intent.kind, notice: null, opens: null, was: null, isListed: carried !== null, ...more },
      setting,
    ),
    summary: setting.words.reminders.title,
    carried,
  });

  /** What was pressed is done: the digest again with this line marked, or the action where there is none. */
  const after = async (
    turn: ReminderTurn,
    pressed: Pressed,
    {
      said,
      was = null,
      isBack = false,
      isWaiting = false,
    }: { said: string; was?: Mark['was']; isBack?: boolean; isWaiting?: boolean },
    setting: Setting,
  ): Promise<Drawn> => {
    const { carried, intent } = pressed;
    const shown = await look(turn.by, refOf(pressed));
    if (isRefusal(shown)) return refuse(turn, pressed, shown, setting);
    if (carried === null) return draw(shown, pressed, setting, { notice: said, was });
    const rest = without(carried, refOf(pressed));
    const back = { ...rest, lines: [{ ...refOf(pressed), kind: intent.kind }, ...rest.lines] };
    return open(turn, isBack ? back : rest, { shown, kind: intent.kind, said, was, isWaiting }, setting);
  };

  /** Why nothing was changed, on the card as it stands now, with what was typed in its field. */
  const refuse = async (
    turn: ReminderTurn,
    pressed: Pressed,
    refusal: Refusal,
    setting: Setting,
  ): Promise<Drawn> => {
    const { words } = setting;
    const say = words.plan.refusals;
    switch (refusal.refused) {
      case 'outside':
      case 'unknownAction':
        return gone(turn, pressed, setting);
      case 'unreachable':
      case 'busy':
        return again(say[refusal.refused], pressed, setting);
      case 'notAllowed':
        return mend(turn, pressed, { notice: words.reminders.refusals.mayNot }, setting);
      case 'unfit':
        return mend(
          turn,
          pressed,
          { faults: mendable(refusal.faults), notice: beyondFields(refusal.faults, words) },
          setting,
        );
      default:
        return mend(turn, pressed, { notice: say.stale }, setting);
    }
  };

  /** The card as it stands now, with what was typed in its field and what is to be mended there. */
  const mend = async (
    turn: ReminderTurn,
    pressed: Pressed,
    {
      faults = [],
      notice = null,
      guard = null,
    }: { faults?: Fault[]; notice?: string | null; guard?: Echo['guard'] },
    setting: Setting,
  ): Promise<Drawn> => {
    const shown = await look(turn.by, refOf(pressed));
    if (isRefusal(shown)) {
      return shown.refused === 'unreachable'
        ? again(setting.words.plan.refusals.unreachable, pressed, setting)
        : gone(turn, pressed, setting);
    }
    const drawn = draw(shown, pressed, setting, { opens: opensFor(pressed) });
    const refusal = faults.length > 0 ? 'invalid' : null;
    const echo = { ...noEcho, refusal, faults, guard, typed: { ...pressed.typed } } as const;
    const card = withEcho(drawn.card, echo, setting.words, reminderInputs);
    return { ...drawn, card: notice === null ? card : withNotice(card, notice) };
  };

  const gone = async (turn: ReminderTurn, pressed: Pressed, setting: Setting): Promise<Drawn> => {
    const { gone: summary, goneText } = setting.words.plan.refusals;
    if (pressed.carried === null) return { card: goneCard(setting), summary, carried: null };
    const drawn = await open(turn, without(pressed.carried, refOf(pressed)), null, setting);
    return { ...drawn, card: withNotice(drawn.card, goneText) };
  };

  const again = (why: string, pressed: Pressed, setting: Setting): Drawn => ({
    card: againCard(why, pressed, setting),
    summary: setting.words.trouble.summary,
    carried: pressed.carried,
  });

  return { refOf, draw, after, refuse, mend };
};

/** The field that a press belongs to is open when it comes back to be mended. */
const opensFor = ({ intent }: Pressed): LineCard['opens'] => {
  switch (intent.to) {
    case 'move':
      return 'moving';
    case 'hold':
      return 'holding';
    case 'ask':
      return 'asking';
    default:
      return null;
  }
};
