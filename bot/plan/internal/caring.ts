import { type Day, dayOf } from '../../calendar/days.ts';
import { type Concern, type HelpKind, hasSaid, holdAction, maySay, sayHelp, toldOf } from '../decide-care.ts';
import { type HelpSaid, isRefusal, type PlanDesk, type PlanDeskParts, type Refusal } from '../desk.ts';
import { readHold } from '../reading.ts';
import type { Action } from '../record.ts';
import { editing, type Scene, withAction } from './editing.ts';
import { unfit } from './faults.ts';
import { isOpen } from './moving.ts';
import { settled, unmet } from './outcomes.ts';
import { seenAction } from './seeing.ts';

/** What is done for an action besides changing it: holding it, asking for help with it and offering it. */
export const caring = (parts: PlanDeskParts): Pick<PlanDesk, 'hold' | 'askForHelp' | 'offerHelp'> => {
  const { store, timeZone } = parts;
  const edit = editing(parts);
  const onDay = (moment: string): Day => dayOf(moment, timeZone);

  const hold: PlanDesk['hold'] = (by, planId, actionId, until, etag) =>
    edit(
      by,
      planId,
      () => withAction(store, planId, actionId),
      (scene) => {
        const read = readHold(until, scene.circumstances.today);
        if (!read.ok) return unfit(read.faults);
        const open = openOnly(scene, ({ isOwner, isManager }) => isOwner || isManager);
        if (isRefusal(open)) return open;
        const ruling = holdAction(scene.plan, open.action, read.value, scene.circumstances);
        const refusal = ruling.is === 'same' ? null : unmet(scene, etag);
        return refusal ?? settled(scene, ruling);
      },
    );

  const help =
    (kind: HelpKind) =>
    (by: string, planId: string, actionId: string): Promise<HelpSaid | Refusal> =>
      edit<HelpSaid>(
        by,
        planId,
        () => withAction(store, planId, actionId),
        async (scene) => {
          const open = openOnly(scene, (concern) => maySay(kind, concern));
          if (isRefusal(open)) return open;
          const { plan, before, circumstances } = scene;
          const told = toldOf(kind, plan, open.action, circumstances.by);
          const action = seenAction(open.action);
          // Read after the plan: what is said in between makes the saving of this one fail, and it is read again.
          const history = await store.readHistory(planId, actionId);
          const again = hasSaid(kind, history, circumstances, onDay);
          if (again || told.length === 0) return { answer: { action, told, again }, step: null };
          const { plan: after, entry } = sayHelp(kind, plan, open.action, circumstances);
          return { answer: { action, told, again }, step: { plan: { before, after }, action: null, entry } };
        },
      );

  return { hold, askForHelp: help('askedForHelp'), offerHelp: help('offeredHelp') };
};

/** The action, where it is there, this person may, and it is not done: what is done was changed since they saw it. */
const openOnly = (scene: Scene, may: (concern: Concern) => boolean): { action: Action } | Refusal => {
  const missing = unmet(scene, null);
  if (missing !== null || scene.action === null) return missing ?? { refused: 'unknownAction' };
  const { value: action } = scene.action;
  const { id, isManager } = scene.me;
  const isOwner = action.who.some((one) => one.id === id);
  if (!may({ isOwner, isManager })) return { refused: 'notAllowed' };
  return isOpen(action) ? { action } : { refused: 'stale', current: seenAction(action) };
};
