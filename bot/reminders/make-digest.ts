import { isPaused, ownSpan } from './choices.ts';
import { type Due, isKnownPlan, type Sources } from './collect.ts';
import type { Digest, Line } from './digest.ts';
import type { Span } from './due.ts';
import { type Asked, actionLines, type Dated, spoken } from './internal/lines.ts';
import type { Looking } from './internal/looking.ts';
import { managersOf } from './readers.ts';

/** The digest of one person; empty where nothing is left to say. Reads, and writes nothing. */
export const makeDigest = async (sources: Sources, looking: Looking, asked: Asked): Promise<Digest> => {
  const { person, reminders } = asked;
  const span = ownSpan(reminders, asked.span);
  const own = { ...asked, span, due: unheard(asked.due, span) };
  const { lines, quieted } = await actionLines(sources, looking, own);
  return {
    person,
    day: span.until,
    lines: inOrder(lines),
    unreached: await unreachedFor(sources, looking, own),
    reflections: await reflectionsFor(sources, own),
    quieted,
  };
};

/** Notes and reflections of days on which this person has had a digest were said in it. */
const unheard = ({ mentions, notes, reflections }: Due, { after }: Span): Due => ({
  mentions,
  notes: notes.filter(({ day }) => day > after),
  reflections: reflections.filter(({ day }) => day > after),
});

/** Only a manager hears whom reminders do not reach, only of their own plans, and only while it is so. */
const unreachedFor = async (
  sources: Sources,
  looking: Looking,
  asked: Asked,
): Promise<Digest['unreached']> => {
  const found: Digest['unreached'] = [];
  for (const { kind, planId, about } of spoken(asked)) {
    if (kind !== 'unreached' || about === '' || found.some((one) => one.about === about)) continue;
    const plan = await looking.plan(planId);
    if (plan === null || !managersOf(plan).includes(asked.person.toLowerCase())) continue;
    if (!(await isKnownPlan(sources, planId))) continue;
    if ((await sources.reminders.find(about)).reminders.unreached !== null) found.push({ planId, about });
  }
  return found;
};

const reflectionsFor = async ({ reflections }: Sources, { due, reminders, span }: Asked) => {
  const found: Digest['reflections'] = [];
  if (isPaused(reminders.choice, span.until)) return found;
  for (const mention of due.reflections) {
    const { reflectionId, kind } = mention;
    if (found.some((one) => one.reflectionId === reflectionId)) continue;
    if (await reflections.holds(mention)) found.push({ reflectionId, kind });
  }
  return found;
};

const rank: Readonly<Record<Line['kind'], number>> = { named: 0, noWord: 1, stillRight: 2 };
const noDay = '9999-12-31';

const inOrder = (lines: readonly Dated[]): Line[] =>
  lines
    .toSorted(
      (a, b) =>
        rank[a.line.kind] - rank[b.line.kind] ||
        compare(a.dueOn ?? noDay, b.dueOn ?? noDay) ||
        compare(a.line.actionId, b.line.actionId),
    )
    .map(({ line }) => line);

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
