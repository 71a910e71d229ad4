import type { Echo } from '../../cards/echo.ts';
import { findIdentifiers } from '../../guard/find.ts';
import { patternsOn } from '../../guard/patterns.ts';
import type { Setting } from '../cards/frame.ts';
import type { DeskParts } from '../desk.ts';
import type { Pressed } from '../presses.ts';
import type { Reflection } from '../record.ts';
import { unsavedWords } from './replays.ts';

/**
 * What in the words of this press may identify a family, before any of them is saved: the kinds, and the press
 * that keeps them all the same; null where there is nothing, or it was kept on purpose. What was matched stays
 * where it was typed: it is in no log, no record and no other card.
 */
export const pointedOut = (
  pressed: Pressed,
  reflection: Reflection | null,
  { casePatterns }: Pick<DeskParts, 'casePatterns'>,
  { today }: Setting,
): Echo['guard'] => {
  const words = unsavedWords(reflection, pressed.typed);
  if (words.length === 0) return null;
  const patterns = [...casePatterns, ...patternsOn(today)];
  const found = new Set(words.flatMap((text) => findIdentifiers(text, patterns).map(({ kind }) => kind)));
  // What was kept on purpose is kept; what was typed since is pointed out as well.
  if ([...found].every((kind) => pressed.keep.includes(kind))) return null;
  const kinds = [...found];
  return { kinds, verb: pressed.verb, data: { ...pressed.data, keep: kinds.join(',') } };
};
