import { actionFields } from '../contract.ts';
import { addAction } from '../decide.ts';
import { isRefusal, type PlanDesk, type PlanDeskParts } from '../desk.ts';
import { type CheckedAction, readKey, readNewAction } from '../reading.ts';
import { editing, planAlone, withAction } from './editing.ts';
import { unfit } from './faults.ts';
import { blank } from './moves.ts';
import { naming } from './naming.ts';
import { settled } from './outcomes.ts';
import { seenAction } from './seeing.ts';

/**
 * Adds an action, and with the first one the plan. An action's id follows from its key, so that a repeated
 * request finds what the first one made, whatever became of it since.
 */
export const adding = (parts: PlanDeskParts): PlanDesk['add'] => {
  const { store, access, newId, digest } = parts;
  const edit = editing(parts);

  return async (by, planId, body, key) => {
    const read = readNewAction(body);
    const faults = [...(read.ok ? [] : read.faults), ...readKey(key)];
    const id = key === null ? newId() : digest(JSON.stringify(['action', planId, by, key])).slice(0, 32);
    const fingerprint = read.ok ? digest(canonical(read.value)) : '';
    const nameThem = naming(access, planId);
    const load = () => (key === null ? planAlone(store, planId) : withAction(store, planId, id));

    return edit(by, planId, load, async (scene) => {
      if (!read.ok || faults.length > 0) return unfit(faults);
      if (scene.plan.emptying !== null) return { refused: 'busy' };
      const made = scene.action?.value;
      if (made !== undefined) {
        if (made.fingerprint !== fingerprint) return { refused: 'keyUsed' };
        return { answer: { action: seenAction(made) }, step: null };
      }
      const { who = [], ...rest } = read.value;
      const named = await nameThem('who', who, []);
      if (isRefusal(named)) return named;
      const content = { ...rest, who: named };
      return settled(scene, addAction(scene.plan, { id, fingerprint, content }, scene.circumstances), named);
    });
  };
};

/** The same text for the same action, however it was written down. */
const canonical = (draft: CheckedAction): string =>
  JSON.stringify(
    actionFields.map((field) =>
      field === 'who' ? (draft.who ?? []).map(({ id }) => id) : (draft[field] ?? blank[field]),
    ),
  );
