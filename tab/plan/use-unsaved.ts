import { type ReactNode, useEffect, useState } from 'react';
import type { PlanAction } from '../../bot/plan/contract.ts';
import { useTab } from '../context.ts';
import { drafts, factsDrafts } from '../dialogs/own-drafts.ts';
import type { Host } from '../host.ts';

/** A form that was left with something unsaved in it; `at` is when, in ISO 8601. */
export type Unsaved =
  | { form: 'settings'; at: string }
  | {
      form: 'edit' | 'done';
      actionId: string | null;
      area: string;
      /** The action as it was when this was typed, which may have been deleted since. */
      base: PlanAction | null;
      at: string;
    };

/** The latest of what this person has typed here and not saved, looked for anew when a dialog has gone. */
export const useUnsaved = (dialog: ReactNode): Unsaved | null => {
  const { host } = useTab();
  const [unsaved, setUnsaved] = useState(() => latestOf(host));
  useEffect(() => {
    if (dialog !== null) return;
    const latest = latestOf(host);
    setUnsaved((before) => (before?.at === latest?.at ? before : latest));
  }, [dialog, host]);
  return unsaved;
};

const latestOf = ({ person, place }: Host): Unsaved | null => {
  const [latest] = drafts().all(person, place.planId);
  if (latest) {
    const { slot, draft } = latest;
    const { form, actionId } = slot;
    return { form, actionId, area: draft.values.area.trim(), base: draft.base, at: draft.at };
  }
  const settings = factsDrafts().find(person, place.planId);
  return settings && { form: 'settings', at: settings.at };
};
