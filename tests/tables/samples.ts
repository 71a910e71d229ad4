import type { Narrative, Owed, Participant, Reflection, Workflow } from '../../bot/reflection/record.ts';
import { noDraft } from '../../bot/reflection/record.ts';

export const practitioner: Participant = {
  id: '11111111-0000-4000-8000-000000000001',
  name: 'Priya Nair',
  role: 'practitioner',
  part: 'practitioner',
};

export const supervisor: Participant = {
  id: '22222222-0000-4000-8000-000000000002',
  name: 'Sam Okoro',
  role: 'supervisor',
  part: 'supervisor',
};

/** A reflection that has just been asked for; only what a case is about is given. */
export const reflection = (
  id: string,
  more: { workflow?: Partial<Workflow>; narrative?: Partial<Narrative> } = {},
): Reflection => ({
  id,
  workflow: {
    relationshipId: `r-${id}`,
    kind: 'family',
    meetOn: '2026-03-09',
    createdAt: '2026-03-02T09:00:00.000Z',
    touchedAt: '2026-03-02T09:00:00.000Z',
    keptUntil: null,
    closedAt: null,
    amendedAt: null,
    askedBy: supervisor.id,
    participants: [practitioner, supervisor],
    invitation: {
      to: practitioner.id,
      status: 'asked',
      askedAt: '2026-03-02T09:00:00.000Z',
      laterOn: null,
    },
    revisions: { practitioner: 0, supervisor: 0, agreement: 0 },
    shared: [],
    withheld: [],
    restKept: false,
    togetherAsked: false,
    toldAloud: false,
    supervisorPlaced: false,
    owed: [],
    posted: [],
    unreached: null,
    ...more.workflow,
  },
  narrative: {
    pointer: 'The Tuesday visits',
    answers: {},
    outside: { domain: null, done: false },
    note: null,
    reply: null,
    drafts: { practitioner: noDraft, supervisor: noDraft },
    proposal: null,
    amendment: null,
    lastTime: [],
    ...more.narrative,
  },
});

export const owed: Owed = {
  id: 'o1',
  to: practitioner.id,
  task: { do: 'post', notice: 'asked', shrinkOld: false },
  claimedAt: '2026-03-02T09:00:00.000Z',
};

export const cardPlace = (number: number) => ({
  serviceUrl: 'https://smba.trafficmanager.net/uk/00000000-0000-0000-0000-000000000000/',
  conversationId: `a:${'1'.repeat(120)}`,
  activityId: String(1_700_000_000_000 + number),
});

/** As much as two people can put into one: every text full, three drafts and actions each, many cards standing. */
export const fullReflection = (id: string): Reflection => {
  const text = '“é😀”'.repeat(250).slice(0, 1_000);
  const action = { what: text, who: practitioner.id, by: '2026-04-01', how: text, why: text };
  const actions = [action, action, action];
  const values = { a: text, b: text, c: text };
  return reflection(id, {
    workflow: {
      withheld: ['balance'],
      shared: ['describe', 'place', 'why'],
      owed: [owed, { ...owed, id: 'o2', task: { do: 'edit' } }],
      posted: Array.from({ length: 400 }, (_, number) => ({
        person: practitioner.id,
        place: cardPlace(number),
        reader: { teamsId: '29:reader', locale: 'en-GB' },
        shrunk: number % 2 === 0,
      })),
      unreached: { person: practitioner.id, since: '2026-03-02T09:00:00.000Z', reason: 'blocked' },
    },
    narrative: {
      answers: {
        describe: { values, done: true },
        place: { values, done: true },
        move: { values, done: false },
      },
      outside: { domain: 'with', done: true },
      note: text,
      reply: text,
      drafts: {
        practitioner: { actions, lookAgainOn: '2027-01-01' },
        supervisor: { actions: [{ ...action, who: null, by: null }, action, action], lookAgainOn: null },
      },
      proposal: { by: supervisor.id, ending: 'actions', actions, lookAgainOn: '2027-01-01' },
      amendment: { by: practitioner.id, ending: 'actions', actions, lookAgainOn: null },
      lastTime: actions,
    },
  });
};
