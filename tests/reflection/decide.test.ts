import { describe, expect, test } from '@jest/globals';
import type { Event } from '../../bot/reflection/events.ts';
import { itemIds } from '../../bot/reflection/questions.ts';
import { noDraft, type Reflection } from '../../bot/reflection/record.ts';
import { bothIn, standing } from '../../bot/reflection/stage.ts';
import {
  anAction,
  answered,
  answers,
  asked,
  begun,
  closed,
  jo,
  noted,
  now,
  placed,
  planted,
  played,
  proposed,
  replied,
  ruling,
  sam,
  shared,
  untick,
} from './play.ts';

const stations = { asked, begun, answered, shared, placed, noted, replied, proposed, closed };
type Station = keyof typeof stations;

const everyEvent: Event[] = [
  { type: 'accept', kind: 'family' },
  { type: 'later', on: '2026-11-09' },
  { type: 'decline' },
  { type: 'leave' },
  { type: 'answer', step: 'describe', values: { text: 'x' }, finish: true },
  { type: 'withhold', ticks: {} },
  { type: 'share', ticks: {} },
  { type: 'takeBack' },
  { type: 'erase' },
  { type: 'markOutside', domain: 'to' },
  { type: 'placeOutside', domain: 'to' },
  { type: 'hearMore' },
  { type: 'note', text: 'x' },
  { type: 'reply', text: 'x' },
  { type: 'draft', draft: { actions: [anAction], lookAgainOn: null } },
  { type: 'propose', ending: 'noAction', draft: { actions: [], lookAgainOn: null } },
  { type: 'withdraw' },
  { type: 'agree' },
  { type: 'retry' },
];

/** What each of the two may decide at each station; everything else is refused. */
const allowed: Record<Station, { jo: Event['type'][]; sam: Event['type'][] }> = {
  asked: { jo: ['accept', 'later', 'decline', 'erase', 'withhold'], sam: ['leave'] },
  begun: { jo: ['answer', 'withhold', 'erase'], sam: ['leave'] },
  answered: { jo: ['answer', 'withhold', 'share', 'erase'], sam: ['leave'] },
  shared: { jo: ['takeBack'], sam: ['markOutside', 'placeOutside', 'hearMore'] },
  placed: { jo: ['draft', 'propose'], sam: ['note', 'draft', 'propose'] },
  noted: { jo: ['reply', 'draft', 'propose'], sam: ['draft', 'propose'] },
  replied: { jo: ['draft', 'propose'], sam: ['draft', 'propose'] },
  proposed: { jo: ['draft', 'propose', 'withdraw'], sam: ['draft', 'propose', 'agree'] },
  closed: { jo: ['draft', 'propose'], sam: ['draft', 'propose'] },
};

describe('who may decide what, and when', () => {
  const cases = (Object.keys(stations) as Station[]).flatMap((station) =>
    (['jo', 'sam'] as const).map((who) => [station, who] as const),
  );
  test.each(cases)('%s: %s', (station, who) => {
    const reflection = stations[station]();
    const may = everyEvent
      .filter((event) => ruling(reflection, who === 'jo' ? jo : sam, event).is !== 'refused')
      .map((event) => event.type);
    expect(may.sort()).toEqual([...allowed[station][who]].sort());
  });

  test('a third person may decide nothing, at any station', () => {
    const robin = '55555555-5555-4555-8555-555555555555';
    for (const station of Object.values(stations)) {
      for (const event of everyEvent) {
        expect(ruling(station(), robin, event)).toMatchObject({ is: 'refused', refusal: 'notYours' });
      }
    }
  });

  test('a button that claims the other person’s piece is refused', () => {
    const forged = { event: { type: 'erase' } as Event, part: 'practitioner' as const, revision: 0 };
    expect(ruling(asked(), sam, forged.event)).toMatchObject({ refusal: 'notNow' });
  });

  test.each(everyEvent.map((event) => [event.type, event] as const))(
    'a %s from an older card is stale and changes nothing',
    (_, event) => {
      for (const station of Object.values(stations)) {
        const reflection = station();
        for (const by of [jo, sam]) {
          expect(ruling(reflection, by, event, 99)).toMatchObject({ is: 'refused', refusal: 'stale' });
        }
      }
    },
  );

  test('a press on my own open step counts although the other’s piece has moved on', () => {
    const reflection = shared();
    const marked = played(reflection, [sam, { type: 'markOutside', domain: 'to' }]);
    expect(ruling(marked, jo, { type: 'takeBack' }, reflection.workflow.revisions.practitioner).is).toBe(
      'moved',
    );
  });
});

