import type { PlanAction } from '../plan/contract.ts';
import { isRefusal, type PlanDesk, type Refusal } from '../plan/desk.ts';
import { isJson, readJson } from './body.ts';
import { quoted, required } from './etags.ts';
import { matching } from './matching.ts';
import { type PlanCall, type PlanRoute, refuse } from './plan-gate.ts';
import { badIfMatch, noIfMatch, refusedBy } from './refusals.ts';
import { sendEmpty, sendJson, sendProblem } from './reply.ts';

/** The largest body of a change that is read, in bytes: an action's fields at their longest hold half of it. */
const maxChange = 64 * 1024;
const mergePatch = 'application/merge-patch+json';

/**
 * Every way to change a plan.
 * @param emptied is told that a plan was emptied, so that what it held is erased soon
 */
export const planWrites = (desk: PlanDesk, emptied: () => void) => {
  const set: PlanRoute = withMatch(async (call, tags) => {
    const body = await bodyOf(call);
    if (body === null) return;
    const { by, planId, res } = call;
    const facts = await matching(tags, (etag) => desk.set(by, planId, body.value, etag));
    if (isRefusal(facts)) return refused(call, facts);
    sendJson(res, 200, facts, { ETag: quoted(facts.etag) });
  });

  const empty: PlanRoute = withMatch(async (call, tags) => {
    const body = await bodyOf(call);
    if (body === null) return;
    const { by, planId, res } = call;
    const facts = await matching(tags, (etag) => desk.empty(by, planId, body.value, etag));
    if (isRefusal(facts)) return refused(call, facts);
    sendJson(res, 200, facts, { ETag: quoted(facts.etag) });
    emptied();
  });

  const add: PlanRoute = async (call) => {
    const body = await bodyOf(call);
    if (body === null) return;
    const { by, planId, req } = call;
    const key = req.headers['idempotency-key'];
    const answer = await desk.add(by, planId, body.value, typeof key === 'string' ? key : null);
    if (isRefusal(answer)) return refused(call, answer);
    const id = encodeURIComponent(answer.action.id);
    const location = `/api/plans/${encodeURIComponent(planId)}/actions/${id}`;
    sendAction(call, 201, answer.action, { Location: location });
  };

  const change: PlanRoute = withMatch(async (call, tags) => {
    const body = await bodyOf(call, mergePatch);
    if (body === null) return;
    const { by, planId, actionId } = call;
    const answer = await matching(tags, (etag) => desk.change(by, planId, actionId, body.value, etag));
    if (isRefusal(answer)) return refused(call, answer);
    sendAction(call, 200, answer.action);
  });

  const remove: PlanRoute = withMatch(async (call, tags) => {
    const { by, planId, actionId, res } = call;
    const answer = await matching(tags, (etag) => desk.remove(by, planId, actionId, etag));
    if (answer !== 'removed') return refused(call, answer);
    sendEmpty(res, 204);
  });

  const restore: PlanRoute = async (call) => {
    const answer = await desk.restore(call.by, call.planId, call.actionId);
    if (isRefusal(answer)) return refused(call, answer);
    sendAction(call, 200, answer.action);
  };

  return { set, empty, add, change, remove, restore };
};

const refused = ({ res, log }: PlanCall, refusal: Refusal): void => refuse(res, log, refusedBy(refusal));

const sendAction = ({ res }: PlanCall, status: 200 | 201, action: PlanAction, headers = {}): void =>
  sendJson(res, status, action, { ETag: quoted(action.etag), ...headers });

/** Nothing that somebody else may have changed meanwhile is changed without saying which version was seen. */
function withMatch(route: (call: PlanCall, tags: '*' | readonly string[]) => Promise<void>): PlanRoute {
  return async (call) => {
    const tags = required(call.req.headers['if-match']);
    if (tags === 'missing') return refuse(call.res, call.log, noIfMatch);
    if (tags === 'unreadable') return refuse(call.res, call.log, badIfMatch);
    await route(call, tags);
  };
}

/** The body as parsed JSON of any shape; null where it was refused, which is answered then. */
const bodyOf = async ({ req, res }: PlanCall, also?: string): Promise<{ value: unknown } | null> => {
  if (!isJson(req, also)) {
    const headers = also === undefined ? {} : { 'Accept-Patch': `application/json, ${also}` };
    const detail = 'The body must be JSON.';
    sendProblem(res, { status: 415, title: 'Wrong kind of body', detail }, headers);
    return null;
  }
  const body = await readJson(req, maxChange);
  if (!('problem' in body)) return body;
  // The rest of an oversized body is not read: the connection ends with the answer.
  sendProblem(res, body.problem, body.problem.status === 413 ? { Connection: 'close' } : {});
  return null;
};
