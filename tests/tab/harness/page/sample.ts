import type {
  HistoryEntry,
  Me,
  Named,
  PlanAction,
  PlanFacts,
  RemovedAction,
} from '../../../../bot/plan/contract.ts';

const id = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

export const sam: Named = { id: id(1), name: 'Sam Okafor' };
export const jo: Named = { id: id(2), name: 'Jo Marsh' };
export const zoe: Named = { id: id(3), name: 'Zoë Lindqvist' };
/** Named in the plan, and no longer in the team. */
export const ola: Named = { id: id(9), name: 'Ola Brenner' };

const more = [
  'Ade Bello',
  'Bryony Fenn',
  'Carys Pugh',
  'Dilip Rao',
  'Ewa Nowak',
  'Farid Haddad',
  'Gwen Ellis',
];
export const team: Named[] = [
  sam,
  jo,
  zoe,
  ...more.map((name, index) => ({ id: id(20 + index), name })),
  ...Array.from({ length: 60 }, (_, index) => ({ id: id(100 + index), name: `Person ${index + 1}` })),
];

export const me: Me = { id: sam.id, canEdit: true, isManager: true, mayAppoint: true };

export const plan: PlanFacts = {
  id: '19:north@thread.tacv2',
  etag: 'p1',
  name: 'North locality team',
  managers: [jo, sam],
  guestsRead: false,
  left: [ola.id],
  emptying: false,
};

export const action: PlanAction = {
  id: 'a1',
  etag: 'v1',
  area: 'We prepare families for conferences together with them, so that nothing said there is news to them.',
  activities: 'Meet each family the week before.\nWrite the agenda with them, in their own words.',
  who: [jo, ola],
  support: 'Half a day for writing together; a buddy for the first two.',
  dueOn: '2026-12-18',
  heldUntil: null,
  timescale: 'before the winter break',
  outcome: 'Families tell us that they knew what would be said, and why.',
  status: 'todo',
  outcomeMet: null,
  outcomeSeen: '',
  createdBy: sam,
  createdAt: '2026-11-02T09:12:00Z',
  updatedBy: jo,
  updatedAt: '2026-11-20T14:05:00Z',
};

export const removed: RemovedAction[] = [
  {
    ...action,
    id: 'a7',
    area: 'A shared way of ending meetings: what did each of us hear?',
    removedAt: '2026-11-19T10:30:00Z',
    removedBy: jo,
    until: '2026-12-19',
  },
];

const entry = (number: number, rest: Partial<HistoryEntry>): HistoryEntry => ({
  id: `h${number}`,
  at: `2026-11-${String(number).padStart(2, '0')}T10:00:00Z`,
  by: jo,
  what: 'changed',
  fields: [],
  moved: {},
  ...rest,
});

export const history: HistoryEntry[] = [
  entry(20, { fields: ['status', 'activities', 'support'], moved: { status: ['todo', 'doing'] } }),
  entry(15, {
    fields: ['dueOn', 'who'],
    moved: { dueOn: ['2026-12-01', '2026-12-18'], who: [[jo], [jo, ola]] },
  }),
  entry(10, { what: 'restored', by: sam }),
  entry(9, { what: 'removed', by: zoe }),
  entry(2, { what: 'added', by: sam }),
];

export const planHistory: HistoryEntry[] = [
  entry(12, {
    what: 'set',
    fields: ['managers', 'guestsRead'],
    moved: { managers: [[jo], [jo, sam]], guestsRead: [false, true] },
  }),
  entry(1, { what: 'set', fields: ['name'] }),
];
