import { type ActionField, actionFields, type HistoryEntry, type Named } from '../contract.ts';
import type { Action } from '../record.ts';

/** What people set of an action. */
export type Content = Pick<Action, ActionField>;

/** An action of which nothing was said yet. */
export const blank: Content = {
  area: '',
  activities: '',
  who: [],
  support: '',
  dueOn: null,
  timescale: '',
  outcome: '',
  status: 'todo',
  outcomeMet: null,
  outcomeSeen: '',
};

/** The same people, in whatever order they were chosen. */
export const areSamePeople = (a: readonly Named[], b: readonly Named[]): boolean =>
  a.length === b.length && a.every(({ id }) => b.some((one) => one.id === id));

/** Which fields differ, in the order of the template. */
export const changedFields = (before: Content, after: Content): ActionField[] =>
  actionFields.filter((field) =>
    field === 'who' ? !areSamePeople(before.who, after.who) : before[field] !== after[field],
  );

/** From and to, for what is no text: of texts a history says only that they were changed. */
export const movedBetween = (before: Content, after: Content): HistoryEntry['moved'] => {
  const fields = new Set(changedFields(before, after));
  return {
    ...(fields.has('status') ? { status: pair(before.status, after.status) } : {}),
    ...(fields.has('dueOn') ? { dueOn: pair(before.dueOn, after.dueOn) } : {}),
    ...(fields.has('outcomeMet') ? { outcomeMet: pair(before.outcomeMet, after.outcomeMet) } : {}),
    ...(fields.has('who') ? { who: pair(before.who, after.who) } : {}),
  };
};

export const pair = <T>(from: T, to: T): [T, T] => [from, to];
