/** What a theme of Teams draws cards with. Colours are `#rrggbb`. */
export type Theme = {
  name: 'light' | 'dark' | 'contrast';
  text: string;
  line: string;
  /** Colours of emphasised text. */
  accent: string;
  attention: string;
  backgrounds: Record<ContainerStyle, string>;
  /** Text on the tinted backgrounds, where it differs from the rest. */
  onTint: string;
  field: { background: string; text: string; hint: string; line: string };
  buttons: Record<'default' | 'positive' | 'destructive', Paint>;
};

type ContainerStyle = 'default' | 'emphasis' | 'accent' | 'good' | 'attention' | 'warning';
type Paint = { background: string; text: string; line: string };

/** As Teams draws them: one set of pale tints, in the light theme and in the dark one, with dark text on both. */
const tints = { accent: '#c7def9', good: '#ccffcc', attention: '#ffc5b2', warning: '#ffe2b2' };

const black = '#000000';
const white = '#ffffff';

/**
 * Containers are all black in high contrast, where clients tell them apart by a border at most: a card that
 * speaks by its backgrounds alone is found out there.
 */
const onlyBlack = {
  default: black,
  emphasis: black,
  accent: black,
  good: black,
  attention: black,
  warning: black,
};

/** The colours that Teams publishes for cards and, for buttons and fields, those of its design system. */
export const themes: readonly Theme[] = [
  {
    name: 'light',
    text: '#252424',
    line: '#eeeeee',
    accent: '#6264a7',
    attention: '#c4314b',
    backgrounds: { default: white, emphasis: '#f9f8f7', ...tints },
    onTint: '#252424',
    field: { background: '#f5f5f5', text: '#242424', hint: '#616161', line: '#616161' },
    buttons: {
      default: { background: white, text: '#242424', line: '#d1d1d1' },
      positive: { background: '#5b5fc7', text: white, line: '#5b5fc7' },
      destructive: { background: white, text: '#c4314b', line: '#c4314b' },
    },
  },
  {
    name: 'dark',
    text: white,
    line: '#484644',
    accent: '#a6a7dc',
    attention: '#f1707b',
    backgrounds: { default: '#2d2c2c', emphasis: '#292828', ...tints },
    onTint: '#201f1f',
    field: { background: '#1f1f1f', text: white, hint: '#adadad', line: '#adadad' },
    buttons: {
      default: { background: '#2d2c2c', text: white, line: '#666666' },
      positive: { background: '#4f52b2', text: white, line: '#4f52b2' },
      destructive: { background: '#2d2c2c', text: '#f1707b', line: '#f1707b' },
    },
  },
  {
    name: 'contrast',
    text: white,
    line: white,
    accent: '#1aebff',
    attention: '#ffff01',
    backgrounds: onlyBlack,
    onTint: white,
    field: { background: black, text: white, hint: white, line: white },
    buttons: {
      default: { background: black, text: white, line: white },
      positive: { background: '#1aebff', text: black, line: '#1aebff' },
      destructive: { background: black, text: '#ffff01', line: '#ffff01' },
    },
  },
];
