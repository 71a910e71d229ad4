import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { actionFields, historyKinds, outcomesMet, statuses } from '../../bot/plan/contract.ts';
import type { PlanDesk } from '../../bot/plan/desk.ts';
import type { Action } from '../../bot/plan/record.ts';
import { ann, ben, cat, deskOn, eve, gus, planWorld, refused, team } from '../helpers/plan-world.ts';

/** What must hold whatever anybody does, over random sequences of requests; seeded, so repeatable. */
const settings = { seed: 20_261_122, numRuns: 200 };

const word = fc.constantFrom('', 'a', 'some words');
const mostly = <T, U>(common: fc.Arbitrary<T>, rare: fc.Arbitrary<U>) =>
  fc.oneof({ weight: 15, arbitrary: common }, { weight: 1, arbitrary: rare });
const who = mostly(fc.subarray([ann, ben, cat]), fc.constant([gus, eve])).map((ids) =>
  ids.map((id) => ({ id })),
);
const draft = fc.record(
  {
    area: mostly(fc.constantFrom('a', 'b'), fc.constant('')),
    activities: word,
    who,
    support: word,
    dueOn: mostly(fc.constantFrom('2026-11-03', '2026-12-01', null), fc.constant('soon')),
    timescale: word,
    outcome: word,
    status: fc.constantFrom(...statuses),
    outcomeMet: fc.constantFrom(...outcomesMet, null),
    outcomeSeen: word,
  },
  { requiredKeys: [] },
);

/** `pick` chooses an action of those that there are, `isOld` sends a tag that is out of date. */
const request = fc.record({
  what: fc.constantFrom(
    'add',
    'add',
    'change',
    'change',
    'change',
    'remove',
    'restore',
    'hold',
    'hold',
    'ask',
    'offer',
    'set',
    'roster',
    'day',
  ),
  by: mostly(fc.constantFrom(ann, ann, ben, cat), fc.constantFrom(gus, eve)),
  draft,
  key: mostly(fc.constant(null), fc.constantFrom('k1', 'k2')),
  pick: fc.nat(1_000),
  isOld: mostly(fc.constant(false), fc.constant(true)),
  gone: fc.constantFrom(null, ben, cat),
});
type Request = typeof request extends fc.Arbitrary<infer T> ? T : never;

const play = (world: ReturnType<typeof planWorld>, desk: PlanDesk) => {
  const people = world.access.places.get(team)?.people;
  const roster = new Map(people);
  return async (given: Request): Promise<object | string | null> => {
    const { what, by, pick, isOld, key } = given;
    const actions = world.store.actions(team);
    const action = actions.length > 0 ? actions[pick % actions.length] : undefined;
    const id = action?.id ?? 'none';
    const etag = isOld ? 'old' : (action?.change ?? '');
    const facts = world.store.plan(team)?.factsChange ?? 'new';
    switch (what) {
      case 'add':
        return desk.add(by, team, { area: 'a', ...given.draft }, key);
      case 'change':
        return desk.change(by, team, id, given.draft, etag);
      case 'remove':
        return desk.remove(by, team, id, etag);
      case 'restore':
        return desk.restore(by, team, id);
      case 'hold':
        return desk.hold(
          by,
          team,
          id,
          [null, '2026-12-18', '2027-01-20', '2026-11-01'][pick % 4] ?? null,
          etag,
        );
      case 'ask':
        return desk.askForHelp(by, team, id);
      case 'offer':
        return desk.offerHelp(by, team, id);
      case 'set':
        return desk.set(
          by,
          team,
          { name: `N${pick % 3}`, managers: given.draft.who ?? [] },
          isOld ? 'old' : facts,
        );
      case 'roster':
        for (const [person, answer] of roster) people?.set(person, answer);
        if (given.gone) people?.delete(given.gone);
        await desk.rosterChanged(team);
        return null;
      default:
        world.clock.now = new Date(Date.parse(world.clock.now) + 86_400_000 * (pick % 9)).toISOString();
        return null;
    }
  };
};

const contentOf = (action: Action) => actionFields.map((field) => [field, action[field]] as const);
const helpKinds = ['askedForHelp', 'offeredHelp'];
const kept = (world: ReturnType<typeof planWorld>) => ({
  plan: world.store.plan(team),
  actions: new Map(world.store.actions(team).map((action) => [action.id, action])),
  entries: world.store.entries(team),
});
const expectCounted = ({ plan, actions }: ReturnType<typeof kept>) => {
  const standing = [...actions.values()].filter(({ removed }) => removed === null);
  expect(plan?.actions ?? 0).toBe(standing.length);
  expect(plan?.open ?? 0).toBe(standing.filter(({ status }) => status !== 'done').length);
};

