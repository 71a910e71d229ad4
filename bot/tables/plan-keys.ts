import { BreaksTableRule } from './faults.ts';
import { keyFrom } from './keys.ts';

/**
 * The keys of a plan's partition. Sorted, they read `action:…`, `head`, `history:action:…`, `history:plan:…`,
 * `removed:…`, `summary`, so that a plan with the actions that stand in it is one unbroken range.
 */
export const headRow = 'head';
export const summaryRow = 'summary';

export const planPartition = (planId: string): string => `plan:${keyFrom(planId)}`;
export const actionRow = (actionId: string): string => `action:${actionId}`;
export const removedRow = (actionId: string): string => `removed:${actionId}`;

/** What the history rows of one action, or (null) of the plan itself, begin with. */
export const historyStart = (about: string | null): string =>
  about === null ? 'history:plan:' : `history:action:${about}:`;

/** The same moment can hold two changes of a plan; the change's id keeps their lines apart. */
export const historyRow = (about: string | null, at: string, change: string): string =>
  `${historyStart(about)}${at}:${change}`;

/** The end of the range that `start` begins: `;` is the character that follows `:`. */
export const endOf = (start: string): string => start.replace(/:$/, ';');

/** Leaves room for a day, an action and a change beside it in the key of an index row. */
const longestPlanKey = 300;

/**
 * Whether a plan can have this id. Half a surrogate pair would be rewritten by the way to the service, and so two
 * ids might share a partition: no thread id has one, and such an id is nobody's.
 */
export const isPlanId = (id: string): boolean =>
  id.length > 0 && id.isWellFormed() && keyFrom(id).length <= longestPlanKey;

/** Ids of actions and changes are letters, digits and hyphens, as the port of the domain says. */
export const isActionId = (id: string): boolean => /^[A-Za-z0-9-]{1,100}$/.test(id);

/** @throws BreaksTableRule that names the rule and not the id, as that may come from outside */
export const checkPlanId = (id: string): void => {
  if (isPlanId(id)) return;
  throw new BreaksTableRule(
    `A plan's id is well-formed text whose key has 1 to ${longestPlanKey} characters.`,
  );
};

/** @throws BreaksTableRule */
export const checkActionId = (id: string): void => {
  if (!isActionId(id)) throw new BreaksTableRule("An action's id is 1 to 100 letters, digits or hyphens.");
};
