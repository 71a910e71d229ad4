import { expect, test } from '@jest/globals';
import { createLog } from '../../bot/log.ts';
import type { Connector } from '../../bot/teams/connector.ts';
import { createOutbox } from '../../bot/teams/outbox.ts';
import { mostInOneSecond, type SteppedClock, steppedClock } from './outbox-clock.ts';
import { message } from './outbox-world.ts';

/** Many people, each with a chat, a Teams that answers as it is told to, and a clock that is not the machine's. */
const rehearse = async (
  { rate, people, callers }: { rate: number; people: number; callers: number },
  answer: (clock: SteppedClock, n: number) => Promise<Awaited<ReturnType<Connector['post']>>>,
) => {
  const clock = steppedClock();
  const left: number[] = [];
  const { signal } = new AbortController();
  const outbox = createOutbox({
    directory: {
      find: async (id) => ({
        id,
        name: '',
        teamsId: id,
        locale: null,
        welcomedAt: null,
        chat: { serviceUrl: 'https://teams.example/', tenantId: 't', botId: 'b', conversationId: id },
      }),
      remember: () => Promise.reject(new Error('Nothing is learned here.')),
      teamOf: async () => null,
    },
    connector: {
      post: () => {
        left.push(clock.now());
        return answer(clock, left.length - 1);
      },
      openChat: () => Promise.reject(new Error('Everybody has a chat.')),
    },
    rate,
    signal,
    log: createLog(() => {}),
    now: clock.now,
    pause: clock.pause,
    random: () => 0.5,
  });
  let next = 0;
  const outcomes: unknown[] = [];
  const caller = async () => {
    while (next < people) {
      next += 1;
      outcomes.push(await outbox.send(String(next), message));
    }
  };
  await clock.run(Promise.all(Array.from({ length: callers }, caller)));
  return { left, outcomes, rate: (left.length - 1) / (((left.at(-1) ?? 0) - (left[0] ?? 0)) / 1_000) };
};

const taken = { ok: true, value: { id: '1' } } as const;

test('with answers that take their time the rate is used to 96 %, and never exceeded', async () => {
  const done = await rehearse({ rate: 200, people: 3_000, callers: 300 }, async (clock, n) => {
    await clock.pause(20 + (n % 31), new AbortController().signal);
    return taken;
  });
  expect(done.rate).toBeGreaterThan(0.96 * 200);
  expect(mostInOneSecond(done.left)).toBeLessThanOrEqual(200);
});

test('what the first call takes to open the way brings nobody closer together', async () => {
  const done = await rehearse({ rate: 200, people: 400, callers: 300 }, async (clock, n) => {
    await clock.pause(n === 0 ? 700 : 20, new AbortController().signal);
    return taken;
  });
  expect((done.left[1] ?? 0) - (done.left[0] ?? 0)).toBeGreaterThanOrEqual(700);
  expect(done.outcomes).toHaveLength(400);
});

test('while Teams says wait nobody sends; then all go on, at the pace, and nothing is lost', async () => {
  let throttledAt = 0;
  const done = await rehearse({ rate: 50, people: 300, callers: 100 }, async (clock, n) => {
    await clock.pause(5, new AbortController().signal);
    if (n === 100) throttledAt = clock.now();
    return n === 100 ? { ok: false, status: 429, code: 'Throttled', retryAfterMs: 20_000 } : taken;
  });
  expect(done.left.filter((at) => at > throttledAt && at < throttledAt + 20_000)).toEqual([]);
  expect(done.outcomes.filter((outcome) => typeof outcome === 'object')).toHaveLength(300);
  expect(done.left).toHaveLength(301);
  expect(mostInOneSecond(done.left)).toBeLessThanOrEqual(50);
});

test('one call in ten that fails costs its attempt and nobody’s message', async () => {
  const done = await rehearse({ rate: 100, people: 500, callers: 100 }, async (_clock, n) =>
    n % 10 === 3 ? { ok: false, status: n % 20 === 3 ? 503 : null, code: null } : taken,
  );
  expect(done.outcomes.filter((outcome) => typeof outcome === 'object')).toHaveLength(500);
  expect(mostInOneSecond(done.left)).toBeLessThanOrEqual(100);
});
