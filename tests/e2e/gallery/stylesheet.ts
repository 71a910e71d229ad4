import type { Theme } from './themes.ts';

/**
 * Fields and buttons as Teams paints them. A button's title stays on one line and is cut where it is too long,
 * as in Teams, so that the suite sees what a person would.
 */
export const stylesheetOf = ({ name, text, line, backgrounds, field, buttons }: Theme): string => {
  const inside = `.theme-${name}`;
  const painted = Object.entries(buttons).map(([style, { background, text: title, line: border }]) => {
    const button = style === 'default' ? '.ac-pushButton' : `.ac-pushButton.style-${style}`;
    const states = [button, `${button}:hover`, `${button}:active`, `${button}.expanded`];
    const selector = states.map((state) => `${inside} ${state}`).join(', ');
    return `${selector} { background: ${background}; color: ${title}; border: 1px solid ${border}; }`;
  });
  return `
${inside} { background: ${backgrounds.default}; color: ${text}; border: 1px solid ${line}; }
${inside} .ac-input { background: ${field.background}; color: ${field.text}; font: inherit; }
${inside} .ac-input::placeholder { color: ${field.hint}; opacity: 1; }
${inside} .ac-textInput, ${inside} .ac-dateInput, ${inside} .ac-multichoiceInput {
  border: 1px solid transparent; border-bottom-color: ${field.line}; border-radius: 4px;
}
${inside} .ac-toggleInput, ${inside} .ac-choiceSetInput-expanded { background: transparent; border: 0; }
${inside} .ac-selectable { border: 1px solid ${field.line}; border-radius: 4px; }
${inside} :focus-visible { outline: 2px solid ${text}; outline-offset: 1px; }
${inside} { color-scheme: ${name === 'light' ? 'light' : 'dark'}; }
${painted.join('\n')}
`;
};

/** The page around the cards, and what Teams does alike in each theme. */
export const commonStyle = `
html { font: 14px/1.35 'Segoe UI', 'Liberation Sans', Arial, sans-serif; background: #e8ebfa; color: #242424; }
body { margin: 16px; }
h1 { font-size: 18px; }
figure { margin: 0 0 16px; }
figcaption { font-size: 12px; padding: 2px 0; }
.card { border-radius: 6px; box-sizing: border-box; }
.ac-pushButton { border-radius: 4px; padding: 5px 12px; min-height: 32px; max-width: 100%; font: inherit; font-weight: 600; }
/* A choice and a tick are rows of 32 pixels in Teams, its whole label a target. */
.ac-choiceSetInput-expanded > div, .ac-toggleInput { min-height: 32px; }
/* Teams lets buttons run on to the next line, which this renderer does not know. */
.ac-actionSet { flex-wrap: wrap; gap: 8px; }
.ac-actionSet > .ac-pushButton { flex: 0 0 auto !important; }
.ac-actionSet > :not(.ac-pushButton) { display: none; }
.ac-textInput.ac-multiline { height: 96px; }
.row, .sheet { display: flex; gap: 16px; align-items: flex-start; }
.sheet { width: max-content; padding: 8px; }
`;
