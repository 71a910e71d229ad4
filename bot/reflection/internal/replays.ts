import type { PersonId } from '../../people/person.ts';
import type { Press } from '../events.ts';
import { holdsWords } from '../presses.ts';
import type { Reflection } from '../record.ts';

/**
 * Telling a press that came twice (a double tap, a delivery repeated by Teams) from one on an old card. The first
 * is answered as if nothing had happened; the second is told so, and gets its words back.
 */

/** The typed words that are not in the record yet; all of them where there is no record. */
export const unsavedWords = (reflection: Reflection | null, typed: Record<string, string>): string[] => {
  const saved = reflection === null ? new Set(['']) : wordsOf(reflection);
  return Object.entries(typed).flatMap(([id, text]) => (holdsWords(id) && !saved.has(text) ? [text] : []));
};

const wordsOf = ({ narrative }: Reflection): Set<string | null> => {
  const saved = new Set<string | null>(['', narrative.pointer, narrative.note, narrative.reply]);
  for (const answer of Object.values(narrative.answers)) {
    for (const value of Object.values(answer.values)) saved.add(value);
  }
  const actions = [
    ...Object.values(narrative.drafts).flatMap((one) => one.actions),
    ...(narrative.proposal?.actions ?? []),
    ...(narrative.amendment?.actions ?? []),
  ];
  for (const { what, how, why } of actions) {
    saved.add(what).add(how).add(why);
  }
  return saved;
};

/** Whether the change since the card was drawn is this very press, or one of the same person's right before it. */
export const isReplay = ({ workflow, narrative }: Reflection, press: Press, by: PersonId): boolean => {
  const isLast = press.revision === workflow.revisions[press.part] - 1;
  if (press.part !== 'agreement') return isLast;
  const offered = workflow.closedAt === null ? narrative.proposal : narrative.amendment;
  return (
    isLast &&
    (press.event.type === 'agree' ? workflow.closedAt !== null && offered === null : offered?.by === by)
  );
};
