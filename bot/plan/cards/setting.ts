import type { Day } from '../../calendar/days.ts';
import type { Words } from '../../words/words.ts';

/** What every card of a plan is drawn with: the reader's words, and what day it is for them. */
export type Setting = { words: Words; today: Day };
