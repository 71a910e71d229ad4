import { BreaksTableRule } from './faults.ts';
import { checkKey } from './keys.ts';

/** A row to be written. Numbers must be whole: the client would store others as what they happen to look like. */
export type Entity = { partitionKey: string; rowKey: string; [property: string]: string | number | boolean };

/** The service's limits, in UTF-16 code units, properties and bytes. Azurite is laxer, so they are kept here. */
export const sizeLimits = {
  text: 32 * 1024,
  /** Of 255, three are the service's own: both keys and the timestamp. */
  properties: 252,
  entity: 1024 * 1024,
  transactionRows: 100,
  transaction: 4 * 1024 * 1024,
} as const;

const fixedBytes = { number: 8, boolean: 1 } as const;
const valueBytes = (value: string | number | boolean): number => {
  if (typeof value === 'string') return 4 + 2 * value.length;
  return typeof value === 'number' ? fixedBytes.number : fixedBytes.boolean;
};

/**
 * The size in bytes that the service counts for an entity: keys, and for each property its name and its value.
 *
 * @throws BreaksTableRule where the service would refuse the entity; names the property, never its value.
 */
export const checkEntity = (entity: Entity): number => {
  checkKey(entity.partitionKey);
  checkKey(entity.rowKey);
  let bytes = 4 + 2 * (entity.partitionKey.length + entity.rowKey.length);
  let count = 0;
  for (const [name, value] of Object.entries(entity)) {
    if (name === 'partitionKey' || name === 'rowKey') continue;
    count += 1;
    if (typeof value === 'string' && value.length > sizeLimits.text) {
      throw new BreaksTableRule(
        `Property "${name}" has ${value.length} characters; a row holds ${sizeLimits.text}.`,
      );
    }
    bytes += 8 + 2 * name.length + valueBytes(value);
  }
  if (count > sizeLimits.properties) {
    throw new BreaksTableRule(
      `A row holds ${sizeLimits.properties} properties of ours; this one has ${count}.`,
    );
  }
  if (bytes > sizeLimits.entity) {
    throw new BreaksTableRule(`A row holds ${sizeLimits.entity} bytes; this one has ${bytes}.`);
  }
  return bytes;
};

/** @throws BreaksTableRule where the rows are too many or too large for one transaction. */
export const checkTransaction = (entities: readonly Entity[]): void => {
  if (entities.length > sizeLimits.transactionRows) {
    throw new BreaksTableRule(
      `A transaction holds ${sizeLimits.transactionRows} rows; this one has ${entities.length}.`,
    );
  }
  const bytes = entities.reduce((sum, entity) => sum + checkEntity(entity), 0);
  if (bytes > sizeLimits.transaction) {
    throw new BreaksTableRule(`A transaction holds ${sizeLimits.transaction} bytes; this one has ${bytes}.`);
  }
};
