import type { Named, PlanAction, Status } from '../../bot/plan/contract.ts';

export const ayesha: Named = { id: '11111111-1111-4111-8111-111111111111', name: 'Ayesha Khan' };
export const tom: Named = { id: '22222222-2222-4222-8222-222222222222', name: 'Tom Bailey' };
export const zoe: Named = { id: '33333333-3333-4333-8333-333333333333', name: 'Zoë Martin' };

/** An action with nothing in it but what is given. */
export const anAction = (given: Partial<PlanAction> = {}): PlanAction => ({
  id: 'a1',
  etag: 'e1',
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
  createdBy: ayesha,
  createdAt: '2026-09-01T09:00:00Z',
  updatedBy: ayesha,
  updatedAt: '2026-09-01T09:00:00Z',
  ...given,
});

const areas = [
  'How we begin supervision',
  'How we write to families',
  'Team meetings: a short check-in in which everybody is heard, and a check-out',
  'First visits: what we say about why we come, and how we ask what the family wants',
  'Working with school nurses and health visitors as one network around a family',
  'Handing over between workers',
];
const activities = [
  'Ten minutes of each supervision for one relationship: where does it sit, and what would move it towards WITH?',
  'Read three letters aloud in the team meeting and write one of them anew together.',
  'Everybody says in a sentence how they arrive. Nobody comments.\nAt the end: one thing that helped.\nWe take turns leading it.',
  'Write down the first five minutes as we would like them to go, try it in pairs, and change it after a month. Ask two families what they remember of the first visit and what they would have wished for. Bring what they say to the team meeting, without names, and agree on what we will all do from then on. Look again in spring.',
  '',
];
const supports = ['A buddy, and an hour a month', '', 'Half a day of training in circles', ''];
const outcomes = [
  'People bring relationships to supervision by themselves.',
  'Families tell us that they understood the letter and what we offer.',
  '',
  'Plans show both what has to change and what support there is.',
];
const statusOf = (index: number): Status => (index % 5 === 3 ? 'done' : index % 3 === 1 ? 'doing' : 'todo');

/** That many actions of a living plan; the same ones for the same number. */
export const someActions = (count: number): PlanAction[] =>
  Array.from({ length: count }, (_, index) => {
    const status = statusOf(index);
    const month = String(1 + (index % 12)).padStart(2, '0');
    const isMet = status === 'done' && index % 2 === 1;
    return anAction({
      id: `action-${index}`,
      etag: `e${index}`,
      area: `${areas[index % areas.length]}${index < areas.length ? '' : ` (${index})`}`,
      activities: activities[index % activities.length] ?? '',
      who: [[ayesha], [tom, zoe], [], [zoe]][index % 4] ?? [],
      support: supports[index % supports.length] ?? '',
      dueOn: index % 6 === 5 ? null : `${index % 4 === 3 ? 2027 : 2026}-${month}-${month}`,
      heldUntil: null,
      timescale: index % 4 === 1 ? 'by the end of term' : '',
      outcome: outcomes[index % outcomes.length] ?? '',
      status,
      outcomeMet: isMet ? 'partly' : null,
      outcomeSeen: isMet ? 'Three of us do it every time; it is quickly forgotten when it is busy.' : '',
    });
  });
