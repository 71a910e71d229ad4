import type { Day } from '../../calendar/days.ts';
import type { IsWorking } from '../../calendar/working-days.ts';
import type { IndexHint, PlanStore } from '../../plan/store.ts';
import { dueDaysFor, hasMonday, type Span } from '../due.ts';
import { factsOf, isOpen } from '../readers.ts';

/** A `due` entry comes with its day. */
export type Hint = IndexHint & { day?: Day };

type HintSources = { plans: PlanStore; isWorking: IsWorking; report: (error: unknown) => void };

/** The entries of the indexes for the days in question. */
export async function* hintsFor(sources: HintSources, span: Span): AsyncGenerator<Hint> {
  const { plans, isWorking } = sources;
  for (const [from, to] of stretches(dueDaysFor(span, isWorking))) yield* plans.due(from, to);
  if (!hasMonday(span)) return;
  yield* plans.undated();
  for await (const hint of plans.unowned()) {
    if (hint.actionId !== '') yield hint;
    else yield* ownersLeft(sources, hint);
  }
}

/** A plan in which somebody is named who has left: its actions that nobody else is on. */
async function* ownersLeft({ plans, report }: HintSources, hint: IndexHint): AsyncGenerator<Hint> {
  const { plan, actions } = await plans.readWhole(hint.planId).catch((error: unknown) => {
    report(error);
    return { plan: null, actions: [] };
  });
  if (plan === null) return;
  for (const { value } of actions) {
    if (isOpen(plan.value, value) && !factsOf(plan.value, value).hasOwner) {
      yield { ...hint, actionId: value.id };
    }
  }
}

/** Days as stretches of neighbours, so that a week is one query. */
const stretches = (days: readonly Day[]): [Day, Day][] => {
  const found: [Day, Day][] = [];
  for (const day of days) {
    const last = found.at(-1);
    if (last && Date.parse(day) - Date.parse(last[1]) === 86_400_000) last[1] = day;
    else found.push([day, day]);
  }
  return found;
};
