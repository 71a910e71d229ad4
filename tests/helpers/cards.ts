/** Reads a card as a person's client does: its buttons, its inputs, and what a press would send. */

export type Card = Record<string, unknown>;
export type Inputs = Record<string, string | boolean>;

type Node = Record<string, unknown>;

/** Every object of the card, outermost first; a button's fallback is not part of what is shown. */
export function* nodesOf(value: unknown): Generator<Node> {
  if (Array.isArray(value)) {
    for (const each of value) yield* nodesOf(each);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  yield value as Node;
  for (const [key, inner] of Object.entries(value)) {
    if (key !== 'fallback' && key !== 'data' && key !== 'refresh') yield* nodesOf(inner);
  }
}

const typeOf = (node: Node): string => (typeof node.type === 'string' ? node.type : '');

/** The presses a card offers: buttons, action sets and tappable boxes. */
export const pressesOf = (card: Card): Node[] =>
  [...nodesOf(card)].filter((node) => ['Action.Execute', 'Action.Submit'].includes(typeOf(node)));

export const titlesOf = (card: Card): string[] => pressesOf(card).map((node) => String(node.title ?? ''));

export const inputsOf = (card: Card): Node[] =>
  [...nodesOf(card)].filter((node) => typeOf(node).startsWith('Input.'));

/** All text a person can read on the card, in order. */
export const textOf = (card: Card): string =>
  [...nodesOf(card)]
    .flatMap((node) => [node.text, node.label, node.title, node.placeholder, node.value, node.altText])
    .filter((text) => typeof text === 'string')
    .join('\n');

/** @throws naming the titles there are, where the card has no such button. */
export const findPress = (card: Card, title: string, nth = 0): Node => {
  const found = pressesOf(card).filter((node) => node.title === title)[nth];
  if (!found) throw new Error(`No button "${title}" among: ${titlesOf(card).join(' | ')}`);
  return found;
};

/** Where the client itself stops a press because a required input is empty. */
export class PressBlocked extends Error {}

/**
 * What the client would send for a press: the action's data and, unless it takes none, every input's value, those
 * given (by id or by label) in place of those on the card. Empty inputs are left out, as clients do.
 * @throws {PressBlocked} where a required input is empty, unless forced, as a foreign client could.
 */
export const pressData = (card: Card, action: Node, given: Inputs, force = false): Card => {
  const data = { ...(action.data as Card | undefined) };
  const inputs = inputsOf(card);
  const unknown = Object.keys(given).filter(
    (key) => !inputs.some((input) => input.id === key || input.label === key),
  );
  if (unknown.length > 0 && !force) {
    const known = inputs.map((input) => `${String(input.id)} (${String(input.label)})`);
    throw new Error(`No input ${unknown.join(', ')} among: ${known.join(', ')}`);
  }
  if (action.associatedInputs === 'none') return data;
  for (const input of inputs) {
    const id = String(input.id);
    const typed = given[id] ?? given[String(input.label)] ?? input.value;
    const toggle = input.type === 'Input.Toggle';
    const value = toggle ? toggleValue(input, typed) : String(typed ?? '');
    if (value !== '') data[id] = value;
    const missing = toggle ? value !== (input.valueOn ?? 'true') : value === '';
    if (input.isRequired === true && missing && !force) throw new PressBlocked(String(input.errorMessage));
  }
  if (force) for (const key of unknown) data[key] = given[key];
  return data;
};

const toggleValue = (input: Node, typed: unknown): string => {
  const on = String(input.valueOn ?? 'true');
  return typed === true || typed === on ? on : String(input.valueOff ?? 'false');
};
