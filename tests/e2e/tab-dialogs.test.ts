import { afterAll, beforeAll, jest } from '@jest/globals';
import { type Harness, openHarness } from '../tab/harness/open.ts';
import { actions } from './tab-dialogs/actions.ts';
import { looks } from './tab-dialogs/looks.ts';
import { plan } from './tab-dialogs/plan.ts';

/** The tab's dialogs before a server in the page's memory, in one browser for all of it. */
let harness: Harness;
const opened = (): Harness => harness;
jest.setTimeout(60_000);

beforeAll(async () => {
  harness = await openHarness();
}, 60_000);
afterAll(() => harness?.close());

actions(opened);
plan(opened);
looks(opened);
