import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { draw } from '../../bot/reflection/cards/draw.ts';
import { decide, partOf } from '../../bot/reflection/decide.ts';
import type { Event } from '../../bot/reflection/events.ts';
import { itemIds, stepIds } from '../../bot/reflection/questions.ts';
import type { Reflection } from '../../bot/reflection/record.ts';
import { bothIn, participant, standing } from '../../bot/reflection/stage.ts';
import type { Wanted } from '../../bot/reflection/view.ts';
import { viewFor } from '../../bot/reflection/view-for.ts';
import { type Domain, domains } from '../../bot/reflection/window.ts';
import { nodesOf } from '../helpers/cards.ts';
import { asked, jo, now, sam, today, untick } from './play.ts';
import { setting } from './variants.ts';

/** The storyboard's rules over random sequences of presses by both people and a third; seeded, so repeatable. */
const robin = '55555555-5555-4555-8555-555555555555';
const seed = 20_261_122;

const domain = fc.constantFrom(...domains);
const step = fc.constantFrom(...stepIds);
const words = fc.stringMatching(/^[a-z]{6}$/);
const action = fc.record({
  what: words,
  who: fc.constantFrom(jo, sam, robin, null),
  by: fc.constantFrom('2026-11-20', '2026-10-01', 'soon', null),
  how: fc.constantFrom('', 'a line'),
  why: fc.constant(''),
});

const event: fc.Arbitrary<Event> = fc.oneof(
  {
    weight: 20,
    arbitrary: fc.constantFrom<Event>(
      { type: 'accept', kind: 'family' },
      { type: 'later', on: '2026-11-09' },
      { type: 'takeBack' },
      { type: 'askTogether' },
      { type: 'startTogether' },
      { type: 'hearMore' },
      { type: 'withdraw' },
      { type: 'agree' },
      { type: 'share', ticks: {} },
      { type: 'share', ticks: untick(['why', 'describe']) },
    ),
  },
  { weight: 1, arbitrary: fc.constantFrom<Event>({ type: 'decline' }, { type: 'leave' }, { type: 'erase' }) },
  fc.record({ type: fc.constant('answer' as const), step, values: answerValues(), finish: fc.boolean() }),
  fc.record({
    type: fc.constant('answer' as const),
    step,
    values: answerValues(),
    finish: fc.constant(true),
  }),
  fc.record({ type: fc.constant('saveAndShow' as const), step, values: answerValues() }),
  fc.record({ type: fc.constantFrom('markOutside' as const, 'markTogether' as const), domain }),
  fc.record({ type: fc.constantFrom('placeOutside' as const, 'placeTogether' as const), domain }),
  fc.record({ type: fc.constantFrom('note' as const, 'reply' as const), text: words }),
  fc.record({ type: fc.constant('draft' as const), draft: draftOf(0) }),
  fc.record({
    type: fc.constant('propose' as const),
    ending: fc.constantFrom('actions' as const, 'noAction' as const, 'differ' as const),
    draft: draftOf(1),
  }),
);

function draftOf(minLength: number) {
  return fc.record({
    actions: fc.array(action, { minLength, maxLength: 3 }),
    lookAgainOn: fc.constant(null),
  });
}

function answerValues() {
  return fc.record({ domain, text: words, why: words, change: words, need: words });
}

type Move = { by: string; event: Event };
/** A wild event of anybody's, or one of those that a card offers now, so that sequences get somewhere. */
type Draw = Move & { guided: boolean; pick: number; word: string; box: Domain };
const moves: fc.Arbitrary<Draw[]> = fc.array(
  fc.record({
    by: fc.constantFrom(jo, jo, jo, sam, sam, robin),
    event,
    guided: fc.constantFrom(true, true, true, false),
    pick: fc.nat(10_000),
    word: words,
    box: domain,
  }),
  { minLength: 10, maxLength: 60 },
);

