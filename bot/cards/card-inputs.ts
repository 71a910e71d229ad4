import type { IChoiceSetInput, IDateInput, ITextInput, IToggleInput } from '@microsoft/teams.cards';
import { isDay } from '../calendar/days.ts';

export type Input = ITextInput | IDateInput | IChoiceSetInput | IToggleInput;

/** No single text that comes back may fill the card: this much of it is returned. */
export const returned = 4_000;

/** Every input of a card, however deep it stands. */
export const inputsOf = (node: unknown): Input[] => {
  if (Array.isArray(node)) return node.flatMap(inputsOf);
  if (typeof node !== 'object' || node === null) return [];
  const { type } = node as { type?: unknown };
  if (typeof type === 'string' && type.startsWith('Input.')) return [node as Input];
  return Object.values(node).flatMap(inputsOf);
};

/** Clients leave empty inputs out: a field that did not come back was emptied, and stays so. */
export const empty = (fields: ReadonlyMap<string, Input>): void => {
  for (const input of fields.values()) if (input.type === 'Input.Text') delete input.value;
};

/** Puts what was given back into its field; false where the card has no such field. */
export const fill = (input: Input | undefined, text: string): boolean => {
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
