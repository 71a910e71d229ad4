import type { Trouble } from '../api/api.ts';
import type { Place } from '../host.ts';
import type { Words } from '../words/words.ts';

/** What a trouble is called, and what to do about it. */
export const troubleWords = (
  words: Words,
  trouble: Trouble,
  channelKind: Place['channelKind'],
): { title: string; text: string } => {
  const { trouble: all } = words;
  // A channel with members of its own needs the app added to itself, which is the likeliest reason.
  if (trouble.kind === 'outside') return channelKind === 'standard' ? all.outside : all.outsideChannel;
  if (trouble.kind === 'unfit' && trouble.faults.some(({ code }) => code === 'planFull')) {
    return { title: all.unfit.title, text: all.planFull };
  }
  return all[trouble.kind];
};