const offered = (word: string, box: Domain): Event[] => [
  { type: 'accept', kind: 'network' },
  ...stepIds.map(
    (one): Event => ({
      type: 'answer',
      step: one,
      values: { domain: box, text: word, why: word, change: word, need: word },
      finish: true,
    }),
  ),
  { type: 'share', ticks: untick(['why']) },
  { type: 'startTogether' },
  { type: 'placeTogether', domain: box },
  ...stepIds.map(
    (one): Event => ({
      type: 'saveAndShow',
      step: one,
      values: { text: word, why: word, change: word, need: word },
    }),
  ),
  { type: 'placeOutside', domain: box },
  { type: 'note', text: word },
  { type: 'reply', text: word },
  { type: 'propose', ending: 'differ', draft: { actions: [], lookAgainOn: null } },
  {
    type: 'propose',
    ending: 'actions',
    draft: { actions: [{ what: word, who: jo, by: '2026-11-20', how: '', why: '' }], lookAgainOn: null },
  },
  { type: 'agree' },
];

const moveOf = (state: Reflection, { by, event: wild, guided, pick, word, box }: Draw): Move => {
  const open = guided
    ? offered(word, box).filter((one) => pressOn(state, { by, event: one }).ruling.is === 'moved')
    : [];
  return { by, event: open[pick % Math.max(open.length, 1)] ?? wild };
};

/** What only the fields of the step may hold; a press carries no more than its card has. */
const trimmed = (given: Event): Event => {
  if (given.type !== 'answer' && given.type !== 'saveAndShow') return given;
  const own: Record<string, string[]> = {
    describe: ['text'],
    place: ['domain', 'why'],
    balance: ['text'],
    move: ['change', 'need'],
  };
  const values = Object.entries(given.values).filter(([id]) => own[given.step]?.includes(id));
  return { ...given, values: Object.fromEntries(values) };
};

const pressOn = (state: Reflection, { by, event: given }: Move) => {
  const part = partOf(given, participant(state, by)?.part ?? 'practitioner');
  let made = 0;
  const newId = () => {
    made += 1;
    return `id-${made}`;
  };
  const press = { event: trimmed(given), part, revision: state.workflow.revisions[part] };
  return { press, ruling: decide(state, press, { by, now, today, newId }) };
};

/** Plays the moves and shows each state, with the press that led to it, to the law. */
const played = (list: Draw[], law: (state: Reflection, before: Reflection, move: Move) => void): void => {
  let state = asked();
  for (const drawn of list) {
    const move = moveOf(state, drawn);
    const { ruling } = pressOn(state, move);
    if (ruling.is === 'erased') return;
    if (ruling.is !== 'moved') continue;
    const before = state;
    state = ruling.reflection;
    law(state, before, move);
  }
};

const everyCard: (Wanted | null)[] = [
  null,
  ...stepIds.map((one): Wanted => ({ screen: 'step', step: one, editing: false })),
  { screen: 'read' },
  { screen: 'togetherConfirm' },
  { screen: 'sideBySide' },
  { screen: 'outcome', rows: 2 },
  ...[...itemIds, 'note' as const, 'reply' as const].map((item): Wanted => ({ screen: 'full', item })),
];
const allShown = (state: Reflection, viewer: string): string =>
  JSON.stringify(
    everyCard.map((wanted) => {
      const view = viewFor(state, viewer, wanted);
      return view && draw(view, setting);
    }),
  );

const withPlacement = (state: Reflection, other: Domain): Reflection => {
  const place = state.narrative.answers.place;
  if (place === undefined) return state;
  const answers = {
    ...state.narrative.answers,
    place: { ...place, values: { ...place.values, domain: other } },
  };
  return { ...state, narrative: { ...state.narrative, answers } };
};

const withOutside = (state: Reflection, other: Domain): Reflection =>
  state.narrative.outside.domain === null
    ? state
    : { ...state, narrative: { ...state.narrative, outside: { ...state.narrative.outside, domain: other } } };

const check = (law: Parameters<typeof played>[1], numRuns = 300) =>
  fc.assert(
    fc.property(moves, (list) => played(list, law)),
    { seed, numRuns },
  );

