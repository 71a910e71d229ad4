import type { IsWorking } from '../calendar/working-days.ts';
import type { PersonId } from '../people/person.ts';
import type { IndexHint, PlanStore } from '../plan/store.ts';
import { type Facts, owedTo, type Role, type Span } from './due.ts';
import { type Hint, hintsFor } from './internal/hints.ts';
import { inGroups, inParallel } from './internal/in-parallel.ts';
import { factsOf, isOpen, readersOf } from './readers.ts';
import type { Note } from './record.ts';
import type { ReflectionDays, ReflectionMention } from './reflection-days.ts';
import type { ReminderStore } from './store.ts';

/** An action that may have to be named to somebody, with what was read of it and the plan's version then. */
export type Mention = {
  planId: string;
  actionId: string;
  roles: readonly Role[];
  facts: Facts;
  planEtag: string;
};

/** What may have to be said to one person. */
export type Due = { mentions: Mention[]; notes: Note[]; reflections: ReflectionMention[] };

export type Sources = {
  plans: PlanStore;
  reminders: ReminderStore;
  reflections: ReflectionDays;
  isWorking: IsWorking;
  /** Whether a plan's team is one that the bot is in; nothing is said of one that is gone. Asked once each. */
  knows?: (planId: string) => Promise<boolean>;
  /** Told of a row that could not be read; it must not write down messages. */
  report: (error: unknown) => void;
};

/** Whether a plan's team still is one that the bot is in. */
export const isKnownPlan = async ({ knows }: Pick<Sources, 'knows'>, planId: string): Promise<boolean> =>
  knows === undefined || knows(planId);

export type Collected = {
  people: Map<PersonId, Due>;
  /** Entries of an index whose action says otherwise. */
  stale: IndexHint[];
  /** Actions that could not be read. */
  unread: number;
};

/** How many plans are read at the same time, and how many entries of an index are taken at once. */
const width = 16;
const taken = 64;
/** More than that are left to the next sweep, so that a sweep's memory does not grow with what was left lying. */
const mostStale = 1_000;

/**
 * Everybody to whom this span may owe something. Reads the indexes for the days in question and each action that
 * they name, so it costs what is due and not what exists. Whom it leaves out is owed nothing; whom it names may
 * have chosen to hear less, and is asked about when their digest is made.
 */
export const collect = async (sources: Sources, span: Span): Promise<Collected> => {
  const { plans, reminders, reflections, isWorking, report } = sources;
  const collected: Collected = { people: new Map(), stale: [], unread: 0 };
  const of = (person: PersonId): Due => {
    const known = collected.people.get(person) ?? { mentions: [], notes: [], reflections: [] };
    collected.people.set(person, known);
    return known;
  };

  const isKnown = once((planId) => isKnownPlan(sources, planId));
  const readTogether = async (planId: string, hints: readonly Hint[]): Promise<void> => {
    if (!(await isKnown(planId))) return;
    const { plan, actions } = await plans.readActions(
      planId,
      hints.map(({ actionId }) => actionId),
    );
    for (const [index, hint] of hints.entries()) {
      const action = actions[index] ?? null;
      if (plan === null || action === null || !isOpen(plan.value, action.value)) {
        if (collected.stale.length < mostStale) collected.stale.push(hint);
        continue;
      }
      const facts = factsOf(plan.value, action.value);
      if (!isFiledRightly(hint, facts) && collected.stale.length < mostStale) collected.stale.push(hint);
      for (const { person, roles } of readersOf(plan.value, action.value)) {
        if (!mayOwe(roles, facts, span, isWorking)) continue;
        of(person).mentions.push({ planId, actionId: hint.actionId, roles, facts, planEtag: plan.etag });
      }
    }
  };
  /** One action that cannot be read keeps nobody from the others of its plan. */
  const read = async ([planId, hints]: [string, Hint[]]): Promise<void> => {
    try {
      await readTogether(planId, hints);
    } catch (error) {
      if (hints.length > 1) return inParallel(1, hints, (hint) => read([planId, [hint]]));
      report(error);
      collected.unread += 1;
    }
  };

  const seen = new Set<string>();
  for await (const group of inGroups(hintsFor(sources, span), taken)) {
    await inParallel(width, byPlan(group.filter((hint) => isFirst(seen, hint))), read);
  }
  for await (const note of reminders.notes(span.after, span.until)) of(note.person).notes.push(note);
  for await (const mention of reflections.dueIn(span)) {
    of(mention.person).reflections.push(mention);
  }
  return collected;
};

/** In the widest choice that anybody can make. */
const mayOwe = (roles: readonly Role[], facts: Facts, span: Span, isWorking: IsWorking): boolean =>
  owedTo(roles, facts, 'everything', span, isWorking) !== null ||
  owedTo(roles, facts, 'mondays', span, isWorking) !== null;

/** Asked again of the same, it gives the same answer. */
const once = (ask: (planId: string) => Promise<boolean>) => {
  const asked = new Map<string, Promise<boolean>>();
  return (planId: string): Promise<boolean> => {
    const answer = asked.get(planId) ?? ask(planId);
    asked.set(planId, answer);
    return answer;
  };
};

const isFirst = (seen: Set<string>, { planId, actionId }: IndexHint): boolean => {
  const key = `${planId} ${actionId}`;
  if (seen.has(key)) return false;
  seen.add(key);
  return true;
};

const byPlan = (hints: readonly Hint[]): Map<string, Hint[]> => Map.groupBy(hints, ({ planId }) => planId);

/** Whether the action, as it is, is what the index says of it. */
const isFiledRightly = ({ index, day }: Hint, { dueOn, heldUntil, hasOwner }: Facts): boolean => {
  if (index === 'undated') return dueOn === null;
  if (index === 'unowned') return !hasOwner;
  return day === dueOn || day === heldUntil;
};