describe('the invitation', () => {
  test('start: the practitioner chooses the kind, and the asker’s card is brought up to date', () => {
    const outcome = ruling(asked(), jo, { type: 'accept', kind: 'network' });
    expect(outcome).toMatchObject({
      is: 'moved',
      reflection: {
        workflow: {
          kind: 'network',
          invitation: { status: 'accepted' },
          owed: [{ to: sam, task: { do: 'edit' } }],
        },
      },
    });
  });

  test('a supervisor who is asked cannot change the kind', () => {
    const outcome = ruling(asked({ asker: 'practitioner' }), sam, { type: 'accept', kind: 'network' });
    expect(outcome).toMatchObject({ reflection: { workflow: { kind: 'family' } } });
  });

  test('another time: the day is kept and the asker is owed nothing', () => {
    const outcome = ruling(asked(), jo, { type: 'later', on: '2026-11-09' });
    expect(outcome).toMatchObject({
      reflection: { workflow: { invitation: { status: 'later', laterOn: '2026-11-09' }, owed: [] } },
    });
  });

  test.each([
    [undefined, 'needed'],
    ['2026-02-30', 'notADay'],
    ['2026-10-01', 'pastDay'],
  ])('another time on %j: %s', (on, problem) => {
    expect(ruling(asked(), jo, { type: 'later', on })).toMatchObject({
      refusal: 'invalid',
      faults: [{ field: 'laterOn', problem }],
    });
  });

  test('not this time keeps nothing', () => {
    expect(ruling(asked(), jo, { type: 'decline' })).toEqual({ is: 'erased' });
  });

  test('a supervisor who goes leaves the practitioner’s words to the practitioner alone', () => {
    const outcome = ruling(answered(), sam, { type: 'leave' });
    expect(outcome).toMatchObject({
      is: 'moved',
      reflection: {
        workflow: { participants: [{ id: jo }], owed: [{ to: sam, task: { do: 'edit' } }] },
        narrative: { answers: { describe: { values: { text: planted.describe } } } },
      },
    });
  });

  test('a supervisor who goes before anything is written leaves nothing', () => {
    expect(ruling(asked(), sam, { type: 'leave' })).toEqual({ is: 'erased' });
  });

  test('a practitioner who asked may start before the supervisor has answered', () => {
    const alone = asked({ asker: 'practitioner' });
    expect(standing(alone, jo)).toBe('step');
    expect(standing(alone, sam)).toBe('invited');
    const done = played(alone, ...answers());
    expect(standing(played(done, [jo, { type: 'share', ticks: {} }]), sam)).toBe('outside');
  });
});

describe('the steps', () => {
  const place = (values: Record<string, string>, finish: boolean): Event => ({
    type: 'answer',
    step: 'place',
    values,
    finish,
  });

  test('only the placement is required', () => {
    const blank = (step: 'describe' | 'balance' | 'move'): Event => ({
      type: 'answer',
      step,
      values: {},
      finish: true,
    });
    for (const step of ['describe', 'balance', 'move'] as const) {
      expect(ruling(begun(), jo, blank(step)).is).toBe('moved');
    }
    expect(ruling(begun(), jo, place({}, true))).toMatchObject({
      refusal: 'invalid',
      faults: [{ field: 'place.domain', problem: 'needed' }],
    });
  });

  test('a tap marks; the first Next shows the window grown; the second confirms', () => {
    const tapped = played(begun(), [jo, place({ domain: 'to' }, false)]);
    expect(tapped.narrative.answers.place).toMatchObject({ values: { domain: 'to' }, done: false });
    const chosen = played(begun(), [jo, place({ domain: 'to' }, true)]);
    expect(chosen.narrative.answers.place?.done).toBe(false);
    expect(played(chosen, [jo, place({ domain: 'to' }, true)]).narrative.answers.place?.done).toBe(true);
  });

  test('a finished placement that is changed to TO is asked whether that is deliberate', () => {
    const changed = played(answered('with'), [jo, place({ domain: 'to' }, true)]);
    expect(changed.narrative.answers.place?.done).toBe(false);
  });

  test('a field that stood on the card and did not come back was emptied; the mark was not', () => {
    const emptied = played(answered(), [jo, place({}, false)]);
    expect(emptied.narrative.answers.place?.values).toMatchObject({ domain: 'for', why: '', support: '' });
  });

  test.each([
    ['next', true],
    ['back or save', false],
  ])('an over-long text is refused on %s', (_, finish) => {
    const event: Event = { type: 'answer', step: 'describe', values: { text: 'x'.repeat(1001) }, finish };
    expect(ruling(begun(), jo, event)).toMatchObject({
      faults: [{ field: 'describe.text', problem: 'tooLong' }],
    });
  });

  test('back and save keep what was typed without finishing the step', () => {
    const event: Event = { type: 'answer', step: 'describe', values: { text: 'half' }, finish: false };
    const state = played(begun(), [jo, event]);
    expect(state.narrative.answers.describe).toEqual({ values: { text: 'half' }, done: false });
    expect(standing(state, jo)).toBe('step');
  });
});

