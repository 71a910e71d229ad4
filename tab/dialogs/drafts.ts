import { type ActionDraft, type ActionText, actionFields, type PlanAction } from '../../bot/plan/contract.ts';
import { createKept, type Shelf } from './kept.ts';
import { mergeThree } from './merge.ts';
import { emptyValues, isSame, type Values, valuesOf } from './values.ts';

/** What somebody has typed and not saved yet. */
export type KeptDraft = {
  values: Values;
  /** The version that it was typed over; null for an action yet to be added. */
  base: PlanAction | null;
  /** The key under which the action is added, so that sending it again after all makes no second one. */
  key: string;
  /** What was sent under that key without hearing how it went. */
  unsure: ActionDraft | null;
  /** What was written from two people's texts, to be chosen yet. */
  anew: Partial<Record<ActionText, string>>;
  /** When it was typed; ISO 8601. */
  at: string;
};

/** One form of one person. */
export type Slot = { person: string; planId: string; actionId: string | null; form: 'edit' | 'done' };

const root = 'four-ways/draft/';
const nameOf = ({ person, planId, actionId, form }: Slot): string =>
  root + [person, planId, actionId ?? 'new', form].map(encodeURIComponent).join('/');

const slotOf = (name: string): Slot | null => {
  if (!name.startsWith(root)) return null;
  const [person = '', planId = '', actionId = '', form] = name
    .slice(root.length)
    .split('/')
    .map(decodeURIComponent);
  if (form !== 'edit' && form !== 'done') return null;
  return { person, planId, actionId: actionId === 'new' ? null : actionId, form };
};

const isObject = (read: unknown): read is object => typeof read === 'object' && read !== null;
const hasAll = (values: object): boolean => Object.keys(emptyValues).every((field) => field in values);

const isDraft = (read: object): read is KeptDraft =>
  'values' in read &&
  isObject(read.values) &&
  hasAll(read.values) &&
  'base' in read &&
  'key' in read &&
  typeof read.key === 'string' &&
  'anew' in read &&
  isObject(read.anew);

/**
 * Keeps unsaved words while Teams unloads the tab, for as long as its window is open and for a week at most.
 * @param shelf null where the browser refuses its storage
 * @param newKey makes the key of an action to be added
 * @param now milliseconds since 1970
 */
export const createDrafts = (shelf: Shelf | null, newKey: () => string, now: () => number = Date.now) => {
  const kept = createKept(shelf, now);
  const find = (slot: Slot): KeptDraft | null => {
    const read = kept.find(nameOf(slot));
    return read && isDraft(read) ? read : null;
  };
  return {
    find,
    /** All that this person has not saved in that plan, the latest first. */
    all: (person: string, planId: string): { slot: Slot; draft: KeptDraft }[] =>
      kept
        .names()
        .flatMap((name) => slotOf(name) ?? [])
        .filter((slot) => slot.person === person && slot.planId === planId)
        .flatMap((slot) => {
          const draft = find(slot);
          return draft ? [{ slot, draft }] : [];
        })
        .sort((one, other) => Date.parse(other.draft.at) - Date.parse(one.draft.at)),
    /**
     * What a form begins with: what was kept, brought up to how the action is now where that needs no choice, or
     * else `fresh`. `at` is null where nothing was kept.
     */
    begin(
      slot: Slot,
      action: PlanAction | null,
      fresh: Values,
    ): Omit<KeptDraft, 'at'> & { at: string | null } {
      const draft = find(slot);
      if (draft === null) {
        return { values: fresh, base: action, key: newKey(), unsure: null, anew: {}, at: null };
      }
      // What may have been added already is gone on with as that, also where it was typed over another action.
      if (draft.unsure) return { ...draft, base: null };
      if (action === null || draft.base === null) return draft;
      const { base } = draft;
      const merged = mergeThree(valuesOf(base), draft.values, valuesOf(action), actionFields, isSame);
      // With a clash the older version stays beneath, so that saving brings the choice.
      return { ...draft, values: merged.values, base: merged.clashes.length === 0 ? action : base };
    },
    keep: (slot: Slot, draft: KeptDraft): void => kept.keep(nameOf(slot), draft),
    drop: (slot: Slot): void => kept.drop(nameOf(slot)),
  };
};

export type Drafts = ReturnType<typeof createDrafts>;
