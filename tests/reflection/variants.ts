import type { Setting } from '../../bot/reflection/cards/frame.ts';
import type { Reflection } from '../../bot/reflection/record.ts';
import type { Wanted } from '../../bot/reflection/view.ts';
import { enGB } from '../../bot/words/en-GB.ts';
import {
  anAction,
  answered,
  answers,
  asked,
  begun,
  closed,
  jo,
  noted,
  placed,
  planted,
  played,
  proposed,
  replied,
  sam,
  shared,
  today,
  untick,
} from './play.ts';

/** Every card of a reflection that somebody can be shown, by a name for its snapshot. */
export type Variant = { name: string; reflection: Reflection; viewer: string; wanted: Wanted | null };

export const setting: Setting = { words: enGB, today, timeZone: 'Europe/London', keepMonths: 12 };

const step = (name: 'describe' | 'place' | 'balance' | 'move', editing = false): Wanted => ({
  screen: 'step',
  step: name,
  editing,
});

const tapped = (domain: 'to' | 'with'): Reflection =>
  played(begun(), [jo, { type: 'answer', step: 'place', values: { domain }, finish: false }]);

const deliberate = (): Reflection =>
  played(answered('to'), [
    jo,
    { type: 'answer', step: 'place', values: { domain: 'to', deliberate: 'true' }, finish: true },
  ]);

const left = (): Reflection => played(answered(), [sam, { type: 'leave' }]);

const missed = (reflection: Reflection, person: string): Reflection => ({
  ...reflection,
  workflow: {
    ...reflection.workflow,
    unreached: { person, since: '2026-11-02T09:31:00.000Z', reason: 'notInstalled' },
  },
});

/** Together now, from the telling to the last step. */
const told = (): Reflection => played(begun(), [jo, { type: 'startTogether' }]);
const toldAndPlaced = (): Reflection => played(told(), [jo, { type: 'placeTogether', domain: 'for' }]);
const showing = (steps: number): Reflection =>
  (['place', 'balance', 'move'] as const).slice(0, steps).reduce(
    (state, step) =>
      played(state, [
        jo,
        {
          type: 'saveAndShow',
          step,
          values: { why: planted.why, choice: 'tooMuch', text: planted.balance },
        },
      ]),
    played(toldAndPlaced(), [sam, { type: 'placeOutside', domain: 'to' }]),
  );
const askedTogether = (): Reflection => played(asked(), [sam, { type: 'askTogether' }]);

const amending = (): Reflection =>
  played(closed(), [
    jo,
    {
      type: 'propose',
      ending: 'actions',
      draft: { actions: [{ ...anAction, what: 'Ring first' }], lookAgainOn: '2026-12-21' },
    },
  ]);
const lastTime = (): Reflection => {
  const { workflow, narrative, id } = begun();
  return {
    id,
    workflow,
    narrative: { ...narrative, lastTime: [anAction, { ...anAction, what: 'Ring first' }] },
  };
};
const lastTimeAnswered = (): Reflection => {
  const state = played(lastTime(), ...answers());
  const describe = { values: { text: '', last0: 'partly', last1: 'noLonger' }, finish: true };
  return played(state, [jo, { type: 'answer', step: 'describe', ...describe }]);
};

const ending = (which: 'noAction' | 'differ'): Reflection =>
  played(
    placed(),
    [sam, { type: 'propose', ending: which, draft: { actions: [], lookAgainOn: null } }],
    [jo, { type: 'agree' }],
  );

/** The fullest record there can be: every text at its limit, in characters that take three bytes each. */
export const fullest = (): Reflection => {
  const long = '—'.repeat(999);
  const line = '—'.repeat(199);
  const state = played(
    begun(),
    [jo, { type: 'answer', step: 'describe', values: { text: long }, finish: true }],
    [jo, { type: 'answer', step: 'place', values: { domain: 'to' }, finish: false }],
    [
      jo,
      {
        type: 'answer',
        step: 'place',
        values: {
          domain: 'to',
          why: long,
          support: 'aGreatDeal',
          challenge: 'hardlyAny',
          deliberate: 'true',
        },
        finish: true,
      },
    ],
    [
      jo,
      {
        type: 'answer',
        step: 'balance',
        values: { choice: 'bitOfBoth', text: long, guess: 'with' },
        finish: true,
      },
    ],
    [jo, { type: 'answer', step: 'move', values: { change: long, need: long }, finish: true }],
  );
  const talked = played(
    state,
    [jo, { type: 'share', ticks: {} }],
    [sam, { type: 'placeOutside', domain: 'to' }],
    [sam, { type: 'note', text: long }],
    [jo, { type: 'reply', text: long }],
  );
  const action = { what: line, who: jo, by: '2026-12-24', how: line, why: line };
  return played(
    talked,
    [sam, { type: 'draft', draft: { actions: [action, action, action], lookAgainOn: null } }],
    [
      jo,
      { type: 'propose', ending: 'actions', draft: { actions: [action, action, action], lookAgainOn: null } },
    ],
  );
};

const one = (
  name: string,
  reflection: Reflection,
  viewer: string,
  wanted: Wanted | null = null,
): Variant => ({
  name,
  reflection,
  viewer,
  wanted,
});

