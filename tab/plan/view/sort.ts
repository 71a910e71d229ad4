import { type PlanAction, statuses } from '../../../bot/plan/contract.ts';

export const sortKeys = ['area', 'who', 'due', 'status'] as const;
export type SortKey = (typeof sortKeys)[number];
export type Sort = { key: SortKey; descending: boolean };

/** The plan's own order: by area of practice. */
export const planOrder: Sort = { key: 'area', descending: false };

/**
 * The actions in order. Those that are alike stand by area, then oldest first, so that an order never changes by
 * itself; what has no date or no person comes last, whichever way round.
 * @param locale BCP 47, whose rules order the letters
 */
export const sorted = (actions: readonly PlanAction[], sort: Sort, locale: string): readonly PlanAction[] => {
  const letters = collatorFor(locale);
  const byArea = (a: PlanAction, b: PlanAction): number => letters.compare(a.area, b.area);
  const byAge = (a: PlanAction, b: PlanAction): number =>
    compare(a.createdAt, b.createdAt) || compare(a.id, b.id);
  const turn = sort.descending ? -1 : 1;
  const { empty, order } = ways(letters, byArea)[sort.key];
  return actions.toSorted(
    (a, b) => Number(empty(a)) - Number(empty(b)) || turn * order(a, b) || byArea(a, b) || byAge(a, b),
  );
};

type Way = { empty: (action: PlanAction) => boolean; order: (a: PlanAction, b: PlanAction) => number };

const ways = (letters: Intl.Collator, byArea: Way['order']): Record<SortKey, Way> => ({
  area: { empty: () => false, order: byArea },
  who: {
    empty: ({ who }) => who.length === 0,
    order: (a, b) => letters.compare(a.who[0]?.name ?? '', b.who[0]?.name ?? ''),
  },
  due: {
    empty: ({ dueOn }) => dueOn === null,
    order: (a, b) => compare(a.dueOn ?? '', b.dueOn ?? ''),
  },
  status: {
    empty: () => false,
    order: (a, b) => statuses.indexOf(a.status) - statuses.indexOf(b.status),
  },
});

/** The sort after a header was pressed: that column, or the same one the other way round. */
export const pressed = (sort: Sort, key: SortKey): Sort =>
  sort.key === key ? { key, descending: !sort.descending } : { key, descending: false };

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const collatorFor = (locale: string): Intl.Collator => {
  const made = collators.get(locale) ?? new Intl.Collator(locale, { numeric: true, sensitivity: 'base' });
  collators.set(locale, made);
  return made;
};
const collators = new Map<string, Intl.Collator>();
