/** Builds the page on which the tab's dialogs are pressed through, into the folder given. */
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

await build({
  configFile: false,
  root: fileURLToPath(new URL('page', import.meta.url)),
  oxc: { jsx: { runtime: 'automatic' } },
  build: {
    outDir: process.argv[2],
    target: 'es2023',
    reportCompressedSize: false,
    emptyOutDir: true,
  },
  logLevel: 'error',
});
