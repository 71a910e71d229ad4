import { noEcho, withEcho } from '../cards/echo.ts';
import { asTyped } from '../cards/elements.ts';
import { withNotice } from '../plan/cards/plain.ts';
import type { Setting } from '../plan/cards/setting.ts';
import type { Named } from '../plan/contract.ts';
import { isRefusal } from '../plan/desk.ts';
import { replayed } from '../plan/replayed.ts';
import { giveCard } from './cards/give.ts';
import { namesOf } from './cards/shown.ts';
import type { ReminderChatParts, ReminderTurn } from './chat.ts';
import { type Answered, answered, type Drawn } from './chat-drawn.ts';
import type { Lines } from './chat-lines.ts';
import type { Looker } from './chat-looking.ts';
import type { OfAction, PressOf, ReminderPressed } from './chat-presses.ts';
import type { Telling } from './chat-telling.ts';

/** An action that somebody else is to take part in: help asked for, help offered, given to another. */
export const helping = (
  { desk }: Pick<ReminderChatParts, 'desk'>,
  { look }: Looker,
  lines: Lines,
  tell: Telling,
) => {
  const ask = async (turn: ReminderTurn, pressed: PressOf<'ask'>, setting: Setting): Promise<Answered> => {
    const { plan, action, manager } = pressed.intent;
    const shown = await look(turn.by, lines.refOf(pressed));
    if (isRefusal(shown)) return answered(await lines.refuse(turn, pressed, shown, setting));
    const chosen = manager ?? pressed.typed.whom ?? '';
    const whom = shown.managers.find(({ id }) => id === chosen);
    if (whom === undefined) return answered(await unchosen(turn, pressed, shown.managers.length, setting));
    const asked = await desk.askForHelp(turn.by, plan, action);
    if (isRefusal(asked)) return answered(await lines.refuse(turn, pressed, asked, setting));
    const say = setting.words.reminders.said;
    const said = asked.again ? say.askedAlready : say.asked(asTyped(whom.name));
    const drawn = await lines.after(turn, pressed, { said, isWaiting: true }, setting);
    return answered(drawn, asked.again ? null : tell('asked', shown, [whom]));
  };

  /** Nobody was chosen, or somebody who manages the plan no more. */
  const unchosen = (
    turn: ReminderTurn,
    pressed: PressOf<'ask'>,
    managers: number,
    setting: Setting,
  ): Promise<Drawn> => {
    const { nobody } = setting.words.reminders.said;
    if (managers === 0) return lines.mend(turn, pressed, { notice: nobody }, setting);
    if (managers === 1) {
      return lines.mend(turn, pressed, { notice: setting.words.plan.refusals.stale }, setting);
    }
    return lines.mend(turn, pressed, { faults: [{ field: 'whom', problem: 'needed' }] }, setting);
  };

  const offer = async (
    turn: ReminderTurn,
    pressed: PressOf<'offer'>,
    setting: Setting,
  ): Promise<Answered> => {
    const { plan, action } = pressed.intent;
    const offered = await desk.offerHelp(turn.by, plan, action);
    if (isRefusal(offered)) return answered(await lines.refuse(turn, pressed, offered, setting));
    const say = setting.words.reminders.said;
    if (offered.told.length === 0) {
      return answered(await lines.mend(turn, pressed, { notice: say.nobody }, setting));
    }
    const said = offered.again ? say.offeredAlready : say.offered(namesOf(namesIn(offered.told), setting));
    const drawn = await lines.after(turn, pressed, { said, isWaiting: true }, setting);
    if (offered.again) return answered(drawn);
    const shown = await look(turn.by, lines.refOf(pressed));
    return answered(drawn, isRefusal(shown) ? null : tell('offered', shown, offered.told));
  };

  const choose = async (
    turn: ReminderTurn,
    pressed: ReminderPressed<OfAction>,
    setting: Setting,
  ): Promise<Drawn> => {
    const shown = await look(turn.by, lines.refOf(pressed));
    if (isRefusal(shown)) return lines.refuse(turn, pressed, shown, setting);
    if (!shown.isManager) return lines.mend(turn, pressed, { notice: mayNot(setting) }, setting);
    const members = await desk.members(turn.by, pressed.intent.plan);
    if (isRefusal(members)) return lines.refuse(turn, pressed, members, setting);
    const others = members.filter(({ id }) => !shown.owners.some((owner) => owner.id === id));
    return {
      card: giveCard({ shown, kind: pressed.intent.kind, members: others }, setting),
      summary: setting.words.reminders.title,
      carried: pressed.carried,
    };
  };

  const give = async (turn: ReminderTurn, pressed: PressOf<'give'>, setting: Setting): Promise<Answered> => {
    const { plan, action, etag } = pressed.intent;
    const { who } = pressed.typed;
    if (who === undefined) {
      const drawn = await choose(turn, pressed, setting);
      const faults = [{ field: 'who', problem: 'needed' as const }];
      const card = withEcho(drawn.card, { ...noEcho, refusal: 'invalid', faults }, setting.words);
      return answered({ ...drawn, card });
    }
    const shown = await look(turn.by, lines.refOf(pressed));
    if (isRefusal(shown)) return answered(await lines.refuse(turn, pressed, shown, setting));
    if (!shown.isManager) {
      return answered(await lines.mend(turn, pressed, { notice: mayNot(setting) }, setting));
    }
    const changed = await desk.change(turn.by, plan, action, { who: [{ id: who }] }, etag);
    const isTheirs = (now: { who: readonly { id: string }[] }) =>
      now.who.length === 1 && now.who[0]?.id === who;
    const now = replayed(changed, turn.by, isTheirs);
    if (isRefusal(now)) {
      if (now.refused !== 'unfit') return answered(await lines.refuse(turn, pressed, now, setting));
      const drawn = await choose(turn, pressed, setting);
      const { notThere } = setting.words.reminders.refusals;
      return answered({ ...drawn, card: withNotice(drawn.card, notThere) });
    }
    const said = setting.words.reminders.said.given(namesOf(namesIn(now.action.who), setting));
    return answered(await lines.after(turn, pressed, { said }, setting));
  };

  return { ask, offer, choose, give };
};

const mayNot = ({ words }: Setting): string => words.reminders.refusals.mayNot;

const namesIn = (people: readonly Named[]): string[] => people.map(({ name }) => name);
