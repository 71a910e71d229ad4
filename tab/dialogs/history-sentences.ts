import type { HistoryEntry, Named } from '../../bot/plan/contract.ts';
import type { Words } from '../words/words.ts';
import { dayInWords, listed } from './moments.ts';
import { isText } from './resolve.ts';
import { fieldsInWords } from './value-in-words.ts';

const names = (words: Words, people: readonly Named[]): string =>
  listed(
    words.locale,
    people.map(({ name }) => name),
  );

const without = (some: readonly Named[], others: readonly Named[]): Named[] =>
  some.filter(({ id }) => !others.some((other) => other.id === id));

const moves = (words: Words, { moved, note }: HistoryEntry): string[] => {
  const { history, status, outcomesMet, locale } = words;
  const said: string[] = [];
  if (moved.status) said.push(history.status(status[moved.status[0]], status[moved.status[1]]));
  if (moved.dueOn) {
    const [from, to] = moved.dueOn.map((day) => (day === null ? null : dayInWords(locale, day)));
    if (from && to) said.push(history.due(from, to));
    else if (to) said.push(history.dueSet(to));
    else if (from) said.push(history.dueTaken(from));
  }
  if (note) said.push(history.why(note));
  if (moved.heldUntil) {
    const [from, to] = moved.heldUntil.map((day) => (day === null ? null : dayInWords(locale, day)));
    if (from && to) said.push(history.heldLonger(from, to));
    else said.push(to ? history.held(to) : history.holdEnded);
  }
  const met = moved.outcomeMet?.[1];
  if (moved.outcomeMet) said.push(met ? history.met(outcomesMet[met]) : history.metTaken);
  const lists = [
    [moved.who, history.whoAdded, history.whoTaken],
    [moved.managers, history.managersAdded, history.managersTaken],
  ] as const;
  for (const [list, added, taken] of lists) {
    if (!list) continue;
    const came = without(list[1], list[0]);
    const went = without(list[0], list[1]);
    if (came.length > 0) said.push(added(names(words, came)));
    if (went.length > 0) said.push(taken(names(words, went)));
  }
  if (moved.guestsRead) said.push(moved.guestsRead[1] ? history.guestsYes : history.guestsNo);
  return said;
};

/**
 * What somebody did, each a sentence that begins after their name. There is always at least one.
 */
export const sentencesOf = (words: Words, entry: HistoryEntry): string[] => {
  const { history } = words;
  switch (entry.what) {
    case 'added':
      return [history.added];
    case 'removed':
      return [history.deleted];
    case 'restored':
      return [history.restored];
    case 'emptied':
      return [history.emptied];
    case 'askedForHelp':
      return [history.askedForHelp];
    case 'offeredHelp':
      return [history.offeredHelp];
    default: {
      const said = moves(words, entry);
      // Of texts only that they changed is known.
      const rewritten = entry.fields.filter(isText);
      if (rewritten.length > 0) said.push(history.rewrote(fieldsInWords(words, rewritten)));
      if (entry.fields.includes('name')) said.push(history.renamed);
      if (entry.fields.includes('tabChannel')) said.push(history.tabPlaced);
      if (said.length > 0) return said;
      return [entry.what === 'set' ? history.setUp : history.changed];
    }
  }
};