describe('sharing', () => {
  test('the placement goes with every sharing, every text by choice', () => {
    const all = [...itemIds];
    expect(shared().workflow.shared).toEqual(all);
    expect(shared(all).workflow.shared).toEqual(['place']);
  });

  test('it is the supervisor’s turn then, and they are told so', () => {
    expect(ruling(answered(), jo, { type: 'share', ticks: {} })).toMatchObject({
      reflection: {
        workflow: { owed: [{ to: sam, task: { do: 'post', notice: 'yourTurn', shrinkOld: true } }] },
      },
    });
  });

  test('what was unticked stays unticked through an edit and a taking back', () => {
    const state = played(answered(), [jo, { type: 'withhold', ticks: untick(['why']) }]);
    expect(state.workflow.withheld).toEqual(['why']);
    expect(played(shared(['why']), [jo, { type: 'takeBack' }]).workflow.withheld).toEqual(['why']);
  });

  test('not before every step was seen', () => {
    expect(ruling(begun(), jo, { type: 'share', ticks: {} })).toMatchObject({ refusal: 'notNow' });
  });

  test('taken back, the supervisor’s window is shut again', () => {
    const back = played(shared(), [sam, { type: 'markOutside', domain: 'to' }], [jo, { type: 'takeBack' }]);
    expect(standing(back, sam)).toBe('withPractitioner');
    expect(ruling(back, sam, { type: 'placeOutside', domain: 'to' })).toMatchObject({ refusal: 'notNow' });
  });

  test('not once the supervisor has placed', () => {
    expect(ruling(placed(), jo, { type: 'takeBack' })).toMatchObject({ refusal: 'notNow' });
  });
});

describe('the supervisor’s placement', () => {
  test('both are in, and the practitioner is told', () => {
    const outcome = ruling(shared(), sam, { type: 'placeOutside', domain: 'with' });
    expect(outcome).toMatchObject({
      reflection: { workflow: { owed: [{ to: jo, task: { notice: 'bothIn' } }] } },
    });
  });

  test('hearing more first counts as placed, without a box', () => {
    const state = played(shared(), [sam, { type: 'hearMore' }]);
    expect(bothIn(state)).toBe(true);
    expect(state.narrative.outside).toEqual({ domain: null, done: true });
  });

  test('a mark is not yet a placement', () => {
    const state = played(shared(), [sam, { type: 'markOutside', domain: 'to' }]);
    expect(bothIn(state)).toBe(false);
    expect(ruling(state, sam, { type: 'placeOutside', domain: null })).toMatchObject({
      faults: [{ field: 'outside.domain', problem: 'needed' }],
    });
  });
});

