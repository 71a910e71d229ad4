import { setTimeout as pause } from 'node:timers/promises';
import { RestError } from '@azure/data-tables';
import { StorageFault } from './faults.ts';

/**
 * A turn makes two calls one after another and must have given up within 2 s, so each may take 900 ms in all,
 * its one repeat included.
 */
const callLimit = 900;
const pauseBeforeRepeat = 200;

/** The three ways in which storage may say no as part of the protocol; everything else is a fault. */
type Refusal = 'exists' | 'missing' | 'changed';

/**
 * `unsure` says that an earlier attempt of this call got no answer and may have been carried out all the same: a
 * refusal may then be about our own write.
 */
export type Answer<T> = { ok: true; value: T } | { ok: false; why: Refusal; unsure: boolean };

const refusals: ReadonlyMap<string, Refusal> = new Map([
  ['EntityAlreadyExists', 'exists'],
  ['ResourceNotFound', 'missing'],
  ['EntityNotFound', 'missing'],
  ['UpdateConditionNotSatisfied', 'changed'],
  ['ConditionNotMet', 'changed'],
]);

type Seen = { code: string; status: number | null };

/** Single calls leave the service's code in the details, transactions in the error itself. */
const seen = (error: unknown): Seen | null => {
  if (!(error instanceof RestError)) return null;
  const details = error.details as { odataError?: { code?: unknown } } | undefined;
  const code = details?.odataError?.code ?? error.code ?? 'no code';
  return { code: String(code), status: error.statusCode ?? null };
};

const mayPass = ({ status }: Seen): boolean =>
  status === null || status === 408 || status === 429 || status >= 500;

/**
 * One call to storage, repeated once after an outage that may pass. The repeat is ours and not the client's
 * because only so can the caller learn that a first attempt may have gone through.
 *
 * @param what the call in words, for the error: "read reflections"
 * @throws StorageFault without the row: the client's own error carries the whole request, people's words included
 */
export const call = async <T>(
  what: string,
  attempt: (options: { abortSignal: AbortSignal }) => Promise<T>,
  limit: number = callLimit,
): Promise<Answer<T>> => {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), limit);
  const options = { abortSignal: late.signal };
  let unsure = false;
  try {
    for (;;) {
      try {
        return { ok: true, value: await attempt(options) };
      } catch (error) {
        if (late.signal.aborted) throw new StorageFault(what, `no answer within ${limit} ms`, null);
        const answer = seen(error);
        if (answer === null) throw new StorageFault(what, 'the client failed', null, { cause: error });
        const why = refusals.get(answer.code);
        if (why !== undefined) return { ok: false, why, unsure };
        if (unsure || !mayPass(answer)) {
          throw new StorageFault(what, `${answer.status ?? 'no answer'} (${answer.code})`, answer.status);
        }
        unsure = true;
        await pause(pauseBeforeRepeat);
      }
    }
  } finally {
    clearTimeout(timer);
  }
};
