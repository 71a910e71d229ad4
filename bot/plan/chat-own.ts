import { noEcho, withEcho } from '../cards/echo.ts';
import type { Fault } from '../cards/refusals.ts';
import { actionCard, doneCard, type ShownAction } from './cards/action.ts';
import { mineCard } from './cards/mine.ts';
import { againCard, goneCard, withNotice } from './cards/plain.ts';
import type { Setting } from './cards/setting.ts';
import type { PlanAnswer, PlanChatParts, PlanTurn } from './chat.ts';
import { beyondFields, mendable } from './chat-faults.ts';
import type { PlanIntent, PlanPressed, Version } from './chat-presses.ts';
import type { PlanAction } from './contract.ts';
import { isRefusal, type Refusal } from './desk.ts';
import { planInputs } from './inputs.ts';

/** One's own actions: the list, one of them as it stands, and why a press changed nothing. */
export const ownActions = ({ desk, store, linkTo }: PlanChatParts) => {
  const mine = async (turn: PlanTurn, setting: Setting): Promise<PlanAnswer> => ({
    card: mineCard(await desk.openOf(turn.by), setting),
    summary: setting.words.plan.mine.title,
  });

  /** What a card of this action shows. Asked for only once the desk has let this person see it. */
  const shownOf = async (
    { by }: PlanTurn,
    planId: string,
    action: PlanAction,
    more: Partial<ShownAction> = {},
  ): Promise<ShownAction> => {
    const plan = (await store.readPlan(planId))?.value;
    return {
      plan: { id: planId, name: plan?.name ?? '' },
      action,
      mayChange: true,
      url: linkTo({ planId, tabChannel: plan?.tabChannel ?? null }, action.id, by),
      notice: null,
      moving: false,
      ...more,
    };
  };

  /** The action as this person may see it now; a refusal where they may not, or where it is gone. */
  const look = async (
    turn: PlanTurn,
    { plan, action: id }: Pick<Version, 'plan' | 'action'>,
  ): Promise<ShownAction | Refusal> => {
    const read = await desk.read(turn.by, plan, null);
    if (read === 'same') throw new Error('nothing was known, so nothing can be the same');
    if (isRefusal(read)) return read;
    const action = read.seen.actions.find((one) => one.id === id);
    if (action === undefined) return { refused: 'unknownAction' };
    return shownOf(turn, plan, action, { mayChange: read.seen.me.canEdit });
  };

  const draw = (shown: ShownAction, setting: Setting): PlanAnswer => ({
    card: shown.action.status === 'done' ? doneCard(shown, null, setting) : actionCard(shown, setting),
    summary: setting.words.plan.summary,
  });

  const open = async (
    turn: PlanTurn,
    intent: Extract<PlanIntent, { to: 'open' }>,
    pressed: PlanPressed,
    setting: Setting,
  ): Promise<PlanAnswer> => {
    const shown = await look(turn, intent);
    return isRefusal(shown) ? refuse(turn, intent, shown, pressed, setting) : draw(shown, setting);
  };

  /** Why nothing was changed, on the card as it stands now, with what was typed in its field. */
  const refuse = async (
    turn: PlanTurn,
    at: Pick<Version, 'plan' | 'action'>,
    refusal: Refusal,
    pressed: PlanPressed,
    setting: Setting,
  ): Promise<PlanAnswer> => {
    const { words } = setting;
    const say = words.plan.refusals;
    const without = withoutAction(refusal, pressed, setting);
    if (without !== null) return without;
    const faults = refusal.refused === 'unfit' ? mendable(refusal.faults) : [];
    const sentence =
      refusal.refused === 'unfit'
        ? beyondFields(refusal.faults, words)
        : refusal.refused === 'notAllowed'
          ? say.mayNotChange
          : say.stale;
    const mended = await mend(turn, at, faults, pressed, setting);
    return sentence === null ? mended : { ...mended, card: withNotice(mended.card, sentence) };
  };

  /** The card as it stands now, with what was typed in its field and what is to be mended there. */
  const mend = async (
    turn: PlanTurn,
    at: Pick<Version, 'plan' | 'action'>,
    faults: Fault[],
    pressed: PlanPressed,
    setting: Setting,
  ): Promise<PlanAnswer> => {
    const { words } = setting;
    const shown = await look(turn, at);
    if (isRefusal(shown)) return withoutAction(shown, pressed, setting) ?? gone(setting);
    const drawn = draw({ ...shown, moving: pressed.intent.to === 'move' }, setting);
    const refusal = faults.length > 0 ? 'invalid' : null;
    return {
      ...drawn,
      card: withEcho(
        drawn.card,
        { ...noEcho, refusal, faults, typed: { ...pressed.typed } },
        words,
        planInputs,
      ),
    };
  };

  return { mine, open, shownOf, draw, refuse, mend };
};

export type OwnActions = ReturnType<typeof ownActions>;

const gone = (setting: Setting): PlanAnswer => ({
  card: goneCard(setting),
  summary: setting.words.plan.refusals.gone,
});

/** Where there is no card of the action to answer with: gone or not theirs, or to be tried again. */
const withoutAction = (refusal: Refusal, pressed: PlanPressed, setting: Setting): PlanAnswer | null => {
  const { words } = setting;
  switch (refusal.refused) {
    case 'outside':
    case 'unknownAction':
      return gone(setting);
    case 'unreachable':
    case 'busy':
      return {
        card: againCard(words.plan.refusals[refusal.refused], pressed, setting),
        summary: words.trouble.summary,
      };
    default:
      return null;
  }
};
