import type { ActionAsRead } from './as-read.ts';

/** Paragraphs of a document that people wrote: three hundred actions, each of them a page of short lines. */
const most = 15_000;
/** Lines that a text keeps also where there are more than that. */
const few = 4;

const texts = ['area', 'activities', 'support', 'timescale', 'outcome', 'outcomeSeen'] as const;

/**
 * Keeps one plan from taking the server's memory: every line is a paragraph, and a text can be nothing but line ends,
 * a thousand of them. Where a plan has more lines than people write, its many-lined texts become one paragraph each;
 * not a word is left out.
 */
export const withFewEnoughLines = (actions: readonly ActionAsRead[]): readonly ActionAsRead[] => {
  const lines = actions.reduce(
    (sum, action) => texts.reduce((own, text) => own + action[text].length, sum),
    0,
  );
  return lines <= most ? actions : actions.map(joined);
};

const joined = (action: ActionAsRead): ActionAsRead => {
  const shorter = texts.map((text) => [
    text,
    action[text].length > few ? [action[text].join(' ')] : action[text],
  ]);
  return { ...action, ...(Object.fromEntries(shorter) as Pick<ActionAsRead, (typeof texts)[number]>) };
};
