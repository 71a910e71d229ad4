import type { Day } from '../../calendar/days.ts';
import type { PersonId } from '../../people/person.ts';
import { choiceFor, isCatchUp, isPaused, isQuiet, isSilent } from '../choices.ts';
import { type Due, isKnownPlan, type Mention, type Sources } from '../collect.ts';
import type { Line } from '../digest.ts';
import { type Facts, type Owed, owedTo, type Span } from '../due.ts';
import type { Note, Reminders } from '../record.ts';
import type { Looking } from './looking.ts';

/** Whose digest, of what, and how each action is looked at once more: much may have been done since. */
export type Asked = { person: PersonId; due: Due; reminders: Reminders; span: Span };

/** A line with the day by which it is sorted. */
export type Dated = { line: Line; dueOn: Day | null };

/** The actions of a digest, and those of the reader's own that are left out. */
export const actionLines = async (
  sources: Sources,
  looking: Looking,
  asked: Asked,
): Promise<{ lines: Dated[]; quieted: Line[] }> => {
  const { person, due, reminders, span } = asked;
  const lines: Dated[] = [];
  const quieted: Line[] = [];
  const add = ({ planId, actionId }: Mention, kind: Owed, roles: Mention['roles'], dueOn: Day | null) => {
    const line = { planId, actionId, kind };
    if (isQuiet(reminders) && roles.includes('owner')) quieted.push(line);
    else lines.push({ line, dueOn });
  };

  const named = new Set<string>();
  for (const mention of due.mentions) {
    const choice = choiceFor(reminders, mention.planId);
    if (isPaused(choice, span.until)) continue;
    const found = await looking.again(person, mention);
    if (found === null) continue;
    const kind = owedTo(found.roles, found.facts, choice.mode, span, sources.isWorking);
    if (kind === null) continue;
    add(mention, kind, found.roles, found.facts.dueOn);
    named.add(keyOf(mention));
  }
  for (const mention of await leftOut(sources, looking, asked)) {
    if (!named.has(keyOf(mention))) add(mention, 'named', mention.roles, mention.facts.dueOn);
    named.add(keyOf(mention));
  }
  await addNoWord(sources, looking, asked, lines);
  return { lines, quieted };
};

/** What fell due while it was not named: all of their own that was due by now. */
const leftOut = async (
  sources: Sources,
  looking: Looking,
  { person, reminders, span }: Asked,
): Promise<Mention[]> => {
  const places = ['', ...Object.keys(reminders.plans)];
  if (!places.some((planId) => isCatchUp(reminders, planId, span))) return [];
  const mentions: Mention[] = [];
  for await (const ref of sources.plans.openOf(person)) {
    if (!isCatchUp(reminders, ref.planId, span)) continue;
    if (isSilent(choiceFor(reminders, ref.planId), span)) continue;
    const found = await looking.at(person, ref);
    if (!found?.roles.includes('owner') || !(await isKnownPlan(sources, ref.planId))) continue;
    const { dueOn } = found.facts;
    if (dueOn !== null && dueOn <= span.until && !isHeld(found.facts, span))
      mentions.push({ ...ref, ...found, planEtag: '' });
  }
  return mentions;
};

/**
 * Once their owner has stopped answering: the line that says so to a manager, in place of the usual one. Not of
 * somebody who pressed since, of what is held by now, or of what somebody else has taken on.
 */
const addNoWord = async (sources: Sources, looking: Looking, asked: Asked, lines: Dated[]): Promise<void> => {
  for (const { planId, actionId, kind, about } of spoken(asked)) {
    if (kind !== 'noWord' || about === '' || !(await isKnownPlan(sources, planId))) continue;
    const found = await looking.at(asked.person, { planId, actionId });
    if (!found?.roles.includes('manager') || isHeld(found.facts, asked.span)) continue;
    const theirs = await looking.at(about, { planId, actionId });
    if (!theirs?.roles.includes('owner') || !isQuiet((await sources.reminders.find(about)).reminders))
      continue;
    const known = lines.find(({ line }) => line.planId === planId && line.actionId === actionId);
    if (known) known.line.kind = 'noWord';
    else lines.push({ line: { planId, actionId, kind: 'noWord' }, dueOn: found.facts.dueOn });
  }
};

const isHeld = ({ heldUntil }: Facts, { until }: Span): boolean => heldUntil !== null && heldUntil > until;

/** The notes that may be said now. */
export const spoken = ({ due, reminders, span }: Asked): Note[] =>
  due.notes.filter(({ planId }) => !isSilent(choiceFor(reminders, planId), span));

const keyOf = ({ planId, actionId }: { planId: string; actionId: string }): string => `${planId} ${actionId}`;
