import {
  type ActionField,
  type ActionText,
  actionFields,
  actionTexts,
  type PlanDraft,
} from '../../bot/plan/contract.ts';
import { mergeThree } from './merge.ts';
import { isSame, type Values } from './values.ts';

/** `anew`: a text written from both. */
export type Pick = 'mine' | 'theirs' | 'anew';
export type Picks = Partial<Record<ActionField, Pick>>;

export const isText = (field: ActionField | keyof PlanDraft): field is ActionText =>
  actionTexts.some((text) => text === field);

/** What has to be chosen, and my other changes, which are kept as they are. */
export const clashesIn = (
  base: Values,
  mine: Values,
  theirs: Values,
): { clashes: ActionField[]; others: ActionField[]; values: Values } => {
  const { clashes, values } = mergeThree(base, mine, theirs, actionFields, isSame);
  const others = actionFields.filter(
    (field) => !clashes.includes(field) && !isSame(values[field], theirs[field]),
  );
  return { clashes, others, values };
};

/** A beginning for a text written from both: mine, then theirs. */
export const bothTexts = (mine: string, theirs: string): string =>
  [mine, theirs]
    .map((text) => text.trim())
    .filter(Boolean)
    .join('\n\n');

/** The answers as they were chosen; `anew` holds the texts that were written from both. */
export const resolved = (
  merged: Values,
  theirs: Values,
  clashes: readonly ActionField[],
  picks: Picks,
  anew: Partial<Record<ActionText, string>>,
): Values => {
  const taken = Object.fromEntries(
    clashes.flatMap((field) => {
      if (picks[field] === 'theirs') return [[field, theirs[field]]];
      const text = isText(field) ? anew[field] : undefined;
      return picks[field] === 'anew' && text !== undefined ? [[field, text]] : [];
    }),
  );
  return { ...merged, ...taken };
};
