import { type Amount, amounts, type Domain, domains } from './window.ts';

/**
 * The walk as data: which questions there are, in which order, what each asks for and what may be shared of it.
 * Family and network ask the same questions in other words (`words/`). Adding or rewording a question touches
 * this array and the words alone; a reflection saved under an older list still opens, because positions are
 * derived from answers and answers to questions that are gone are left unread.
 */

/** Values are kept as strings under the field's id: a text, a choice's id, `'true'` for a tick. */
export type Values = Record<string, string>;

type Base = {
  id: string;
  /** Under which tick it is shared at the read-through. */
  item: string;
  /** Shown (and read from a press) only then: the window grows after the first tap. */
  when?: (values: Values, lastTime: readonly unknown[]) => boolean;
};

export type TextField = Base & { type: 'text'; long: boolean };
export type WindowField = Base & { type: 'window' };
export type ChoiceField = Base & { type: 'choice'; options: readonly string[]; open: boolean };
export type TickField = Base & { type: 'tick' };
export type Field = TextField | WindowField | ChoiceField | TickField;

export type Question = {
  step: string;
  fields: readonly Field[];
  /** What is asked and shown where the two do it together; the rest is said aloud. */
  together: readonly string[];
};

const placed = (values: Values): boolean => isDomain(values.domain);

function agreedAtLeast(count: number) {
  return (_values: Values, lastTime: readonly unknown[]): boolean => lastTime.length >= count;
}

export const balances = ['tooMuch', 'tooLittle', 'bitOfBoth', 'aboutRight'] as const;
/** Where the family or network themselves might put it: an estimate, and labelled so. */
export const guesses = [...domains, 'cannotTell'] as const;
/** What became of something agreed the last time; none of these is better than another. */
export const outcomes = ['done', 'partly', 'notYet', 'noLonger'] as const;
export type Outcome = (typeof outcomes)[number];
export type Guess = (typeof guesses)[number];
export type Balance = (typeof balances)[number];

export const questions = [
  {
    step: 'describe',
    fields: [
      // What became of each thing that the same two agreed the last time; there are three at most.
      {
        id: 'last0',
        type: 'choice',
        options: outcomes,
        open: false,
        item: 'lastTime',
        when: agreedAtLeast(1),
      },
      {
        id: 'last1',
        type: 'choice',
        options: outcomes,
        open: false,
        item: 'lastTime',
        when: agreedAtLeast(2),
      },
      {
        id: 'last2',
        type: 'choice',
        options: outcomes,
        open: false,
        item: 'lastTime',
        when: agreedAtLeast(3),
      },
      { id: 'text', type: 'text', long: true, item: 'describe' },
    ],
    together: [],
  },
  {
    step: 'place',
    fields: [
      { id: 'domain', type: 'window', item: 'place' },
      { id: 'deliberate', type: 'tick', item: 'place', when: (values) => values.domain === 'to' },
      { id: 'why', type: 'text', long: true, item: 'why', when: placed },
      { id: 'support', type: 'choice', options: amounts, open: false, item: 'amounts', when: placed },
      { id: 'challenge', type: 'choice', options: amounts, open: false, item: 'amounts', when: placed },
    ],
    together: ['why'],
  },
  {
    step: 'balance',
    fields: [
      { id: 'choice', type: 'choice', options: balances, open: true, item: 'balance' },
      { id: 'text', type: 'text', long: true, item: 'balance' },
      { id: 'guess', type: 'choice', options: guesses, open: false, item: 'guess' },
    ],
    together: ['balance', 'guess'],
  },
  {
    step: 'move',
    fields: [
      { id: 'change', type: 'text', long: false, item: 'change' },
      { id: 'need', type: 'text', long: false, item: 'need' },
    ],
    together: ['change', 'need'],
  },
] as const satisfies readonly Question[];

export type StepId = (typeof questions)[number]['step'];
export type ItemId = (typeof questions)[number]['fields'][number]['item'];

/** The same list, without the literal types that only the words need. */
const walk: readonly Question[] = questions;
export const stepIds: readonly StepId[] = questions.map((question) => question.step);
export const itemIds: readonly ItemId[] = [
  ...new Set(questions.flatMap((question) => question.fields.map((field) => field.item))),
];

export const isStep = (value: unknown): value is StepId => stepIds.includes(value as StepId);
export const isItem = (value: unknown): value is ItemId => itemIds.includes(value as ItemId);
export const isGuess = (value: unknown): value is Guess => guesses.includes(value as Guess);
export const isOutcome = (value: unknown): value is Outcome => outcomes.includes(value as Outcome);
export const isBalance = (value: unknown): value is Balance => balances.includes(value as Balance);
export const isDomain = (value: unknown): value is Domain => domains.includes(value as Domain);
export const isAmount = (value: unknown): value is Amount => amounts.includes(value as Amount);

/** The first step with an item still to be shown, in the order of the walk; null where all of them were. */
export const roundOf = (isOpen: (item: string) => boolean): StepId | null =>
  stepIds.find((step) => questionOf(step).together.some(isOpen)) ?? null;

/** The question of a step, by the step's id. */
export const questionOf = (step: StepId): Question => {
  const found = walk.find((question) => question.step === step);
  if (!found) throw new Error(`no question for step ${step}`);
  return found;
};

/** The step after this one; null behind the last. */
export const stepAfter = (step: StepId): StepId | null => stepIds[stepIds.indexOf(step) + 1] ?? null;

/** The step before this one; null before the first. */
export const stepBefore = (step: StepId): StepId | null => stepIds[stepIds.indexOf(step) - 1] ?? null;

/** The fields that are shared under one tick, and the steps they stand in. */
export const fieldsOf = (item: ItemId): { step: string; field: Field }[] =>
  walk.flatMap(({ step, fields }) =>
    fields.filter((field) => field.item === item).map((field) => ({ step, field })),
  );

/** The words of an item, out of its values; blank where it has none. */
export const textIn = (item: ItemId, values: Values): string => {
  const text = fieldsOf(item).find(({ field }) => field.type === 'text');
  return text ? (values[text.field.id] ?? '') : '';
};

/** The ids that the inputs for words have on the questions' cards. */
export const textInputs: readonly string[] = walk.flatMap(({ step, fields }) =>
  fields.filter((field) => field.type === 'text').map((field) => `${step}.${field.id}`),
);
