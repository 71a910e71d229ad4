import type { KnownInputs } from '../cards/echo.ts';
import { textInputs } from './questions.ts';
import { limits } from './record.ts';

/** The inputs that hold words, by the ids that the cards give them; all others hold choices. */
export const holdsWords = (inputId: string): boolean =>
  worded.has(inputId) || /^(what|how|why)\d$/.test(inputId);

const worded: ReadonlySet<string> = new Set(['pointer', 'note', 'reply', ...textInputs]);

export const reflectionInputs: KnownInputs = { holdsWords, longest: limits.text };
