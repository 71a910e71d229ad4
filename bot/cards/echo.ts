import type { CardElement, IAdaptiveCard } from '@microsoft/teams.cards';
import type { IdentifierKind } from '../guard/pattern.ts';
import type { Words } from '../words/words.ts';
import { empty, fill, type Input, inputsOf, returned } from './card-inputs.ts';
import { asTyped, box, button, paragraph, small, textField } from './elements.ts';
import type { Fault, Refusal } from './refusals.ts';

/**
 * What comes back to somebody whose press changed nothing: why, what to mend, and every word they had typed, in
 * its field where the card has it and as text to copy where it has not.
 */
export type Echo = {
  refusal: Refusal | null;
  faults: Fault[];
  typed: Record<string, string>;
  /** What the guard points out, by kind alone, and the press that keeps it. */
  guard: {
    kinds: IdentifierKind[];
    verb: string;
    data: Record<string, string | number | boolean>;
  } | null;
};

export const noEcho: Echo = { refusal: null, faults: [], typed: {}, guard: null };

/** What a capability knows of its inputs, by the ids that its cards give them. */
export type KnownInputs = {
  /** Whether it holds somebody's words, rather than a choice. */
  holdsWords: (id: string) => boolean;
  /** What a text holds whose field is not on the card, in UTF-16 units. */
  longest: number;
};

const unknownInputs: KnownInputs = { holdsWords: () => false, longest: 2_000 };

/**
 * The card with the echo laid over it. Cards themselves know nothing of refused presses. Where nothing is known of
 * the inputs, what is written in several words is taken for somebody's words.
 */
export const withEcho = (
  drawn: IAdaptiveCard,
  echo: Echo,
  words: Words,
  inputs: KnownInputs = unknownInputs,
): IAdaptiveCard => {
  const given = Object.entries(echo.typed).filter(([, text]) => text !== '');
  if (echo.refusal === null && given.length === 0) return drawn;
  const card = structuredClone(drawn);
  const fields = new Map(inputsOf(card).map((input) => [input.id ?? '', input]));
  if (given.some(([id]) => fields.has(id))) empty(fields);
  const homeless = given.filter(([id, text]) => !fill(fields.get(id), text) && isProse(id, text, inputs));
  const isRefused = echo.refusal !== null;
  card.body = [
    ...(echo.guard ? [guardBox(echo.guard, words)] : []),
    ...warning(lines(echo, given.length > homeless.length, fields, words, inputs)),
    ...(isRefused ? toCopy(homeless, words) : []),
    ...card.body,
    // On the way to another card and back, words travel along in fields that are not shown.
    ...(isRefused
      ? []
      : homeless.map(
          ([id, text]): CardElement => ({ ...textField(id, words.trouble.typed, text), isVisible: false }),
        )),
  ];
  return card;
};

/** Only words need an address: a choice or a date that no longer fits is chosen again in a second. */
const isProse = (id: string, text: string, { holdsWords }: KnownInputs): boolean =>
  holdsWords(id) || /\S\s+\S/.test(text);

const warning = (said: string[]): CardElement[] =>
  said.length === 0
    ? []
    : [
        box(
          said.map((line) => paragraph(line)),
          { style: 'warning' },
        ),
      ];

const toCopy = (homeless: [string, string][], words: Words): CardElement[] =>
  homeless.length === 0
    ? []
    : [
        box([
          paragraph(words.refusals.lost, { weight: 'Bolder' }),
          ...homeless.map(([, text]) => paragraph(asTyped(text.slice(0, returned)))),
        ]),
      ];

/** *Change it* is done in the field below; *Keep it* repeats the press. */
const guardBox = ({ kinds, verb, data }: NonNullable<Echo['guard']>, words: Words): CardElement => {
  const say = words.guard;
  return box(
    [
      paragraph(say.found(kinds.map((kind) => say.kinds[kind]).join(', ')), { weight: 'Bolder' }),
      paragraph(say.change),
      small(say.blind),
      { type: 'ActionSet', actions: [button(say.keep, verb, data)] },
    ],
    { style: 'warning' },
  );
};

const lines = (
  echo: Echo,
  kept: boolean,
  fields: Map<string, Input>,
  words: Words,
  { longest }: KnownInputs,
): string[] => {
  switch (echo.refusal) {
    case null:
    case 'gone':
    case 'notYours':
      return [];
    case 'invalid':
      return [words.refusals.invalid, ...echo.faults.map((fault) => sentence(fault, fields, words, longest))];
    case 'stale':
      return [kept ? words.refusals.staleTyped : words.refusals.stale];
    case 'notNow':
      return [words.refusals.notNow];
  }
};

const sentence = (
  { field, problem }: Fault,
  fields: Map<string, Input>,
  words: Words,
  longest: number,
): string => {
  const input = fields.get(field);
  const named = `**${input?.label ?? words.trouble.typed}**`;
  if (problem !== 'tooLong') return words.problems[problem](named);
  const limit = input?.type === 'Input.Text' ? input.maxLength : undefined;
  return words.problems.tooLong(named, limit ?? longest);
};
