/**
 * `npm run serve`: the production server. Where the tab was never built it is built first; the server then runs in
 * this very process, so that what is sent to stop it reaches it.
 */
import { build, isBuilt } from './build.mjs';

if (!isBuilt()) {
  // Where only what runs in production is installed, nothing can be built. The bot works without its tab, whose
  // page then says why it is missing.
  await build().catch((error) => console.error(error.message));
}
await import('../../bot/main.ts');
