import type { ActionDraft } from '../../bot/plan/contract.ts';
import type { TabStage } from '../helpers/host/stage.ts';
import type { Person } from '../helpers/teams-person.ts';
import type { Team } from '../helpers/teams-team.ts';

/** A team with a plan, and somebody who looks at it. */
export type Planned = { team: Team; viewer: Person };

const areas = [
  'Team meetings that everybody can speak in',
  'Family meetings begin with what the family wants',
  'Supervision looks at the relationship, not only at the tasks',
  'Letters and plans in plain words',
  'The professional network agrees who does what',
  'Learning from what went wrong, without blame',
];
const activities =
  'Try it in two meetings, ask everybody afterwards how it was, and write down what we keep and what we change. ' +
  'Show it to the other half of the team before the end of the month.';
const outcome =
  'People outside the team can tell us what is different, and nobody has to remind us any more that we wanted it.';

/** An action with texts of ordinary length. */
const ordinary = (number: number, who: readonly Person[]): ActionDraft => ({
  area: `${areas[number % areas.length]} (${number + 1})`,
  activities,
  who: who.slice(number % who.length, (number % who.length) + 2).map(({ id }) => ({ id })),
  support: 'An hour of training, and a buddy from the other team for the first weeks.',
  dueOn: `2027-${String(1 + (number % 12)).padStart(2, '0')}-${String(1 + (number % 28)).padStart(2, '0')}`,
  timescale: number % 3 === 0 ? 'by the end of term' : '',
  outcome,
  status: number % 2 === 0 ? 'done' : number % 3 === 0 ? 'doing' : 'todo',
});

/** Nobody may write without pause, so as many people share the writing as are needed. */
const writesEach = 80;

/** Sets up a plan with that many actions through the API, half of them done. */
export const planOf = async (stage: TabStage, count: number): Promise<Planned> => {
  const people = Array.from({ length: Math.ceil(count / writesEach) + 1 }, (_, index) =>
    stage.world.person(`Person Number${index + 1}`),
  );
  const [viewer] = people;
  if (!viewer) throw new Error('A plan needs somebody.');
  const team = await stage.team('North Locality', people);
  for (let number = 0; number < count; number += 1) {
    const writer = people[1 + Math.floor(number / writesEach)] ?? viewer;
    await stage.api(writer, team).add(ordinary(number, people.slice(0, 8)));
  }
  return { team, viewer };
};
