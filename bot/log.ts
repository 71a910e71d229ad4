import pino from 'pino';

/**
 * What the server writes down about itself: which event, and a few fields from a closed list. There is no field
 * for a sentence, a name or a card, and the text fields take only `Word`s, so that nothing a person typed and no
 * message of an unknown error can reach a log by accident.
 */
export type LogEvent =
  | 'ready'
  | 'start.failed'
  | 'stopping'
  | 'stopped'
  | 'crashed'
  | 'storage.waiting'
  | 'storage.leftover'
  | 'turn.done'
  | 'turn.failed'
  | 'turn.refused'
  | 'afterwards.failed'
  | 'call.failed'
  | 'reply.undelivered'
  | 'sending.held'
  | 'roster.kept'
  | 'roster.failed'
  | 'errands.delivered'
  | 'errands.failed'
  | 'keeping.failed'
  | 'erasing.failed'
  | 'reminding.failed'
  | 'request.refused'
  | 'reminders.sent'
  | 'reminders.unreached'
  | 'reminders.left'
  | 'index.repaired'
  | 'request.failed';

declare const checked: unique symbol;
/** A short identifier, proven to be one by `word`. */
export type Word = string & { readonly [checked]: true };

export type LogFields = {
  /** The request this belongs to. */
  turn?: Word;
  /** What kind of activity or which verb it was. */
  kind?: Word;
  verb?: Word;
  /** An HTTP status. */
  status?: number;
  /** Duration in milliseconds. */
  ms?: number;
  count?: number;
  port?: number;
  /** The class of an error, never its message. */
  error?: Word;
  /** A machine's code of an error or a refusal. */
  code?: Word;
};

export interface Log {
  info(event: LogEvent, fields?: LogFields): void;
  warn(event: LogEvent, fields?: LogFields): void;
  error(event: LogEvent, fields?: LogFields): void;
  /** The same log with these fields on every line, such as the turn's correlation id. */
  with(fields: LogFields): Log;
}

/** An identifier as a `Word`; anything that could be a sentence becomes `other`. */
export const word = (value: unknown): Word =>
  (typeof value === 'string' && /^[\w.:/-]{1,64}$/.test(value) ? value : 'other') as Word;

/** What may be known of an error that nobody expected: its class, and its code and status where it has them. */
export const failure = (error: unknown): Pick<LogFields, 'error' | 'code' | 'status'> => {
  if (!(error instanceof Error)) return { error: word(typeof error) };
  const more = error as { code?: unknown; statusCode?: unknown; cause?: { code?: unknown } };
  const code = more.code ?? more.cause?.code;
  return {
    error: word(error.constructor.name),
    ...(typeof code === 'string' ? { code: word(code) } : {}),
    ...(typeof more.statusCode === 'number' ? { status: more.statusCode } : {}),
  };
};

/**
 * One JSON object a line, to standard output unless told where.
 * Only the fields above are copied, so that a wider object passed by a careless caller writes no more than they.
 */
export const createLog = (write?: (line: string) => void): Log => {
  const options: pino.LoggerOptions = {
    base: null,
    messageKey: 'event',
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (level) => ({ level }) },
  };
  // Written at once and in order: a server that is killed has said all it had to say.
  return wrap(pino(options, write ? { write } : pino.destination({ fd: 1, sync: true })), {});
};

const wrap = (sink: pino.Logger, always: LogFields): Log => {
  const line = (level: 'info' | 'warn' | 'error') => (event: LogEvent, fields?: LogFields) =>
    sink[level](allowed({ ...always, ...fields }), event);
  return {
    info: line('info'),
    warn: line('warn'),
    error: line('error'),
    with: (fields) => wrap(sink, { ...always, ...fields }),
  };
};

const allowed = (fields: LogFields): LogFields => {
  const { turn, kind, verb, status, ms, count, port, error, code } = fields;
  return { turn, kind, verb, status, ms, count, port, error, code } as LogFields;
};
