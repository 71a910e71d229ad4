import type {
  CardElement,
  IAdaptiveCard,
  IChoiceSetInput,
  IDateInput,
  ITextInput,
  IToggleInput,
} from '@microsoft/teams.cards';
import { isDay } from '../../calendar/days.ts';
import { asTyped, box, button, paragraph, small, textField } from '../../cards/elements.ts';
import type { IdentifierKind } from '../../guard/pattern.ts';
import type { Words } from '../../words/words.ts';
import { holdsWords } from '../inputs.ts';
import { limits } from '../record.ts';
import type { Fault, Refusal } from '../refusals.ts';

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

/** No single text that comes back may fill the card: this much of it is returned. */
const returned = 4_000;

type Input = ITextInput | IDateInput | IChoiceSetInput | IToggleInput;

/** The card with the echo laid over it. Cards themselves know nothing of refused presses. */
export const withEcho = (drawn: IAdaptiveCard, echo: Echo, words: Words): IAdaptiveCard => {
  const given = Object.entries(echo.typed).filter(([, text]) => text !== '');
  if (echo.refusal === null && given.length === 0) return drawn;
  const card = structuredClone(drawn);
  const fields = new Map(inputsOf(card).map((input) => [input.id ?? '', input]));
  if (given.some(([id]) => fields.has(id))) empty(fields);
  const homeless = given.filter(([id, text]) => !fill(fields.get(id), text) && isProse(id, text));
  const isRefused = echo.refusal !== null;
  card.body = [
    ...(echo.guard ? [guardBox(echo.guard, words)] : []),
    ...warning(lines(echo, given.length > homeless.length, fields, words)),
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
const isProse = (id: string, text: string): boolean => holdsWords(id) || /\S\s+\S/.test(text);

/** Clients leave empty inputs out: a field that did not come back was emptied, and stays so. */
const empty = (fields: ReadonlyMap<string, Input>): void => {
  for (const input of fields.values()) if (input.type === 'Input.Text') delete input.value;
};

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

const lines = (echo: Echo, kept: boolean, fields: Map<string, Input>, words: Words): string[] => {
  switch (echo.refusal) {
    case null:
    case 'gone':
    case 'notYours':
      return [];
    case 'invalid':
      return [words.refusals.invalid, ...echo.faults.map((fault) => sentence(fault, fields, words))];
    case 'stale':
      return [kept ? words.refusals.staleTyped : words.refusals.stale];
    case 'notNow':
      return [words.refusals.notNow];
  }
};

const sentence = ({ field, problem }: Fault, fields: Map<string, Input>, words: Words): string => {
  const input = fields.get(field);
  const named = `**${input?.label ?? words.trouble.typed}**`;
  if (problem !== 'tooLong') return words.problems[problem](named);
  const limit = input?.type === 'Input.Text' ? input.maxLength : undefined;
  return words.problems.tooLong(named, limit ?? limits.text);
};

const fill = (input: Input | undefined, text: string): boolean => {
  switch (input?.type) {
    case 'Input.Text':
      input.value = text.slice(0, returned);
      return true;
    case 'Input.Date':
      if (isDay(text)) input.value = text;
      return true;
    case 'Input.ChoiceSet':
      if (input.choices.some((choice) => choice.value === text)) input.value = text;
      return true;
    case 'Input.Toggle':
      input.value = text === 'true' ? 'true' : 'false';
      return true;
    default:
      return false;
  }
};

/** Every input of a card, however deep it stands. */
export const inputsOf = (node: unknown): Input[] => {
  if (Array.isArray(node)) return node.flatMap(inputsOf);
  if (typeof node !== 'object' || node === null) return [];
  const { type } = node as { type?: unknown };
  if (typeof type === 'string' && type.startsWith('Input.')) return [node as Input];
  return Object.values(node).flatMap(inputsOf);
};
