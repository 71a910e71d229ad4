import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Builds the tab into `dist/tab`, as the server serves it under `/tab/`. */
const config = defineConfig({
  root: here('.'),
  base: '/tab/',
  oxc: { jsx: { runtime: 'automatic' } },
  build: {
    outDir: here('../dist/tab'),
    emptyOutDir: true,
    sourcemap: false,
    // Teams' clients are kept up to date by Microsoft; nothing has to be lowered for older ones.
    target: 'es2023',
    // Everything is a file: the page's security policy allows neither inline scripts nor data addresses in styles.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: {
      onLog: (level, log, report) => {
        // Fluent marks its files for servers that render; here there is none, and a line each says so.
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') report(level, log);
      },
    },
  },
});

export { config as default };
