import { type Named, type PlanDraft, type PlanFacts, planLimits } from '../../bot/plan/contract.ts';
import { tidy } from './values.ts';

/** What can be set of a plan itself, while somebody sets it. */
export type Facts = { name: string; managers: Named[]; guestsRead: boolean };

export const factFields = ['name', 'managers', 'guestsRead'] as const;
export type FactField = (typeof factFields)[number];

export const factsOf = ({ name, managers, guestsRead }: PlanFacts): Facts => ({ name, managers, guestsRead });

const comparable = (value: Facts[FactField]): string => {
  if (typeof value === 'string') return tidy(value);
  if (typeof value === 'boolean') return String(value);
  return value
    .map(({ id }) => id)
    .sort()
    .join(' ');
};

export const isSameFact = (one: Facts[FactField], other: Facts[FactField]): boolean =>
  comparable(one) === comparable(other);

export const changedFacts = (from: Facts, to: Facts): FactField[] =>
  factFields.filter((field) => !isSameFact(from[field], to[field]));

/** Those facts as they are sent. */
export const factsDraft = (facts: Facts, fields: readonly FactField[]): PlanDraft => ({
  ...(fields.includes('name') && { name: tidy(facts.name) }),
  ...(fields.includes('managers') && { managers: facts.managers.map(({ id }) => ({ id })) }),
  ...(fields.includes('guestsRead') && { guestsRead: facts.guestsRead }),
});

export type FactFault = 'required' | 'tooLong' | 'tooMany' | 'notAMember' | 'unreadable' | 'other';
export type FactFaults = Partial<Record<FactField, FactFault>>;

/** What can be told before anything is sent. */
export const factFaultsIn = ({ name, managers }: Facts): FactFaults => {
  const faults: FactFaults = {};
  if (tidy(name) === '') faults.name = 'required';
  else if (tidy(name).length > planLimits.name) faults.name = 'tooLong';
  if (managers.length === 0) faults.managers = 'required';
  else if (managers.length > planLimits.managers) faults.managers = 'tooMany';
  return faults;
};