export const variants = (): Variant[] => [
  one('invitation to a practitioner', asked(), jo),
  one('invitation put off', played(asked(), [jo, { type: 'later', on: '2026-11-09' }]), jo),
  one('invitation to a supervisor', asked({ asker: 'practitioner' }), sam),
  one('supervisor: asked', asked(), sam),
  one('supervisor: not reached', missed(asked(), jo), sam),
  one('supervisor: with the practitioner', begun(), sam),
  ...(['family', 'network'] as const).flatMap((kind) => {
    const open = played(asked({ kind }), [jo, { type: 'accept', kind }]);
    return (['describe', 'place', 'balance', 'move'] as const).map((name) =>
      one(`${kind}: ${name}`, open, jo, step(name)),
    );
  }),
  one('place, grown after TO', tapped('to'), jo, step('place')),
  one('place, grown after WITH', tapped('with'), jo, step('place')),
  one('place, editing', answered(), jo, step('place', true)),
  one('move, from TO on purpose', deliberate(), jo, step('move')),
  one('move, from FOR', answered('for'), jo, step('move')),
  one('move, from NOT', answered('not'), jo, step('move')),
  one('move, already WITH', answered('with'), jo, step('move')),
  one('saved', begun(), jo, { screen: 'saved' }),
  one('read through', answered(), jo),
  one(
    'read through, something unticked',
    played(answered(), [jo, { type: 'withhold', ticks: untick(['why']) }]),
    jo,
  ),
  one('read through, alone', left(), jo),
  one('a step, alone', left(), jo, step('describe', true)),
  one('shared', shared(), jo),
  one('shared, not reached', missed(shared(), sam), jo),
  one('from outside', shared(), sam),
  one('from outside, told aloud', shared(['describe']), sam),
  one('from outside, marked', played(shared(), [sam, { type: 'markOutside', domain: 'not' }]), sam),
  one('invitation to do it together', askedTogether(), jo),
  one('supervisor: has asked to do it together', askedTogether(), sam),
  one('together: what it shares', answered(), jo, { screen: 'togetherConfirm' }),
  one('together: what it shares, told aloud', begun(), jo, { screen: 'togetherConfirm' }),
  one('together: place', told(), jo),
  one('together: from outside', told(), sam),
  one('together: placed, waiting', toldAndPlaced(), jo),
  ...[0, 1, 2].flatMap((steps) => [
    one(`together: showing, step ${steps + 1}`, showing(steps), jo),
    one(`together: listening, step ${steps + 1}`, showing(steps), sam),
  ]),
  one('side by side: practitioner', placed(), jo),
  one('side by side: supervisor', placed(), sam),
  one('side by side, heard more first', played(shared(), [sam, { type: 'hearMore' }]), jo),
  one(
    'side by side, only the placement shared',
    placed(['describe', 'why', 'amounts', 'balance', 'guess', 'change', 'need']),
    sam,
  ),
  one('side by side, a note to answer', noted(), jo),
  one('side by side, answered', replied(), sam),
  one('one text in full', replied(), sam, { screen: 'full', item: 'why' }),
  one('one thing to do', placed(), jo, { screen: 'outcome', rows: 1 }),
  one('three things to do', placed(), sam, { screen: 'outcome', rows: 3 }),
  one('change a proposal', proposed(), sam, { screen: 'outcome', rows: 1 }),
  one('proposed', proposed(), jo),
  one('something to agree', proposed(), sam),
  one(
    'something to agree: no action',
    played(placed(), [
      sam,
      { type: 'propose', ending: 'noAction', draft: { actions: [], lookAgainOn: null } },
    ]),
    jo,
  ),
  one('closed: practitioner', closed(), jo),
  one('closed: supervisor', closed(), sam),
  one('closed with no action', ending('noAction'), jo),
  one('closed, seen differently', ending('differ'), sam),
  one('change what was agreed', closed(), jo, { screen: 'outcome', rows: 1 }),
  one('a change proposed', amending(), jo),
  one('a change to agree', amending(), sam),
  one('closed, changed', played(amending(), [sam, { type: 'agree' }]), sam),
  one('last time in view', lastTime(), jo, step('describe')),
  one('last time read through', lastTimeAnswered(), jo),
  one(
    'supervisor: untouched, with a day',
    { ...begun(), workflow: { ...begun().workflow, keptUntil: '2027-01-31' } },
    jo,
  ),
  one('fullest read through', fullestDraft(), jo),
  one('fullest side by side', { ...fullest(), narrative: { ...fullest().narrative, proposal: null } }, sam),
  one('fullest one thing to do', fullest(), sam, { screen: 'outcome', rows: 3 }),
  one('fullest agreement', fullest(), sam),
  one('fullest text', fullest(), sam, { screen: 'full', item: 'describe' }),
  one('fullest closed', played(fullest(), [sam, { type: 'agree' }]), sam),
];

const fullestDraft = (): Reflection => {
  const { workflow, narrative, ...rest } = fullest();
  return {
    ...rest,
    workflow: { ...workflow, shared: [], supervisorPlaced: false },
    narrative: {
      ...narrative,
      proposal: null,
      note: null,
      reply: null,
      outside: { domain: null, done: false },
    },
  };
};

export const plantedWords: string[] = Object.values(planted).map((text) => text.split(' ')[0] ?? text);
