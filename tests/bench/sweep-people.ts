import type { Day } from '../../bot/calendar/days.ts';
import { connect } from '../../bot/tables/client.ts';
import { personEntity } from '../../bot/tables/person-rows.ts';
import { teamEntity } from '../../bot/tables/roster-rows.ts';
import type { Entity } from '../../bot/tables/sizes.ts';
import { personAt, planWith, teamAt } from './sweep-plans.ts';
import { rowsOfWholePlan, writeRows } from './sweep-rows.ts';

const actionsOfPlan = 100;

/**
 * People who are each owed one digest on a day, for one action, and have a chat to get it in.
 *
 * @param from the first of their numbers
 */
export const seedPeople = async (
  connectionString: string,
  { serviceUrl, count, day, from = 0 }: { serviceUrl: string; count: number; day: Day; from?: number },
): Promise<void> => {
  const open = await connect({ connectionString });
  const [plans, directory] = [open('plans'), open('people')];
  await Promise.all(['plans', 'people', 'reminders', 'reflections'].map((name) => open(name).ensure()));
  const firsts = numbers(from, count / actionsOfPlan, actionsOfPlan);
  await writeRows(plans, planned(firsts, day));
  await writeRows(directory, [
    ...firsts.map((first) => teamEntity(teamAt(serviceUrl, first))),
    ...numbers(from, count).map((number) => personEntity(personAt(serviceUrl, number))),
  ]);
};

/** Plans are numbered as the first of their people. */
function* planned(firsts: readonly number[], dueOn: Day): Generator<Entity> {
  for (const first of firsts) {
    const own = numbers(first, actionsOfPlan).map((owner) => ({ owner, dueOn }));
    const { plan, actions } = planWith(first, own);
    yield* rowsOfWholePlan(plan, actions);
  }
}

const numbers = (from: number, count: number, step = 1): number[] =>
  Array.from({ length: count }, (_, place) => from + place * step);
