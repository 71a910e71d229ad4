import type { Named, PlanAction } from '../../../bot/plan/contract.ts';

/** Everybody named on an action, each once, by name. */
export const peopleOn = (actions: readonly PlanAction[], locale: string): readonly Named[] => {
  const people = new Map<string, Named>();
  for (const { who } of actions) for (const person of who) people.set(person.id, person);
  const letters = new Intl.Collator(locale, { sensitivity: 'base' });
  return [...people.values()].sort((a, b) => letters.compare(a.name, b.name));
};
