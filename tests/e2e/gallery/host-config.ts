import type { Theme } from './themes.ts';

// Segoe UI is found on Windows alone; Liberation Sans and Arial are as wide as it is, other fallbacks are wider.
const fontFamily = "'Segoe UI', 'Liberation Sans', Arial, sans-serif";

const sizes = {
  fontFamily,
  fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
  fontWeights: { lighter: 200, default: 400, bolder: 600 },
};

const tinted = ['accent', 'good', 'attention', 'warning'];

/** What the renderer is told to be Teams in this theme: sizes in pixels, and six actions a set. */
export const hostConfigOf = (theme: Theme) => ({
  supportsInteractivity: true,
  spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
  separator: { lineThickness: 1, lineColor: theme.line },
  fontTypes: { default: sizes, monospace: sizes },
  textStyles: { heading: { size: 'large', weight: 'bolder' } },
  textBlock: { headingLevel: 2 },
  actions: {
    maxActions: 6,
    spacing: 'default',
    buttonSpacing: 8,
    actionsOrientation: 'horizontal',
    actionAlignment: 'left',
  },
  containerStyles: Object.fromEntries(
    Object.entries(theme.backgrounds).map(([style, backgroundColor]) => [
      style,
      { backgroundColor, foregroundColors: foregrounds(theme, tinted.includes(style)) },
    ]),
  ),
});

const foregrounds = ({ text, onTint, accent, attention }: Theme, isTinted: boolean) => {
  const plain = isTinted ? onTint : text;
  const both = (colour: string) => ({ default: colour, subtle: colour });
  return { default: both(plain), accent: both(accent), attention: both(attention) };
};
