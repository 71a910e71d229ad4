import { useEffect, useRef, useState } from 'react';
import type { PlanAction } from '../../bot/plan/contract.ts';
import { useTab } from '../context.ts';
import type { Notice } from './notice.ts';
import { rowId } from './row.tsx';

/**
 * The action that a followed link names: its row is brought into view and has the focus, once; where it is not in
 * the plan any more, the page says so.
 * @param actions all that could be shown, in their order
 * @returns the action's id, and how many rows must stand for it to be among them
 */
export const useMeant = (
  actions: readonly PlanAction[],
  say: (notice: Notice) => void,
): { meant: string | null; least: number } => {
  const { host, words } = useTab();
  const meant = host.place.openAction;
  // Only the first look tells: an action that is deleted later was there when the link was followed.
  const [least] = useState(() => actions.findIndex(({ id }) => id === meant) + 1);
  const isDone = useRef(false);
  useEffect(() => {
    if (meant === null || isDone.current) return;
    isDone.current = true;
    const row = document.getElementById(rowId(meant));
    if (!row) return say({ text: words.changes.notThere });
    row.scrollIntoView({ block: 'center' });
    row.focus({ preventScroll: true });
  }, [meant, say, words]);
  return { meant, least };
};
