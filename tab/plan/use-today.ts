import { useSyncExternalStore } from 'react';
import { dayOf } from './view/days.ts';

/** Today where the person is, `YYYY-MM-DD`; a tab that stays open over midnight moves on. */
export const useToday = (): string => useSyncExternalStore(subscribe, () => dayOf(new Date()));

const subscribe = (changed: () => void): (() => void) => {
  const timer = setInterval(changed, 60_000);
  document.addEventListener('visibilitychange', changed);
  return () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', changed);
  };
};
