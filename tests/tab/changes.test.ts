import { describe, expect, test } from '@jest/globals';
import { QueryClient } from '@tanstack/react-query';
import type { PlanAction, PlanSeen } from '../../bot/plan/contract.ts';
import type { Api } from '../../tab/api/api.ts';
import { placeTab } from '../../tab/config/place-tab.ts';
import { keepKnown, type Seen } from '../../tab/plan/keep-known.ts';
import { createKnown } from '../../tab/plan/use-plan.ts';
import { planOrder } from '../../tab/plan/view/sort.ts';
import { viewOf } from '../../tab/plan/view/view.ts';
import { anAction, tom, zoe } from './actions.ts';

const seenOf = (actions: PlanAction[]): PlanSeen => ({
  plan: {
    id: 'p',
    etag: 'p1',
    name: 'North',
    managers: [tom],
    guestsRead: false,
    left: [],
    emptying: false,
  },
  actions,
  me: { id: tom.id, canEdit: true, isManager: true, mayAppoint: true },
});

describe('a look that is newer', () => {
  /** As if read anew. */
  const look = (actions: PlanAction[], etag: string): Seen =>
    JSON.parse(JSON.stringify({ seen: seenOf(actions), etag }));

  test('keeps every action that is the same, wherever it stands now', () => {
    const known = look([anAction({ id: 'a' }), anAction({ id: 'b' })], '1');
    const newer = look(
      [anAction({ id: 'new' }), anAction({ id: 'b' }), anAction({ id: 'a', who: [zoe] })],
      '2',
    );
    const kept = keepKnown(known, newer);
    expect(kept).toEqual(newer);
    expect(kept.seen.actions[1]).toBe(known.seen.actions[1]);
    expect(kept.seen.actions[2]).not.toBe(known.seen.actions[0]);
    expect(kept.seen.plan).toBe(known.seen.plan);
  });
  test('keeps the whole list where nothing in it changed', () => {
    const known = look([anAction({ id: 'a' })], '1');
    expect(keepKnown(known, look([anAction({ id: 'a' })], '2')).seen.actions).toBe(known.seen.actions);
    expect(keepKnown(known, look([], '3')).seen.actions).toEqual([]);
    expect(keepKnown(undefined, known)).toBe(known);
  });
});

describe('what is changed here', () => {
  test('is looked at as a whole the next time, as an answer may be older than what was known', async () => {
    const client = new QueryClient();
    const known = createKnown(client);
    const newer = anAction({ id: 'a', etag: 'e3', area: 'Newer' });
    client.setQueryData(['plan'], { seen: seenOf([newer]), etag: 'whole-3' });
    await known.put(anAction({ id: 'a', etag: 'e2', area: 'Older' }));
    expect(client.getQueryData<Seen>(['plan'])).toMatchObject({ etag: null });
    client.clear();
  });
});

describe('the tab that is added to a plan', () => {
  const facts = seenOf([]).plan;
  const answering = (...etags: string[]) => {
    const sent: string[] = [];
    const set: Api['set'] = async (_draft, etag) => {
      sent.push(etag);
      const now = etags[sent.length - 1] ?? etag;
      if (etag === now) return { ok: true, value: facts };
      return { ok: false, trouble: { kind: 'stale', current: { ...facts, etag: now } } };
    };
    return { sent, set };
  };
  test('is saved over what others have changed since, as often as they do', async () => {
    const api = answering('p2', 'p3', 'p3');
    expect(await placeTab(api, '19:channel', 'p1')).toMatchObject({ ok: true });
    expect(api.sent).toEqual(['p1', 'p2', 'p3']);
  });
  test('is not tried for ever', async () => {
    const api = answering(...'23456789'.split(''));
    expect((await placeTab(api, '19:channel', '1')).ok).toBe(false);
    expect(api.sent).toHaveLength(5);
  });
});

describe('a view that was kept', () => {
  const view = { filters: { text: 'zoe', person: 'any', status: 'open', due: 'passed' }, sort: planOrder };
  test('comes back as it was', () => expect(viewOf(JSON.parse(JSON.stringify(view)))).toEqual(view));
  test.each([null, 7, {}, { ...view, sort: { key: 'name', descending: true } }, { filters: view.filters }])(
    'is none where it is %j',
    (read) => expect(viewOf(read)).toBeNull(),
  );
});
