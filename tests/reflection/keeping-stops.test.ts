import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { begin } from '../../bot/reflection/begin.ts';
import type { Round } from '../../bot/reflection/desk.ts';
import { connect } from '../../bot/tables/client.ts';
import { TableReflections } from '../../bot/tables/reflections.ts';
import { gone, idOf, type Kept, newest, nothing, posted, startKept } from './keeper.ts';
import { answerAll, ask, open } from './two-people.ts';

/** A round that is stopped anywhere is taken up by the next; and it costs what is due, not what there is. */
let kept: Kept;
beforeAll(async () => {
  kept = await startKept();
}, 60_000);
afterEach(() => kept.wire.listen());
afterAll(() => kept.stop());

const noticed = 'It’s your turn, when you’re ready.';

/** Stops the round at its n-th call to storage, then runs the next ones until nothing is left to do. */
const stopped = async (last: number): Promise<{ first: Round | null; calls: number }> => {
  kept.wire.listen((number) => (number > last ? 'cut' : 'pass'));
  const first = await kept.keep().catch(() => null);
  const calls = kept.wire.calls.length;
  kept.wire.listen();
  // Long enough for what is too young to be dropped, and for a claim to be taken over.
  kept.pass(0.1);
  await kept.world.server.catchUp();
  for (let round = 0; round < 3; round += 1) await kept.keep();
  await kept.world.server.catchUp();
  return { first, calls };
};

const isWhole = ({ first, calls }: { first: Round | null; calls: number }, last: number): boolean =>
  first !== null && first.failed === 0 && calls <= last;

describe('stopped between any two calls', () => {
  test('an invitation lapses once, and every card says so', async () => {
    for (let last = 0; ; last += 1) {
      const count = kept.world.connector.messages.length;
      const id = idOf(await ask(kept));
      kept.pass(14);
      const outcome = await stopped(last);
      const cards = kept.world.connector.messages.slice(count);
      expect(cards.map(posted)).toEqual(cards.map(() => expect.stringContaining(gone)));
      expect(cards.length).toBe(2);
      expect((await kept.rowsOf(id)).filter((row) => !/^(person:|remind )/.test(row))).toEqual([]);
      if (isWhole(outcome, last)) {
        break;
      }
    }
    expect((await kept.sam.says('my reflections')).map(posted).join()).toContain('No reflections yet');
  }, 120_000);

  test('a notice is given, and once unless storage went away while it was being posted', async () => {
    const { jo } = kept;
    let doubled = 0;
    for (let last = 0; ; last += 1) {
      const id = idOf(await ask(kept));
      await answerAll(kept);
      kept.pass(76);
      const count = jo.messages.length;
      const outcome = await stopped(last);
      const notices = jo.messages.slice(count).filter(({ activity }) => activity.summary === noticed);
      expect(notices.length).toBeGreaterThan(0);
      if (notices.length > 1) doubled += 1;
      expect(newest(jo)).toContain('kept until');
      const looks = (await kept.rowsOf(id)).filter((row) => row.startsWith('look '));
      expect(looks.some((row) => row > `look ${kept.today()}`)).toBe(true);
      await jo.press(await open(jo), 'Yes, delete it for good');
      if (isWhole(outcome, last)) {
        break;
      }
    }
    // Between Teams' taking the message and the record's saying so there are two calls: a read and a write.
    expect(doubled).toBeLessThanOrEqual(2);
  }, 240_000);
});

describe('what a round costs', () => {
  const counted = async (): Promise<number> => {
    kept.wire.listen();
    await kept.keep(10, true);
    return kept.wire.calls.filter(({ path }) => !path.includes('errands')).length;
  };

  test('one query where nothing is due; and three among a thousand cost no more than three alone', async () => {
    kept.pass(800);
    await kept.keep();
    kept.pass(14);
    await kept.keep();
    expect(await kept.keep()).toEqual(nothing);
    expect(await counted()).toBe(1);

    const table = (await connect({ connectionString: kept.wire.connectionString }))('reflections');
    const now = new Date(`${kept.today()}T09:00:00.000Z`);
    let ids = 0;
    const newId = () => `made-${++ids}`;
    const store = new TableReflections(table, { newId, now: () => now, onLeftover: () => undefined });
    const create = (number: number, lookOn: string) =>
      store.create(
        begin({
          id: `many-${number}`,
          relationshipId: newId(),
          how: 'ask',
          asker: { id: `asker-${number}`, name: 'Sam Okafor', role: 'supervisor' },
          other: { id: `other-${number}`, name: 'Jo Bennett' },
          kind: 'family',
          lastTime: [],
          reader: { teamsId: '29:sam', locale: null },
          pointer: '',
          meetOn: null,
          at: null,
          inTheirChat: false,
          now: new Date(now.getTime() - 20 * 86_400_000).toISOString(),
          newId,
        }),
        lookOn,
      );
    for (let number = 0; number < 3; number += 1) await create(number, kept.today());
    const alone = await counted();
    expect(alone).toBe(4);
    for (let from = 3; from < 1_000; from += 25) {
      const batch = Array.from({ length: Math.min(25, 1_000 - from) }, (_, i) => from + i);
      await Promise.all(batch.map((number) => create(number, '2999-01-01')));
    }
    expect(await counted()).toBe(alone);
    expect(await kept.keep()).toEqual({ ...nothing, lapsed: 3 });
  }, 120_000);
});
