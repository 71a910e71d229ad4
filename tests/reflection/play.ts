import { decide, partOf } from '../../bot/reflection/decide.ts';
import type { Event, Ruling } from '../../bot/reflection/events.ts';
import type { Kind, Reflection, Role } from '../../bot/reflection/record.ts';
import { noDraft } from '../../bot/reflection/record.ts';
import { participant } from '../../bot/reflection/stage.ts';
import type { Domain } from '../../bot/reflection/window.ts';

/** The ticks of a press that takes these off. */
export const untick = (items: string[]): Record<string, boolean> =>
  Object.fromEntries(items.map((item) => [item, false]));

/** A reflection played without a server: two people, a fixed clock, one event after another. */

export const sam = '11111111-1111-4111-8111-111111111111';
export const jo = '22222222-2222-4222-8222-222222222222';
export const today = '2026-11-02';
export const now = '2026-11-02T09:30:00.000Z';
export const reflectionId = '33333333-3333-4333-8333-333333333333';

/** Planted words: whoever finds one of them where it must not be has found a leak. */
export const planted = {
  describe: 'plantedDescribe she hides behind her mother',
  why: 'plantedWhy I tell them and they nod',
  balance: 'plantedBalance I chase every appointment',
  change: 'plantedChange ask before telling',
  need: 'plantedNeed an hour with Robin',
  note: 'plantedNote what happens after you leave',
  reply: 'plantedReply it goes quiet',
  what: 'plantedWhat ask them to set the agenda',
  how: 'plantedHow ring them on Tuesday',
  whyDo: 'plantedWhyDo so that it is theirs',
  pointer: 'plantedPointer Monday',
};

export const asked = (over: { kind?: Kind; asker?: Role } = {}): Reflection => {
  const asker = over.asker ?? 'supervisor';
  return {
    id: reflectionId,
    workflow: {
      relationshipId: '44444444-4444-4444-8444-444444444444',
      kind: over.kind ?? 'family',
      meetOn: '2026-11-06',
      createdAt: now,
      touchedAt: now,
      keptUntil: null,
      closedAt: null,
      amendedAt: null,
      askedBy: asker === 'supervisor' ? sam : jo,
      participants: [
        { id: sam, name: 'Sam Okafor', role: 'supervisor', part: 'supervisor' },
        { id: jo, name: 'Jo Bennett', role: 'practitioner', part: 'practitioner' },
      ],
      invitation: { to: asker === 'supervisor' ? jo : sam, status: 'asked', askedAt: now, laterOn: null },
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
    },
    narrative: {
      pointer: planted.pointer,
      answers: {},
      outside: { domain: null, done: false },
      note: null,
      reply: null,
      drafts: { practitioner: noDraft, supervisor: noDraft },
      proposal: null,
      amendment: null,
      lastTime: [],
    },
  };
};

let made = 0;

/** What deciding says of an event that is pressed on the card as it stands now. */
export const ruling = (reflection: Reflection, by: string, event: Event, revision?: number): Ruling => {
  const own = participant(reflection, by)?.part ?? 'practitioner';
  const part = partOf(event, own);
  const press = { event, part, revision: revision ?? reflection.workflow.revisions[part] };
  made += 1;
  return decide(reflection, press, { by, now, today, newId: () => `id-${made}` });
};

/** The reflection after these events; one that is refused fails the test that plays it. */
export const played = (reflection: Reflection, ...events: [string, Event][]): Reflection =>
  events.reduce((state, [by, event]) => {
    const outcome = ruling(state, by, event);
    if (outcome.is !== 'moved') throw new Error(`${event.type}: ${JSON.stringify(outcome)}`);
    return { ...outcome.reflection, workflow: { ...outcome.reflection.workflow, owed: [] } };
  }, reflection);

export const answers = (domain: Domain = 'for'): [string, Event][] => [
  [jo, { type: 'answer', step: 'describe', values: { text: planted.describe }, finish: true }],
  [jo, { type: 'answer', step: 'place', values: { domain }, finish: false }],
  [
    jo,
    {
      type: 'answer',
      step: 'place',
      values: { domain, why: planted.why, support: 'aGreatDeal', challenge: 'aLot', deliberate: 'false' },
      finish: true,
    },
  ],
  [
    jo,
    {
      type: 'answer',
      step: 'balance',
      values: { choice: 'tooMuch', text: planted.balance, guess: 'to' },
      finish: true,
    },
  ],
  [
    jo,
    { type: 'answer', step: 'move', values: { change: planted.change, need: planted.need }, finish: true },
  ],
];

const accept: [string, Event] = [jo, { type: 'accept', kind: 'family' }];
export const anAction = {
  what: planted.what,
  who: jo,
  by: '2026-11-20',
  how: planted.how,
  why: planted.whyDo,
};

/** The stations of the walk prepared before, each built on the one before it. */
export const begun = (): Reflection => played(asked(), accept);
export const answered = (domain?: Domain): Reflection => played(begun(), ...answers(domain));
export const shared = (withheld: string[] = []): Reflection =>
  played(answered(), [jo, { type: 'share', ticks: untick(withheld) }]);
export const placed = (withheld: string[] = []): Reflection =>
  played(shared(withheld), [sam, { type: 'placeOutside', domain: 'with' }]);
export const noted = (): Reflection => played(placed(), [sam, { type: 'note', text: planted.note }]);
export const replied = (): Reflection => played(noted(), [jo, { type: 'reply', text: planted.reply }]);
export const proposed = (): Reflection =>
  played(replied(), [
    jo,
    { type: 'propose', ending: 'actions', draft: { actions: [anAction], lookAgainOn: null } },
  ]);
export const closed = (): Reflection => played(proposed(), [sam, { type: 'agree' }]);
