import type { Response } from 'restify';
import type { PlanSeen } from '../plan/contract.ts';
import { isRefusal, type PlanDesk, type Refusal } from '../plan/desk.ts';
import { known, quoted } from './etags.ts';
import { type PlanCall, type PlanRoute, refuse } from './plan-gate.ts';
import { noSuchFormat, refusedBy } from './refusals.ts';
import { send, sendEmpty, sendJson } from './reply.ts';

/** The plan as a file; `disposition` is the whole value of `Content-Disposition`. */
export type ExportPlan = (
  seen: PlanSeen,
  format: 'docx' | 'csv',
) => Promise<{ bytes: Uint8Array; type: string; disposition: string }>;

/** Every way to look at a plan. */
export const planReads = (desk: PlanDesk, exportPlan: ExportPlan) => {
  const whole: PlanRoute = async ({ by, planId, req, res, log }) => {
    const tags = known(req.headers['if-none-match']);
    const only = tags.length === 1 && tags !== '*' ? tags[0] : undefined;
    const answer = await desk.read(by, planId, only ?? null);
    if (answer === 'same') return notModified(res, only ?? '');
    if (isRefusal(answer)) return refuse(res, log, refusedBy(answer));
    const { seen, etag } = answer;
    if (tags === '*' || tags.includes(etag)) return notModified(res, etag);
    sendJson(res, 200, seen, { ETag: quoted(etag) });
  };

  const file: PlanRoute = async ({ by, planId, req, res, log }) => {
    const answer = await desk.read(by, planId, null);
    if (answer === 'same') throw new Error('Nothing was known, so nothing can be the same.');
    if (isRefusal(answer)) return refuse(res, log, refusedBy(answer));
    const format = new URLSearchParams(req.getQuery()).get('format');
    if (format !== 'docx' && format !== 'csv') return refuse(res, log, noSuchFormat);
    const { bytes, type, disposition } = await exportPlan(answer.seen, format);
    send(res, 200, bytes, { 'Content-Type': type, 'Content-Disposition': disposition });
  };

  return {
    whole,
    file,
    members: listed(({ by, planId }) => desk.members(by, planId)),
    removed: listed(({ by, planId }) => desk.removed(by, planId)),
    planHistory: listed(({ by, planId }) => desk.history(by, planId, null)),
    actionHistory: listed(({ by, planId, actionId }) => desk.history(by, planId, actionId)),
  };
};

/** A list as it is, or the refusal. */
const listed =
  (ask: (call: PlanCall) => Promise<readonly object[] | Refusal>): PlanRoute =>
  async (call) => {
    const answer = await ask(call);
    if (isRefusal(answer)) return refuse(call.res, call.log, refusedBy(answer));
    sendJson(call.res, 200, answer);
  };

const notModified = (res: Response, etag: string): void => sendEmpty(res, 304, { ETag: quoted(etag) });
