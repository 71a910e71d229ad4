import type { ActionDraft } from '../../../bot/plan/contract.ts';
import type { TeamsClient } from '../../helpers/host/client.ts';
import type { ClientHow, TabStage } from '../../helpers/host/stage.ts';
import type { Person } from '../../helpers/teams-person.ts';
import type { Team } from '../../helpers/teams-team.ts';
import { picture } from './pictures.ts';
import { type PlanPage, planPage } from './plan-page.ts';

/** A team of two with a plan that one of them manages. */
export type Pair = { team: Team; sam: Person; jo: Person };

/** One person with the tab before them. */
export type Seat = PlanPage & { client: TeamsClient };

export const pairWith = async (
  stage: TabStage,
  actions: readonly ActionDraft[] = [],
  name = 'North Locality',
): Promise<Pair> => {
  const [sam, jo] = [stage.world.person('Sam Okafor'), stage.world.person('Jo Bennett')];
  const team = await stage.team(name, [sam, jo]);
  const api = stage.api(sam, team);
  await api.set({ name, managers: [{ id: sam.id }] });
  for (const action of actions) await api.add(action);
  return { team, sam, jo };
};

/** Does something at a client of its own, which is closed in the end; where that fails, a picture says what stood there. */
export const seated = async (
  stage: TabStage,
  person: Person,
  team: Team,
  work: (seat: Seat) => Promise<void>,
  how: ClientHow = {},
): Promise<void> => {
  const client = await stage.client(person, team, how);
  try {
    await work({ ...planPage(client), client });
  } catch (error) {
    await picture(client, 'where-it-failed').catch(() => {});
    throw error;
  } finally {
    await client.close();
  }
};

/** Four actions of a living plan, in every status; no names on them. */
export const ordinary: readonly ActionDraft[] = [
  {
    area: 'How we begin supervision',
    activities: 'Ten minutes of each supervision for one relationship.',
    support: 'Time: the hour begins earlier.',
    dueOn: '2027-03-31',
    timescale: 'by the end of the school term',
    outcome: 'Supervisees bring the window up themselves.',
    status: 'doing',
  },
  {
    area: 'Letters to families',
    activities: 'Write two letters anew, with a family’s eyes.',
    outcome: 'Families say that they knew what to expect.',
    dueOn: '2025-11-03',
  },
  {
    area: 'Network meetings',
    activities: 'Begin with what the family wants.',
    support: 'A buddy from the other team.',
    outcome: 'The plan names who does what.',
    status: 'done',
    outcomeMet: 'partly',
    outcomeSeen: 'Two of three meetings began that way.',
  },
  { area: 'Welcome of new colleagues' },
];
