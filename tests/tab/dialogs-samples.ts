import type { PlanAction } from '../../bot/plan/contract.ts';

export const sam = { id: '00000000-0000-4000-8000-000000000001', name: 'Sam' };
export const jo = { id: '00000000-0000-4000-8000-000000000002', name: 'Jo' };
export const ola = { id: '00000000-0000-4000-8000-000000000003', name: 'Ola' };

/** An action as it may stand in a plan. */
export const anAction = (rest: Partial<PlanAction> = {}): PlanAction => ({
  id: 'a1',
  etag: 'v1',
  area: 'How we begin meetings',
  activities: 'Ask first',
  who: [jo],
  support: '',
  dueOn: '2026-12-18',
  heldUntil: null,
  timescale: '',
  outcome: 'Families tell us',
  status: 'todo',
  outcomeMet: null,
  outcomeSeen: '',
  createdBy: sam,
  createdAt: '2026-11-02T09:00:00Z',
  updatedBy: jo,
  updatedAt: '2026-11-20T09:00:00Z',
  ...rest,
});
