import type { PlanAction, Status } from '../../../bot/plan/contract.ts';
import { simplified } from '../../simplified.ts';
import { monthOf, weekOf } from './days.ts';
import { searchText } from './search-text.ts';

/** What the person looks for; an empty text, and `any`, let everything through. */
export type Filters = {
  text: string;
  /** An object id, or `nobody`. */
  person: string;
  status: 'any' | 'open' | Status;
  due: Due;
};

export const dues = ['any', 'thisWeek', 'thisMonth', 'passed', 'noDate'] as const;
export type Due = (typeof dues)[number];

export const noFilters: Filters = { text: '', person: 'any', status: 'any', due: 'any' };

export const isFiltering = (filters: Filters): boolean =>
  filters.text.trim() !== '' || filters.person !== 'any' || filters.status !== 'any' || filters.due !== 'any';

/**
 * The actions that fit. Every word that was typed must be somewhere in an action, in any order.
 * @param today `YYYY-MM-DD`, where the person is
 */
export const filtered = (
  actions: readonly PlanAction[],
  filters: Filters,
  today: string,
): readonly PlanAction[] => {
  if (!isFiltering(filters)) return actions;
  const words = simplified(filters.text).split(/\s+/).filter(Boolean);
  const isDue = dueTest(filters.due, today);
  return actions.filter(
    (action) =>
      hasStatus(action, filters.status) &&
      hasPerson(action, filters.person) &&
      isDue(action) &&
      words.every((word) => searchText(action).includes(word)),
  );
};

const hasStatus = (action: PlanAction, wanted: Filters['status']): boolean =>
  wanted === 'any' || (wanted === 'open' ? action.status !== 'done' : action.status === wanted);

const hasPerson = (action: PlanAction, wanted: string): boolean => {
  if (wanted === 'any') return true;
  return wanted === 'nobody' ? action.who.length === 0 : action.who.some(({ id }) => id === wanted);
};

const dueTest = (due: Due, today: string): ((action: PlanAction) => boolean) => {
  switch (due) {
    case 'any':
      return () => true;
    case 'thisWeek':
      return within(weekOf(today));
    case 'thisMonth':
      return within(monthOf(today));
    case 'passed':
      return (action) => hasPassed(action, today);
    case 'noDate':
      return (action) => action.dueOn === null;
  }
};

const within =
  ({ from, to }: { from: string; to: string }) =>
  ({ dueOn }: PlanAction): boolean =>
    dueOn !== null && dueOn >= from && dueOn <= to;

/** An action that is done is past its date for nobody. */
export const hasPassed = ({ dueOn, status }: PlanAction, today: string): boolean =>
  dueOn !== null && status !== 'done' && dueOn < today;
