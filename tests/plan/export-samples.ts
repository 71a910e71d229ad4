import type { PlanAction, PlanSeen } from '../../bot/plan/contract.ts';

const priya = { id: 'a0000000-0000-4000-8000-000000000001', name: 'Priya Shah' };

/** An action with the one thing it needs, and whatever else is given. */
export const action = (id: string, more: Partial<PlanAction> = {}): PlanAction => ({
  id,
  etag: `etag-${id}`,
  area: 'Supervision',
  activities: '',
  who: [],
  support: '',
  dueOn: null,
  heldUntil: null,
  timescale: '',
  outcome: '',
  status: 'todo',
  outcomeMet: null,
  outcomeSeen: '',
  createdBy: priya,
  createdAt: '2026-09-01T09:00:00.000Z',
  updatedBy: { id: 'a0000000-0000-4000-8000-000000000002', name: 'Updating Person' },
  updatedAt: '2026-10-01T09:00:00.000Z',
  ...more,
});

/** A plan as one of its managers sees it. */
export const planOf = (actions: PlanAction[], name = 'North Team'): PlanSeen => ({
  plan: {
    id: '19:secret@thread.tacv2',
    etag: 'plan-etag',
    name,
    managers: [{ id: priya.id, name: 'Managing Person' }],
    guestsRead: false,
    left: [],
    emptying: false,
  },
  actions,
  me: { id: priya.id, canEdit: true, isManager: true, mayAppoint: true },
});

/** Texts that break files which are put together carelessly. */
export const hostile: readonly [string, string][] = [
  ['a script', '<script>alert("x")</script>'],
  ['the end of a CDATA section', 'before ]]> after <![CDATA[ & &amp; &bogus; &#0;'],
  ['halves of a pair', 'a\uD83D b\uDE00 c'],
  ['control characters', 'a\u0000b\u0001c\u0008d\u001Fe\u007Ff\u0085g'],
  ['what is no character', 'a\uFFFEb\uFFFFc'],
  ['two thousand emoji', '😀'.repeat(2_000)],
  ['one long word', 'w'.repeat(2_000)],
  ['a field of a form letter', '{{name}} {% if %} \\n %s'],
  ['another direction', 'abc\u202Edcba\u2066 مرحبا'],
];
