import type { Server } from 'restify';
import type { PlanDesk } from '../plan/desk.ts';
import type { Handled } from './handled.ts';
import type { createPlanGate, GateParts, PlanRoute } from './plan-gate.ts';
import { type ExportPlan, planReads } from './plan-reads.ts';
import { planWrites } from './plan-writes.ts';

/** What the plan's API stands on. */
export type PlanParts = Omit<GateParts, 'signIn'> & {
  desk: PlanDesk;
  exportPlan: ExportPlan;
  /** Erases what an emptied plan held; started after the answer, and waited for by a stop. */
  afterEmpty: () => Promise<unknown>;
};

/** The plan's API, for the tab. */
export const mountPlans = (
  server: Server,
  handled: Handled,
  gate: ReturnType<typeof createPlanGate>,
  { desk, exportPlan }: PlanParts,
  emptied: () => void,
): void => {
  const reads = planReads(desk, exportPlan);
  const writes = planWrites(desk, emptied);
  const route = (one: PlanRoute, isDear = false) => handled(gate(one, isDear));
  const get = (path: string, one: PlanRoute, isDear = false) => {
    server.get(path, route(one, isDear));
    server.head(path, route(one, isDear));
  };

  const plan = '/api/plans/:planId';
  const action = `${plan}/actions/:actionId`;
  get(plan, reads.whole);
  get(`${plan}/members`, reads.members, true);
  get(`${plan}/removed`, reads.removed);
  get(`${plan}/history`, reads.planHistory);
  get(`${plan}/export`, reads.file, true);
  get(`${action}/history`, reads.actionHistory);
  server.put(plan, route(writes.set));
  server.post(`${plan}/empty`, route(writes.empty));
  server.post(`${plan}/actions`, route(writes.add));
  server.patch(action, route(writes.change));
  server.del(action, route(writes.remove));
  server.post(`${action}/restore`, route(writes.restore));
};
