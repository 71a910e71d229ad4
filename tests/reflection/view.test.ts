import { describe, expect, test } from '@jest/globals';
import { draw } from '../../bot/reflection/cards/draw.ts';
import { stateOf } from '../../bot/reflection/cards/mine.ts';
import { itemIds } from '../../bot/reflection/questions.ts';
import type { Reflection } from '../../bot/reflection/record.ts';
import type { Wanted } from '../../bot/reflection/view.ts';
import { viewFor } from '../../bot/reflection/view-for.ts';
import { domains } from '../../bot/reflection/window.ts';
import { answered, answers, asked, begun, closed, jo, placed, planted, played, sam, shared } from './play.ts';
import { setting } from './variants.ts';

/** Every card that anybody could ask for by a press. */
const everything: (Wanted | null)[] = [
  null,
  ...(['describe', 'place', 'balance', 'move'] as const).map(
    (step): Wanted => ({ screen: 'step', step, editing: false }),
  ),
  { screen: 'read' },
  { screen: 'saved' },
  { screen: 'sideBySide' },
  { screen: 'outcome', rows: 3 },
  ...[...itemIds, 'note' as const, 'reply' as const].map((item): Wanted => ({ screen: 'full', item })),
];

/** All that a person could be shown of it, by any press, as text. */
const allShown = (reflection: Reflection, viewer: string): string =>
  everything
    .map((wanted) => {
      const view = viewFor(reflection, viewer, wanted);
      return view === null ? '' : JSON.stringify([view, draw(view, setting), stateOf(view, setting)]);
    })
    .join('\n');

describe('what the supervisor may see before both placements are in', () => {
  test('nothing at all depends on what the practitioner wrote, until it is shared', () => {
    const blank = allShown(begun(), sam);
    for (const domain of domains) {
      for (let steps = 1; steps <= answers().length; steps += 1) {
        const writing = played(begun(), ...answers(domain).slice(0, steps));
        // The practitioner's revision is not the supervisor's to see either.
        expect(allShown(writing, sam)).toBe(blank);
      }
    }
  });

  test('once shared, nothing but the description depends on it', () => {
    const [first, ...others] = domains.map((domain) =>
      allShown(played(begun(), ...answers(domain), [jo, { type: 'share', ticks: {} }]), sam),
    );
    for (const other of others) expect(other).toBe(first);
    expect(first).toContain(planted.describe);
    for (const secret of ['why', 'balance', 'change', 'need'] as const)
      expect(first).not.toContain(planted[secret]);
  });

  test('a description that is not ticked is not shown', () => {
    expect(allShown(shared(['describe']), sam)).not.toContain(planted.describe);
  });

  test('before sharing they see one of three states and nothing finer', () => {
    const states = [asked(), begun(), answered()].map((reflection) => {
      const view = viewFor(reflection, sam);
      return view && stateOf(view, setting);
    });
    expect(states).toEqual(['Jo Bennett has been asked', 'with Jo Bennett', 'with Jo Bennett']);
  });

  test('a day chosen under "another time" is not told to the asker', () => {
    const later = played(asked(), [jo, { type: 'later', on: '2026-11-09' }]);
    expect(allShown(later, sam)).toBe(allShown(asked(), sam));
  });
});

describe('what the practitioner may see before both placements are in', () => {
  test('nothing depends on the box that the supervisor has marked', () => {
    const unmarked = allShown(shared(), jo);
    for (const domain of domains) {
      const marked = played(shared(), [sam, { type: 'markOutside', domain }]);
      expect(allShown(marked, jo)).toBe(unmarked);
    }
  });
});

describe('once both are in', () => {
  test('both see the same comparison', () => {
    const [mine, theirs] = [jo, sam].map((viewer) => viewFor(placed(), viewer));
    expect(mine?.screen === 'sideBySide' && mine.compared).toEqual(
      theirs?.screen === 'sideBySide' && theirs.compared,
    );
  });

  test.each([
    ['describe', planted.describe],
    ['why', planted.why],
    ['balance', planted.balance],
    ['change', planted.change],
    ['need', planted.need],
    ['amounts', 'Support: a great deal'],
  ])('%s that was left unticked stays on the practitioner’s copy alone', (item, words) => {
    expect(allShown(placed([item]), sam).includes(words)).toBe(false);
    expect(allShown(placed(), sam).includes(words)).toBe(true);
  });

  test('a draft of an action is its writer’s alone', () => {
    const action = { what: planted.what, who: null, by: null, how: '', why: '' };
    const state = played(placed(), [sam, { type: 'draft', draft: { actions: [action], lookAgainOn: null } }]);
    expect(allShown(state, sam)).toContain(planted.what);
    expect(allShown(state, jo)).not.toContain(planted.what);
  });
});

test('a third person sees nothing at any station', () => {
  const robin = '55555555-5555-4555-8555-555555555555';
  for (const reflection of [asked(), begun(), answered(), shared(), placed(), closed()]) {
    for (const wanted of everything) expect(viewFor(reflection, robin, wanted)).toBeNull();
  }
});

test('a reflection saved under an older list of questions still opens', () => {
  const older = answered();
  const { move: _gone, ...rest } = older.narrative.answers;
  const changed: Reflection = {
    ...older,
    narrative: { ...older.narrative, answers: { ...rest, forgotten: { values: { text: 'x' }, done: true } } },
  };
  expect(viewFor(changed, jo)).toMatchObject({ screen: 'step', step: 'move' });
});
