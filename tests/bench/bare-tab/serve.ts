import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { build } from 'vite';
import type { PlanSeen } from '../../../bot/plan/contract.ts';
import { answerJson, type LocalServer, serve } from '../../helpers/http.ts';

const built = join(import.meta.dirname, '../../../dist/bare-tab');
const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
};

/** Builds it with the settings that the tab is built with. */
export const buildBareTab = async (): Promise<void> => {
  await build({
    configFile: false,
    root: import.meta.dirname,
    logLevel: 'error',
    build: {
      outDir: built,
      emptyOutDir: true,
      target: 'es2023',
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
    },
  });
};

/** Serves the built bare tab and, without looking at anything, the plan that it lists. */
export const serveBareTab = (plan: PlanSeen): Promise<LocalServer> =>
  serve(async (req, res) => {
    const path = normalize(new URL(req.url ?? '/', 'http://bare').pathname);
    if (path === '/plan.json') return answerJson(res, 200, plan);
    const file = path === '/' ? '/index.html' : path;
    const body = await readFile(join(built, file)).catch(() => null);
    res.writeHead(body ? 200 : 404, { 'content-type': types[extname(file)] ?? 'application/octet-stream' });
    res.end(body ?? '');
  });
