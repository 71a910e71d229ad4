import { TableClient, type TableServiceClientOptions } from '@azure/data-tables';
import { plainAscii } from './plain-ascii.ts';
import { Table } from './table.ts';

/**
 * Where the tables are: a connection string (Azurite, or an account's key), or an endpoint that is opened with
 * the managed identity of the machine; `clientId` names a user-assigned one.
 */
export type TablesConfig = { connectionString: string } | { endpoint: string; clientId?: string };

export type Tables = {
  reflections: Table;
  people: Table;
  plans: Table;
  reminders: Table;
  /** Makes the tables that are missing. @throws StorageFault */
  ensure(): Promise<void>;
  /** Resolves when storage answers, for a readiness probe. @throws StorageFault within a second */
  ping(): Promise<void>;
};

/** Repeating is `calls.ts`'s: the client's own would hide that a first attempt may have gone through. */
const clientOptions: TableServiceClientOptions = {
  retryOptions: { maxRetries: 0 },
  additionalPolicies: [plainAscii],
};

const loopback = /^http:\/\/(127\.0\.0\.1|localhost|\[::1\])[:/]/;

/** How to open one table by its name. Makes no call. */
export const connect = async (config: TablesConfig): Promise<(name: string) => Table> => {
  if ('connectionString' in config) {
    const { connectionString } = config;
    const endpoint = /(?:^|;)\s*TableEndpoint=([^;]+)/i.exec(connectionString)?.[1] ?? '';
    const options = { ...clientOptions, allowInsecureConnection: loopback.test(endpoint) };
    return (name) => new Table(TableClient.fromConnectionString(connectionString, name, options));
  }
  // Loaded only where it is used: it takes longer to load than the rest of a local start.
  const { ManagedIdentityCredential } = await import('@azure/identity');
  const { endpoint, clientId } = config;
  const credential = new ManagedIdentityCredential(clientId === undefined ? {} : { clientId });
  return (name) => new Table(new TableClient(endpoint, name, credential, clientOptions));
};

/** The tables of this app. Makes no call. */
export const openTables = async (config: TablesConfig): Promise<Tables> => {
  const open = await connect(config);
  const reflections = open('reflections');
  const people = open('people');
  const plans = open('plans');
  const reminders = open('reminders');
  return {
    reflections,
    people,
    plans,
    reminders,
    async ensure() {
      await Promise.all([reflections, people, plans, reminders].map((table) => table.ensure()));
    },
    async ping() {
      await reflections.read('ping', 'ping');
    },
  };
};
