import { z } from 'zod';
import type { Event, Ticks } from '../events.ts';
import {
  type Field,
  isDomain,
  isStep,
  itemIds,
  questionOf,
  type StepId,
  stepAfter,
  stepBefore,
  type Values,
} from '../questions.ts';
import { type Draft, type Ending, kinds, limits } from '../record.ts';
import type { Wanted } from '../view.ts';

const idPattern = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;
/** What a button carries: ids, revisions and places, never anybody's words. */
export const carried = z.object({
  id: z.string().regex(idPattern).optional(),
  part: z.enum(['practitioner', 'supervisor', 'agreement']).optional(),
  rev: z.number().int().nonnegative().optional(),
  step: z.string().optional(),
  editing: z.boolean().optional(),
  domain: z.string().optional(),
  item: z.string().optional(),
  rows: z.number().int().min(1).max(limits.actions).optional(),
  after: z.string().max(200).optional(),
  /** The kinds of identifier that *Keep it* keeps, as the card named them. */
  keep: z.string().max(200).optional(),
  from: z.string().regex(idPattern).optional(),
});
export type Carried = z.infer<typeof carried>;

/** What a verb decides, the card to answer with then, and the card whose fields hold what was typed. */
type Decided = { event: Event; next: Wanted | null; home: Wanted | null };

/** The event behind a verb; null for a verb of nobody's. */
export const eventOf = (verb: string, data: Carried, typed: Values): Decided | null =>
  (isStep(data.step) ? answered(verb, data.step, data, typed) : null) ??
  readThrough(verb, data, typed) ??
  talked(verb, data, typed) ??
  simple(verb, data, typed);

/** Presses on a question's card. */
const answered = (verb: string, step: StepId, data: Carried, typed: Values): Decided | null => {
  const editing = data.editing === true;
  const home: Wanted = { screen: 'step', step, editing };
  const values = valuesOf(step, typed);
  const at = (place: StepId | null): Wanted =>
    place === null || editing ? { screen: 'read' } : { screen: 'step', step: place, editing };
  switch (verb) {
    case 'next':
      return { event: { type: 'answer', step, values, finish: true }, next: at(stepAfter(step)), home };
    case 'back':
      return { event: { type: 'answer', step, values, finish: false }, next: at(stepBefore(step)), home };
    case 'save':
      return { event: { type: 'answer', step, values, finish: false }, next: { screen: 'saved' }, home };
    case 'together':
      return {
        event: { type: 'answer', step, values, finish: false },
        next: { screen: 'togetherConfirm' },
        home,
      };
    case 'saveAndShow':
      // Behind the last step stands the agreement; until then this gives way to the next step.
      return {
        event: { type: 'saveAndShow', step, values },
        next: { screen: 'outcome', rows: 1 },
        home: null,
      };
    case 'mark':
      return isDomain(data.domain)
        ? {
            event: { type: 'answer', step, values: { ...values, domain: data.domain }, finish: false },
            next: home,
            home,
          }
        : null;
    default:
      return null;
  }
};

const valuesOf = (step: StepId, typed: Values): Values =>
  Object.fromEntries(
    questionOf(step).fields.flatMap((field) => {
      const value = typed[`${step}.${field.id}`];
      return value === undefined ? [] : [[field.id, readValue(field, value)]];
    }),
  );

/** A value that the field can hold; anything a client made up reads as not chosen. */
const readValue = (field: Field, value: string): string => {
  switch (field.type) {
    case 'text':
      return value;
    case 'window':
      return isDomain(value) ? value : '';
    case 'choice':
      return field.options.includes(value) ? value : '';
    case 'tick':
      return value === 'true' ? 'true' : 'false';
  }
};

