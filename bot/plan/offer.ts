import { type Echo, noEcho, withEcho } from '../cards/echo.ts';
import type { Fault } from '../cards/refusals.ts';
import { lengthFault } from '../cards/texts.ts';
import { findIdentifiers } from '../guard/find.ts';
import { patternsOn } from '../guard/patterns.ts';
import type { Team } from '../people/person.ts';
import { addedCard, noTeamCard, offerCard } from './cards/offer.ts';
import { againCard, withNotice } from './cards/plain.ts';
import type { Setting } from './cards/setting.ts';
import type { PlanAnswer, PlanChatParts, PlanTurn } from './chat.ts';
import { beyondFields, dayFaults, mendable } from './chat-faults.ts';
import type { PlanIntent, PlanPressed } from './chat-presses.ts';
import { type ActionDraft, planLimits } from './contract.ts';
import { isRefusal, type Refusal } from './desk.ts';
import { offeredTexts, planInputs } from './inputs.ts';

/**
 * Somebody offers an action to a team of theirs. The form begins empty, and neither it nor the action knows which
 * reflection it was opened from.
 */
export const offering = ({ desk, access, directory, store, linkTo, newId, casePatterns }: PlanChatParts) => {
  /** The teams of theirs whose roster names them now; `unreachable` where Teams told it of none. */
  const teamsOf = async (by: string): Promise<Team[] | 'unreachable'> => {
    const teams = await directory.teamsOf(by);
    const asked = await Promise.all(teams.map(({ id }) => access.of(id, by)));
    const theirs = teams.filter((_, index) => {
      const standing = asked[index];
      return typeof standing === 'object' && !standing.guest;
    });
    return theirs.length === 0 && asked.includes('unreachable') ? 'unreachable' : theirs;
  };

  const drawForm = async (
    { by }: PlanTurn,
    key: string,
    echo: Echo,
    notice: string | null,
    setting: Setting,
  ): Promise<PlanAnswer> => {
    const { title } = setting.words.plan.offer;
    const teams = await teamsOf(by);
    if (teams === 'unreachable') return { card: noTeamCard('unreachable', setting), summary: title };
    if (teams.length === 0) return { card: noTeamCard('noTeam', setting), summary: title };
    const card = withEcho(offerCard({ key, teams }, setting), echo, setting.words, planInputs);
    return { card: notice === null ? card : withNotice(card, notice), summary: title };
  };

  const form = (turn: PlanTurn, setting: Setting): Promise<PlanAnswer> =>
    drawForm(turn, newId(), noEcho, null, setting);

  const add = async (
    turn: PlanTurn,
    { key }: Extract<PlanIntent, { to: 'add' }>,
    pressed: PlanPressed,
    setting: Setting,
  ): Promise<PlanAnswer> => {
    const typed = { ...pressed.typed };
    const faults = faultsOf(typed, setting.today);
    if (faults.length > 0) {
      return drawForm(turn, key, { ...noEcho, refusal: 'invalid', faults, typed }, null, setting);
    }
    const guard = pointedOut(pressed, setting);
    if (guard !== null) return drawForm(turn, key, { ...noEcho, typed, guard }, null, setting);
    const planId = typed.team ?? '';
    const added = await desk.add(turn.by, planId, draftOf(typed), key);
    if (isRefusal(added)) return refuse(turn, key, added, pressed, setting);
    const plan = (await store.readPlan(planId))?.value;
    const url = linkTo({ planId, tabChannel: plan?.tabChannel ?? null }, added.action.id, turn.by);
    const { added: summary } = setting.words.plan.offer;
    return { card: addedCard(plan?.name ?? '', url, setting), summary };
  };

  /** Nothing was added: why, and every word in its field. */
  const refuse = (
    turn: PlanTurn,
    key: string,
    refusal: Refusal,
    pressed: PlanPressed,
    setting: Setting,
  ): Promise<PlanAnswer> | PlanAnswer => {
    const { words } = setting;
    const say = words.plan.refusals;
    const typed = { ...pressed.typed };
    const echo = { ...noEcho, typed };
    switch (refusal.refused) {
      case 'unreachable':
      case 'busy':
        return { card: againCard(say[refusal.refused], pressed, setting), summary: words.trouble.summary };
      case 'unfit': {
        const faults = mendable(refusal.faults);
        const said: Echo = { ...echo, faults, refusal: faults.length > 0 ? 'invalid' : null };
        return drawForm(turn, key, said, beyondFields(refusal.faults, words), setting);
      }
      case 'keyUsed':
        return drawForm(turn, newId(), echo, say.keyUsed, setting);
      default:
        return drawForm(turn, key, echo, say.notMember, setting);
    }
  };

  /** What may identify a family, before any of it is saved: for a whole team to read, it matters twice. */
  const pointedOut = (pressed: PlanPressed, { today }: Setting): Echo['guard'] => {
    const patterns = [...casePatterns, ...patternsOn(today)];
    const found = offeredTexts.flatMap((id) => findIdentifiers(pressed.typed[id] ?? '', patterns));
    const kinds = [...new Set(found.map(({ kind }) => kind))];
    if (kinds.every((kind) => pressed.keep.includes(kind))) return null;
    return { kinds, verb: pressed.verb, data: { ...pressed.data, keep: kinds.join(',') } };
  };

  return { form, add };
};

const faultsOf = (typed: Readonly<Record<string, string>>, today: string): Fault[] => [
  ...(typed.team ? [] : [{ field: 'team', problem: 'needed' as const }]),
  ...(typed.area ? [] : [{ field: 'area', problem: 'needed' as const }]),
  ...offeredTexts.flatMap((id) => lengthFault(id, typed[id] ?? '', planLimits.text)),
  ...dayFaults(typed.dueOn ?? '', false, today),
];

const draftOf = ({ area, activities, dueOn, timescale }: Record<string, string>): ActionDraft => ({
  ...(area ? { area } : {}),
  ...(activities ? { activities } : {}),
  ...(dueOn ? { dueOn } : {}),
  ...(timescale ? { timescale } : {}),
});
