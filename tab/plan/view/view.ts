import { statuses } from '../../../bot/plan/contract.ts';
import { dues, type Filters } from './filters.ts';
import { type Sort, sortKeys } from './sort.ts';

/** What somebody filters by, and the order they chose. */
export type View = { filters: Filters; sort: Sort };

/** A view as it was written down; null for what is none, such as one of an older page. */
export const viewOf = (read: unknown): View | null => {
  const { filters, sort } = Object(read) as { filters?: unknown; sort?: unknown };
  const { text, person, status, due } = Object(filters) as Record<keyof Filters, unknown>;
  const { key, descending } = Object(sort) as Record<keyof Sort, unknown>;
  const statusOf = (['any', 'open', ...statuses] as const).find((each) => each === status);
  const dueOf = dues.find((each) => each === due);
  const keyOf = sortKeys.find((each) => each === key);
  if (typeof text !== 'string' || typeof person !== 'string' || typeof descending !== 'boolean') return null;
  if (!statusOf || !dueOf || !keyOf) return null;
  return { filters: { text, person, status: statusOf, due: dueOf }, sort: { key: keyOf, descending } };
};
