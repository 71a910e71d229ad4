import type { KnownInputs } from '../cards/echo.ts';
import { planLimits } from './contract.ts';

/** The texts of the offer's form; the guard looks at them, and they are what the team will read. */
export const offeredTexts = ['area', 'activities', 'timescale'] as const;

/** The inputs of a plan's cards, by the ids that the cards give them; all but the texts hold choices and days. */
export const planInputs: KnownInputs = {
  holdsWords: (id) => offeredTexts.some((text) => text === id),
  longest: planLimits.text,
};
