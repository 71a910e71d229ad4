import type { PlanDesk, PlanDeskParts } from './desk.ts';
import { adding } from './internal/adding.ts';
import { caring } from './internal/caring.ts';
import { changing } from './internal/changing.ts';
import { erasing } from './internal/erasing.ts';
import { settingFacts } from './internal/facts.ts';
import { looking } from './internal/looking.ts';
import { ownActions } from './internal/own-actions.ts';
import { rosterNews } from './internal/roster-news.ts';
import { summingUp } from './internal/summing-up.ts';

/**
 * The use of plans: who may, load, decide, save. It keeps nothing in memory, so any number of servers may run it
 * on the same store. Faults of storage are thrown; every expected "no" is an answer.
 */
export const createPlanDesk = (parts: PlanDeskParts): PlanDesk => ({
  ...looking(parts),
  summary: summingUp(parts),
  add: adding(parts),
  ...changing(parts),
  ...caring(parts),
  ...settingFacts(parts),
  openOf: ownActions(parts),
  rosterChanged: rosterNews(parts),
  erase: erasing(parts),
});