describe('over random presses', () => {
  test('neither can be shown the other’s placement before both are in', () => {
    check((state) => {
      if (bothIn(state)) return;
      for (const other of domains) {
        if (participant(state, sam))
          expect(allShown(withPlacement(state, other), sam)).toBe(allShown(state, sam));
        expect(allShown(withOutside(state, other), jo)).toBe(allShown(state, jo));
      }
    }, 60);
  });

  test('a third person changes nothing and sees nothing', () => {
    check((state, _before, { by }) => {
      expect(by).not.toBe(robin);
      expect(viewFor(state, robin)).toBeNull();
    });
  });

  test('words that were taken are in the record', () => {
    check((state, _before, { event: given }) => {
      const taken = trimmed(given);
      const texts =
        taken.type === 'answer' || taken.type === 'saveAndShow'
          ? Object.entries(taken.values).flatMap(([id, text]) =>
              // A step done together asks for a part of its fields.
              taken.type === 'saveAndShow' && taken.step === 'place' && id === 'domain' ? [] : [text],
            )
          : taken.type === 'note' || taken.type === 'reply'
            ? [taken.text]
            : taken.type === 'draft' || taken.type === 'propose'
              ? taken.draft.actions.map(({ what }) => what)
              : [];
      const kept = JSON.stringify(state.narrative);
      for (const text of texts) expect(kept).toContain(text);
    });
  });

  test('nothing a person has written goes because of the other’s press', () => {
    check((state, before, { by, event: given }) => {
      const { answers, drafts } = before.narrative;
      if (by === sam) expect(state.narrative.answers).toEqual(answers);
      if (given.type === 'agree') return;
      const other = by === sam ? ('practitioner' as const) : ('supervisor' as const);
      expect(state.narrative.drafts[other]).toEqual(drafts[other]);
    });
  });

  test('what the supervisor has read does not change under them', () => {
    check((state, before) => {
      if (!bothIn(before) || !participant(state, sam)) return;
      for (const item of before.workflow.shared) expect(state.workflow.shared).toContain(item);
    });
  });

  test('only the practitioner’s press shares', () => {
    check((state, before, { by }) => {
      if (by === sam) expect(before.workflow.shared).toEqual(expect.arrayContaining(state.workflow.shared));
    });
  });

  test('both hold the same closed record, and only both change it', () => {
    check((state, before, { by, event: given }) => {
      if (state.workflow.closedAt === null) return;
      const [mine, theirs] = [jo, sam].map((person) => viewFor(state, person, { screen: 'sideBySide' }));
      if (mine?.screen !== 'closed' || theirs?.screen !== 'closed') throw new Error('not closed for both');
      expect(mine.proposal).toEqual(theirs.proposal);
      expect(mine.compared).toEqual(theirs.compared);
      if (before.workflow.closedAt === null || state.narrative.proposal === before.narrative.proposal) return;
      expect(given.type).toBe('agree');
      expect(before.narrative.amendment?.by).not.toBe(by);
    });
  });

  test('there is always a card with a way forward for somebody, until it is closed', () => {
    check((state) => {
      const cards = [jo, sam].flatMap((person) => {
        const view = viewFor(state, person);
        return view ? [draw(view, setting)] : [];
      });
      const buttons = cards.flatMap((card) =>
        [...nodesOf(card)].filter((node) => node.type === 'Action.Execute'),
      );
      expect(cards.length).toBeGreaterThan(0);
      if (state.workflow.closedAt === null) expect(buttons.length).toBeGreaterThan(0);
    });
  });

  test('a press delivered a second time changes nothing', () => {
    check((state, before, move) => {
      const { press } = pressOn(before, move);
      const again = decide(state, press, { by: move.by, now, today, newId: () => 'again' });
      expect(again.is).toBe('refused');
    });
  });

  test('the sequences reach every station', () => {
    const seen = new Set<string>();
    check((state) => {
      for (const person of [jo, sam]) if (participant(state, person)) seen.add(standing(state, person));
    });
    expect([...seen].sort()).toEqual(
      [
        'invited',
        'step',
        'read',
        'shared',
        'withPractitioner',
        'outside',
        'togetherPlace',
        'showing',
        'listening',
        'sideBySide',
        'proposed',
        'agreeing',
        'closed',
      ].sort(),
    );
  });
});
