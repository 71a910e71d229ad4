import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hostConfigOf } from './host-config.ts';
import { commonStyle, stylesheetOf } from './stylesheet.ts';
import { themes } from './themes.ts';

const root = join(import.meta.dirname, '../../..');
const renderer = join(root, 'node_modules/adaptivecards/dist');

/** What runs in the page, in this order; the last one draws. */
const scripts = ['markdown.js', 'layout.js', 'paint.js', 'keys.js', 'draw.js'];

/**
 * The whole gallery as one HTML file that needs nothing else: opened by a person it shows every card in every
 * theme at every width; with `?theme=dark&width=320` only that.
 * @param widths in pixels
 */
export const galleryDocument = (cards: Record<string, object>, widths: readonly number[]): string => {
  const data = {
    cards,
    widths,
    themes: themes.map((theme) => ({ name: theme.name, hostConfig: hostConfigOf(theme) })),
  };
  const styles = [
    readFileSync(join(renderer, 'adaptivecards.css'), 'utf8'),
    commonStyle,
    ...themes.map(stylesheetOf),
  ];
  const programs = [
    readFileSync(join(renderer, 'adaptivecards.min.js'), 'utf8'),
    `globalThis.gallery = { data: ${JSON.stringify(data)} };`,
    ...scripts.map((name) => readFileSync(join(import.meta.dirname, 'page', name), 'utf8')),
  ];
  return `<!doctype html>
<html lang="en-GB">
<head><meta charset="utf-8"><title>Four Ways: every card</title>
<style>${styles.join('\n')}</style></head>
<body><h1>Every card</h1><main></main>
${programs.map((program) => `<script>${inline(program)}</script>`).join('\n')}
</body></html>
`;
};

/** Nothing inside a script may end it. */
const inline = (program: string): string => program.replaceAll('</script', '<\\/script');
