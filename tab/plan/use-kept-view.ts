import { useEffect, useState } from 'react';
import { useTab } from '../context.ts';
import { ownShelf } from '../shelf.ts';
import { noFilters } from './view/filters.ts';
import { planOrder } from './view/sort.ts';
import { type View, viewOf } from './view/view.ts';

/**
 * What somebody filters by and the order they chose, which stay while Teams unloads the tab. Whoever follows a link to
 * an action begins with the whole plan, as a filter could hide what the link names.
 */
export const useKeptView = () => {
  const { host } = useTab();
  const { planId, openAction } = host.place;
  const name = `four-ways/view/${[host.person, planId].map(encodeURIComponent).join('/')}`;
  const [view, setView] = useState<View>(
    () => (openAction === null ? viewIn(name) : null) ?? { filters: noFilters, sort: planOrder },
  );
  useEffect(() => {
    try {
      ownShelf()?.setItem(name, JSON.stringify(view));
    } catch {
      // A browser that keeps nothing shows the whole plan the next time.
    }
  }, [name, view]);
  return [view, setView] as const;
};

const viewIn = (name: string): View | null => {
  try {
    return viewOf(JSON.parse(ownShelf()?.getItem(name) ?? 'null'));
  } catch {
    return null;
  }
};
