import { afterAll, beforeAll } from '@jest/globals';
import { startTabStage, type TabStage } from '../helpers/host/stage.ts';
import { attention } from './tab/attention.ts';
import { elsewhere } from './tab/elsewhere.ts';
import { everyday } from './tab/everyday.ts';
import { finding } from './tab/finding.ts';
import { finishing } from './tab/finishing.ts';
import { firstSight } from './tab/first-sight.ts';
import { keyboard } from './tab/keyboard.ts';
import { looks } from './tab/looks.ts';
import { managing } from './tab/managing.ts';
import { mishaps } from './tab/mishaps.ts';
import { onPaper } from './tab/on-paper.ts';
import { settingUp } from './tab/setting-up.ts';
import { together } from './tab/together.ts';

/** The tab inside Teams, from its setting-up to the printed plan, on one stage for all of it. */
let stage: TabStage;
const started = (): TabStage => stage;

beforeAll(async () => {
  stage = await startTabStage();
}, 60_000);

afterAll(async () => {
  await stage?.stop();
});

settingUp(started);
firstSight(started);
everyday(started);
finding(started);
finishing(started);
managing(started);
together(started);
attention(started);
mishaps(started);
looks(started);
keyboard(started);
onPaper(started);
elsewhere(started);
