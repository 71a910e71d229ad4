/**
 * What the tables may throw. None of these carries a value that was to be stored: only keys, versions, sizes and
 * the service's own codes, so that an error can be logged as it is.
 */

/** Storage is away, answers too late, or answers with something that is neither success nor a known refusal. */
export class StorageFault extends Error {
  override readonly name = 'StorageFault';
  /** The HTTP status, or null where there was no answer. */
  readonly status: number | null;

  constructor(what: string, reason: string, status: number | null, options?: ErrorOptions) {
    super(`Table storage could not ${what}: ${reason}.`, options);
    this.status = status;
  }
}

/** A row that this server does not understand: of another schema, or not in the shape its schema promises. */
export class UnreadableRow extends Error {
  override readonly name = 'UnreadableRow';

  constructor(row: { partitionKey: string; rowKey: string }, found: string, expected: string) {
    super(
      `Row "${row.rowKey}" of partition "${row.partitionKey}" holds ${found}; this server reads ${expected}.`,
    );
  }
}

/** A key or an entity that the service would refuse, found before it was sent. */
export class BreaksTableRule extends Error {
  override readonly name = 'BreaksTableRule';
}
