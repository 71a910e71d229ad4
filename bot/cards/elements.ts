import type {
  ActionStyle,
  CardElement,
  IAdaptiveCard,
  IChoice,
  IChoiceSetInput,
  IContainer,
  IDateInput,
  IExecuteAction,
  IOpenUrlAction,
  ITextBlock,
  ITextInput,
  IToggleInput,
  IToggleVisibilityAction,
} from '@microsoft/teams.cards';

/**
 * The few card elements this product uses, with the platform's traps closed once: version 1.5 always stated,
 * text wraps, each input carries a label, and each button falls back to a submit for clients that cannot execute.
 */

export type Button = IExecuteAction | IOpenUrlAction | IToggleVisibilityAction;

/** A whole card. At most six actions: Teams draws no more. */
export const card = (body: CardElement[], actions: Button[] = []): IAdaptiveCard => ({
  type: 'AdaptiveCard',
  $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
  version: '1.5',
  body,
  ...(actions.length > 0 ? { actions } : {}),
});

/**
 * User text must not be read as Markdown: a pasted link, list mark or emphasis is shown as it was typed.
 * Card text knows links, emphasis and lists only, so these marks are the ones to defuse.
 */
export const asTyped = (text: string): string =>
  text
    .replace(/[\\[\]*_`]/g, '\\$&')
    .replace(/^(\s*)([-+])(?=\s)/gm, '$1\\$2')
    .replace(/^(\s*\d+)([.)])(?=\s)/gm, '$1\\$2')
    // A single line end is folded into a space; a blank line is not.
    .replace(/\n+/g, '\n\n');

export const title = (text: string): ITextBlock => ({
  type: 'TextBlock',
  text,
  wrap: true,
  size: 'Large',
  weight: 'Bolder',
  style: 'heading',
});

export const paragraph = (text: string, more: Partial<ITextBlock> = {}): ITextBlock => ({
  type: 'TextBlock',
  text,
  wrap: true,
  ...more,
});

/** A label above what follows. */
export const label = (text: string): ITextBlock => paragraph(text, { weight: 'Bolder', spacing: 'Medium' });

/** Small print that must still be legible in every theme: never the `isSubtle` colour on its own. */
export const small = (text: string): ITextBlock => paragraph(text, { size: 'Small', spacing: 'Small' });

export const box = (items: CardElement[], more: Partial<IContainer> = {}): IContainer => ({
  type: 'Container',
  items,
  ...more,
});

export const textField = (
  id: string,
  fieldLabel: string,
  value: string,
  more: Partial<ITextInput> = {},
): ITextInput => ({
  type: 'Input.Text',
  id,
  label: fieldLabel,
  ...(value === '' ? {} : { value }),
  ...more,
});

export const dateField = (
  id: string,
  fieldLabel: string,
  value: string | null,
  more: Partial<IDateInput> = {},
): IDateInput => ({ type: 'Input.Date', id, label: fieldLabel, ...(value ? { value } : {}), ...more });

export const choiceField = (
  id: string,
  fieldLabel: string,
  choices: IChoice[],
  value: string | null,
  more: Partial<IChoiceSetInput> = {},
): IChoiceSetInput => ({
  type: 'Input.ChoiceSet',
  id,
  label: fieldLabel,
  choices,
  wrap: true,
  ...(value === null ? {} : { value }),
  ...more,
});

/** A tick: its title is its label, and clients read it as such; a label beside it would be read twice. */
export const tickField = (id: string, fieldTitle: string, on: boolean): IToggleInput => ({
  type: 'Input.Toggle',
  id,
  title: fieldTitle,
  value: on ? 'true' : 'false',
  wrap: true,
});

/**
 * A press that the server answers. `data` holds ids and revisions only, never anybody's words. Clients that
 * know no Action.Execute send the same data with the verb inside.
 */
export const button = (
  buttonTitle: string,
  verb: string,
  data: Record<string, unknown>,
  more: { style?: ActionStyle; withoutInputs?: boolean; tooltip?: string } = {},
): IExecuteAction => {
  const shared = {
    title: buttonTitle,
    ...(more.style ? { style: more.style } : {}),
    ...(more.tooltip ? { tooltip: more.tooltip } : {}),
    ...(more.withoutInputs ? { associatedInputs: 'none' as const } : {}),
  };
  return {
    type: 'Action.Execute',
    verb,
    data,
    ...shared,
    fallback: { type: 'Action.Submit', data: { ...data, verb }, ...shared },
  };
};

/** Shows or hides parts of the card on the spot: nothing is sent and nothing typed is lost. */
export const reveal = (buttonTitle: string, ...ids: string[]): IToggleVisibilityAction => ({
  type: 'Action.ToggleVisibility',
  title: buttonTitle,
  targetElements: ids,
});

/** Leads out of the card, to a page or into another part of Teams. */
export const link = (linkTitle: string, url: string): IOpenUrlAction => ({
  type: 'Action.OpenUrl',
  title: linkTitle,
  url,
});