describe('agreeing', () => {
  const propose = (...actions: Partial<typeof anAction>[]): Event => ({
    type: 'propose',
    ending: 'actions',
    draft: { actions: actions.map((action) => ({ ...anAction, ...action })), lookAgainOn: null },
  });

  test.each([
    [{ what: '' }, 'what0', 'needed'],
    [{ who: 'somebody-else' }, 'who0', 'needed'],
    [{ by: '2026-02-30' }, 'by0', 'notADay'],
    [{ by: '2026-11-01' }, 'by0', 'pastDay'],
    [{ what: 'x'.repeat(201) }, 'what0', 'tooLong'],
    [{ how: 'x'.repeat(201) }, 'how0', 'tooLong'],
  ])('an action with %j: %s %s', (change, field, problem) => {
    expect(ruling(placed(), jo, propose(change))).toMatchObject({
      refusal: 'invalid',
      faults: [{ field, problem }],
    });
  });

  test('an action without a day', () => {
    const event: Event = {
      type: 'propose',
      ending: 'actions',
      draft: { actions: [{ ...anAction, by: null }], lookAgainOn: null },
    };
    expect(ruling(placed(), jo, event)).toMatchObject({ faults: [{ field: 'by0', problem: 'needed' }] });
  });

  test('how and why may stay blank, and blank rows behind the first are left out', () => {
    const blank = { what: '', who: null, by: null, how: '', why: '' };
    const event: Event = {
      type: 'propose',
      ending: 'actions',
      draft: { actions: [{ ...anAction, how: '', why: '' }, blank], lookAgainOn: null },
    };
    expect(played(placed(), [sam, event]).narrative.proposal?.actions).toHaveLength(1);
  });

  test.each(['noAction', 'differ'] as const)(
    '%s is an equal ending: proposed by one, agreed by the other',
    (ending) => {
      const state = played(placed(), [
        sam,
        { type: 'propose', ending, draft: { actions: [], lookAgainOn: null } },
      ]);
      expect(ruling(state, sam, { type: 'agree' })).toMatchObject({ refusal: 'notNow' });
      const done = played(state, [jo, { type: 'agree' }]);
      expect(done.workflow.closedAt).toBe(now);
      expect(done.narrative.proposal).toMatchObject({ ending, actions: [] });
    },
  );

  test('a change needs both again', () => {
    const state = proposed();
    const changed = played(state, [sam, propose({ what: 'something smaller' })]);
    expect(changed.narrative.proposal).toMatchObject({ by: sam, actions: [{ what: 'something smaller' }] });
    expect(ruling(changed, sam, { type: 'agree' })).toMatchObject({ refusal: 'notNow' });
    expect(ruling(changed, jo, { type: 'agree' }, state.workflow.revisions.agreement)).toMatchObject({
      refusal: 'stale',
    });
  });

  test('a withdrawn proposal leaves its words with its writer', () => {
    const state = played(proposed(), [jo, { type: 'withdraw' }]);
    expect(state.narrative.proposal).toBeNull();
    expect(state.narrative.drafts.practitioner.actions).toMatchObject([{ what: planted.what }]);
  });

  test('closing redraws the proposer, who cannot be typing, and clears unfinished drafts', () => {
    const outcome = ruling(proposed(), sam, { type: 'agree' });
    expect(outcome).toMatchObject({
      reflection: {
        workflow: { owed: [{ to: jo, task: { do: 'edit' } }] },
        narrative: { drafts: { practitioner: noDraft, supervisor: noDraft } },
      },
    });
  });
});

describe('amending', () => {
  const smaller: Event = {
    type: 'propose',
    ending: 'actions',
    draft: { actions: [{ ...anAction, what: 'something smaller' }], lookAgainOn: '2026-12-01' },
  };

  test('a closed record is changed by both, and by nothing less', () => {
    const offered = played(closed(), [sam, smaller]);
    expect(offered.narrative.proposal?.actions[0]?.what).toBe(planted.what);
    expect(offered.workflow.amendedAt).toBeNull();
    expect(ruling(offered, sam, { type: 'agree' })).toMatchObject({ refusal: 'notNow' });
    const changed = played(offered, [jo, { type: 'agree' }]);
    expect(changed.narrative).toMatchObject({
      proposal: { actions: [{ what: 'something smaller' }], lookAgainOn: '2026-12-01' },
      amendment: null,
    });
    expect(changed.workflow).toMatchObject({ closedAt: closed().workflow.closedAt, amendedAt: now });
  });

  test('a change that is withdrawn leaves the record as it was', () => {
    const back = played(closed(), [sam, smaller], [sam, { type: 'withdraw' }]);
    expect(back.narrative.amendment).toBeNull();
    expect(back.narrative.proposal?.actions[0]?.what).toBe(planted.what);
  });

  test('nothing but what was agreed can be changed', () => {
    const event: Event = { type: 'answer', step: 'describe', values: { text: 'other' }, finish: true };
    expect(ruling(closed(), jo, event)).toMatchObject({ refusal: 'notNow' });
    expect(ruling(closed(), sam, { type: 'note', text: 'late' })).toMatchObject({ refusal: 'notNow' });
  });

  test('a day to look again is a real day to come', () => {
    const wrong: Event = {
      type: 'propose',
      ending: 'differ',
      draft: { actions: [], lookAgainOn: '2020-01-01' },
    };
    expect(ruling(placed(), jo, wrong)).toMatchObject({
      faults: [{ field: 'lookAgainOn', problem: 'pastDay' }],
    });
  });
});

test('deciding leaves the given reflection as it was', () => {
  const before = answered();
  const copy: Reflection = structuredClone(before);
  ruling(before, jo, { type: 'share', ticks: {} });
  expect(before).toEqual(copy);
});
