import { describe, expect, test } from '@jest/globals';
import { createDrafts, type KeptDraft, type Slot } from '../../tab/dialogs/drafts.ts';
import { createFactsDrafts } from '../../tab/dialogs/facts-drafts.ts';
import { emptyValues, valuesOf } from '../../tab/dialogs/values.ts';
import { anAction, jo } from './dialogs-samples.ts';

const shelf = () => {
  const kept = new Map<string, string>();
  return {
    kept,
    get length() {
      return kept.size;
    },
    key: (index: number) => [...kept.keys()][index] ?? null,
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, text: string) => void kept.set(name, text),
    removeItem: (name: string) => void kept.delete(name),
  };
};
const newKey = () => 'fresh';
const now = () => Date.parse('2026-11-22T14:00:00Z');
const aWeek = 7 * 24 * 60 * 60_000;
const slot: Slot = { person: 'sam', planId: '19:a@thread.tacv2', actionId: 'a1', form: 'edit' };
const draft: KeptDraft = {
  values: { ...valuesOf(anAction()), area: 'Typed' },
  base: anAction(),
  key: 'key',
  unsure: null,
  anew: {},
  at: '2026-11-22T13:00:00Z',
};

describe('drafts', () => {
  test('are given back as they were kept, to that person, plan, action and form alone', () => {
    const drafts = createDrafts(shelf(), newKey, now);
    drafts.keep(slot, draft);
    expect(drafts.find(slot)).toEqual(draft);
    for (const other of [
      { ...slot, person: 'jo' },
      { ...slot, planId: '19:b@thread.tacv2' },
      { ...slot, actionId: null },
      { ...slot, form: 'done' as const },
    ]) {
      expect(drafts.find(other)).toBeNull();
    }
  });

  test('go when they are dropped', () => {
    const store = shelf();
    const drafts = createDrafts(store, newKey, now);
    drafts.keep(slot, draft);
    drafts.drop(slot);
    expect(store.kept.size).toBe(0);
  });

  test.each([
    '',
    '{',
    'null',
    '7',
    '{"values":{}}',
    '{"values":{"area":"x"},"base":null,"key":"k","at":"x"}',
  ])('that are not ones (%j) are as good as none', (text) => {
    const drafts = createDrafts({ ...shelf(), getItem: () => text }, newKey);
    expect(drafts.find(slot)).toBeNull();
  });

  test('cost nothing but themselves in a browser that keeps nothing', () => {
    const refuses = () => {
      throw new Error('refused');
    };
    const nothing = { length: 1, key: refuses, getItem: refuses, setItem: refuses, removeItem: refuses };
    for (const store of [null, nothing]) {
      const drafts = createDrafts(store, newKey, now);
      drafts.keep(slot, draft);
      drafts.drop(slot);
      expect(drafts.all(slot.person, slot.planId)).toEqual([]);
      expect(drafts.begin(slot, anAction(), emptyValues)).toMatchObject({
        values: emptyValues,
        key: 'fresh',
        at: null,
      });
    }
  });
});

describe('drafts that nobody came back to', () => {
  test('are told of, the latest first, also where their action is not in the plan any more', () => {
    const store = shelf();
    const drafts = createDrafts(store, newKey, now);
    store.setItem('somebody else’s', '{}');
    drafts.keep(slot, draft);
    drafts.keep({ ...slot, actionId: null }, { ...draft, base: null, at: '2026-11-22T13:30:00Z' });
    drafts.keep({ ...slot, person: 'jo' }, draft);
    const all = drafts.all(slot.person, slot.planId);
    expect(all.map(({ slot: { actionId } }) => actionId)).toEqual([null, 'a1']);
    expect(all[1]?.draft).toEqual(draft);
  });

  test('go after a week', () => {
    const store = shelf();
    const clock = { now: now() };
    const drafts = createDrafts(store, newKey, () => clock.now);
    drafts.keep(slot, draft);
    clock.now = Date.parse(draft.at) + aWeek - 1;
    expect(drafts.find(slot)).not.toBeNull();
    clock.now += 1;
    expect(drafts.all(slot.person, slot.planId)).toEqual([]);
    expect(store.kept.size).toBe(0);
  });
});

describe('unsaved settings', () => {
  const plan = {
    id: slot.planId,
    etag: 'p1',
    name: 'North',
    managers: [jo],
    guestsRead: false,
    left: [],
    emptying: false,
  };
  const facts = { name: 'Far North', managers: [jo], guestsRead: false };

  test('are gone on with beside what others have changed since, and asked about where both changed the same', () => {
    const drafts = createFactsDrafts(shelf(), now);
    expect(drafts.begin('sam', plan)).toEqual({ facts: { ...facts, name: 'North' }, base: plan, at: null });
    drafts.keep('sam', { facts, base: plan, at: draft.at });
    const others = { ...plan, etag: 'p2', guestsRead: true };
    expect(drafts.begin('sam', others)).toEqual({
      facts: { ...facts, guestsRead: true },
      base: others,
      at: draft.at,
    });
    expect(drafts.begin('sam', { ...plan, etag: 'p3', name: 'Theirs' })).toMatchObject({ facts, base: plan });
    expect(drafts.begin('jo', plan).at).toBeNull();
    drafts.drop('sam', plan.id);
    expect(drafts.find('sam', plan.id)).toBeNull();
  });
});

describe('going on with a draft', () => {
  const kept = () => {
    const drafts = createDrafts(shelf(), newKey, now);
    drafts.keep(slot, draft);
    return drafts;
  };

  test('shows what was typed beside what others have changed since, on the version as it is now', () => {
    const now = anAction({ etag: 'v2', status: 'doing' });
    const begun = kept().begin(slot, now, valuesOf(now));
    expect(begun).toMatchObject({ base: now, at: draft.at, values: { area: 'Typed', status: 'doing' } });
  });

  test('stays on the older version where both changed the same, so that saving asks', () => {
    const now = anAction({ etag: 'v2', area: 'Theirs' });
    expect(kept().begin(slot, now, valuesOf(now))).toMatchObject({
      base: { etag: 'v1' },
      values: { area: 'Typed' },
    });
  });

  test('of an action yet to be added keeps its key, and what may have been sent', () => {
    const drafts = createDrafts(shelf(), newKey, now);
    const adding = { ...slot, actionId: null };
    drafts.keep(adding, { ...draft, base: null, unsure: { area: 'Typed' } });
    expect(drafts.begin(adding, null, emptyValues)).toMatchObject({ key: 'key', unsure: { area: 'Typed' } });
  });

  test('of an action that was added while more was typed is a change of that action', () => {
    const drafts = createDrafts(shelf(), newKey, now);
    const adding = { ...slot, actionId: null };
    drafts.keep(adding, draft);
    expect(drafts.begin(adding, null, emptyValues)).toMatchObject({ base: draft.base });
  });

  test('of an action that may have been added already never becomes a change of another one', () => {
    const drafts = createDrafts(shelf(), newKey, now);
    drafts.keep(slot, { ...draft, unsure: { area: 'Typed' } });
    expect(drafts.begin(slot, anAction(), emptyValues)).toMatchObject({ base: null, key: 'key' });
  });
});
