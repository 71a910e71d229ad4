import type { Action, Plan } from '../../bot/plan/record.ts';
import { openTables } from '../../bot/tables/client.ts';
import { keyFrom } from '../../bot/tables/keys.ts';
import { TableMemberships } from '../../bot/tables/memberships.ts';
import { planPartition } from '../../bot/tables/plan-keys.ts';
import { TablePlans } from '../../bot/tables/plans.ts';

/** A plan in storage, somebody who may read it, and where a look at it finds what it needs. */
export type Seeded = {
  planId: string;
  person: string;
  /** The rows of the plan and of the actions that stand in it, as a filter of the table service. */
  filter: string;
  /** The row that says whether that person belongs to the team. */
  membership: { partition: string; row: string };
};

const planId = '19:bench-plan@thread.tacv2';
const person = '0b000000-0000-4000-8000-000000000001';
const names = ['Priya Shah', 'Sam Carter', 'Jo Field', 'Siân Ó Briain', 'Aleksandra Kowalczyk'];
const people = names.map((name, at) => ({ id: `0b000000-0000-4000-8000-00000000000${at + 1}`, name }));

const areas = [
  'Supervision',
  'Team meetings',
  'Conferences',
  'Language in our records',
  'Working with schools',
];
const activities =
  'Use the window once a month in supervision, for one family and one network, and keep ten minutes for it. Ask afterwards what it was good for, and tell the team.';
const support = 'A half-day refresher, and a buddy from the North team for the first two sessions.';
const outcome =
  'Practitioners say that they leave with something to try, and families tell us that we do things with them.';

/** An action as teams write them: every text of ordinary length, one in four done and answered. */
const actionAt = (at: number): Action => {
  const by = people[at % people.length] ?? { id: person, name: '' };
  const done = at % 4 === 3;
  return {
    id: `action-${String(at).padStart(4, '0')}`,
    area: `${areas[at % areas.length]}, part ${at + 1}`,
    activities,
    who: [by, people[(at + 1) % people.length] ?? by],
    support,
    dueOn: `2027-0${1 + (at % 9)}-15`,
    heldUntil: null,
    timescale: 'by the end of term',
    outcome,
    status: done ? 'done' : at % 2 === 0 ? 'todo' : 'doing',
    outcomeMet: done ? 'partly' : null,
    outcomeSeen: done ? 'Nine of the eleven families we asked felt prepared for the day.' : '',
    createdBy: by,
    createdAt: '2026-09-01T09:00:00.000Z',
    updatedBy: by,
    updatedAt: '2026-10-01T09:00:00.000Z',
    removed: null,
    fingerprint: 'f'.repeat(64),
    change: `0c000000-0000-4000-8000-${String(at).padStart(12, '0')}`,
  };
};

const planAt = (actions: number, open: number): Plan => ({
  id: planId,
  name: 'North Team',
  managers: people.slice(0, 2),
  guestsRead: false,
  tabChannel: planId,
  left: [],
  createdAt: '2026-09-01T09:00:00.000Z',
  emptying: null,
  open,
  actions,
  factsChange: '0d000000-0000-4000-8000-000000000000',
  change: `0e000000-0000-4000-8000-${String(actions).padStart(12, '0')}`,
});

/** Puts a plan with that many actions into storage, with its history and indexes, as the product's own store does. */
export const seedPlan = async (connectionString: string, count: number): Promise<Seeded> => {
  const tables = await openTables({ connectionString });
  await tables.ensure();
  const store = new TablePlans(tables.plans, {
    newId: () => crypto.randomUUID(),
    onLeftover: (fault) => {
      throw fault;
    },
  });
  let open = 0;
  for (let at = 0; at < count; at += 1) {
    const action = actionAt(at);
    if (action.status !== 'done') open += 1;
    const { createdBy: by, createdAt, id, change } = action;
    const saved = await store.commit({
      plan: { before: at === 0 ? null : await store.readPlan(planId), after: planAt(at + 1, open) },
      action: { before: null, after: action },
      entry: { id: change, about: id, at: createdAt, by, what: 'added', fields: ['area'], moved: {} },
    });
    if (saved !== 'saved') throw new Error('The plan could not be put into storage.');
  }
  await believe(connectionString);
  const partition = planPartition(planId);
  return {
    planId,
    person,
    filter: `PartitionKey eq '${partition}' and RowKey ge 'action:' and RowKey le 'head'`,
    membership: { partition: `access:${keyFrom(planId)}`, row: person },
  };
};

/** Teams has just said that this person belongs to the team; that is believed for five minutes. */
export const believe = async (connectionString: string): Promise<void> => {
  const { people: table } = await openTables({ connectionString });
  const checkedAt = new Date().toISOString();
  const keep = await new TableMemberships(table).check(planId, person);
  await keep({ member: true, guest: false, name: 'Priya Shah', checkedAt });
};
