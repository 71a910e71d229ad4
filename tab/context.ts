import { createContext, useContext } from 'react';
import type { Api } from './api/api.ts';
import type { Host } from './host.ts';
import type { Words } from './words/words.ts';

/** What every part of the tab works with. */
export type Tab = { host: Host; api: Api; words: Words };

const TabContext = createContext<Tab | null>(null);

export const TabProvider = TabContext.Provider;

/** @throws outside of a `TabProvider`, which is a mistake in the program */
export const useTab = (): Tab => {
  const tab = useContext(TabContext);
  if (tab === null) throw new Error('There is no tab around this part.');
  return tab;
};