const readThrough = (verb: string, data: Carried, typed: Values): Decided | null => {
  const home: Wanted = { screen: 'read' };
  const ticks: Ticks = Object.fromEntries(
    itemIds.flatMap((item) => {
      const tick = typed[`share.${item}`];
      return tick === undefined ? [] : [[item, tick === 'true']];
    }),
  );
  switch (verb) {
    case 'share':
      return { event: { type: 'share', ticks }, next: null, home };
    case 'save':
      return { event: { type: 'withhold', ticks }, next: { screen: 'saved' }, home };
    case 'handForm':
      return { event: { type: 'withhold', ticks }, next: null, home };
    case 'together':
      return {
        event: { type: 'withhold', ticks },
        next: { screen: 'togetherConfirm' },
        home,
      };
    case 'edit':
      return isStep(data.step)
        ? {
            event: { type: 'withhold', ticks },
            next: { screen: 'step', step: data.step, editing: true },
            home,
          }
        : null;
    default:
      return null;
  }
};

/** Presses on the cards that both have in front of them: the notes and the three endings. */
const talked = (verb: string, data: Carried, typed: Values): Decided | null => {
  const rows = data.rows ?? 1;
  const draft = draftOf(rows, typed);
  const form: Wanted = { screen: 'outcome', rows };
  const both: Wanted = { screen: 'sideBySide' };
  const propose = (ending: Ending): Decided => ({
    event: { type: 'propose', ending, draft },
    next: null,
    home: form,
  });
  switch (verb) {
    case 'note':
    case 'reply':
      return { event: { type: verb, text: typed[verb] ?? '' }, next: both, home: both };
    case 'outcome': {
      const field = typed.note ? 'note' : 'reply';
      return { event: { type: field, text: typed[field] ?? '' }, next: form, home: both };
    }
    case 'more':
      return { event: { type: 'draft', draft }, next: { ...form, rows: rows + 1 }, home: form };
    case 'lookBack':
      return { event: { type: 'draft', draft }, next: both, home: form };
    case 'propose':
      return propose('actions');
    case 'noAction':
    case 'differ':
      return propose(verb);
    case 'withdraw':
      return { event: { type: 'withdraw' }, next: { screen: 'outcome', rows: 1 }, home: null };
    default:
      return null;
  }
};

const draftOf = (rows: number, typed: Values): Draft => ({
  actions: Array.from({ length: rows }, (_, index) => ({
    what: typed[`what${index}`] ?? '',
    who: typed[`who${index}`] || null,
    by: typed[`by${index}`]?.slice(0, 40) || null,
    how: typed[`how${index}`] ?? '',
    why: typed[`why${index}`] ?? '',
  })),
  lookAgainOn: typed.lookAgainOn?.slice(0, 40) || null,
});

const simple = (verb: string, data: Carried, typed: Values): Decided | null => {
  const plain = (event: Event, next: Wanted | null = null): Decided => ({ event, next, home: null });
  switch (verb) {
    case 'accept':
      return plain({ type: 'accept', kind: kinds.find((kind) => kind === typed.kind) ?? null });
    case 'later':
      return plain({ type: 'later', on: typed.laterOn });
    case 'markOutside':
      return isDomain(data.domain) ? plain({ type: 'markOutside', domain: data.domain }) : null;
    case 'placeOutside': {
      const domain = typed['outside.domain'];
      return plain({ type: 'placeOutside', domain: isDomain(domain) ? domain : null });
    }
    case 'markTogether':
      return isDomain(data.domain) ? plain({ type: 'markTogether', domain: data.domain }) : null;
    case 'placeTogether': {
      const domain = typed['together.domain'];
      return plain({ type: 'placeTogether', domain: isDomain(domain) ? domain : null });
    }
    case 'takeBack':
      return plain({ type: 'takeBack' }, { screen: 'read' });
    case 'decline':
    case 'leave':
    case 'erase':
    case 'hearMore':
    case 'agree':
    case 'askTogether':
    case 'startTogether':
    case 'retry':
      return plain({ type: verb });
    default:
      return null;
  }
};
