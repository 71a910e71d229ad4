import type { Activity } from 'botbuilder';
import type { Door, Problem, Received } from '../door.ts';
import { failure, type Log, word } from '../log.ts';
import type { TeamsAdapter } from './adapter.ts';
import { handle } from './bot.ts';
import type { Gate } from './gate.ts';
import { readInbound } from './inbound.ts';
import { type BotParts, type Handled, nothing } from './listener.ts';

/** Serves the HTTP edge's `Door` for Teams. Neither step ever rejects. */
export const createEndpoint = (gate: Gate, adapter: TeamsAdapter, parts: BotParts): Door => ({
  admit: (authorization) => gate.checkToken(authorization),

  receive: async (authorization, body, log) => {
    try {
      const refusal = gate.checkToken(authorization) ?? gate.checkActivity(body);
      if (refusal !== null) return refused(refusal, log);
      const activity = body as Activity;
      const proof = await adapter.authenticate(activity, authorization ?? '');
      if ('title' in proof) return refused(proof, log);

      const from = parts.now().getTime();
      let handled: Handled = nothing;
      const answer = await adapter.run(proof, activity, async () => {
        handled = await handle(parts, readInbound(activity), log);
        return handled.invoke;
      });
      const { verb, afterwards }: Handled = handled;
      const ms = parts.now().getTime() - from;
      // Written once the answer is on its way: nobody waits for a line of the log.
      setImmediate(() =>
        log.info('turn.done', { kind: word(activity.type), ms, ...(verb === undefined ? {} : { verb }) }),
      );
      return { status: answer?.status ?? 200, body: answer?.body, afterwards };
    } catch (error) {
      log.error('turn.failed', { kind: word('edge'), ...failure(error) });
      return { problem: { status: 500, title: 'Something went wrong', detail: 'Please try again.' } };
    }
  },
});

const refused = (problem: Problem, log: Log): Received => {
  log.warn('turn.refused', { status: problem.status });
  return { problem };
};
