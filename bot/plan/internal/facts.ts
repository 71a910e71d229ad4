import type { PlanFacts } from '../contract.ts';
import { beginEmptying, setFacts } from '../decide-facts.ts';
import { isRefusal, type PlanDesk, type PlanDeskParts } from '../desk.ts';
import { readConfirmation, readPlanDraft } from '../reading.ts';
import type { Entry, Plan } from '../record.ts';
import { editing, type Outcome, planAlone, type Scene } from './editing.ts';
import { fault, unfit } from './faults.ts';
import { naming } from './naming.ts';
import { seenFacts } from './seeing.ts';

/** Sets a plan up, changes its facts, and begins to empty it. */
export const settingFacts = (parts: PlanDeskParts): Pick<PlanDesk, 'set' | 'empty'> => {
  const { store, access } = parts;
  const edit = editing(parts);

  const set: PlanDesk['set'] = async (by, planId, body, etag) => {
    const read = readPlanDraft(body);
    const nameThem = naming(access, planId);
    return edit(
      by,
      planId,
      () => planAlone(store, planId),
      async (scene) => {
        if (!read.ok) return unfit(read.faults);
        const refusal = unmet(scene, etag);
        if (refusal !== null) return refusal;
        const { managers, ...rest } = read.value;
        const named = managers && (await nameThem('managers', managers, scene.plan.managers));
        if (named && isRefusal(named)) return named;
        const facts = named ? { ...rest, managers: named } : rest;
        const ruling = setFacts(scene.plan, scene.before !== null, facts, scene.me, scene.circumstances);
        switch (ruling.is) {
          case 'unfit':
            return unfit(ruling.faults);
          case 'notAllowed':
            return { refused: 'notAllowed' };
          case 'same':
            return { answer: seenFacts(scene.plan), step: null };
          case 'moved':
            return saved(scene, ruling);
        }
      },
    );
  };

  const empty: PlanDesk['empty'] = async (by, planId, body, etag) => {
    const read = readConfirmation(body);
    return edit(
      by,
      planId,
      () => planAlone(store, planId),
      (scene) => {
        if (!scene.me.isManager) return { refused: 'notAllowed' };
        if (!read.ok) return unfit(read.faults);
        const refusal = unmet(scene, etag);
        if (refusal !== null) return refusal;
        const isConfirmed = read.value.name.normalize() === scene.plan.name.normalize();
        if (!isConfirmed) return unfit([fault('name', 'notConfirmed')]);
        return saved(scene, beginEmptying(scene.plan, scene.circumstances));
      },
    );
  };

  return { set, empty };
};

/** Whether the facts can be changed, and are still as the caller saw them. */
const unmet = ({ plan }: Scene, etag: string): Extract<Outcome<never>, { refused: string }> | null => {
  if (plan.emptying !== null) return { refused: 'busy' };
  return plan.factsChange === etag ? null : { refused: 'stale', current: seenFacts(plan) };
};

const saved = ({ before }: Scene, { plan, entry }: { plan: Plan; entry: Entry }): Outcome<PlanFacts> => ({
  answer: seenFacts(plan),
  step: { plan: { before, after: plan }, action: null, entry },
});