describe('whatever people do one after another', () => {
  test('counts are right, others’ actions stay as they are, and the history names what was changed', async () => {
    let granted = 0;
    const happened = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.array(request, { minLength: 5, maxLength: 40 }), async (requests) => {
        const world = planWorld();
        const go = play(world, world.desk);
        for (const given of requests) {
          const before = structuredClone(kept(world));
          const answer = await go(given);
          const after = kept(world);
          expectCounted(after);
          if (answer !== null && refused(answer) !== null) {
            expect(after).toEqual(before);
            if (given.by === eve) expect(answer).toEqual({ refused: 'outside' });
            continue;
          }
          expect([eve, gus].includes(given.by) && answer !== null).toBe(false);
          granted += answer === null ? 0 : 1;

          const changed = [...after.actions.values()].filter(
            (action) => JSON.stringify(action) !== JSON.stringify(before.actions.get(action.id)),
          );
          const lines = after.entries.slice(before.entries.length);
          for (const { what } of lines) happened.add(what);
          expect(after.entries.slice(0, before.entries.length)).toEqual(before.entries);
          expect(before.actions.size <= after.actions.size && changed.length <= 1).toBe(true);
          const [action] = changed;
          if (action === undefined) {
            expect(lines.every(({ about, what }) => (about !== null) === helpKinds.includes(what))).toBe(
              true,
            );
            expect(lines.length <= 1).toBe(true);
            continue;
          }
          // One action, one line, which names every field that differs and no other.
          const was = new Map<string, unknown>(contentOf(before.actions.get(action.id) ?? blankOf(action)));
          const differing = contentOf(action)
            .filter(([field, value]) => !isSame(was.get(field), value))
            .map(([field]) => field);
          expect(lines).toMatchObject([{ about: action.id, fields: differing, by: { id: given.by } }]);
          expect(action.status === 'done' && action.heldUntil !== null).toBe(false);
          expect(after.plan?.change).toBe(action.change);
          expect(action.change).not.toBe(before.actions.get(action.id)?.change);
          const [line] = lines;
          for (const [field, pair] of Object.entries(line?.moved ?? {})) {
            const from =
              field === 'heldUntil' ? (before.actions.get(action.id)?.heldUntil ?? null) : was.get(field);
            expect(pair).toEqual([from, action[field as keyof Action]]);
          }
        }
      }),
      settings,
    );
    expect(granted).toBeGreaterThan(500);
    expect([...happened].toSorted()).toEqual(historyKinds.filter((kind) => kind !== 'emptied').toSorted());
  });

  test('whoever looks with a tag hears “same” exactly where nothing that they see differs', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(request, { minLength: 2, maxLength: 25 }), async (requests) => {
        const world = planWorld();
        const go = play(world, world.desk);
        const look = async () => {
          const answer = await world.desk.read(ann, team, null);
          if (answer === 'same' || 'refused' in answer) throw new Error('Ann never leaves.');
          return answer;
        };
        let last = await look();
        for (const given of requests) {
          await go(given);
          const now = await look();
          const answer = await world.desk.read(ann, team, last.etag);
          if (answer === 'same') expect(now).toEqual(last);
          else expect(now.etag).not.toBe(last.etag);
          last = now;
        }
      }),
      { ...settings, numRuns: 60 },
    );
  });
});

describe('whatever two servers do at the same moment', () => {
  test('counts are right and nothing that was granted is lost', async () => {
    let conflicts = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(request, { minLength: 2, maxLength: 5 }), { minLength: 3, maxLength: 10 }),
        async (rounds) => {
          const world = planWorld();
          const other = deskOn(world.store, world.access, world.clock, [], 'b');
          const commit = world.store.commit;
          world.store.commit = async (step) => {
            const answer = await commit(step);
            if (answer === 'conflict') conflicts += 1;
            return answer;
          };
          for (const round of rounds) {
            const plays = round.map((given, i) => play(world, i % 2 ? other : world.desk)(given));
            const answers = await Promise.all(plays);
            const after = kept(world);
            expectCounted(after);
            // Every version that was answered is in the history, also where another has replaced it since.
            const written = new Set([
              ...after.entries.map(({ id }) => id),
              ...[...after.actions.values()].map(({ change }) => change),
            ]);
            for (const answer of answers) {
              if (answer !== null && typeof answer === 'object' && 'action' in answer) {
                const { etag } = answer.action as { etag: string };
                expect(written.has(etag)).toBe(true);
              }
            }
            expect(new Set(after.entries.map(({ id }) => id)).size).toBe(after.entries.length);
          }
        },
      ),
      settings,
    );
    expect(conflicts).toBeGreaterThan(100);
  });
});

const blankOf = (action: Action): Action => ({
  ...action,
  area: '',
  activities: '',
  who: [],
  support: '',
  dueOn: null,
  timescale: '',
  outcome: '',
  status: 'todo',
  outcomeMet: null,
  outcomeSeen: '',
});

/** People are the same in whatever order they were chosen. */
const isSame = (a: unknown, b: unknown): boolean => {
  const inOrder = (value: unknown) =>
    Array.isArray(value) ? value.map(({ id }: { id: string }) => id).sort() : value;
  return JSON.stringify(inOrder(a)) === JSON.stringify(inOrder(b));
};
